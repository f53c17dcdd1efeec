using Monitoring.Classifier.Countries;
using Monitoring.Classifier.Linear;
using Monitoring.Classifier.Text;

namespace Monitoring.Classifier.Themes;

/// <summary>
/// What stands together in one sentence: a government beside a data centre tells more than both apart. Concepts and kinds of names
/// are paired rather than words, so that a pair learnt in one language holds in all.
/// </summary>
internal static class ConceptPairs
{
    // A sentence with more is a list or a page without stops: its pairs would say little and cost much.
    private const int MostTokens = 16;

    private static readonly uint s_token = FeatureKey.Of("pair-token");
    private static readonly uint s_kind = FeatureKey.Of("pair-kind");
    private static readonly uint s_pair = FeatureKey.Of("concept-pair");
    private static readonly uint s_titlePair = FeatureKey.Of("title-concept-pair");

    /// <summary>Adds one feature per pair, once per article and once more for the title.</summary>
    public static void Add(List<Feature> features, ReadArticle article)
    {
        var tokens = Tokens(article);
        var seen = new HashSet<uint>();
        var sentence = new List<uint>(MostTokens);
        var position = 0;
        var inTitle = true;
        foreach (var (token, start) in tokens)
        {
            if (Crosses(article, ref position, start))
            {
                AddAll(features, seen, sentence, inTitle);
                sentence.Clear();
            }

            inTitle = start < article.TitleEnd;
            if (sentence.Count < MostTokens && !sentence.Contains(token))
            {
                sentence.Add(token);
            }
        }

        AddAll(features, seen, sentence, inTitle);
    }

    private static List<(uint Token, int Start)> Tokens(ReadArticle article)
    {
        var tokens = new List<(uint Token, int Start)>(article.Concepts.Count + article.Names.Count);
        foreach (var hit in article.Concepts)
        {
            tokens.Add((FeatureKey.Of(s_token, hit.Concept), hit.Start));
        }

        foreach (var hit in article.Names)
        {
            tokens.Add((hit.Entry.Kind switch
            {
                NameKind.Organisation => FeatureKey.Of(s_kind, hit.Entry.Detail),
                NameKind.Country or NameKind.Adjective or NameKind.Pair => FeatureKey.Of(s_kind, hit.Entry.Code == "US" ? "america" : "country"),
                NameKind.Capital or NameKind.City => FeatureKey.Of(s_kind, "city"),
                _ => FeatureKey.Of(s_kind, (int)hit.Entry.Kind),
            }, hit.Start));
        }

        tokens.Sort((first, second) => first.Start.CompareTo(second.Start));
        return tokens;
    }

    private static bool Crosses(ReadArticle article, ref int position, int start)
    {
        var crosses = false;
        for (; position < start; position++)
        {
            crosses |= position == article.TitleEnd || (Scripts.EndsSentence(article.Folded[position]) && !article.Folded.IsWord(position + 1));
        }

        return crosses;
    }

    private static void AddAll(List<Feature> features, HashSet<uint> seen, List<uint> sentence, bool inTitle)
    {
        for (var first = 0; first < sentence.Count; first++)
        {
            for (var second = first + 1; second < sentence.Count; second++)
            {
                var key = FeatureKey.Join(Math.Min(sentence[first], sentence[second]) ^ s_pair, Math.Max(sentence[first], sentence[second]));
                Add(features, seen, key);
                if (inTitle)
                {
                    Add(features, seen, FeatureKey.Join(s_titlePair, key));
                }
            }
        }
    }

    private static void Add(List<Feature> features, HashSet<uint> seen, uint key)
    {
        if (seen.Add(key))
        {
            features.Add(new Feature(key, 1, 0, 0));
        }
    }
}
