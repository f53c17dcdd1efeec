using System.Xml.Linq;
using CodeHollow.FeedReader.Feeds;
using Monitoring.FeedIngestor.Parsing.Drafts;
using Monitoring.FeedIngestor.Parsing.Xml;

namespace Monitoring.FeedIngestor.Parsing.CodeHollow;

/// <summary>
/// The first reader: CodeHollow.FeedReader, for the documents that it reads as their publishers meant them. It gets our elements instead of the text,
/// because its own parsing resolves document types and takes encodings on trust.
/// </summary>
internal static class CodeHollowReader
{
    /// <summary>Null when the document is beyond what CodeHollow reads correctly, or when it fails.</summary>
    public static FeedDocument? TryRead(XElement root, ReadContext context)
    {
        try
        {
            return root.Name.LocalName switch
            {
                "rss" when root.Element("channel") is { } channel && RssLimits.Allow(root, channel) => ReadRss(root, channel, context),
                "feed" when AtomLimits.Allow(root) => ReadAtom(root, context),
                _ => null,
            };
        }
#pragma warning disable CA1031 // A library that fails on a feed, in whatever way, leaves the feed to the second reader.
        catch (Exception failure) when (failure is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    private static FeedDocument ReadRss(XElement root, XElement channel, ReadContext context)
    {
        var source = new Rss20Feed("", channel);
        var scope = new Scope(context.Address);
        var feed = new FeedDraft();
        feed.Title.Offer(Html(source.Title, scope), 1);
        feed.Link.Offer(scope.Resolve(source.Link), LinkRanks.Plain);
        feed.Description.Offer(Html(source.Description, scope), 1);
        feed.Language.Offer(ItemIds.Read(source.Language), 0);
        feed.Authors.Offer(People.Read(source.ManagingEditor), 1);
        feed.Authors.Offer(People.Read(source.WebMaster), 7);
        feed.Dates.OfferPublished(source.PublishingDateString, 1);
        feed.Dates.OfferUpdated(source.LastBuildDateString, 1);
        feed.Hints.TimeToLive(source.TTL);
        feed.Hints.Period(source.Sy.UpdatePeriod);
        feed.Hints.Frequency(source.Sy.UpdateFrequency);
        foreach (var hour in source.SkipHours ?? [])
        {
            feed.Hints.SkipHour(hour);
        }

        foreach (var day in source.SkipDays ?? [])
        {
            feed.Hints.SkipDay(day);
        }

        XmlFeed.ReadLinks(channel, scope, feed);
        var items = source.Items.OfType<Rss20FeedItem>().Select(item => ReadItem(item, scope)).ToList();
        return Finish(FeedFormats.RssOfVersion(root.Attribute("version")?.Value), feed, items, scope, context);
    }

    private static FeedItem ReadItem(Rss20FeedItem source, Scope scope)
    {
        var item = new ItemDraft(scope);
        item.Id.Offer(ItemIds.Read(source.Guid), 1);
        item.Link.Offer(scope.Resolve(source.Link), LinkRanks.Plain);
        item.Title.Offer(Html(source.Title, scope), 1);
        item.Summary.Offer(Html(source.Description, scope), 1);
        item.Content.Offer(Html(source.Content, scope), 1);
        item.Authors.Offer(People.Read(source.Author), 1);
        item.Authors.Offer(People.Read(source.DC.Creator), 1);
        item.Dates.OfferPublished(source.PublishingDateString, 1);
        item.AddEnclosure(source.Enclosure.Url, source.Enclosure.MediaType, $"{source.Enclosure.Length}");
        foreach (var category in source.Categories)
        {
            item.AddCategory(category);
        }

        return item.Finish();
    }

    private static FeedDocument ReadAtom(XElement root, ReadContext context)
    {
        var source = new global::CodeHollow.FeedReader.Feeds.AtomFeed("", root);
        var scope = new Scope(context.Address);
        var feed = new FeedDraft();
        feed.Id.Offer(ItemIds.Read(source.Id), 0);
        feed.Title.Offer(Html(source.Title, scope), 0);
        feed.Description.Offer(Html(source.Subtitle, scope), 0);
        feed.Authors.Offer(Person(source.Author), 0);
        feed.Dates.OfferUpdated(source.UpdatedDateString, 0);
        XmlFeed.ReadLinks(root, scope, feed);
        var items = source.Items.OfType<AtomFeedItem>().Select(item => ReadEntry(item, scope)).ToList();
        return Finish(FeedFormats.Atom10, feed, items, scope, context);
    }

    private static FeedItem ReadEntry(AtomFeedItem source, Scope scope)
    {
        var item = new ItemDraft(scope);
        item.Id.Offer(ItemIds.Read(source.Id), 0);
        item.Link.Offer(scope.Resolve(source.Link), LinkRanks.Alternate);
        item.Title.Offer(Html(source.Title, scope), 0);
        item.Summary.Offer(Html(source.Summary, scope), 0);
        item.Content.Offer(Html(source.Content, scope), 0);
        item.Authors.Offer(Person(source.Author), 0);
        item.Dates.OfferPublished(source.PublishedDateString, 0);
        item.Dates.OfferUpdated(source.UpdatedDateString, 0);
        foreach (var category in source.Categories)
        {
            item.AddCategory(category);
        }

        return item.Finish();
    }

    private static FeedDocument Finish(string format, FeedDraft feed, List<FeedItem> items, Scope scope, ReadContext context) =>
        feed.Finish(format, scope, items, context) with { Reader = FeedDocument.CodeHollowReader };

    private static FeedText? Html(string? value, Scope scope) => FeedText.Of(value ?? "", isHtml: true, scope);

    private static FeedPerson? Person(global::CodeHollow.FeedReader.Feeds.AtomPerson? person)
    {
        var read = new FeedPerson(ItemIds.Read(person?.Name), ItemIds.Read(person?.EMail), ItemIds.Read(person?.Uri));
        return read is { Name: null, Email: null, Address: null } ? null : read;
    }
}
