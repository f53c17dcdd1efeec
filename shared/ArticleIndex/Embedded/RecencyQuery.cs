using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Monitoring.ArticleIndex.Querying;

namespace Monitoring.ArticleIndex.Embedded;

/// <summary>Scores as another query does, times a factor that falls with the article's age.</summary>
internal sealed class RecencyQuery(Query inner, DateTimeOffset now, TimeSpan halfLife) : Query
{
    public override Query Rewrite(IndexReader reader)
    {
        var rewritten = inner.Rewrite(reader);

        return ReferenceEquals(rewritten, inner) ? this : new RecencyQuery(rewritten, now, halfLife);
    }

    public override Weight CreateWeight(IndexSearcher searcher) => new RecencyWeight(this, inner.CreateWeight(searcher));

    public override void ExtractTerms(ISet<Term> terms) => inner.ExtractTerms(terms);

    public override string ToString(string field) => $"recent({inner.ToString(field)})";

    private double Factor(long publishedMilliseconds)
    {
        var age = Math.Max(0, now.ToUnixTimeMilliseconds() - publishedMilliseconds);

        return ScoreWeights.Lasting + (1 - ScoreWeights.Lasting) * Math.Pow(2, -age / halfLife.TotalMilliseconds);
    }

    private sealed class RecencyWeight(RecencyQuery query, Weight inner) : Weight
    {
        public override Query Query => query;

        public override float GetValueForNormalization() => inner.GetValueForNormalization();

        public override void Normalize(float norm, float topLevelBoost) => inner.Normalize(norm, topLevelBoost);

        public override Explanation Explain(AtomicReaderContext context, int doc) => inner.Explain(context, doc);

        public override Scorer? GetScorer(AtomicReaderContext context, IBits acceptDocs) =>
            inner.GetScorer(context, acceptDocs) is { } scorer
                ? new RecencyScorer(this, scorer, query, context.AtomicReader.GetNumericDocValues(LuceneFields.Published))
                : null;
    }

    private sealed class RecencyScorer(Weight weight, Scorer inner, RecencyQuery query, NumericDocValues? published) : Scorer(weight)
    {
        public override int DocID => inner.DocID;

        public override int Freq => inner.Freq;

        // A query that only filters scores 0 for all; the age alone orders then.
        public override float GetScore() => (float)((inner.GetScore() + 0.01) * query.Factor(published?.Get(inner.DocID) ?? 0));

        public override int NextDoc() => inner.NextDoc();

        public override int Advance(int target) => inner.Advance(target);

        public override long GetCost() => inner.GetCost();
    }
}
