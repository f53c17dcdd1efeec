namespace Monitoring.FeedIngestor.Parsing.Xml;

internal enum MarkupKind
{
    Text,
    Cdata,
    Start,
    End,
    Ignored,
}

/// <summary>One piece of mark-up.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="From">First character of the content: the text, the section's inside, the tag's name.</param>
/// <param name="To">Behind the last character of the content.</param>
/// <param name="Next">Where the next piece starts.</param>
/// <param name="Cut">The text ended inside this piece.</param>
internal readonly record struct MarkupPiece(MarkupKind Kind, int From, int To, int Next, bool Cut = false);
