using System.Text;
using Monitoring.Outbound;

namespace Monitoring.FeedIngestor.Tests.Hostile;

/// <summary>What servers do to a client, by name, and how the request must end.</summary>
/// <param name="Answer">What the server does after the request.</param>
/// <param name="Outcome">How it ends.</param>
/// <param name="Says">Part of the sentence that the operator reads.</param>
/// <param name="Secure">Asked by https.</param>
internal sealed record HostileCase(Func<HostileConnection, Task> Answer, OutboundOutcome Outcome, string? Says = null, bool Secure = false);

internal static class HostileCases
{
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nConnection: close\r\n";
    private const string Chunked = Head + "Transfer-Encoding: chunked\r\n\r\n";
    private const string Item = "<item><title>One of many</title><link>https://example.org/a</link></item>\n";
    private static readonly TimeSpan s_drip = TimeSpan.FromMilliseconds(100);

    /// <summary>A feed with one item, for servers that do answer.</summary>
    public const string Feed = "<rss version=\"2.0\"><channel><title>Gazette</title><item><title>A title</title><link>https://example.org/1</link></item></channel></rss>";

    public static IReadOnlyDictionary<string, HostileCase> All { get; } =
        Slow().Concat(Endless()).Concat(Bombed()).Concat(Framing()).Concat(Headers()).Concat(NoHttp()).ToDictionary(each => each.Name, each => each.Case);

