namespace Monitoring.FeedIngestor.Parsing;

/// <summary>An author as the feed names one: at least one of the three is there.</summary>
internal sealed record FeedPerson(string? Name, string? Email = null, string? Address = null)
{
    public override string ToString() => (Name, Email) switch
    {
        (null, null) => Address ?? "",
        (null, _) => Email,
        (_, null) => Name,
        _ => $"{Name} ({Email})",
    };
}
