namespace Monitoring.FeedIngestor.Parsing;

/// <summary>What every reader of a body knows besides the text.</summary>
/// <param name="Address">Where the body came from; relative addresses start here.</param>
/// <param name="Encoding">How the bytes were read.</param>
/// <param name="Problems">Grows while reading.</param>
internal sealed record ReadContext(Uri? Address, string Encoding, List<string> Problems);
