using Monitoring.FeedIngestor.Fetching;
using Monitoring.FeedIngestor.Parsing;
using Monitoring.FeedIngestor.Parsing.Bytes;
using Monitoring.FeedIngestor.Polling;
using Monitoring.Outbound;

namespace Monitoring.FeedIngestor.Discovery;

/// <summary>Finds the feeds behind an address: the address itself, what its page declares, what it links to, the usual places.</summary>
internal sealed class FeedDiscovery(PoliteClient http, VisitFactory visits)
{
    private const int MostTried = 6;

    public async Task<DiscoveredFeeds> FindAsync(Uri address, CancellationToken cancel)
    {
        await using var visit = visits.Begin();
        var (result, document) = await ReadAsync(address, visit, cancel);
        if (document is { IsFeed: true })
        {
            return new([Found(address, result, document)], null);
        }

        if (result.Outcome != OutboundOutcome.Answered)
        {
            return new([], result.Problem);
        }

        if ((int)result.Status >= 400)
        {
            return new([], $"The server answered {(int)result.Status}.");
        }

        var page = BodyDecoder.Decode(result.Body.Span, result.ContentHeaders?.ContentType?.ToString()).Text;
        var named = await TryAsync(PageLinks.Find(page, result.Address), visit, all: true, cancel);
        var feeds = named.Count > 0 ? named : await TryAsync(PageLinks.UsualPaths.Select(path => new Uri(result.Address, path)), visit, all: false, cancel);
        return feeds.Count > 0 ? new(WithoutComments(feeds), null) : new([], $"{result.Address.Host} answers with a page that names no feed, and none is at the usual places.");
    }

    private async Task<List<FoundFeed>> TryAsync(IEnumerable<Uri> addresses, Visit visit, bool all, CancellationToken cancel)
    {
        var found = new List<FoundFeed>();
        foreach (var address in addresses.Take(MostTried))
        {
            var (result, document) = await ReadAsync(address, visit, cancel);
            if (document is { IsFeed: true })
            {
                found.Add(Found(address, result, document));
                if (!all)
                {
                    break;
                }
            }
        }

        return [.. found.DistinctBy(feed => feed.Address)];
    }

    private async Task<(OutboundResult Result, FeedDocument? Document)> ReadAsync(Uri address, Visit visit, CancellationToken cancel)
    {
        var request = new OutboundRequest(address) { Prepare = message => message.Headers.TryAddWithoutValidation("Accept", FeedFetcher.Accepted) };
        var answer = (await http.GetAsync(request, visit, ignoreRobots: false, cancel)).Result;
        var isDocument = answer is { Outcome: OutboundOutcome.Answered, Status: System.Net.HttpStatusCode.OK, Body.IsEmpty: false };
        return (answer, isDocument ? FeedReader.Read(answer.Body, answer.ContentHeaders?.ContentType?.ToString(), answer.Address) : null);
    }

    // A redirect for now says nothing about tomorrow: only one for good gives the address to follow.
    private static FoundFeed Found(Uri asked, OutboundResult result, FeedDocument document) => new(
        (result.MovedTo ?? asked).AbsoluteUri, document.Title is { Length: > 0 } title ? title : asked.Host, document.Link, document.Language, document.Items.Count);

    private static IReadOnlyList<FoundFeed> WithoutComments(List<FoundFeed> feeds)
    {
        var news = feeds.Where(feed => !feed.Address.Contains("comment", StringComparison.OrdinalIgnoreCase)).ToList();
        return news.Count > 0 ? news : feeds;
    }
}

/// <summary>A feed that answered.</summary>
internal sealed record FoundFeed(string Address, string Title, string? SiteUrl, string? Language, int Items);

/// <summary>What was found, or why nothing.</summary>
internal sealed record DiscoveredFeeds(IReadOnlyList<FoundFeed> Feeds, string? Problem);
