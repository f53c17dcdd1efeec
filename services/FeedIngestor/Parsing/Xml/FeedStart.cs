using System.Text.RegularExpressions;

namespace Monitoring.FeedIngestor.Parsing.Xml;

/// <summary>Finds the root element of a feed behind prologs, comments, document types and whatever a broken server printed first.</summary>
internal static partial class FeedStart
{
    // PHP warnings and copied page heads stay below this.
    private const int SearchCharacters = 64 * 1024;

    /// <summary>Where the root starts and whether junk stood before it; null when no feed starts anywhere.</summary>
    public static (int Index, bool Junk)? Find(string text)
    {
        var scanner = new MarkupScanner(text);
        var index = 0;
        var junk = false;
        while (index < text.Length)
        {
            var next = text.IndexOf('<', index);
            if (next < 0 || next > index + SearchCharacters)
            {
                return null;
            }

            junk |= !text.AsSpan(index, next - index).Trim().Trim('\uFEFF').IsEmpty;
            var end = scanner.EndOfNonElement(next);
            if (end < 0)
            {
                return At(text, next, junk);
            }

            index = end;
        }

        return null;
    }

    private static (int Index, bool Junk)? At(string text, int index, bool junk)
    {
        var length = Math.Min(SearchCharacters, text.Length - index);
        var match = Root().Match(text, index, length);
        return match.Success ? (match.Index, junk || match.Index != index) : null;
    }

    [GeneratedRegex(@"<(?:[A-Za-z][\w.\-]*:)?(?:rss|feed|rdf|channel)(?=[\s>/])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Root();
}
