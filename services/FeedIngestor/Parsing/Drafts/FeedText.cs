using Monitoring.FeedIngestor.Parsing.Html;

namespace Monitoring.FeedIngestor.Parsing.Drafts;

/// <summary>A text as an element holds it.</summary>
/// <param name="Value">The characters after XML decoding.</param>
/// <param name="IsHtml">False when the characters mean themselves.</param>
/// <param name="Scope">Base address and language at the element.</param>
internal sealed record FeedText(string Value, bool IsHtml, Scope Scope)
{
    /// <summary>Null for nothing but white space, so that a lower-ranked element may speak.</summary>
    public static FeedText? Of(string value, bool isHtml, Scope scope) =>
        string.IsNullOrWhiteSpace(value) ? null : new FeedText(value, isHtml, scope);

    public string AsLine() => IsHtml ? PlainText.Line(Value) : PlainText.CollapseLine(Value);

    public string AsHtml()
    {
        var html = IsHtml ? Value.Trim() : HtmlText.Encode(Value.Trim());
        return TextCut.ToCharacters(html, FeedLimits.HtmlCharacters);
    }
}
