using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Monitoring.ArticleIndex;
using Monitoring.ArticleIndex.Elasticsearch;
using static Monitoring.Contracts.Tests.ArticleIndex.Sample;

namespace Monitoring.Contracts.Tests.ArticleIndex;

/// <summary>What happens when a cluster fails. The answers are made up; that searches are right is for the contract over a real one.</summary>
public sealed class ElasticsearchFailureTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_documents_that_were_refused_for_now_are_sent_again()
    {
        var sent = new List<string[]>();
        using var server = new LoopbackServer((what, body) => Ready(what) ?? Bulk(body, sent, id => id == "a2" && sent.Count == 1 ? 429 : 201));

        await WriteAsync(server.Address, [Article("a1", "One"), Article("a2", "Two"), Article("a3", "Three")]);

        Assert.Equal([["a3", "a2", "a1"], ["a2"]], sent);
        Assert.All(server.Requests.Where(r => r.Contains("_bulk", StringComparison.Ordinal)), r => Assert.Contains("refresh=wait_for", r, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_document_that_is_refused_for_good_is_reported_with_its_reason_and_the_others_are_written()
    {
        var sent = new List<string[]>();
        using var server = new LoopbackServer((what, body) => Ready(what) ?? Bulk(body, sent, id => id == "a2" ? 400 : 201));

        var refused = await Assert.ThrowsAsync<RejectedDocumentException>(() => WriteAsync(server.Address, [Article("a1", "One"), Article("a2", "Two")]));

        Assert.Equal("a2", Assert.Single(refused.Reasons).Key);
        Assert.Contains("why not", refused.Message, StringComparison.Ordinal);
        Assert.Single(sent);
    }

    [Fact]
    public async Task A_busy_node_is_asked_again_after_a_pause()
    {
        var answers = 0;
        using var server = new LoopbackServer((what, _) => ++answers < 3 ? (503, "{}") : (200, """{"count":7}"""));

        var count = await SearchOver(server.Address).CountAsync(new(), Cancel);

        Assert.Equal((7, 3), (count, answers));
    }

    [Fact]
    public async Task A_node_that_is_down_is_passed_over_and_the_good_one_is_remembered()
    {
        using var server = new LoopbackServer((_, _) => (200, """{"count":7}"""));
        var search = SearchOver($"http://127.0.0.1:{LoopbackServer.FreePort()},{server.Address}");

        await search.CountAsync(new(), Cancel);
        await search.CountAsync(new(), Cancel);

        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData(401, "{\"error\":{\"type\":\"security_exception\",\"reason\":\"unable to authenticate\"}}", IndexOutage.Refused)]
    [InlineData(429, "{\"error\":{\"type\":\"cluster_block_exception\",\"reason\":\"blocked by: disk usage exceeded flood-stage watermark\"}}", IndexOutage.DiskFull)]
    [InlineData(400, "{\"error\":{\"root_cause\":[{\"type\":\"x\",\"reason\":\"y\"}],\"type\":\"x\",\"reason\":\"all shards failed\"}}", IndexOutage.Unreachable)]
    [InlineData(500, "no json", IndexOutage.Unreachable)]
    public async Task An_answer_that_no_patience_helps_says_what_it_is(int status, string body, IndexOutage reason)
    {
        using var server = new LoopbackServer((_, _) => (status, body));

        var outage = await Assert.ThrowsAsync<IndexUnavailableException>(() => SearchOver(server.Address).CountAsync(new(), Cancel));

        Assert.Equal(reason, outage.Reason);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_cluster_that_is_down_is_an_outage_and_its_health_says_so()
    {
        var search = SearchOver($"http://127.0.0.1:{LoopbackServer.FreePort()}");

        var outage = await Assert.ThrowsAsync<IndexUnavailableException>(() => search.CountAsync(new(), Cancel));

        Assert.Equal(IndexOutage.Unreachable, outage.Reason);
        Assert.Equal(IndexState.Unavailable, (await search.HealthAsync(Cancel)).State);
    }

    [Fact]
    public async Task An_index_of_another_version_is_not_written_to()
    {
        using var server = new LoopbackServer((what, _) => what.StartsWith("GET", StringComparison.Ordinal)
            ? (200, """{"articles-v0-0":{"mappings":{"_meta":{"format":"0.9"}}}}""")
            : (200, "{}"));

        var outage = await Assert.ThrowsAsync<IndexUnavailableException>(() => WriteAsync(server.Address, [Article("a1", "One")]));

        Assert.Equal(IndexOutage.NeedsRebuild, outage.Reason);
    }

    [Theory]
    [InlineData("http://reader:p%40ss@{0}", null, "Basic cmVhZGVyOnBAc3M=")]
    [InlineData("http://reader:p%40ss@{0}", "a2V5", "ApiKey a2V5")]
    [InlineData("http://{0}", null, null)]
    public async Task Credentials_are_sent_as_they_were_given(string address, string? key, string? expected)
    {
        using var server = new LoopbackServer((_, _) => (200, """{"count":0}"""));

        await SearchOver(string.Format(null, address, $"127.0.0.1:{server.Port}"), key).CountAsync(new(), Cancel);

        Assert.Equal(expected, server.Authorization);
    }

    private static (int, string)? Ready(string what) => what switch
    {
        "GET /articles/_mapping" => (404, "{}"),
        _ when what.StartsWith("PUT", StringComparison.Ordinal) => (200, """{"acknowledged":true}"""),
        _ => null,
    };

    private static (int, string) Bulk(string body, List<string[]> sent, Func<string, int> status)
    {
        string[] ids = [.. body.Split('\n').Where(l => l.StartsWith("{\"index\"", StringComparison.Ordinal)).Select(l => (string)JsonNode.Parse(l)!["index"]!["_id"]!)];
        sent.Add(ids);
        var items = ids.Select(id => status(id) is var code and >= 400
            ? $$$$"""{"index":{"_id":"{{{{id}}}}","status":{{{{code}}}},"error":{"type":"t","reason":"why not"}}}"""
            : $$$$"""{"index":{"_id":"{{{{id}}}}","status":201}}""");

        return (200, $$"""{"errors":true,"items":[{{string.Join(',', items)}}]}""");
    }

    private static ElasticsearchSearch SearchOver(string addresses, string? key = null)
    {
        var options = Options.Create(new ArticleIndexOptions { Elasticsearch = addresses, ApiKey = key });
        var connection = new ElasticsearchConnection(options, TimeProvider.System, NullLogger<ElasticsearchConnection>.Instance);

        return new(connection, new(connection, options, TimeProvider.System), QueryVocabulary.Empty, options, TimeProvider.System);
    }

    private static async Task WriteAsync(string address, IReadOnlyList<IndexedArticle> articles)
    {
        var options = Options.Create(new ArticleIndexOptions { Elasticsearch = address });
        using var connection = new ElasticsearchConnection(options, TimeProvider.System, NullLogger<ElasticsearchConnection>.Instance);
        var alias = new ElasticsearchAlias(connection, options, TimeProvider.System);
        using var index = new ElasticsearchIndex(connection, alias, new(connection, alias, QueryVocabulary.Empty, options, TimeProvider.System), TimeProvider.System);

        await index.UpsertAsync(articles, Cancel);
    }
}
