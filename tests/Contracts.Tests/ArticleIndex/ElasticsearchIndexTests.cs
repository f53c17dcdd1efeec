using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Monitoring.ArticleIndex;
using Monitoring.ArticleIndex.Elasticsearch;

namespace Monitoring.Contracts.Tests.ArticleIndex;

/// <summary>The contract over a real Elasticsearch 7.17 or 8, whose address is in ELASTICSEARCH_URL.</summary>
public sealed class ElasticsearchIndexTests : ArticleIndexContract
{
    private static readonly string? s_url = Environment.GetEnvironmentVariable("ELASTICSEARCH_URL");

    private readonly string _name = $"test-{Guid.CreateVersion7():n}";
    private ElasticsearchConnection? _connection;
    private ElasticsearchAlias _alias = null!;
    private ElasticsearchSearch _search = null!;
    private ElasticsearchIndex _index = null!;

    protected override IArticleIndex Index => _index;

    protected override IArticleSearch Search => _search;

    public override ValueTask InitializeAsync()
    {
        Assert.SkipWhen(string.IsNullOrEmpty(s_url), "Skipped: set ELASTICSEARCH_URL");
        var options = Options.Create(new ArticleIndexOptions { Elasticsearch = s_url, Name = _name });
        var clock = new FakeTimeProvider(Sample.Now);
        _connection = new(options, TimeProvider.System, NullLogger<ElasticsearchConnection>.Instance);
        _alias = new(_connection, options, TimeProvider.System);
        _search = new(_connection, _alias, Sample.Vocabulary, options, clock);
        _index = new(_connection, _alias, _search, TimeProvider.System);

        return ValueTask.CompletedTask;
    }

    public override async ValueTask DisposeAsync()
    {
        if (_connection is not null)
        {
            if (await _alias.CurrentAsync(CancellationToken.None) is { } current)
            {
                await _alias.DropAsync(current.Index, CancellationToken.None);
            }

            await _connection.SendAsync(HttpMethod.Delete, $"_index_template/{_name}", null, CancellationToken.None, 404);
            _connection.Dispose();
            _index.Dispose();
        }

        await base.DisposeAsync();
    }
}
