namespace Monitoring.ArticleIndex.Querying;

/// <summary>Walks over the characters of a query and keeps the first problem, with the edit that would mend it.</summary>
internal sealed class QueryText(string text)
{
    public string Text { get; } = text;

    public int At { get; set; }

    public QueryFault? Fault { get; private set; }

    public bool Ended => At >= Text.Length || Fault is not null;

    public char Current => At < Text.Length ? Text[At] : '\0';

    /// <summary>Notes a problem; the first one counts.</summary>
    /// <param name="start">Where it lies.</param>
    /// <param name="length">How long it is.</param>
    /// <param name="message">For the reader.</param>
    /// <param name="mend">What to put there instead, or null when nobody can know.</param>
    public void Fail(int start, int length, string message, string? mend) => Fault ??= new(start, length, message, mend);

    public void SkipSpace()
    {
        while (At < Text.Length && (char.IsWhiteSpace(Text[At]) || char.IsControl(Text[At])))
        {
            At++;
        }
    }

    public static bool IsQuote(char c) => c is '"' or '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB';

    /// <summary>Everything up to a space, a quotation mark or a bracket.</summary>
    public string ReadWord()
    {
        var start = At;
        while (At < Text.Length && !char.IsWhiteSpace(Text[At]) && !char.IsControl(Text[At]) && !IsQuote(Text[At]) && Text[At] is not ('(' or ')'))
        {
            At++;
        }

        return Text[start..At];
    }

    /// <summary>The inside of quotation marks; stands on the opening one.</summary>
    public string ReadQuoted()
    {
        var start = At++;
        while (At < Text.Length && !IsQuote(Text[At]))
        {
            At++;
        }

        var inside = Text[(start + 1)..At];
        if (At == Text.Length)
        {
            Fail(start, At - start, "The quotation mark that opens here is never closed.", Text[start..].TrimEnd() + "\"");
        }

        At++;
        return inside;
    }

    /// <summary>A tilde and digits after a phrase: the number, or null when there is none.</summary>
    public string? ReadTilde()
    {
        if (Current != '~')
        {
            return null;
        }

        var start = ++At;
        while (char.IsAsciiDigit(Current))
        {
            At++;
        }

        return Text[start..Math.Min(At, Text.Length)];
    }
}

/// <summary>A problem before its mend is tried.</summary>
internal sealed record QueryFault(int Start, int Length, string Message, string? Replacement);
