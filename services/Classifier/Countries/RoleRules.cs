using Monitoring.Classifier.Text;
using Monitoring.Classifier.Themes;
using Monitoring.Contracts;

namespace Monitoring.Classifier.Countries;

/// <summary>
/// Roles that the grammar of a headline settles: in "A buys chips from B" B supplies, in "A bans exports to B" B is the target.
/// What the rules do not see is left to the trained model.
/// </summary>
internal static class RoleRules
{
    private const int LongestGap = 70;

    private static readonly (CountryRole Role, string[] Verbs, string[] Before)[] s_cues =
    [
        .. Table.Read("role-cues.tsv").Select(row => (
            Enum.Parse<CountryRole>(row["role"]),
            Table.Alternatives(row["verbs"]).Select(Folding.FoldName).ToArray(),
            Table.Alternatives(row["before"]).Select(Folding.FoldName).ToArray())),
    ];

    /// <summary>The role of a candidate, or null when no rule speaks.</summary>
    public static CountryRole? Find(ReadArticle article, CountryCandidate candidate)
    {
        if (candidate.Hits.Count == 0 || article.Names.Count == 0 || candidate.Hits[0].Start >= article.TitleEnd)
        {
            return null;
        }

        var hit = candidate.Hits[0];
        var actor = article.Names.FirstOrDefault(name => name.Entry.Code != "-" && name.Start < article.TitleEnd);
        if (actor is null || actor.Entry.Code == candidate.Code)
        {
            return Opens(article, candidate, hit) ? CountryRole.Subject : null;
        }

        return hit.Start - actor.End is > 0 and <= LongestGap ? Between(article.Folded.Text[actor.End..hit.Start].ToString()) : null;
    }

    // The first name, when a cue that gives the second its role follows.
    private static bool Opens(ReadArticle article, CountryCandidate candidate, NameHit hit) =>
        article.Names.FirstOrDefault(name => name.Start > hit.End && name.Start < article.TitleEnd && name.Entry.Code != "-" && name.Entry.Code != candidate.Code) is { } next
        && next.Start - hit.End <= LongestGap
        && Between(article.Folded.Text[hit.End..next.Start].ToString()) is not null;

    private static CountryRole? Between(string gap)
    {
        var words = gap.Split([' ', ',', '\'', '.', ':', ';'], StringSplitOptions.RemoveEmptyEntries);
        foreach (var (role, verbs, before) in s_cues)
        {
            if (words.Length > 1 && before.Contains(words[^1]) && words[..^1].Any(word => verbs.Any(verb => word.StartsWith(verb, StringComparison.Ordinal))))
            {
                return role;
            }
        }

        return null;
    }
}
