using Lucene.Net.Index;
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
    private readonly SegmentCache _segments = new();
    private IndexView? _view;
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
    /// <param name="read">Gets a view that stays valid until it returns.</param>
    /// <param name="whenEmpty">The answer of an index without articles.</param>
    /// <param name="anyFormat">Also read documents that another version wrote: their stored articles are always readable.</param>
    public T Read<T>(Func<IndexView, T> read, T whenEmpty, bool anyFormat = false)
    {
        try
        {
            if (Acquire() is not { } view)
            {
                return whenEmpty;
            }

            try
            {
                if (!anyFormat && !IsCurrent(view.Reader))
                {
                    throw new IndexUnavailableException(IndexOutage.NeedsRebuild, LuceneFaults.Rebuild(Path));
                }

                return read(view);
            }
            finally
            {
                view.Reader.DecRef();
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
            _view?.Reader.Dispose();
            _view = null;
            Directory.Dispose();
        }
    }

    private IndexView? Acquire()
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

            _view!.Reader.IncRef();
            return _view;
        }
    }

    private void Reopen()
    {
        VerifyOnce();
        var before = _view?.Reader;
        var newer = LuceneFaults.WhileOpening(Path, () => before is null ? DirectoryReader.Open(Directory) : DirectoryReader.OpenIfChanged(before));
        if (newer is not null)
        {
            before?.Dispose();
            _segments.Keep(newer);
            _view = new(newer, _segments);
        }
    }
}
