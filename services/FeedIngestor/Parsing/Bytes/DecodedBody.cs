namespace Monitoring.FeedIngestor.Parsing.Bytes;

/// <summary>Bytes as text, with the encoding that was found right and a note when the claim was not.</summary>
internal readonly record struct DecodedBody(string Text, string Encoding, string? Problem = null);
