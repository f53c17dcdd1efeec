using System.Text;

namespace Monitoring.FeedIngestor.Parsing.Bytes;

/// <summary>Encodings that the first bytes give away: byte order marks, and appendix F of XML 1.0 for what has none.</summary>
internal static class UnicodeSigns
{
    private static readonly Encoding s_utf32Big = new UTF32Encoding(bigEndian: true, byteOrderMark: false);

    /// <summary>The encoding and how many bytes its mark takes, or null.</summary>
    public static (Encoding Encoding, int MarkLength)? Find(ReadOnlySpan<byte> body) => body switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0, 0, 0xFE, 0xFF, ..] => (s_utf32Big, 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        [(byte)'<' or (byte)'{' or (byte)' ' or (byte)'\n' or (byte)'\r', 0, 0, 0, ..] => (Encoding.UTF32, 0),
        [0, 0, 0, (byte)'<' or (byte)'{' or (byte)' ' or (byte)'\n' or (byte)'\r', ..] => (s_utf32Big, 0),
        [(byte)'<' or (byte)'{' or (byte)' ' or (byte)'\n' or (byte)'\r', 0, not 0, ..] => (Encoding.Unicode, 0),
        [0, (byte)'<' or (byte)'{' or (byte)' ' or (byte)'\n' or (byte)'\r', 0, not 0, ..] => (Encoding.BigEndianUnicode, 0),
        [0x4C, 0x6F, 0xA7, 0x94, ..] => (Charsets.Forgiving(DeclaredCharset.FromEbcdicProlog(body) ?? Charsets.Find("ibm037")!), 0),
        _ => null,
    };
}
