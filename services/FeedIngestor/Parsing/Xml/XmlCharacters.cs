using System.Buffers;
using System.Text;

namespace Monitoring.FeedIngestor.Parsing.Xml;

/// <summary>Characters that XML allows, and what to do with the others.</summary>
internal static class XmlCharacters
{
    private static readonly SearchValues<char> s_forbidden = SearchValues.Create(
        Enumerable.Range(0, 0x20).Select(code => (char)code).Where(letter => letter is not ('\t' or '\n' or '\r'))
            .Concat(['\uFFFE', '\uFFFF']).ToArray());

    // References to 128-159 mean windows-1252 in every browser (https://html.spec.whatwg.org/#numeric-character-reference-end-state).
    private const string Windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    public static string FromReference(uint code) => code switch
    {
        < 0x20 and not (9 or 10 or 13) => "",
        >= 0x80 and <= 0x9F => Windows1252[(int)code - 0x80].ToString(),
        0xFFFE or 0xFFFF => "",
        _ => Rune.IsValid(code) ? new Rune(code).ToString() : "\uFFFD",
    };

    /// <summary>The text without characters that no XML document may hold.</summary>
    public static string Strip(string text)
    {
        if (!text.AsSpan().ContainsAny(s_forbidden))
        {
            return text;
        }

        var kept = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (!s_forbidden.Contains(letter))
            {
                kept.Append(letter);
            }
        }

        return kept.ToString();
    }
}
