using Monitoring.Classifier.Linear;
using Monitoring.Classifier.Text;
using Monitoring.Classifier.Themes;

namespace Monitoring.Classifier.Countries;

/// <summary>What tells an actor from a mention: where, how often and as what a country is named, among which others, between which words.</summary>
internal sealed class CandidateFeatures
{
    private const int NearLetters = 45;
    private const int ListGap = 8;
    private const int LongestGap = 60;

    private readonly ReadArticle _article;
    private readonly IReadOnlyList<CountryCandidate> _candidates;
    private readonly List<string> _byWeight;
    private readonly List<string> _byTitle;
    private readonly float _totalWeight;

    public CandidateFeatures(ReadArticle article, IReadOnlyList<CountryCandidate> candidates)
    {
        (_article, _candidates) = (article, candidates);
        _byWeight = [.. candidates.OrderByDescending(Weight).Select(candidate => candidate.Code)];
        _byTitle = [.. candidates.Where(InTitle).Select(candidate => candidate.Code)];
        _totalWeight = candidates.Sum(Weight);
    }

    public List<Feature> Of(CountryCandidate candidate)
    {
        var names = new HashSet<string>();
        if (candidate.Hits.Count == 0)
        {
            AddHome(names, candidate);
        }
        else
        {
            AddStanding(names, candidate);
            AddKinds(names, candidate);
            AddSurroundings(names, candidate);
            AddGroups(names, candidate);
        }

        return [.. names.Select(name => new Feature(FeatureKey.Of(name), name.Contains('~', StringComparison.Ordinal) ? 0.5f : 1, 0, 0))];
    }

    private void AddHome(HashSet<string> names, CountryCandidate candidate)
    {
        var strongest = _candidates.Count == 1 ? "none" : _byTitle.Count > 0 ? "title" : "text";
        names.Add("home");
        names.Add($"home-others:{strongest}");
        names.Add($"home-others:{strongest}:{Math.Min(_candidates.Count - 1, 3)}");
        names.Add($"home-language:{_article.Language}");
        names.Add($"home-length:{(_article.IsHeadline ? "headline" : "article")}:{strongest}");
        foreach (var concept in _article.Concepts.Select(hit => hit.Concept).Distinct())
        {
            names.Add($"home~concept:{concept}");
        }
    }

    private void AddStanding(HashSet<string> names, CountryCandidate candidate)
    {
        var title = _byTitle.IndexOf(candidate.Code);
        var rank = Math.Min(_byWeight.IndexOf(candidate.Code), 4);
        var count = Math.Min(candidate.Hits.Count, 4);
        var many = Math.Min(_candidates.Count, 6);
        var share = (int)(5 * Weight(candidate) / Math.Max(_totalWeight, 0.01f));
        var place = title >= 0 ? "title" : _byTitle.Count > 0 ? "below-others" : "text";
        var best = BestKind(candidate);
        names.Add($"place:{place}");
        names.Add($"title-rank:{Math.Min(title, 3)}");
        names.Add($"title-rank:{Math.Min(title, 3)}:{Math.Min(_byTitle.Count, 4)}");
        names.Add($"rank:{rank}");
        names.Add($"rank:{rank}:{many}");
        names.Add($"count:{count}");
        names.Add($"count:{count}:{place}");
        names.Add($"candidates:{many}");
        names.Add($"share:{share}");
        names.Add($"share:{share}:{place}");
        names.Add($"best:{best}");
        names.Add($"best:{best}:{place}");
        names.Add($"best:{best}:{place}:{count}");
        names.Add($"best:{best}:{rank}");
        names.Add($"length:{(_article.IsHeadline ? "headline" : "article")}:{place}");
        names.Add($"code:{candidate.Code}");
        names.Add($"code:{candidate.Code}:{place}");
        names.Add($"code:{candidate.Code}:{best}");
        names.Add($"home-code:{CountryCandidate.HomeOf(_article.Language) == candidate.Code}:{best}");
        names.Add($"first:{_candidates[0].Code == candidate.Code}:{place}");
        names.Add($"at:{SentenceOf(candidate.Hits[0].Start)}:{best}");
    }

    private void AddKinds(HashSet<string> names, CountryCandidate candidate)
    {
        foreach (var hit in candidate.Hits)
        {
            names.Add($"kind:{hit.Entry.Kind}");
            if (hit.Entry.Kind == NameKind.Organisation)
            {
                names.Add($"organisation:{hit.Entry.Detail}:{hit.Entry.Weight}");
                names.Add($"name~{hit.Entry.Spelling}");
            }
        }

        // A vendor of the parts alone does not make its home a party, nor does the desk that a report was filed from.
        var onlyOrganisations = candidate.Hits.All(hit => hit.Entry.Kind == NameKind.Organisation);
        var inTitle = candidate.Hits[0].Start < _article.TitleEnd;
        names.Add($"only-organisations:{onlyOrganisations}:{inTitle}");
        names.Add($"only-organisations:{onlyOrganisations}:{inTitle}:{_byTitle.Count > (inTitle ? 1 : 0)}:{Math.Min(candidate.Hits.Count, 3)}");
        names.Add($"only-organisations:{onlyOrganisations}:{inTitle}:{candidate.Code}");
        names.Add($"only-dateline:{candidate.Hits.Where(hit => hit.Entry.Kind != NameKind.Organisation || hit.Entry.Detail != "media").All(IsDateline)}");
        names.Add($"kinds:{candidate.Hits.Select(hit => hit.Entry.Kind).Distinct().Count()}");
        names.Add($"ambiguous:{candidate.Hits.All(hit => hit.Entry.IsAmbiguous)}:{Math.Min(candidate.Hits.Count, 2)}");
    }

