using Monitoring.Classifier.Countries;
using Monitoring.Classifier.Linear;
using Monitoring.Classifier.Text;

namespace Monitoring.Classifier.Themes;

/// <summary>
/// What relevance and themes are judged by: words, pairs of words, runs of letters, concepts, and what kinds of organisations and
/// how many countries are named. Made once per article for all questions.
/// </summary>
internal static class TextFeatures
{
    private const int GramLength = 4;

    // Chosen by cross-validation over batches; the measure hardly moves between half and twice of each.
    private const float GramValue = 0.35f;
    private const float RepeatedConceptValue = 0.3f;
    private const float LengthValue = 0.5f;
    private const float NameNorm = 0.8f;
    private const float PairNorm = 0.8f;

    private static readonly uint s_word = FeatureKey.Of("word");
    private static readonly uint s_titleWord = FeatureKey.Of("title-word");
    private static readonly uint s_pair = FeatureKey.Of("pair");
    private static readonly uint s_gram = FeatureKey.Of("gram");
    private static readonly uint s_concept = FeatureKey.Of("concept");
    private static readonly uint s_titleConcept = FeatureKey.Of("title-concept");

    public static List<Feature> Extract(ReadArticle article)
    {
        var features = new List<Feature>(1000);
        AddWords(features, article);
        var words = features.Count;
        AddConcepts(features, article);
        var conceptEnd = features.Count;
        AddNames(features, article);
        var pairs = features.Count;
        ConceptPairs.Add(features, article);
        Scale(features, 0, words, 1);
        Scale(features, words, conceptEnd, 1);
        Scale(features, conceptEnd, pairs, NameNorm);
        Scale(features, pairs, features.Count, PairNorm);
        return features;
    }

    private static void AddWords(List<Feature> features, ReadArticle article)
    {
        var text = article.Folded;
        var seen = new HashSet<uint>();
        var previous = 0u;
        for (var start = 0; start < text.Length;)
        {
            if (!text.IsWord(start))
            {
                previous = Scripts.EndsSentence(text[start++]) ? 0 : previous;
                continue;
            }

            var end = start + 1;
            if (Scripts.IsUnspaced(text[start]))
            {
                while (end < text.Length && text.IsWord(end) && Scripts.IsUnspaced(text[end]))
                {
                    end++;
                }

                AddUnspaced(features, seen, text, start, end);
                previous = 0;
            }
            else
            {
                while (end < text.Length && text.IsWord(end) && !Scripts.IsUnspaced(text[end]))
                {
                    end++;
                }

                previous = AddWord(features, seen, article, start, end, previous);
            }

            start = end;
        }
    }

    private static uint AddWord(List<Feature> features, HashSet<uint> seen, ReadArticle article, int start, int end, uint previous)
    {
        var word = article.Folded.Text[start..end];
        if (char.IsAsciiDigit(word[0]))
        {
            return 0;
        }

        var key = FeatureKey.Of(s_word, word);
        Add(features, seen, key, 1, start, end);
        if (start < article.TitleEnd)
        {
            Add(features, seen, FeatureKey.Of(s_titleWord, word), 0.5f, start, end);
        }

        if (previous != 0)
        {
            Add(features, seen, FeatureKey.Join(s_pair ^ previous, key), 0.7f, start, end);
        }

        for (var from = start; end - start > GramLength && from + GramLength <= end; from++)
        {
            Add(features, seen, FeatureKey.Of(s_gram, article.Folded.Text.Slice(from, GramLength)), GramValue, start, end);
        }

        return key;
    }

    private static void AddUnspaced(List<Feature> features, HashSet<uint> seen, FoldedText text, int start, int end)
    {
        for (var from = start; from < end; from++)
        {
            for (var length = 1; length <= 4 && from + length <= end; length++)
            {
                Add(features, seen, FeatureKey.Of(s_word, text.Text.Slice(from, length)), length == 1 ? 0.3f : 0.7f, from, from + length);
            }
        }
    }

    private static void AddConcepts(List<Feature> features, ReadArticle article)
    {
        var seen = new HashSet<uint>();
        var places = new HashSet<(int Concept, int Start)>();
        foreach (var hit in article.Concepts)
        {
            var key = FeatureKey.Of(s_concept, hit.Concept);
            Add(features, seen, key, 1, hit.Start, hit.End);
            if (places.Add((hit.Concept, hit.Start)))
            {
                features.Add(new Feature(key, RepeatedConceptValue, hit.Start, hit.End));
            }

            if (hit.Start < article.TitleEnd)
            {
                Add(features, seen, FeatureKey.Of(s_titleConcept, hit.Concept), 1, hit.Start, hit.End);
            }
        }
    }

    private static void AddNames(List<Feature> features, ReadArticle article)
    {
        var seen = new HashSet<uint>();
        foreach (var hit in article.Names)
        {
            Add(features, seen, FeatureKey.Of($"name:{hit.Entry.Kind}"), 1, hit.Start, hit.End);
            if (hit.Entry.Kind == NameKind.Organisation)
            {
                Add(features, seen, FeatureKey.Of($"organisation:{hit.Entry.Detail}:{hit.Entry.Weight}"), 1, hit.Start, hit.End);
                Add(features, seen, FeatureKey.Of($"organisation-kind:{hit.Entry.Detail}"), 1, hit.Start, hit.End);
            }

            if (hit.Start < article.TitleEnd)
            {
                Add(features, seen, FeatureKey.Of($"title-name:{hit.Entry.Kind}"), 1, hit.Start, hit.End);
            }
        }

        var countries = article.Names.Where(hit => hit.Entry.Code != "-" && hit.Entry.Weight >= 0.5f).Select(hit => hit.Entry.Code).Distinct().Count();
        features.Add(new Feature(FeatureKey.Of($"countries:{Math.Min(countries, 4)}"), 1, 0, 0));
        features.Add(new Feature(FeatureKey.Of($"length:{System.Numerics.BitOperations.Log2((uint)article.Folded.Length + 1)}"), LengthValue, 0, 0));
        features.Add(new Feature(FeatureKey.Of($"concepts:{Math.Min(article.Concepts.Select(hit => hit.Concept).Distinct().Count() / 4, 6)}"), LengthValue, 0, 0));
        features.Add(new Feature(FeatureKey.Of(article.IsHeadline ? "headline" : "article"), LengthValue, 0, 0));
    }

    private static void Add(List<Feature> features, HashSet<uint> seen, uint key, float value, int start, int end)
    {
        if (seen.Add(key))
        {
            features.Add(new Feature(key, value, start, end));
        }
    }

    private static void Scale(List<Feature> features, int from, int to, float norm)
    {
        var span = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(features)[from..to];
        var sum = 0f;
        foreach (var feature in span)
        {
            sum += feature.Value * feature.Value;
        }

        var factor = sum > 0 ? norm / MathF.Sqrt(sum) : 0;
        foreach (ref var feature in span)
        {
            feature.Value *= factor;
        }
    }
}
