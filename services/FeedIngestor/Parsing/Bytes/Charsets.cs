using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace Monitoring.FeedIngestor.Parsing.Bytes;

/// <summary>Encodings by the names that feeds and servers give them.</summary>
internal static partial class Charsets
{
    public static readonly Encoding Utf8 = new UTF8Encoding(false, true);

    // Browsers read the narrower name as the wider set (https://encoding.spec.whatwg.org/#names-and-labels), and publishers test in browsers.
    private static readonly FrozenDictionary<string, string> s_wider = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["iso-8859-1"] = "windows-1252",
        ["iso8859-1"] = "windows-1252",
        ["latin1"] = "windows-1252",
        ["l1"] = "windows-1252",
        ["ascii"] = "windows-1252",
        ["us-ascii"] = "windows-1252",
        ["ansi-x3.4-1968"] = "windows-1252",
        ["ansi"] = "windows-1252",
        ["iso-8859-9"] = "windows-1254",
        ["latin5"] = "windows-1254",
        ["iso-8859-11"] = "windows-874",
        ["tis-620"] = "windows-874",
        ["cp874"] = "windows-874",
        ["gb2312"] = "gb18030",
        ["gb-2312-80"] = "gb18030",
        ["gbk"] = "gb18030",
        ["x-gbk"] = "gb18030",
        ["cp936"] = "gb18030",
        ["ms936"] = "gb18030",
        ["euc-cn"] = "gb18030",
        ["sjis"] = "shift_jis",
        ["x-sjis"] = "shift_jis",
        ["shift-jis"] = "shift_jis",
        ["ms932"] = "shift_jis",
        ["cp932"] = "shift_jis",
        ["windows-31j"] = "shift_jis",
        ["x-euc-jp"] = "euc-jp",
        ["eucjp"] = "euc-jp",
        ["euc-kr"] = "ks_c_5601-1987",
        ["euckr"] = "ks_c_5601-1987",
        ["cp949"] = "ks_c_5601-1987",
        ["ks-c-5601-1987"] = "ks_c_5601-1987",
        ["uhc"] = "ks_c_5601-1987",
        ["ms949"] = "ks_c_5601-1987",
        ["big5-hkscs"] = "big5",
        ["cp950"] = "big5",
        ["x-x-big5"] = "big5",
        ["koi8r"] = "koi8-r",
        ["koi8u"] = "koi8-u",
        ["koi8"] = "koi8-r",
        ["mac"] = "macintosh",
        ["macroman"] = "macintosh",
        ["utf8"] = "utf-8",
        ["utf-8n"] = "utf-8",
        ["utf8mb4"] = "utf-8",
        ["unicode-1-1-utf-8"] = "utf-8",
        ["utf16"] = "utf-16",
        ["ucs-2"] = "utf-16",
        ["iso-10646-ucs-2"] = "utf-16",
        ["utf32"] = "utf-32",
        ["ucs-4"] = "utf-32",
        ["iso-10646-ucs-4"] = "utf-32",
        ["csucs4"] = "utf-32",
        ["csunicode"] = "utf-16",
        ["u8"] = "utf-8",
        ["u16"] = "utf-16",
        ["u32"] = "utf-32",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    static Charsets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Encoding Windows1252 => Find("windows-1252")!;

    /// <summary>The encoding with strict decoding, or null for a name that nobody knows.</summary>
    public static Encoding? Find(string? name)
    {
        name = name?.Trim().Trim('"', '\'').Trim();
        if (string.IsNullOrEmpty(name) || name.Length > 40)
        {
            return null;
        }

        name = name.Replace('_', '-').ToLowerInvariant();
        return Known(s_wider.GetValueOrDefault(name, name)) ?? ByNumber(name);
    }

    /// <summary>The same encoding, with U+FFFD for what it cannot read.</summary>
    public static Encoding Forgiving(Encoding encoding) =>
        Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback);

    public static bool IsWestern(Encoding encoding) => encoding.CodePage is 1252 or 28591 or 28605 or 20127;

    public static bool IsUnicode(Encoding encoding) => encoding.CodePage is 65001 or 1200 or 1201 or 12000 or 12001;

    /// <summary>"cp1251", "ibm850", "x-cp874", "iso8859-5": names that end in the number of a code page.</summary>
    private static Encoding? ByNumber(string name)
    {
        var match = Numbered().Match(name);
        if (!match.Success)
        {
            return null;
        }

        var number = match.Groups["number"].Value;
        return match.Groups["iso"].Success
            ? Known(s_wider.GetValueOrDefault("iso-8859-" + number, "iso-8859-" + number))
            : Known("windows-" + number) ?? Known("ibm" + number.PadLeft(3, '0')) ?? Known("cp" + number);
    }

    private static Encoding? Known(string name)
    {
        try
        {
            return Encoding.GetEncoding(name, EncoderFallback.ReplacementFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            // UTF-7 is refused by the platform (NotSupportedException): it has been a way around filters.
            return null;
        }
    }

    [GeneratedRegex("^(?:(?:x-)?(?:cp|ibm|windows|ms|dos)-?(?<number>[0-9]{2,5})|(?<iso>(?:x-)?iso-?8859)-?(?<number>[0-9]{1,2}))(?:-.*)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Numbered();
}
