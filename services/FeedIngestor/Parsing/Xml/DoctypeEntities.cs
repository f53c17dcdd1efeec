using System.Text.RegularExpressions;

namespace Monitoring.FeedIngestor.Parsing.Xml;

/// <summary>
/// Reads the internal entities that a document type declares with a plain value. Values that refer to other entities, parameter
/// entities and external ones are not read: they are what attacks are made of.
/// </summary>
internal static partial class DoctypeEntities
{
    private const int SearchCharacters = 32 * 1024;
    private const int Most = 300;

    public static Entities Read(string prolog)
    {
        if (!prolog.Contains("<!ENTITY", StringComparison.Ordinal))
        {
            return Entities.Html;
        }

        var declared = new Dictionary<string, string>();
        foreach (var match in Declaration().EnumerateMatches(prolog.AsSpan(0, Math.Min(prolog.Length, SearchCharacters))))
        {
            var groups = Declaration().Match(prolog, match.Index, match.Length).Groups;
            if (declared.Count < Most)
            {
                declared.TryAdd(groups[1].Value, Entities.Html.Decode(groups[3].Value));
            }
        }

        return new Entities(declared);
    }

    [GeneratedRegex("""<!ENTITY\s+([A-Za-z_][\w.\-]{0,38})\s+(["'])((?:[^&%<"']|&#x?[0-9A-Fa-f]{1,6};){0,1000})\2\s*>""", RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();
}
