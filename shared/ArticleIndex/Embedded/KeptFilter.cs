using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Monitoring.ArticleIndex.Embedded;

/// <summary>A filter that nearly every search has: one bit for each article, kept while its segment is in use.</summary>
internal sealed class KeptFilter(Term term) : CachingWrapperFilter(new QueryWrapperFilter(new TermQuery(term)))
{
    protected override DocIdSet DocIdSetToCache(DocIdSet docIdSet, AtomicReader reader)
    {
        var bits = new FixedBitSet(reader.MaxDoc);
        if (docIdSet?.GetIterator() is { } found)
        {
            bits.Or(found);
        }

        return bits;
    }
}
