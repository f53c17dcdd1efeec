using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Monitoring.ArticleIndex.Embedded;

/// <summary>Questions to the dictionary of terms.</summary>
internal static class LuceneTerms
{
    // Two letters can begin tens of thousands of words; the frequent ones are wanted, and these are found on the way.
    private const int MaxLookedAt = 20_000;

    public static IReadOnlyList<string> Complete(IndexReader reader, string prefix, int count)
    {
        var best = new PriorityQueue<string, (int, string)>(Comparer<(int Count, string Term)>.Create(
            (a, b) => a.Count != b.Count ? a.Count.CompareTo(b.Count) : string.CompareOrdinal(b.Term, a.Term)));
        var terms = MultiFields.GetTerms(reader, LuceneFields.Title)?.GetEnumerator();
        if (terms is null || terms.SeekCeil(new BytesRef(prefix)) == TermsEnum.SeekStatus.END)
        {
            return [];
        }

        for (var i = 0; i < MaxLookedAt && StringHelper.StartsWith(terms.Term, new BytesRef(prefix)); i++)
        {
            var term = terms.Term.Utf8ToString();
            best.Enqueue(term, (terms.DocFreq, term));
            if (best.Count > count)
            {
                best.Dequeue();
            }

            if (!terms.MoveNext())
            {
                break;
            }
        }

        var rising = new List<string>();
        while (best.TryDequeue(out var term, out _))
        {
            rising.Add(term);
        }

        rising.Reverse();
        return rising;
    }

    public static string[] AllIds(IndexReader reader)
    {
        var ids = new List<string>(reader.NumDocs);
        foreach (var leaf in reader.Leaves)
        {
            var live = leaf.AtomicReader.LiveDocs;
            var values = leaf.AtomicReader.GetSortedDocValues(LuceneFields.Id);
            var id = new BytesRef();
            for (var doc = 0; doc < leaf.AtomicReader.MaxDoc; doc++)
            {
                if (live is null || live.Get(doc))
                {
                    values.Get(doc, id);
                    ids.Add(id.Utf8ToString());
                }
            }
        }

        return [.. ids];
    }
}
