namespace Monitoring.Classifier.Countries;

/// <summary>What kind of word names a country.</summary>
internal enum NameKind
{
    Country,

    /// <summary>Two or three countries in one word: 日米, 한미일, Sino-American.</summary>
    Pair,
    Adjective,
    Capital,
    City,
    Government,
    Organisation,
    Bloc,

    /// <summary>A phrase that hides the names inside it: "turkey breast", "Bank of America".</summary>
    Blocked,
}

/// <summary>One reading of a name.</summary>
/// <param name="Code">ISO 3166-1 alpha-2, EU, XK, or "-" for what is recognised but is no country.</param>
/// <param name="Kind">What kind of word it is.</param>
/// <param name="Weight">How surely the name makes its country a party: 1 for countries, the home weight for organisations.</param>
/// <param name="Languages">Languages in which the name means this, or empty for any.</param>
/// <param name="Spelling">The name as written in its source.</param>
/// <param name="Detail">An organisation's kind, for instance <c>ministry</c>; a bloc's id.</param>
/// <param name="NeedsContext">The name counts only in a text about AI or computing: it is also a common word or first name.</param>
/// <param name="IsAmbiguous">The name also means something else; alone it is weak evidence.</param>
internal sealed record NameEntry(
    string Code,
    NameKind Kind,
    float Weight,
    IReadOnlyList<string> Languages,
    string Spelling,
    string Detail = "",
    bool NeedsContext = false,
    bool IsAmbiguous = false)
{
    /// <summary>Detail of words such as "domestic": they speak for the country that the text comes from.</summary>
    public const string Deictic = "deictic";

    public bool IsIn(string language) => Languages.Count == 0 || Languages.Contains(language);
}

/// <summary>A name found in a text.</summary>
/// <param name="Entry">The reading.</param>
/// <param name="Start">Folded start.</param>
/// <param name="End">Folded end.</param>
internal sealed record NameHit(NameEntry Entry, int Start, int End);
