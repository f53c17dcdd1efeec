namespace Monitoring.Classifier.Countries;

/// <summary>A country that a text may be about, with the names that speak for it.</summary>
/// <param name="Code">ISO 3166-1 alpha-2, EU or XK.</param>
/// <param name="Hits">Its names, in order; empty for the home country of the text's language when nothing names it.</param>
internal sealed record CountryCandidate(string Code, IReadOnlyList<NameHit> Hits)
{
    private static readonly Dictionary<string, string> s_homes = Table.Read("home-languages.tsv").ToDictionary(row => row["language"], row => row["code"]);

    /// <summary>The country that a text in this language is from, most likely; null for languages of many countries.</summary>
    public static string? HomeOf(string language) => s_homes.GetValueOrDefault(language);

    /// <summary>All candidates, in order of first name; last the language's home when nothing names it.</summary>
    public static IReadOnlyList<CountryCandidate> Of(Themes.ReadArticle article)
    {
        var named = article.Names
            .Where(hit => hit.Entry.Code != "-")
            .GroupBy(hit => hit.Entry.Code)
            .Select(group => new CountryCandidate(group.Key, [.. group]))
            .ToList();
        if (HomeOf(article.Language) is { } home && !named.Exists(candidate => candidate.Code == home))
        {
            named.Add(new(home, []));
        }

        return named;
    }
}