    private static IEnumerable<(string Name, HostileCase Case)> Slow()
    {
        yield return ("silence", new(server => server.StayAsync(), OutboundOutcome.TimedOut));
        yield return ("status line, then silence", new(async server =>
        {
            await server.SendAsync("HTTP/1.1 200 OK\r\n");
            await server.StayAsync();
        }, OutboundOutcome.TimedOut));
        yield return ("headers byte by byte", new(async server =>
        {
            await server.SendAsync(Head + "X-Slow: ");
            await server.SendForeverAsync("z", s_drip);
        }, OutboundOutcome.TimedOut));
        yield return ("body byte by byte", new(async server =>
        {
            await server.SendAsync(Head + "\r\n<rss>");
            await server.SendForeverAsync(" ", s_drip);
        }, OutboundOutcome.TimedOut));
        yield return ("chunks of one byte", new(async server =>
        {
            await server.SendAsync(Chunked);
            await server.SendForeverAsync("1\r\nx\r\n", s_drip);
        }, OutboundOutcome.TimedOut));
        yield return ("gzip byte by byte", new(async server =>
        {
            await server.SendAsync(Head + "Content-Encoding: gzip\r\n\r\n");
            foreach (var each in Bombs.Gzip)
            {
                await server.SendAsync([each]);
                await Task.Delay(s_drip, server.End);
            }
        }, OutboundOutcome.TimedOut));
        yield return ("every redirect takes its time", new(async server =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(800), server.End);
            await server.RedirectAsync(server.Path + "x");
        }, OutboundOutcome.TimedOut));
        yield return ("endless interim answers", new(server => server.SendForeverAsync("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n", TimeSpan.FromMilliseconds(5)), OutboundOutcome.TimedOut));
        yield return ("handshake without end", new(server => server.StayAsync(), OutboundOutcome.TimedOut, Secure: true));
    }

    private static IEnumerable<(string Name, HostileCase Case)> Endless()
    {
        yield return ("endless body", new(async server =>
        {
            await server.SendAsync(Head + "\r\n<rss><channel>");
            await server.SendForeverAsync(Item);
        }, OutboundOutcome.TooLarge, "larger than"));
        yield return ("endless chunks", new(async server =>
        {
            await server.SendAsync(Chunked);
            await server.SendForeverAsync($"{Item.Length:x}\r\n{Item}\r\n");
        }, OutboundOutcome.TooLarge));
        yield return ("announces a terabyte", new(server => server.SendAsync(Head + "Content-Length: 1099511627776\r\n\r\n<rss>"), OutboundOutcome.TooLarge));
        yield return ("one chunk of four gigabytes", new(async server =>
        {
            await server.SendAsync(Chunked + "FFFFFFFF\r\n");
            await server.SendForeverAsync(Item);
        }, OutboundOutcome.TooLarge));
    }

    private static IEnumerable<(string Name, HostileCase Case)> Bombed()
    {
        yield return ("gzip bomb", new(server => server.AnswerAsync(Bombs.Gzip, "gzip"), OutboundOutcome.TooLarge));
        yield return ("deflate bomb with zlib header", new(server => server.AnswerAsync(Bombs.Zlib, "deflate"), OutboundOutcome.TooLarge));
        yield return ("deflate bomb, raw", new(server => server.AnswerAsync(Bombs.Deflate, "deflate"), OutboundOutcome.TooLarge));
        yield return ("brotli bomb", new(server => server.AnswerAsync(Bombs.Brotli, "br"), OutboundOutcome.TooLarge));
        yield return ("zstd bomb", new(server => server.AnswerAsync(Bombs.Zstd, "zstd"), OutboundOutcome.TooLarge));
        yield return ("gzip bomb inside gzip", new(server => server.AnswerAsync(Bombs.GzipInGzip, "gzip, gzip"), OutboundOutcome.TooLarge));
        yield return ("half a million empty gzip files inside gzip", new(server => server.AnswerAsync(Bombs.EmptyGzips, "gzip, gzip"), OutboundOutcome.TooLarge));
        yield return ("compressed nine times over", new(
            server => server.AnswerAsync(Bombs.Gzip, string.Join(", ", Enumerable.Repeat("gzip", 9))), OutboundOutcome.BadEncoding, "9 times over"));
        yield return ("zstd window of gigabytes", new(server => server.AnswerAsync(Bombs.ZstdWindow, "zstd"), OutboundOutcome.BadEncoding));
        yield return ("unknown compression", new(server => server.AnswerAsync([1, 2, 3], "lzma"), OutboundOutcome.BadEncoding, "'lzma'"));
        yield return ("broken gzip", new(server => server.AnswerAsync([0x1f, 0x8b, 8, 0, 9, 9, 9, 9, 9, 9, 255, 255, 255, 255], "gzip"), OutboundOutcome.BadEncoding));
        yield return ("broken brotli", new(server => server.AnswerAsync(Encoding.ASCII.GetBytes(Feed), "br"), OutboundOutcome.BadEncoding));
        yield return ("broken zstd", new(server => server.AnswerAsync(Encoding.ASCII.GetBytes(Feed), "zstd"), OutboundOutcome.BadEncoding));
        yield return ("plain text that claims gzip", new(server => server.AnswerAsync(Encoding.ASCII.GetBytes(Feed), "gzip"), OutboundOutcome.Answered));
        yield return ("gzip cut in the middle", new(server => server.AnswerAsync(Bombs.GzipOf(Encoding.ASCII.GetBytes(LongFeed()))[..^40], "gzip"), OutboundOutcome.Answered));
    }

    private static IEnumerable<(string Name, HostileCase Case)> Framing()
    {
        yield return ("length longer than the body", new(server => server.SendAsync(Head + $"Content-Length: 5000\r\n\r\n{Feed}"), OutboundOutcome.Answered, "cut"));
        yield return ("length shorter than the body", new(server => server.SendAsync(Head + $"Content-Length: 20\r\n\r\n{Feed}"), OutboundOutcome.Answered));
        yield return ("length that is no number", new(server => server.SendAsync(Head + $"Content-Length: many\r\n\r\n{Feed}"), OutboundOutcome.Answered));
        yield return ("length below zero", new(server => server.SendAsync(Head + $"Content-Length: -1\r\n\r\n{Feed}"), OutboundOutcome.Answered));
        yield return ("length beyond counting", new(server => server.SendAsync(Head + $"Content-Length: 99999999999999999999\r\n\r\n{Feed}"), OutboundOutcome.Answered));
        yield return ("two lengths", new(server => server.SendAsync(Head + $"Content-Length: 10\r\nContent-Length: 5000\r\n\r\n{Feed}"), OutboundOutcome.Answered));
        yield return ("chunk size that is no number", new(server => server.SendAsync(Chunked + "zz\r\n<rss>\r\n0\r\n\r\n"), OutboundOutcome.BadAnswer));
        yield return ("chunk size beyond counting", new(server => server.SendAsync(Chunked + "FFFFFFFFFFFFFFFFF\r\n<rss>"), OutboundOutcome.BadAnswer));
        yield return ("chunk without end", new(server => server.SendAsync(Chunked + $"{5000:x}\r\n{Feed}"), OutboundOutcome.Answered, "cut"));
        yield return ("chunk followed by garbage", new(server => server.SendAsync(Chunked + $"{Feed.Length:x}\r\n{Feed}garbage\r\n"), OutboundOutcome.BadAnswer));
        yield return ("chunk with an endless extension", new(async server =>
        {
            await server.SendAsync(Chunked + "5;");
            await server.SendForeverAsync("extension=x;");
        }, OutboundOutcome.BadAnswer));
        yield return ("flood of trailers", new(async server =>
        {
            await server.SendAsync(Chunked + $"{Feed.Length:x}\r\n{Feed}\r\n0\r\n");
            await server.SendForeverAsync("X-Trailer: more\r\n");
        }, OutboundOutcome.BadAnswer));
    }

    private static IEnumerable<(string Name, HostileCase Case)> Headers()
    {
        yield return ("ten thousand headers", new(
            server => server.SendAsync(Head + string.Concat(Enumerable.Range(0, 10_000).Select(each => $"X-{each}: y\r\n")) + "\r\n" + Feed), OutboundOutcome.BadAnswer, "headers are too long"));
        yield return ("endless headers", new(async server =>
        {
            await server.SendAsync(Head);
            await server.SendForeverAsync("X-More: and more\r\n");
        }, OutboundOutcome.BadAnswer));
        yield return ("header of a megabyte", new(server => server.SendAsync(Head + $"X-Long: {new string('a', 1 << 20)}\r\n\r\n{Feed}"), OutboundOutcome.BadAnswer));
        yield return ("huge cookie", new(server => server.SendAsync(Head + $"Set-Cookie: a={new string('a', 100_000)}\r\n\r\n{Feed}"), OutboundOutcome.BadAnswer));
        yield return ("header without colon", new(server => server.SendAsync(Head + "what is this\r\n\r\n" + Feed), OutboundOutcome.BadAnswer));
        yield return ("zero bytes in a header", new(server => server.SendAsync(Head + "X-Zero: \0\0\r\n\r\n" + Feed), OutboundOutcome.Answered));
        yield return ("endless status line", new(async server =>
        {
            await server.SendAsync("HTTP/1.1 200 ");
            await server.SendForeverAsync("very well ");
        }, OutboundOutcome.BadAnswer));
    }

    private static IEnumerable<(string Name, HostileCase Case)> NoHttp()
    {
        yield return ("feed without any HTTP", new(server => server.SendAsync(Feed), OutboundOutcome.BadAnswer));
        yield return ("mail server", new(server => server.SendAsync("220 mail.example.org ESMTP\r\n"), OutboundOutcome.BadAnswer));
        yield return ("noise", new(server => server.SendAsync([.. Enumerable.Range(0, 4096).Select(each => (byte)(each * 167))]), OutboundOutcome.BadAnswer));
        yield return ("status that is no number", new(server => server.SendAsync("HTTP/1.1 OK fine\r\n\r\n"), OutboundOutcome.BadAnswer));
        yield return ("hangs up without a word", new(_ => Task.CompletedTask, OutboundOutcome.BadAnswer));
        yield return ("resets the connection", new(server =>
        {
            server.Reset();
            return Task.CompletedTask;
        }, OutboundOutcome.BadAnswer));
        yield return ("switches protocols", new(async server =>
        {
            await server.SendAsync("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n");
            await server.SendForeverAsync("\0");
        }, OutboundOutcome.TooLarge));
        yield return ("plain HTTP where TLS was asked", new(server => server.AnswerAsync(Feed), OutboundOutcome.Unreachable, "No secure connection", Secure: true));
    }

    private static string LongFeed() => $"<rss version=\"2.0\"><channel><title>Gazette</title>{string.Concat(Enumerable.Range(0, 200).Select(each =>
        $"<item><title>Title {each * 7919}</title><link>https://example.org/{each * 104729}</link></item>"))}</channel></rss>";
}
