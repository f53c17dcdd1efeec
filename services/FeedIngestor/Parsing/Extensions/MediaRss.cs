using System.Xml.Linq;
using Monitoring.FeedIngestor.Parsing.Drafts;
using Monitoring.FeedIngestor.Parsing.Rss;
using Monitoring.FeedIngestor.Parsing.Xml;

namespace Monitoring.FeedIngestor.Parsing.Extensions;

/// <summary>Media RSS: files, and the texts of items that have no others.</summary>
internal static class MediaRss
{
    public static void ReadItem(XElement element, string name, Scope scope, ItemDraft item)
    {
        switch (name)
        {
            case "group" or "content":
                item.AddEnclosure(scope.Resolve(element.Attribute("url")?.Value), element.Attribute("type")?.Value, element.Attribute("fileSize")?.Value);
                ReadInside(element, scope, item);
                break;
            case "title":
                item.Title.Offer(RssText.Read(element, scope), 5);
                break;
            case "description" or "text":
                item.Summary.Offer(RssText.Read(element, scope), name == "text" ? 8 : 6);
                break;
            case "credit" when element.Attribute("role")?.Value.Trim().ToLowerInvariant() is null or "author":
                item.Authors.Offer(People.Read(element.Value), 6);
                break;
            case "category":
                item.AddCategory(element.Attribute("label")?.Value ?? element.Value);
                break;
            case "keywords":
                foreach (var keyword in element.Value.Split(',').Take(FeedLimits.ListEntries))
                {
                    item.AddCategory(keyword);
                }

                break;
        }
    }

    // group > content > title is as deep as the vocabulary goes; a text inside a file's element may be about the file alone.
    private static void ReadInside(XElement element, Scope scope, ItemDraft item)
    {
        foreach (var child in element.Elements())
        {
            if (Vocabularies.Of(child.Name) == Vocabulary.Media)
            {
                ReadItem(child, child.Name.LocalName.ToLowerInvariant(), scope.Enter(child), item);
            }
        }
    }
}
