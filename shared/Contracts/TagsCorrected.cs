namespace Monitoring.Contracts;

/// <summary>A person said what the right tags are. Published by Portal; overrides the tags of that article for good.</summary>
public sealed record TagsCorrected
{
    /// <summary>Derived from article, editor and time, so that a repeated message counts once.</summary>
    public required string CorrectionId { get; init; }

    /// <summary>Which article.</summary>
    public required string ArticleId { get; init; }

    /// <summary>Whether it is about sovereign AI; null leaves the model's word.</summary>
    public bool? IsRelevant { get; init; }

    /// <summary>The right countries with roles; null leaves the model's.</summary>
    public IReadOnlyList<CorrectedCountry>? Countries { get; init; }

    /// <summary>The right theme ids; null leaves the model's.</summary>
    public IReadOnlyList<string>? Themes { get; init; }

    /// <summary>Who said so, as signed in; "local" on a loopback installation.</summary>
    public required string By { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>One country as a person corrected it.</summary>
/// <param name="Code">ISO 3166-1 alpha-2, EU or XK.</param>
/// <param name="Role">The part it plays.</param>
public sealed record CorrectedCountry(string Code, CountryRole Role);
