namespace Monitoring.ArticleIndex.Querying;

/// <summary>A request ready for an engine: what scores, and what only filters.</summary>
internal sealed record SearchPlan(SearchQuery Query, Condition Words, IReadOnlyList<Condition> Filters, DateTimeOffset Now)
{
    /// <summary>Filters that the share of a histogram is measured against: relevance and time, nothing else.</summary>
    public required IReadOnlyList<Condition> Background { get; init; }

    public static SearchPlan Of(SearchRequest request, QueryVocabulary vocabulary, DateTimeOffset now)
    {
        var query = SearchQuery.Parse(request.Query, vocabulary);
        var background = BackgroundOf(request, query);

        return new(query, query.Problem is null ? new QueryBinder(vocabulary, now).Bind(query.Root) : new EverythingCondition(), [.. background, .. FiltersOf(request)], now)
        {
            Background = background,
        };
    }

    // Who writes relevance: in the query asks for articles by relevance, the irrelevant ones included.
    private static List<Condition> BackgroundOf(SearchRequest request, SearchQuery query)
    {
        var filters = new List<Condition>();
        if (!request.IncludeIrrelevant && !Mentions(query.Root, QueryField.Relevance))
        {
            filters.Add(new ValueCondition(ValueField.Relevant, ["yes"]));
        }

        if (request.MinRelevance is { } least)
        {
            filters.Add(new RelevanceCondition(least, false, 1, false));
        }

        if (request.From is not null || request.To is not null)
        {
            filters.Add(new MomentCondition(MomentField.Published, request.From, request.To));
        }

        if (request.FirstIndexedFrom is { } first)
        {
            filters.Add(new MomentCondition(MomentField.FirstIndexed, first, null));
        }

        return filters;
    }

    private static List<Condition> FiltersOf(SearchRequest request)
    {
        var filters = new List<Condition>();
        var roles = request.Roles.Select(r => r.ToString().ToLowerInvariant()).ToList();
        if (request.Countries.Count > 0)
        {
            filters.Add(Countries(request.Countries, roles));
        }
        else if (roles.Count > 0)
        {
            filters.Add(new ValueCondition(ValueField.Role, roles));
        }

        Add(ValueField.Theme, request.Themes);
        Add(ValueField.Language, request.Languages);
        Add(ValueField.Source, request.SourceIds);
        Add(ValueField.Story, request.StoryIds);

        return filters;

        void Add(ValueField field, IReadOnlyList<string> values)
        {
            if (values.Count > 0)
            {
                filters.Add(new ValueCondition(field, values));
            }
        }
    }

    private static Condition Countries(IReadOnlyList<string> countries, List<string> roles)
    {
        var withRole = countries.Where(c => c.Contains('/', StringComparison.Ordinal)).Select(c => $"{c.Split('/')[0].ToUpperInvariant()}/{c.Split('/')[1].ToLowerInvariant()}");
        var plain = countries.Where(c => !c.Contains('/', StringComparison.Ordinal)).Select(c => c.ToUpperInvariant()).ToList();
        var inRole = withRole.Concat(plain.SelectMany(c => roles.Select(r => $"{c}/{r}"))).ToList();
        var parts = new List<Condition>();
        if (inRole.Count > 0)
        {
            parts.Add(new ValueCondition(ValueField.CountryRole, inRole));
        }

        if (roles.Count == 0 && plain.Count > 0)
        {
            parts.Add(new ValueCondition(ValueField.Country, plain));
        }

        return parts is [var one] ? one : new AnyCondition(parts);
    }

    private static bool Mentions(QueryNode? node, QueryField field) => node switch
    {
        AllNode all => all.Nodes.Any(n => Mentions(n, field)),
        AnyNode any => any.Nodes.Any(n => Mentions(n, field)),
        NotNode not => Mentions(not.Node, field),
        RequiredNode required => Mentions(required.Node, field),
        FieldNode found => found.Field == field,
        _ => false,
    };
}
