using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace Monitoring.ArticleIndex.Embedded;

/// <summary>One folder of one process: the view of its last commit, whoever made it.</summary>
internal sealed class IndexFolder : IDisposable
{
    // Raised with AnalysedText.Version or when the fields of a document change.
    public static readonly string Format = $"1.{Analysis.AnalysedText.Version}";
    public const string FormatKey = "format";

    private readonly System.Threading.Lock _gate = new();
    private DirectoryReader? _reader;
    private long _generation = -1;
    private bool _isVerified;

    public IndexFolder(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        System.IO.Directory.CreateDirectory(Path);
        Directory = FSDirectory.Open(Path, NoLockFactory.GetNoLockFactory());
    }

    public string Path { get; }

    public Directory Directory { get; }

    /// <summary>Runs a read on the newest commit. Answers <paramref name="whenEmpty"/> before the first one.</summary>
    /// <param name="read">Gets a searcher that stays valid until it returns.</param>
    /// <param name="whenEmpty">The answer of an index without articles.</param>
    /// <param name="anyFormat">Also read documents that another version wrote: their stored articles are always readable.</param>
    public T Read<T>(Func<IndexSearcher, T> read, T whenEmpty, bool anyFormat = false)
    {
        try
        {
            if (Acquire() is not { } reader)
            {
                return whenEmpty;
            }

            try
            {
                if (!anyFormat && !IsCurrent(reader))
                {
                    throw new IndexUnavailableException(IndexOutage.NeedsRebuild, LuceneFaults.Rebuild(Path));
                }

                return read(new IndexSearcher(reader) { Similarity = new BM25Similarity() });
            }
            finally
            {
                reader.DecRef();
            }
        }
        catch (Exception fault) when (LuceneFaults.IsFault(fault))
        {
            throw LuceneFaults.Translate(fault, Path);
        }
    }

    public static bool IsCurrent(DirectoryReader reader) =>
        reader.IndexCommit.UserData.TryGetValue(FormatKey, out var format) && format == Format;

    /// <summary>Reads all files once, before the first use by this process; damage throws. What is written later is trusted.</summary>
    public void VerifyOnce()
    {
        lock (_gate)
        {
            _isVerified = _isVerified || LuceneFaults.WhileOpening(Path, () =>
            {
                IndexIntegrity.Check(Directory);
                return true;
            });
        }
    }

    /// <summary>Removes the files of an index that is too damaged to be replaced; answers whether there were any.</summary>
    public bool Clear()
    {
        _isVerified = true;
        var files = Directory.ListAll().Where(f => f != WriterLock.FileName).ToList();
        files.ForEach(Directory.DeleteFile);

        return files.Count > 0;
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _reader?.Dispose();
            _reader = null;
            Directory.Dispose();
        }
    }

    private DirectoryReader? Acquire()
    {
        lock (_gate)
        {
            // Listing the folder costs some 50 µs, and makes a search see what any process committed before it began.
            var generation = SegmentInfos.GetLastCommitGeneration(Directory);
            if (generation < 0)
            {
                return null;
            }

            if (generation != _generation)
            {
                Reopen();
                _generation = generation;
            }

            _reader!.IncRef();
            return _reader;
        }
    }

    private void Reopen()
    {
        VerifyOnce();
        var newer = LuceneFaults.WhileOpening(Path, () => _reader is null ? DirectoryReader.Open(Directory) : DirectoryReader.OpenIfChanged(_reader));
        if (newer is not null)
        {
            _reader?.Dispose();
            _reader = newer;
        }
    }
}
