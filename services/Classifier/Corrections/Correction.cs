using Monitoring.Contracts;

namespace Monitoring.Classifier.Corrections;

/// <summary>What readers said of one article, all their corrections taken together; null where nobody said anything.</summary>
internal sealed record Correction(bool? IsRelevant, IReadOnlyList<CorrectedCountry>? Countries, IReadOnlyList<string>? Themes)
{
    /// <summary>A later word replaces an earlier one field by field.</summary>
    public Correction Then(Correction later) => new(later.IsRelevant ?? IsRelevant, later.Countries ?? Countries, later.Themes ?? Themes);

    /// <summary>
    /// The tags as the readers want them. What they name keeps the model's evidence and gets score 1; the relevance score stays the model's.
    /// </summary>
    public ArticleTags Apply(ArticleTags tags)
    {
        var relevant = IsRelevant ?? (tags.IsRelevant || Themes is { Count: > 0 });
        return tags with
        {
            IsRelevant = relevant,
            Countries = Countries is null ? tags.Countries : [.. Countries.Select(country => Country(tags, country)), .. Mentions(tags)],
            Themes = !relevant ? [] : Themes is null ? tags.Themes : [.. Themes.Distinct().Where(id => Taxonomy.Themes.Find(id) is not null).Select(id => Theme(tags, id))],
        };
    }

    private static CountryTag Country(ArticleTags tags, CorrectedCountry country) => new()
    {
        Code = country.Code,
        Role = country.Role,
        Score = 1,
        Evidence = tags.Countries.FirstOrDefault(tag => tag.Code == country.Code)?.Evidence ?? [],
    };

    private IEnumerable<CountryTag> Mentions(ArticleTags tags) =>
        tags.Countries.Where(tag => !Countries!.Any(country => country.Code == tag.Code)).Select(tag => tag with { Role = CountryRole.Mention });

    private static ThemeTag Theme(ArticleTags tags, string id) =>
        new() { Id = id, Score = 1, Evidence = tags.Themes.FirstOrDefault(tag => tag.Id == id)?.Evidence ?? [] };
}
