using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Monitoring.FeedIngestor.Discovery;

/// <summary>Parses pages of strangers.</summary>
internal static class HtmlPage
{
    /// <summary>Honest pages stay under 60; whatever walks a document by recursion would end the process far beyond this.</summary>
    private const int MostDepth = 400;

    /// <summary>Null when the page is nested beyond reason.</summary>
    public static IHtmlDocument? Parse(string page)
    {
        var document = new HtmlParser().ParseDocument(page);
        if (IsSane(document))
        {
            return document;
        }

        document.Dispose();
        return null;
    }

    private static bool IsSane(IHtmlDocument document)
    {
        var depth = 0;
        for (INode? node = document; node is not null;)
        {
            if (node.FirstChild is { } child)
            {
                node = child;
                if (++depth > MostDepth)
                {
                    return false;
                }

                continue;
            }

            while (node is not null && node.NextSibling is null)
            {
                node = node.Parent;
                depth--;
            }

            node = node?.NextSibling;
        }

        return true;
    }
}
