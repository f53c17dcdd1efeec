using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Monitoring.ArticleIndex.Analysis;
using Monitoring.ArticleIndex.Embedded;
using Monitoring.ArticleIndex.Querying;

namespace Monitoring.ArticleIndex.Elasticsearch;

/// <summary>The reading side over Elasticsearch.</summary>
internal sealed class ElasticsearchSearch(
    ElasticsearchConnection connection, ElasticsearchAlias alias, QueryVocabulary vocabulary, IOptions<ArticleIndexOptions> options, TimeProvider clock) : IArticleSearch
{
    public const string Engine = "elasticsearch";
    private const int MaxMany = 1_000;
    private const int ReadAhead = 500;

    private readonly ElasticsearchSnapshots _snapshots = new(connection, alias);

    public async Task<SearchPage> SearchAsync(SearchRequest request, CancellationToken cancel)
    {
        var (prepared, problem) = PreparedSearch.Of(request, vocabulary, clock.GetUtcNow());
        var cursor = prepared?.After is { } after ? ElasticsearchCursor.Parse(after.Engine) : ElasticsearchCursor.First;
        if (prepared is null || cursor is null)
        {
            return new() { Problem = problem ?? PreparedSearch.BadCursor };
        }

        // In order of time an article keeps its place whatever is written; a score moves with every article written. Groups are
        // paged by number: inner hits inside a point in time have looked into other indices in some releases.
        var page = request.Sort == SearchSort.Best && !request.GroupByStory
            ? await _snapshots.SearchAsync(prepared, cursor, options.Value.RecencyHalfLife, cancel)
            : await PageAsync(prepared, cursor, cancel);

        return page is { Total: 0, Problem: null } ? page with { DidYouMean = await ProposeAsync(prepared, cancel) } : page;
    }

    public async Task<long> CountAsync(SearchRequest request, CancellationToken cancel)
    {
        var plan = SearchPlan.Of(request, vocabulary, clock.GetUtcNow());

        return plan.Query.Problem is null ? await CountAsync(plan, cancel) : 0;
    }

    private async Task<long> CountAsync(SearchPlan plan, CancellationToken cancel)
    {
        var (_, answer) = await connection.SendAsync(HttpMethod.Post, $"{alias.Name}/_count", new JsonObject { ["query"] = ElasticsearchQueries.Of(plan) }, cancel, 404);
        return (long?)answer?["count"] ?? 0;
    }

    public async Task<IndexedArticle?> GetAsync(string articleId, CancellationToken cancel) =>
        (await GetManyAsync([articleId], cancel)) is [var found] ? found : null;

    public async Task<IReadOnlyList<IndexedArticle>> GetManyAsync(IReadOnlyList<string> articleIds, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(articleIds.Count, MaxMany);
        if (articleIds.Count == 0)
        {
            return [];
        }

        var ids = new JsonArray([.. articleIds.Select(id => (JsonNode)id)]);
        var (_, answer) = await connection.SendAsync(
            HttpMethod.Post, $"{alias.Name}/_mget?_source_includes={ElasticsearchDocument.Article}", new JsonObject { ["ids"] = ids }, cancel, 404);

        return [.. (answer?["docs"] as JsonArray ?? []).OfType<JsonNode>().Where(d => (bool?)d["found"] == true).Select(d => ElasticsearchDocument.Read(d["_source"]))];
    }

    public async Task<IReadOnlyList<string>> CompleteAsync(string prefix, int count, CancellationToken cancel)
    {
        var tokens = WordScanner.Scan(prefix);
        if (tokens is not [{ } only] || (only.Kind == TokenKind.Word && only.Term.Length < 2))
        {
            return [];
        }

        // Terms are letters, digits and points: only the point means something in a pattern.
        var terms = new JsonObject
        {
            ["field"] = ElasticsearchDocument.TitleWords,
            ["include"] = only.Term.Replace(".", "\\.", StringComparison.Ordinal) + ".*",
            ["size"] = Math.Clamp(count, 1, 50),
        };
        var answer = await QueryAsync(new JsonObject { ["size"] = 0, ["aggs"] = new JsonObject { ["words"] = new JsonObject { ["terms"] = terms } } }, cancel);

        return [.. (answer?["aggregations"]?["words"]?["buckets"] as JsonArray ?? []).Select(b => (string)b!["key"]!)];
    }

    public async IAsyncEnumerable<IndexedArticle> ReadAllAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        JsonArray? after = null;
        var pit = await _snapshots.OpenAsync(cancel);
        while (pit is not null)
        {
            var body = new JsonObject
            {
                ["size"] = ReadAhead,
                ["track_total_hits"] = false,
                ["_source"] = new JsonArray(ElasticsearchDocument.Article),
                ["sort"] = new JsonArray(new JsonObject { [ElasticsearchDocument.Id] = "asc" }),
                ["pit"] = new JsonObject { ["id"] = pit, ["keep_alive"] = ElasticsearchRequest.PointInTimeLife },
            };
            if (after is not null)
            {
                body["search_after"] = after.DeepClone();
            }

            var (_, answer) = await connection.SendAsync(HttpMethod.Post, "_search", body, cancel);
            var hits = (answer?["hits"]?["hits"] as JsonArray ?? []).OfType<JsonNode>().ToList();
            foreach (var hit in hits)
            {
                yield return ElasticsearchDocument.Read(hit["_source"]);
            }

            after = hits.Count > 0 ? hits[^1]["sort"]?.AsArray() : null;
            pit = (string?)answer?["pit_id"] ?? pit;
            if (after is null)
            {
                await _snapshots.CloseAsync(pit, cancel);
                yield break;
            }
        }
    }

    public async Task<IndexHealth> HealthAsync(CancellationToken cancel)
    {
        try
        {
            if (await alias.CurrentAsync(cancel) is not { } current)
            {
                return new(IndexState.Ready, Engine, 0, 0, "");
            }

            var (_, answer) = await connection.SendAsync(HttpMethod.Get, $"{alias.Name}/_stats/docs,store", null, cancel, 404);
            var all = answer?["_all"]?["primaries"];
            var isCurrent = current.Format == IndexFolder.Format;

            return new(
                isCurrent ? IndexState.Ready : IndexState.NeedsRebuild,
                Engine,
                (long?)all?["docs"]?["count"] ?? 0,
                (long?)all?["store"]?["size_in_bytes"] ?? 0,
                isCurrent ? "" : ElasticsearchAlias.Outdated(current.Index));
        }
        catch (IndexUnavailableException outage)
        {
            return new(IndexState.Unavailable, Engine, 0, 0, outage.Message);
        }
    }

    private async Task<SearchPage> PageAsync(PreparedSearch search, ElasticsearchCursor cursor, CancellationToken cancel)
    {
        var body = new ElasticsearchRequest(search, cursor, options.Value.RecencyHalfLife).Body();
        var (status, answer) = await connection.SendAsync(HttpMethod.Post, $"{alias.Name}/_search", body, cancel, cursor.Refusals);

        return status == 400 ? new() { Problem = PreparedSearch.BadCursor } : new ElasticsearchAnswer(search, cursor, status == 404 ? null : answer).Page();
    }

    // Only what finds something is worth proposing.
    private async Task<string?> ProposeAsync(PreparedSearch search, CancellationToken cancel)
    {
        var root = search.Plan.Query.Root;
        var words = DidYouMean.Words(root);
        var corrections = words.Count == 0 ? [] : ElasticsearchSpelling.Read(await QueryAsync(ElasticsearchSpelling.Body(words), cancel));
        var proposal = DidYouMean.Propose(root, corrections);

        return proposal is not null && search.WithQuery(proposal) is { } again && await CountAsync(again, cancel) > 0 ? proposal : null;
    }

    // An index that nobody has written to yet does not exist: it finds nothing.
    private async Task<JsonNode?> QueryAsync(JsonObject body, CancellationToken cancel) =>
        (await connection.SendAsync(HttpMethod.Post, $"{alias.Name}/_search", body, cancel, 404)) is (200, var answer) ? answer : null;
}
