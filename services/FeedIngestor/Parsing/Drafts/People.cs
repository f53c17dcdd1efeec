using System.Text.RegularExpressions;
using Monitoring.FeedIngestor.Parsing.Html;

namespace Monitoring.FeedIngestor.Parsing.Drafts;

/// <summary>The authors of a feed or an item, each once; those of the best rank only.</summary>
internal sealed partial class People
{
    private readonly List<FeedPerson> _people = [];
    private int _rank = int.MaxValue;

    public IReadOnlyList<FeedPerson> All => _people;

    public void Offer(FeedPerson? person, int rank)
    {
        if (person is null || rank > _rank || _people.Count >= FeedLimits.ListEntries)
        {
            return;
        }

        if (rank < _rank)
        {
            _people.Clear();
            _rank = rank;
        }

        if (!_people.Contains(person))
        {
            _people.Add(person);
        }
    }

    /// <summary>Reads "a@b.org (Name)", "Name (a@b.org)", "Name &lt;a@b.org>" and plain names.</summary>
    public static FeedPerson? Read(string? text)
    {
        text = text is null || text.Length > FeedLimits.LineCharacters ? null : PlainText.Line(text);
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var match = text.Contains('@') ? Email().Match(text) : Match.Empty;
        if (!match.Success)
        {
            return new FeedPerson(text);
        }

        var name = text.Remove(match.Index, match.Length).Replace("mailto:", "", StringComparison.OrdinalIgnoreCase);
        name = name.Trim(' ', '(', ')', '<', '>', '[', ']', ',', ';', '"', '-', ':').Trim();
        return new FeedPerson(name.Length == 0 ? null : name, match.Value);
    }

    [GeneratedRegex(@"[A-Za-z0-9._%+'\-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9\-]{0,62}\.){0,8}[A-Za-z0-9\-]{1,63}", RegexOptions.CultureInvariant)]
    private static partial Regex Email();
}
