using Monitoring.ArticleIndex.Querying;
using Monitoring.Contracts;

namespace Monitoring.ArticleIndex.Analysis;

/// <summary>What an article is filtered by and counted under, as both engines hold it.</summary>
internal sealed class ArticleValues
{
    // Stands between a feed's id and its name in a facet: no name holds it.
    public const char LabelSeparator = '\t';

    private readonly Dictionary<ValueField, string[]> _filters;
    private readonly Dictionary<SearchFacet, string[]> _facets;

    private ArticleValues(IndexedArticle document)
    {
        var countries = document.Tags.Countries;
        var tags = countries.Where(c => c.Role != CountryRole.Mention).ToList();
        string[] codes = [.. tags.Select(c => c.Code).Distinct()];
        string[] themes = [.. document.Tags.Themes.Select(t => t.Id).Distinct()];
        string[] language = [document.Tags.Language.ToLowerInvariant()];
        var source = document.Article.Source;
        _filters = new()
        {
            [ValueField.Country] = codes,
            [ValueField.CountryRole] = [.. countries.Select(c => $"{c.Code}/{Role(c)}").Distinct()],
            [ValueField.Role] = [.. countries.Select(Role).Distinct()],
            [ValueField.Theme] = themes,
            [ValueField.Language] = language,
            [ValueField.Source] = [source.FeedId],
            [ValueField.Story] = [document.StoryId],
            [ValueField.Relevant] = [document.Tags.IsRelevant ? "yes" : "no"],
        };
        _facets = new()
        {
            [SearchFacet.Country] = codes,
            [SearchFacet.Role] = [.. tags.Select(Role).Distinct()],
            [SearchFacet.Theme] = themes,
            [SearchFacet.Language] = language,
            [SearchFacet.Source] = [source.FeedId + LabelSeparator + source.Name.Replace(LabelSeparator, ' ')],
            [SearchFacet.Month] = [document.Article.PublishedAt.UtcDateTime.ToString("yyyy-MM", null)],
        };
    }

    public static ArticleValues Of(IndexedArticle document) => new(document);

    public IReadOnlyList<string> Of(ValueField field) => _filters[field];

    public IReadOnlyList<string> Of(SearchFacet facet) => _facets[facet];

    private static string Role(CountryTag country) => country.Role.ToString().ToLowerInvariant();
}
