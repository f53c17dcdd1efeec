using System.Buffers;

namespace Monitoring.FeedIngestor.Parsing.Html;

/// <summary>Tells whether a text that claims to be plain is HTML: publishers forget the type attribute far more often than they write about tags.</summary>
internal static class MarkupGuess
{
    private static readonly SearchValues<char> s_referenceLetters = SearchValues.Create("#abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    /// <summary>True when every tag is HTML and there is an end tag or an entity; "a &lt; b" and "use &lt;b> here" stay text.</summary>
    public static bool LooksLikeHtml(string text)
    {
        if (!text.AsSpan().ContainsAny('<', '&'))
        {
            return false;
        }

        var evidence = false;
        for (var index = 0; index < text.Length;)
        {
            var next = text.AsSpan(index).IndexOfAny('<', '&');
            if (next < 0)
            {
                break;
            }

            index += next;
            if (text[index] == '&')
            {
                evidence |= IsReference(text.AsSpan(index));
                index++;
                continue;
            }

            var tag = HtmlTag.Read(text, index);
            if (tag.Kind is HtmlTagKind.None || (tag.Kind is not HtmlTagKind.Comment && !HtmlNames.IsTag(tag.NameIn(text))))
            {
                return false;
            }

            evidence |= tag.Kind == HtmlTagKind.End;
            index = tag.EndIn(text);
        }

        return evidence;
    }

    private static bool IsReference(ReadOnlySpan<char> text)
    {
        var end = text[..Math.Min(text.Length, 12)].IndexOf(';');
        return end > 1 && !text[1..end].ContainsAnyExcept(s_referenceLetters);
    }
}
