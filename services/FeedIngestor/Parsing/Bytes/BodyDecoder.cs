using System.Text;
using UtfUnknown;

namespace Monitoring.FeedIngestor.Parsing.Bytes;

/// <summary>
/// Turns bytes into text. Marks and bit patterns are believed first, then the HTTP header, then the XML prolog; a claim that the bytes
/// contradict is dropped for what the bytes say.
/// </summary>
internal static class BodyDecoder
{
    // Detection needs some hundred letters; more costs time without changing the answer.
    private const int DetectionBytes = 128 * 1024;

    public static DecodedBody Decode(ReadOnlySpan<byte> body, string? contentType)
    {
        if (UnicodeSigns.Find(body) is var (encoding, mark))
        {
            return encoding.CodePage == 65001
                ? AsUtf8(body[mark..], Utf8Survey.Of(body[mark..]))
                : new DecodedBody(encoding.GetString(body[mark..]), encoding.WebName);
        }

        var survey = Utf8Survey.Of(body);
        var claim = Claim(body, contentType, survey);
        if (survey.IsAscii && (claim is null || !ChangesAscii(claim)))
        {
            return new DecodedBody(Encoding.ASCII.GetString(body), claim is null || Charsets.IsUnicode(claim) ? "utf-8" : claim.WebName);
        }

        return claim is null || claim.CodePage == 65001 ? AsUtf8(body, survey) : AsClaimed(body, survey, claim);
    }

    /// <summary>
    /// The header outranks the prolog (RFC 7303), but a Western header over a prolog that names something else is the server's default for everything.
    /// </summary>
    private static Encoding? Claim(ReadOnlySpan<byte> body, string? contentType, Utf8Survey survey)
    {
        var prolog = DeclaredCharset.FromProlog(body);
        var http = DeclaredCharset.FromHttp(contentType);
        return http is null || !Fits(http, body, survey) || (prolog is not null && Charsets.IsWestern(http)) ? prolog : http;
    }

    private static DecodedBody AsClaimed(ReadOnlySpan<byte> body, Utf8Survey survey, Encoding claim)
    {
        // Two valid sequences and nothing broken do not happen by chance in Western text; other scripts get a wider margin.
        if (survey.Broken == 0 && survey.Valid >= (Charsets.IsWestern(claim) ? 1 : 4))
        {
            return new DecodedBody(Encoding.UTF8.GetString(body), "utf-8", $"The body claims {claim.WebName} and is UTF-8.");
        }

        if (!Charsets.IsUnicode(claim) && TryDecode(claim, body) is { } text)
        {
            return new DecodedBody(text, claim.WebName);
        }

        if (survey.Valid > survey.Broken)
        {
            return AsUtf8(body, survey);
        }

        var guess = Detect(body);
        if (!Charsets.IsUnicode(claim) && (guess is null || guess.CodePage == claim.CodePage))
        {
            return new DecodedBody(Charsets.Forgiving(claim).GetString(body), claim.WebName, $"Some bytes are not {claim.WebName}.");
        }

        return AsGuessed(body, guess, claim.WebName);
    }

    private static DecodedBody AsUtf8(ReadOnlySpan<byte> body, Utf8Survey survey)
    {
        if (survey.Broken == 0)
        {
            return new DecodedBody(Encoding.UTF8.GetString(body), "utf-8");
        }

        // Mostly UTF-8 with stray bytes is a page put together from two sources; without any valid sequence it is another encoding.
        return survey.Valid > survey.Broken / 2
            ? new DecodedBody(MixedUtf8.Decode(body), "utf-8", "Some bytes are not UTF-8; they were read as windows-1252.")
            : AsGuessed(body, Detect(body), "utf-8");
    }

    private static DecodedBody AsGuessed(ReadOnlySpan<byte> body, Encoding? guess, string claim)
    {
        var encoding = guess ?? Charsets.Windows1252;
        var text = TryDecode(encoding, body) ?? Charsets.Forgiving(encoding).GetString(body);
        return new DecodedBody(text, encoding.WebName, $"The body is not {claim}; it reads as {encoding.WebName}.");
    }

    private static Encoding? Detect(ReadOnlySpan<byte> body)
    {
        var sample = body[..Math.Min(body.Length, DetectionBytes)].ToArray();
        var detected = CharsetDetector.DetectFromBytes(sample).Detected;
        return detected is { Confidence: > 0.4f } ? Charsets.Find(detected.EncodingName) : null;
    }

    private static bool Fits(Encoding claim, ReadOnlySpan<byte> body, Utf8Survey survey) =>
        claim.CodePage == 65001 ? survey.Broken == 0 : !Charsets.IsUnicode(claim) && (survey.IsAscii || TryDecode(claim, body) is not null);

    private static bool ChangesAscii(Encoding claim) =>
        !Charsets.IsUnicode(claim) && claim.CodePage is >= 50220 and <= 50229 or 52936;

    private static string? TryDecode(Encoding strict, ReadOnlySpan<byte> body)
    {
        try
        {
            return strict.GetString(body);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
