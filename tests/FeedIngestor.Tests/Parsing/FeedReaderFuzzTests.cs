using System.Diagnostics;
using System.Globalization;
using System.Text;
using CsCheck;
using Monitoring.FeedIngestor.Parsing;
using Monitoring.FeedIngestor.Parsing.Html;

namespace Monitoring.FeedIngestor.Tests.Parsing;

/// <summary>Mutated feeds: the reader answers always, soon and without eating memory. FUZZ_ITERATIONS sets how many are tried.</summary>
public class FeedReaderFuzzTests
{
    // Bodies larger than this test the machine more than the reader.
    private const int LargestBody = 200_000;

    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(1);
    private const long MostBytes = 64 * 1024 * 1024;

    private static readonly byte[][] s_bodies = [.. Bodies()];

    private static readonly Gen<byte[]> s_pieces = Gen.OneOf(
        "<", "</", ">", "<![CDATA[", "]]>", "<!--", "-->", "<?xml encoding='utf-16'?>", "<!DOCTYPE x [<!ENTITY a \"bb\">]>", "&a;", "&#x0;", "&#55357;", "&#xFFFFFFF;", "&nbsp;", "\0", "\uFEFF",
        "<item>", "</item>", "<entry>", "</channel>", "<title>", "</title>", " xml:base=\"http://[\"", " xml:lang=''", "\"", "'", "=", "<a href=\"", "<rss version=''>", "<x:y>", "{", "}", "[", "]",
        "\u0001", "<link>http://[::1</link>", "<p style='", "<script>", "<b><b><b><b>", "<pubDate>32 Foo 99999 99:99</pubDate>", " type=\"xhtml\"", " mode=\"base64\"", " xmlns=\"\"", " xmlns:a='b'",
        "<guid isPermaLink>", "\"items\":[{\"id\":1},", "\\ud800", "<content type='image/png'>").Select(Encoding.UTF8.GetBytes);

    private static readonly Gen<Func<byte[], byte[]>> s_mutation = Gen.OneOf(
        Gen.Select(Gen.Double.Unit, Gen.Byte, (at, value) => Change(body => Set(body, At(body, at), value))),
        Gen.Select(Gen.Double.Unit, Gen.Int[1, 300], (at, length) => Change(body => Cut(body, At(body, at), length))),
        Gen.Select(Gen.Double.Unit, Gen.Double.Unit, Gen.Int[1, 3_000], (from, to, length) => Change(body => Insert(body, At(body, to), Part(body, At(body, from), length)))),
        Gen.Select(Gen.Double.Unit, s_pieces, (at, piece) => Change(body => Insert(body, At(body, at), piece))),
        Gen.Select(Gen.Double.Unit, s_pieces, Gen.Int[2, 300], (at, piece, times) => Change(body => Insert(body, At(body, at), Repeat(piece, times)))),
        Gen.Select(Gen.Double.Unit, Gen.Int[0, s_bodies.Length - 1], Gen.Double.Unit, (at, other, from) => Change(body => Insert(body, At(body, at), Part(s_bodies[other], At(s_bodies[other], from), 400)))),
        Gen.Double[0.5, 1].Select(at => Change(body => body[..At(body, at)])));

    private static readonly string?[] s_contentTypes = [null, "text/xml; charset=iso-8859-1", "application/json", "text/xml; charset=utf-16", "text/html"];

    [Fact]
    public void Mutated_feeds_are_answered_soon_and_without_exceptions()
    {
        var iterations = int.TryParse(Environment.GetEnvironmentVariable("FUZZ_ITERATIONS"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 5_000;
        Gen.Int[0, s_bodies.Length - 1].SelectMany(_ => s_mutation.Array[1, 6], (body, mutations) => (body, mutations))
            .Select(Gen.Int[0, s_contentTypes.Length - 1], (feed, type) => (feed.body, feed.mutations, type))
            .Sample(feed => Read(feed.mutations.Aggregate(s_bodies[feed.body], (body, change) => change(body)), s_contentTypes[feed.type]), iter: iterations, seed: "0000KDXmSy41", threads: 1);
    }

    private static void Read(byte[] body, string? contentType)
    {
        var (time, bytes) = Cost(body, contentType);

        // The machine may have been busy elsewhere: only what is slow three times is slow.
        for (var again = 0; again < 2 && time > s_longest; again++)
        {
            time = Cost(body, contentType).Time;
        }

        Assert.True(time <= s_longest, $"{time.TotalSeconds:F1} s for {body.Length} bytes");
        Assert.True(bytes <= MostBytes, $"{bytes / 1024 / 1024} MB for {body.Length} bytes");
    }

    private static (TimeSpan Time, long Bytes) Cost(byte[] body, string? contentType)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var started = Stopwatch.GetTimestamp();
        var document = FeedReader.Read(body, contentType, FeedFiles.Address);
        foreach (var html in document.Items.Select(item => item.Content ?? item.Summary).OfType<string>())
        {
            PlainText.From(html);
            SafeHtml.Clean(html, FeedFiles.Address);
        }

        return (Stopwatch.GetElapsedTime(started), GC.GetAllocatedBytesForCurrentThread() - allocated);
    }

    private static IEnumerable<byte[]> Bodies()
    {
        var shared = Path.Combine(FeedFiles.Repository, "..", "shared", "conformance", "feeds");
        var others = Directory.Exists(shared) ? Directory.EnumerateFiles(shared, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : Enumerable.Empty<string>();
        return FeedFiles.Names.Select(FeedFiles.Bytes).Concat(others.Select(File.ReadAllBytes)).Where(body => body.Length is > 0 and < LargestBody);
    }

    private static Func<byte[], byte[]> Change(Func<byte[], byte[]> change) => body => body.Length == 0 ? body : change(body);

    private static int At(byte[] body, double share) => Math.Min((int)(share * body.Length), body.Length - 1);

    private static byte[] Part(byte[] body, int from, int length) => body[from..Math.Min(body.Length, from + length)];

    private static byte[] Set(byte[] body, int at, byte value) => [.. body[..at], value, .. body[(at + 1)..]];

    private static byte[] Cut(byte[] body, int at, int length) => [.. body[..at], .. body[Math.Min(body.Length, at + length)..]];

    private static byte[] Insert(byte[] body, int at, byte[] piece) => [.. body[..at], .. piece, .. body[at..]];

    private static byte[] Repeat(byte[] piece, int times) => [.. Enumerable.Repeat(piece, times).SelectMany(bytes => bytes)];
}
