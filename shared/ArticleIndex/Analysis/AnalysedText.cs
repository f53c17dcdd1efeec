namespace Monitoring.ArticleIndex.Analysis;

/// <summary>A text as both engines see it: its words in order and, in a language with a stemmer, one stem for each.</summary>
internal sealed record AnalysedText(IReadOnlyList<Token> Tokens, IReadOnlyList<string> Stems)
{
    /// <summary>Raised when terms come out differently: an index of another version must be rebuilt.</summary>
    public const int Version = 1;

    public static AnalysedText Of(string text, string? language)
    {
        var tokens = WordScanner.Scan(text);
        if (Stemmers.For(language) is not { } stemmer)
        {
            return new(tokens, []);
        }

        var stems = new string[tokens.Count];
        for (var i = 0; i < stems.Length; i++)
        {
            // Pairs of characters have no stem; the empty string keeps both lists in step.
            stems[i] = tokens[i].Kind == TokenKind.Word ? stemmer.Stem(tokens[i]) : "";
        }

        return new(tokens, stems);
    }

    /// <summary>The stem that <paramref name="word"/> would have in every language written that way.</summary>
    public static IReadOnlyList<string> StemsInAllLanguages(Token word) => word.Kind != TokenKind.Word
        ? []
        : [.. Script.LanguagesOf(word.Word).Select(language => Stemmers.For(language)!.Stem(word))];
}
