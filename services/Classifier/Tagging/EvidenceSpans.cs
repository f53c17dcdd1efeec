using Monitoring.Classifier.Themes;
using Monitoring.Contracts;

namespace Monitoring.Classifier.Tagging;

/// <summary>Turns folded spans into spans of the title or the text as the article has them.</summary>
internal static class EvidenceSpans
{
    /// <summary>Null for a span that reaches over the end of the title.</summary>
    public static Evidence? From(ReadArticle article, int start, int end)
    {
        var (from, length) = article.Folded.ToOriginal(start, end);
        if (from < article.TitleLength)
        {
            return from + length <= article.TitleLength
                ? new Evidence(EvidenceField.Title, from, length, article.Folded.Original.Substring(from, length))
                : null;
        }

        // One unit for the line break between title and text.
        return from > article.TitleLength
            ? new Evidence(EvidenceField.Text, from - article.TitleLength - 1, length, article.Folded.Original.Substring(from, length))
            : null;
    }
}
