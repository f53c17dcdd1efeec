using Monitoring.Taxonomy;

namespace Monitoring.Classifier.Countries;

/// <summary>Which countries a named bloc or region takes in: in "Nordic ministers" Norway acts, in a list of rivals it may not.</summary>
internal static class Groups
{
    // Membership at one day is enough for a hint; the index keeps the dates.
    private static readonly DateOnly s_day = new(2026, 1, 1);

    private static readonly Dictionary<string, HashSet<string>> s_members = Table.Read("groups.tsv").ToDictionary(row => row["group"], row => Members(row["group"]));

    public static bool Contains(string group, string code) => s_members.TryGetValue(group, out var members) && members.Contains(code);

    private static HashSet<string> Members(string group) =>
        Blocs.Find(group) is { } bloc ? [.. bloc.MembersOn(s_day)]
        : Regions.Find(group) is { } region ? [.. region.Members]
        : throw new InvalidOperationException($"groups.tsv names {group}, which the taxonomy does not have.");
}
