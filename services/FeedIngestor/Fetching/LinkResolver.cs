using System.Collections.Frozen;
using Dapper;
using Monitoring.FeedIngestor.Parsing;
using Monitoring.FeedIngestor.Polling;
using Monitoring.Outbound;
using Monitoring.Storage;

namespace Monitoring.FeedIngestor.Fetching;

/// <summary>
/// Follows links of services that only pass readers on, as far as the publisher's address, which is not asked itself. What was found is
/// kept, so a link costs one request for good.
/// </summary>
internal sealed class LinkResolver(PoliteClient http, Database<FeedIngestorModule> database, TimeProvider clock)
{
    /// <summary>A poll waits for no more: the rest is resolved by the next one.</summary>
    private const int MostRequests = 20;

    private const string AtPublisher = "The publisher is reached.";

    private static readonly FrozenSet<string> s_passing = FrozenSet.ToFrozenSet(
        [
            "feedproxy.google.com", "feeds.feedburner.com", "feedproxy.feedburner.com", "rss.feedsportal.com", "feeds.feedblitz.com", "p.feedblitz.com",
            "news.google.com", "t.co", "bit.ly", "j.mp", "ow.ly", "buff.ly", "dlvr.it", "trib.al", "tinyurl.com", "is.gd", "lnkd.in", "ift.tt", "hubs.ly",
            "shar.es", "po.st", "goo.gl", "rb.gy", "cutt.ly", "flip.it", "reut.rs", "nyti.ms", "bbc.in", "wapo.st", "econ.st", "on.ft.com", "bloom.bg",
            "apne.ws", "cnn.it", "politi.co", "tcrn.ch", "zd.net", "feedly.com", "rss.app",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The document with every link resolved that could be; the others stay as they are.</summary>
    public async Task<FeedDocument> ResolveAsync(FeedDocument document, Visit visit, CancellationToken cancel)
    {
        var links = document.Items.Select(item => item.Link).OfType<string>().Where(IsPassing).Distinct().ToArray();
        if (links.Length == 0)
        {
            return document;
        }

        var known = await KnownAsync(links, cancel);
        foreach (var link in links.Where(link => !known.ContainsKey(link)).Take(MostRequests))
        {
            known[link] = await FollowAsync(new Uri(link), visit, cancel);
            await KeepAsync(link, known[link], cancel);
        }

        return document with
        {
            Items = [.. document.Items.Select(item => item.Link is { } link && known.GetValueOrDefault(link) is { } target ? item with { Link = target } : item)],
        };
    }

    private static bool IsPassing(string link) => Uri.TryCreate(link, UriKind.Absolute, out var address) && s_passing.Contains(address.Host);

    /// <summary>Null when the link leads nowhere, or its service refuses us: then the link itself is the article's address.</summary>
    private async Task<string?> FollowAsync(Uri link, Visit visit, CancellationToken cancel)
    {
        var answer = await http.GetAsync(new OutboundRequest(link) { MaxBodyBytes = 64 * 1024 }, visit, ignoreRobots: false, cancel, StopAtPublisher);
        return answer.Result is { Outcome: OutboundOutcome.Refused, Problem: AtPublisher } ? answer.Result.Address.AbsoluteUri : null;
    }

    private static string? StopAtPublisher(Uri address) => s_passing.Contains(address.Host) ? null : AtPublisher;

    private async Task<Dictionary<string, string?>> KnownAsync(string[] links, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        var rows = await connection.QueryAsync<(string Link, string? Target)>(new CommandDefinition(
            $"select link, target from resolved_links where link {database.IsOneOf("links")}", new { links }, cancellationToken: cancel));
        return rows.ToDictionary(row => row.Link, row => row.Target);
    }

    private Task KeepAsync(string link, string? target, CancellationToken cancel) =>
        database.WriteAsync(
            transaction => transaction.Connection!.ExecuteAsync(
                "insert into resolved_links (link, target, resolved_at) values (@link, @target, @now) on conflict do nothing",
                new { link, target, now = clock.GetUtcNow() },
                transaction),
            cancel);
}
