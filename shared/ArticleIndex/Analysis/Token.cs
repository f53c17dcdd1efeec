namespace Monitoring.ArticleIndex.Analysis;

/// <summary>One word of a text, or one pair of characters where words are not separated.</summary>
/// <param name="Term">Lower case, without accents: what the index holds.</param>
/// <param name="Word">As it stands in the text: what a stemmer starts from.</param>
/// <param name="Start">Index of its first UTF-16 unit.</param>
/// <param name="Length">Its UTF-16 units.</param>
/// <param name="Kind">What it is.</param>
internal readonly record struct Token(string Term, string Word, int Start, int Length, TokenKind Kind)
{
    public int End => Start + Length;
}

internal enum TokenKind
{
    Word,

    /// <summary>A character and the next, of a script that does not separate words.</summary>
    Gram,

    /// <summary>The last character of a run: with it every character begins exactly one token.</summary>
    LastGram,
}
