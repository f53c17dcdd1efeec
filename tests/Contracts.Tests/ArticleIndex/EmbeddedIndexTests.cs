using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Monitoring.ArticleIndex;
using Monitoring.ArticleIndex.Embedded;

namespace Monitoring.Contracts.Tests.ArticleIndex;

public sealed class EmbeddedIndexTests : ArticleIndexContract
{
    private readonly string _path = Directory.CreateTempSubdirectory("index-").FullName;
    private IndexFolder _folder = null!;
    private EmbeddedIndex _index = null!;

    protected override IArticleIndex Index => _index;

    protected override IArticleSearch Search => new EmbeddedSearch(_folder, Sample.Vocabulary, Options.Create(new ArticleIndexOptions()), new FakeTimeProvider(Sample.Now));

    public override ValueTask InitializeAsync()
    {
        _folder = new(_path);
        _index = new(_folder, Options.Create(new ArticleIndexOptions()), TimeProvider.System, NullLogger<EmbeddedIndex>.Instance);

        return ValueTask.CompletedTask;
    }

    public override async ValueTask DisposeAsync()
    {
        _index.Dispose();
        _folder.Dispose();
        Directory.Delete(_path, recursive: true);
        await base.DisposeAsync();
    }
}