    private void AddSurroundings(HashSet<string> names, CountryCandidate candidate)
    {
        var text = _article.Folded;
        foreach (var hit in candidate.Hits.Take(4))
        {
            var (before, start) = Words.Before(text, hit.Start);
            var (after, end) = Words.After(text, hit.End);
            var kind = hit.Entry.Kind is NameKind.Adjective ? "adjective" : hit.Entry.Kind is NameKind.Organisation ? "organisation" : "name";
            names.Add($"before~{before}:{kind}");
            names.Add($"after~{after}:{kind}");
            names.Add($"before2~{Words.Before(text, start).Word} {before}");
            names.Add($"after2~{after} {Words.After(text, end).Word}");
            names.Add(start < 0 || hit.Start == 0 || hit.Start == _article.TitleEnd + 1 || before == "." ? $"opens:{kind}" : $"inside:{kind}");
            AddList(names, hit);
            AddGaps(names, hit);
            if (IsDateline(hit))
            {
                names.Add("dateline");
            }

            foreach (var concept in _article.Concepts)
            {
                if (concept.End > hit.Start - NearLetters && concept.Start < hit.End + NearLetters)
                {
                    names.Add(concept.Start < hit.Start ? $"concept-before~{concept.Concept}" : $"concept-after~{concept.Concept}");
                }
            }
        }
    }

    /// <summary>The list that a name stands in, as in "France, Germany and Italy", and the words around the whole list.</summary>
    private void AddList(HashSet<string> names, NameHit hit)
    {
        var all = _article.Names;
        var place = Enumerable.Range(0, all.Count).First(index => all[index] == hit);
        var (first, last) = (place, place);
        while (first > 0 && all[first].Start - all[first - 1].End <= ListGap && all[first - 1].Entry.Code != "-")
        {
            first--;
        }

        while (last < all.Count - 1 && all[last + 1].Start - all[last].End <= ListGap && all[last + 1].Entry.Code != "-")
        {
            last++;
        }

        var size = Math.Min(all.Skip(first).Take(last - first + 1).Select(each => each.Entry.Code).Distinct().Count(), 4);
        var (before, start) = Words.Before(_article.Folded, all[first].Start);
        var after = Words.After(_article.Folded, all[last].End).Word;
        names.Add($"list:{size}");
        names.Add($"list:{size}:{(hit.Start < _article.TitleEnd ? "title" : "text")}");
        names.Add($"list-before~{before}:{size > 1}");
        names.Add($"list-before2~{Words.Before(_article.Folded, start).Word} {before}");
        names.Add($"list-after~{after}:{size > 1}");
    }

    /// <summary>The words between a name and the next one tell who buys from whom.</summary>
    private void AddGaps(HashSet<string> names, NameHit hit)
    {
        foreach (var other in _article.Names)
        {
            var (from, to) = other.Start >= hit.End ? (hit.End, other.Start) : (other.End, hit.Start);
            if (other.Entry.Code == hit.Entry.Code || other.Entry.Code == "-" || to < from || to - from > LongestGap)
            {
                continue;
            }

            var side = other.Start >= hit.End ? "then" : "since";
            var position = from;
            while (position < to && Words.After(_article.Folded, position) is var (word, end) && end <= to && end > position)
            {
                names.Add($"{side}~{word}");
                position = end;
            }
        }
    }

    /// <summary>"BAKU, November 18": where the reporter sat.</summary>
    private bool IsDateline(NameHit hit)
    {
        var end = hit.End;
        while (end < _article.Folded.Length && _article.Folded[end] == ' ')
        {
            end++;
        }

        return hit.Entry.Kind is NameKind.Capital or NameKind.City && hit.Start == _article.TitleEnd + 1
            && end < _article.Folded.Length && _article.Folded[end] is ',' or '(' or '/' or '—' or '–' or ':';
    }

    private void AddGroups(HashSet<string> names, CountryCandidate candidate)
    {
        foreach (var group in _article.Names.Where(hit => hit.Entry.Kind == NameKind.Bloc && Groups.Contains(hit.Entry.Detail, candidate.Code)))
        {
            names.Add($"member:{(group.Start < _article.TitleEnd ? "title" : "text")}");
            names.Add($"member:{(group.Start < _article.TitleEnd ? "title" : "text")}:{Math.Min(_candidates.Count, 6)}");
        }
    }

    private string SentenceOf(int position)
    {
        if (position < _article.TitleEnd)
        {
            return "title";
        }

        var sentences = 0;
        for (var index = _article.TitleEnd + 1; index < position; index++)
        {
            sentences += Scripts.EndsSentence(_article.Folded[index]) && !_article.Folded.IsWord(index + 1) ? 1 : 0;
        }

        return Math.Min(sentences, 3).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private bool InTitle(CountryCandidate candidate) => candidate.Hits.Any(hit => hit.Start < _article.TitleEnd && hit.Entry.Weight >= 0.5f);

    private float Weight(CountryCandidate candidate) =>
        candidate.Hits.Sum(hit => hit.Entry.Weight * (hit.Start < _article.TitleEnd ? 2.5f : 1) * (hit.Entry.IsAmbiguous ? 0.6f : 1));

    private static string BestKind(CountryCandidate candidate)
    {
        var best = candidate.Hits.MaxBy(hit => (hit.Entry.Weight, -(int)hit.Entry.Kind))!.Entry;
        return best.Kind == NameKind.Organisation ? $"organisation-{best.Weight}" : best.Kind.ToString();
    }
}
