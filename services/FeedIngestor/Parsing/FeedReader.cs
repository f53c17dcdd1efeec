using Monitoring.FeedIngestor.Parsing.Bytes;
using Monitoring.FeedIngestor.Parsing.CodeHollow;
using Monitoring.FeedIngestor.Parsing.Json;
using Monitoring.FeedIngestor.Parsing.Xml;

namespace Monitoring.FeedIngestor.Parsing;

/// <summary>
/// Reads a feed of any format from the bytes of a response: no network, no clock, no exception. What is no feed gives a document with
/// the format <see cref="FeedFormats.None"/> and a problem that says why.
/// </summary>
internal static class FeedReader
{
    /// <param name="body">The bytes, decompressed.</param>
    /// <param name="contentType">The HTTP header, if there was one.</param>
    /// <param name="address">Where the body came from, after redirects.</param>
    public static FeedDocument Read(ReadOnlyMemory<byte> body, string? contentType, Uri? address)
    {
        var decoded = BodyDecoder.Decode(body.Span, contentType);
        List<string> problems = [.. decoded.Problem is null ? [] : new[] { decoded.Problem }];
        var context = new ReadContext(address is { IsAbsoluteUri: true } ? address : null, decoded.Encoding, problems);
        var start = decoded.Text.AsSpan().TrimStart().TrimStart('\uFEFF').TrimStart();
        if (start.IsEmpty)
        {
            problems.Add("The body is empty.");
            return FeedDocument.NoFeed(decoded.Encoding, problems);
        }

        return start[0] == '{' ? JsonFeed.Read(start.ToString(), context) : ReadXml(decoded.Text, context);
    }

    private static FeedDocument ReadXml(string text, ReadContext context)
    {
        if (XmlTree.Read(text) is not { IsPartOfPage: false } tree)
        {
            context.Problems.Add(text.Contains("<html", StringComparison.OrdinalIgnoreCase) ? "The body is a web page, not a feed." : "The body holds no feed.");
            return FeedDocument.NoFeed(context.Encoding, context.Problems);
        }

        if (tree.Problem is not null)
        {
            context.Problems.Add(tree.Problem);
        }

        // Guessed elements are for the reader that knows what was guessed.
        return (tree.WellFormed ? CodeHollowReader.TryRead(tree.Root, context) : null) ?? XmlFeed.Read(tree.Root, context);
    }
}
