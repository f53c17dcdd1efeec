using Monitoring.Contracts;

namespace Monitoring.Portal.Corrections;

/// <summary>What an article is about, as a model said and people have corrected since.</summary>
/// <param name="IsRelevant">About sovereign AI.</param>
/// <param name="Countries">With their roles, mentions too.</param>
/// <param name="Themes">Ids.</param>
public sealed record CorrectedTags(bool IsRelevant, IReadOnlyList<CorrectedCountry> Countries, IReadOnlyList<string> Themes)
{
    public const int MostCountries = 40;

    /// <summary>Later corrections go over earlier ones; a part that a correction does not name stays.</summary>
    public static CorrectedTags Of(ArticleTags tags, IEnumerable<TagsCorrected> corrections) =>
        corrections.Aggregate(
            new CorrectedTags(tags.IsRelevant, [.. tags.Countries.Select(tag => new CorrectedCountry(tag.Code, tag.Role))], [.. tags.Themes.Select(tag => tag.Id)]),
            (before, correction) => new(correction.IsRelevant ?? before.IsRelevant, correction.Countries ?? before.Countries, correction.Themes ?? before.Themes));

    public CorrectedTags Without(string code) => this with { Countries = [.. Countries.Where(country => country.Code != code)] };

    public CorrectedTags With(string code, CountryRole role) =>
        this with { Countries = [.. Countries.Where(country => country.Code != code).Take(MostCountries - 1), new CorrectedCountry(code, role)] };

    public CorrectedTags WithoutTheme(string id) => this with { Themes = [.. Themes.Where(theme => theme != id)] };

    // A theme says that the article is about sovereign AI.
    public CorrectedTags WithTheme(string id) => this with { IsRelevant = true, Themes = [.. Themes.Where(theme => theme != id), id] };

    public CorrectedTags Relevant(bool isRelevant) => this with { IsRelevant = isRelevant };
}
