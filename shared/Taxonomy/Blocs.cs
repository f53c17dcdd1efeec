using System.Collections.Frozen;
using System.Globalization;

namespace Monitoring.Taxonomy;

/// <summary>A treaty organisation, an informal group, or a pack of countries that analysts think of together.</summary>
/// <param name="Id">Kebab-case id, for instance <c>gcc</c>.</param>
/// <param name="Name">English name.</param>
/// <param name="Kind"><c>treaty</c>, <c>informal</c> or <c>pack</c>.</param>
/// <param name="Source">Where membership can be checked.</param>
/// <param name="Memberships">Every membership there was and is.</param>
public sealed record Bloc(string Id, string Name, string Kind, string Source, IReadOnlyList<Membership> Memberships)
{
    /// <summary>Codes of the members on a day, in order.</summary>
    public IReadOnlyList<string> MembersOn(DateOnly day) =>
        [.. Memberships.Where(member => member.From <= day && (member.Until is not { } until || day < until)).Select(member => member.Code).Distinct().Order(StringComparer.Ordinal)];
}

/// <summary>One country's time in a bloc.</summary>
/// <param name="Code">ISO 3166-1 alpha-2.</param>
/// <param name="From">First day; <see cref="DateOnly.MinValue"/> for packs, which have no dates.</param>
/// <param name="Until">First day on which it is no member any more; null while it is one.</param>
public sealed record Membership(string Code, DateOnly From, DateOnly? Until);

/// <summary>The blocs, in order of the file.</summary>
public static class Blocs
{
    private static readonly ILookup<string, Membership> s_members = TabSeparated.Read("bloc-members.tsv")
        .ToLookup(row => row["bloc"], row => new Membership(row["code"], row.Optional("from") is { } from ? Day(from) : DateOnly.MinValue, row.Optional("until") is { } until ? Day(until) : null));

    /// <summary>All blocs and packs.</summary>
    public static IReadOnlyList<Bloc> All { get; } =
        [.. TabSeparated.Read("blocs.tsv").Select(row => new Bloc(row["id"], row["name"], row["kind"], row["source"], [.. s_members[row["id"]]]))];

    private static readonly FrozenDictionary<string, Bloc> s_byId = All.ToFrozenDictionary(bloc => bloc.Id);

    /// <summary>The bloc with this id, or null.</summary>
    public static Bloc? Find(string id) => s_byId.GetValueOrDefault(id);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
