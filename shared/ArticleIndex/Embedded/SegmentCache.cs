using System.Collections.Concurrent;
using Lucene.Net.Index;

namespace Monitoring.ArticleIndex.Embedded;

/// <summary>Columns of the segments in use. A segment never changes, so they are made once; deletions are looked up elsewhere.</summary>
internal sealed class SegmentCache
{
    private readonly ConcurrentDictionary<string, Lazy<SegmentColumns>> _columns = new(StringComparer.Ordinal);
    private readonly HashSet<string> _served = new(StringComparer.Ordinal);

    public ColumnNumbers Numbers { get; } = new();

    /// <summary>The columns of a segment; made by the first who asks, others wait.</summary>
    public SegmentColumns Of(AtomicReader reader) => _columns.GetOrAdd(Key(reader), _ => new(() => new SegmentColumns(reader, Numbers))).Value;

    /// <summary>Forgets segments that were in a reader before and are not in this one. Those of a merge that is not committed yet stay.</summary>
    public void Keep(IndexReader reader)
    {
        var now = reader.Leaves.Select(l => Key(l.AtomicReader)).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in _served.Where(s => !now.Contains(s)).ToList())
        {
            _columns.TryRemove(gone, out _);
            _served.Remove(gone);
        }

        _served.UnionWith(now);
    }

    // A rebuild can use a segment's name again; the moment of writing tells them apart.
    private static string Key(AtomicReader reader) => reader is SegmentReader { SegmentInfo.Info: var info }
        ? $"{info.Name} {info.DocCount} {(info.Diagnostics.TryGetValue("timestamp", out var written) ? written : "")}"
        : throw new InvalidOperationException($"A {reader.GetType().Name} is no segment.");
}
