using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Microsoft.Extensions.Options;
using Monitoring.ArticleIndex.Analysis;
using Monitoring.ArticleIndex.Querying;

namespace Monitoring.ArticleIndex.Embedded;

/// <summary>Reads the embedded index as of its last commit.</summary>
internal sealed class EmbeddedSearch(IndexFolder folder, QueryVocabulary vocabulary, IOptions<ArticleIndexOptions> options, TimeProvider clock) : IArticleSearch
{
    private const int MaxMany = 1_000;
    private const int ReadAhead = 500;

    private readonly AnswerCache _answers = new();

    public Task<SearchPage> SearchAsync(SearchRequest request, CancellationToken cancel)
    {
        var (prepared, problem) = PreparedSearch.Of(request, vocabulary, clock.GetUtcNow());

        return prepared is null
            ? Task.FromResult(new SearchPage { Problem = problem })
            : Task.Run(() => folder.Read(v => _answers.Of(v, request, prepared.Plan.Now, () => new LuceneSearch(v, prepared, options.Value.RecencyHalfLife).Run(cancel)), new SearchPage()), cancel);
    }

    public Task<long> CountAsync(SearchRequest request, CancellationToken cancel)
    {
        var plan = SearchPlan.Of(request, vocabulary, clock.GetUtcNow());

        return plan.Query.Problem is not null
            ? Task.FromResult(0L)
            : Task.Run(() => folder.Read(v => Count(v.Searcher, LuceneQueries.Of(plan)), 0L), cancel);
    }

    public async Task<IndexedArticle?> GetAsync(string articleId, CancellationToken cancel) =>
        (await GetManyAsync([articleId], cancel)) is [var found] ? found : null;

    public Task<IReadOnlyList<IndexedArticle>> GetManyAsync(IReadOnlyList<string> articleIds, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(articleIds.Count, MaxMany);

        return Task.Run(() => folder.Read<IReadOnlyList<IndexedArticle>>(v => [.. articleIds.Select(id => Find(v.Reader, id)).OfType<IndexedArticle>()], [], anyFormat: true), cancel);
    }

    public Task<IReadOnlyList<string>> CompleteAsync(string prefix, int count, CancellationToken cancel)
    {
        var tokens = WordScanner.Scan(prefix);

        return tokens is not [{ } only] || (only.Kind == TokenKind.Word && only.Term.Length < 2)
            ? Task.FromResult<IReadOnlyList<string>>([])
            : Task.Run(() => folder.Read<IReadOnlyList<string>>(v => LuceneTerms.Complete(v.Reader, only.Term, Math.Clamp(count, 1, 50)), []), cancel);
    }

    public async IAsyncEnumerable<IndexedArticle> ReadAllAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        // Ids are taken in one go, so that every article of that moment is read even when commits follow.
        var ids = await Task.Run(() => folder.Read(v => LuceneTerms.AllIds(v.Reader), [], anyFormat: true), cancel);
        foreach (var chunk in ids.Chunk(ReadAhead))
        {
            foreach (var article in await GetManyAsync(chunk, cancel))
            {
                yield return article;
            }
        }
    }

    public Task<IndexHealth> HealthAsync(CancellationToken cancel) => Task.Run(() => EmbeddedHealth.Of(folder, isStandby: false), cancel);

    private static long Count(IndexSearcher searcher, Query query)
    {
        var counter = new TotalHitCountCollector();
        searcher.Search(query, counter);

        return counter.TotalHits;
    }

    private static IndexedArticle? Find(DirectoryReader reader, string articleId)
    {
        foreach (var leaf in reader.Leaves)
        {
            var terms = leaf.AtomicReader.GetTerms(LuceneFields.Id)?.GetEnumerator();
            if (terms is not null && terms.SeekExact(new BytesRef(articleId)))
            {
                var docs = terms.Docs(leaf.AtomicReader.LiveDocs, null, DocsFlags.NONE);
                if (docs.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
                {
                    return LuceneDocument.Read(leaf.AtomicReader.Document(docs.DocID));
                }
            }
        }

        return null;
    }
}
