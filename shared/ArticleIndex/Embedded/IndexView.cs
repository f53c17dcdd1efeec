using System.Collections.Concurrent;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;

namespace Monitoring.ArticleIndex.Embedded;

/// <summary>The index as of one commit.</summary>
internal sealed class IndexView(DirectoryReader reader, SegmentCache segments)
{
    public DirectoryReader Reader => reader;

    public IndexSearcher Searcher { get; } = new(reader) { Similarity = new BM25Similarity() };

    public ColumnNumbers Numbers => segments.Numbers;

    /// <summary>Articles by hour of publication, all (0) and the relevant ones (1): what histograms are measured against.</summary>
    public ConcurrentDictionary<int, IReadOnlyDictionary<long, long>> Hours { get; } = [];

    public SegmentColumns Columns(AtomicReaderContext leaf) => segments.Of(leaf.AtomicReader);

    /// <summary>The id of a document by its number in the whole index.</summary>
    public string Id(int doc)
    {
        var leaf = reader.Leaves[ReaderUtil.SubIndex(doc, reader.Leaves)];
        var id = new BytesRef();
        leaf.AtomicReader.GetSortedDocValues(LuceneFields.Id).Get(doc - leaf.DocBase, id);

        return id.Utf8ToString();
    }
}
