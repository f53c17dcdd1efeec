namespace Monitoring.FeedIngestor.Parsing;

/// <summary>A file that belongs to an item: sound, picture or document.</summary>
/// <param name="Url">Absolute where possible.</param>
/// <param name="Type">Media type as claimed.</param>
/// <param name="Length">Bytes as claimed.</param>
internal sealed record FeedEnclosure(string Url, string? Type = null, long? Length = null);
