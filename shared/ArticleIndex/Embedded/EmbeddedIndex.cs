using Lucene.Net.Analysis.Core;
using Lucene.Net.Index;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Monitoring.ArticleIndex.Embedded;

/// <summary>The writer of the embedded index. One process holds the folder's lock; in the others this waits for it.</summary>
internal sealed partial class EmbeddedIndex(
    IndexFolder folder, IOptions<ArticleIndexOptions> options, TimeProvider clock, ILogger<EmbeddedIndex> log) : IArticleIndex, IDisposable
{
    // Analysis of a few articles is quicker than starting threads for it.
    private const int ParallelFrom = 16;
    private const int RebuildBatch = 1_000;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private IndexWriter? _writer;
    private WrittenIds? _ids;
    private WriterLock? _lock;
    private volatile bool _isStandby;

    public Task UpsertAsync(IReadOnlyList<IndexedArticle> articles, CancellationToken cancel) => articles.Count == 0
        ? Task.CompletedTask
        : WriteAsync(writer => Add(writer, _ids!, articles, cancel), cancel);

    public Task DeleteAsync(IReadOnlyList<string> articleIds, CancellationToken cancel) => articleIds.Count == 0
        ? Task.CompletedTask
        : WriteAsync(writer => writer.DeleteDocuments([.. articleIds.Select(IdTerm)]), cancel);

    public async Task WaitUntilWritableAsync(CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel);
        try
        {
            await OpenAsync(cancel);
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task<long> RebuildAsync(IAsyncEnumerable<IndexedArticle> articles, CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel);
        try
        {
            Close();
            _writer = await OpenLockedAsync(OpenMode.CREATE, cancel);
            var count = 0L;
            await foreach (var batch in articles.Chunk(RebuildBatch).WithCancellation(cancel))
            {
                await Task.Run(() => Guard(() => Add(_writer, _ids!, batch, cancel)), cancel);
                count += batch.Length;
            }

            await Task.Run(() => Guard(() => Commit(_writer)), cancel);
            return count;
        }
        catch
        {
            Close();
            throw;
        }
        finally
        {
            _gate.Release();
        }
    }

    public Task<IndexHealth> HealthAsync(CancellationToken cancel) => Task.Run(() => EmbeddedHealth.Of(folder, _isStandby), cancel);

    public void Dispose()
    {
        // What is not committed was not promised: let go of the lock without writing.
        Close();
        _gate.Dispose();
    }

    private async Task WriteAsync(Action<IndexWriter> write, CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel);
        try
        {
            var writer = await OpenAsync(cancel);
            await Task.Run(() => Guard(() => write(writer), () => Commit(writer)), cancel);
        }
        catch
        {
            Close();
            throw;
        }
        finally
        {
            _gate.Release();
        }
    }

    private static void Add(IndexWriter writer, WrittenIds ids, IReadOnlyList<IndexedArticle> all, CancellationToken cancel)
    {
        IndexedArticle[] articles = [.. all.Reverse().DistinctBy(a => a.Article.ArticleId)];
        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = articles.Length < ParallelFrom ? 1 : Environment.ProcessorCount,
            CancellationToken = cancel,
        };
        Parallel.ForEach(articles, parallel, article =>
        {
            // Replacing looks for the old document in every segment: several times the cost of writing one.
            if (ids.Add(article.Article.ArticleId))
            {
                writer.AddDocument(LuceneDocument.From(article));
            }
            else
            {
                writer.UpdateDocument(IdTerm(article.Article.ArticleId), LuceneDocument.From(article));
            }
        });
    }

    private static void Commit(IndexWriter writer)
    {
        writer.SetCommitData(new Dictionary<string, string> { [IndexFolder.FormatKey] = IndexFolder.Format });
        writer.Commit();
    }

    private async Task<IndexWriter> OpenAsync(CancellationToken cancel)
    {
        if (_writer is null || _writer.IsClosed)
        {
            _writer = await OpenLockedAsync(OpenMode.CREATE_OR_APPEND, cancel);
        }

        return _writer;
    }

    private async Task<IndexWriter> OpenLockedAsync(OpenMode mode, CancellationToken cancel)
    {
        await TakeLockAsync(cancel);
        try
        {
            return Checked(Open(mode), mode);
        }
        catch
        {
            Close();
            throw;
        }
    }

    private async Task TakeLockAsync(CancellationToken cancel)
    {
        while ((_lock ??= LuceneFaults.WhileOpening(folder.Path, () => WriterLock.TryTake(folder.Path))) is null)
        {
            if (!_isStandby)
            {
                _isStandby = true;
                LogStandby(folder.Path);
            }

            await Task.Delay(options.Value.StandbyInterval, clock, cancel);
        }

        if (_isStandby)
        {
            _isStandby = false;
            LogTakesOver(folder.Path);
        }
    }

    private IndexWriter Open(OpenMode mode)
    {
        try
        {
            IndexIntegrity.DropUnfinishedFirst(folder.Directory);
            folder.VerifyOnce();
            return LuceneFaults.WhileOpening(folder.Path, () => new IndexWriter(folder.Directory, Settings(mode)));
        }
        catch (IndexUnavailableException outage) when (mode == OpenMode.CREATE && outage.Reason == IndexOutage.Corrupt && folder.Clear())
        {
            LogCleared(folder.Path);
            return LuceneFaults.WhileOpening(folder.Path, () => new IndexWriter(folder.Directory, Settings(mode)));
        }
    }

    // Writing terms of one version beside those of another would make searches miss articles without a word.
    private IndexWriter Checked(IndexWriter writer, OpenMode mode)
    {
        if (mode == OpenMode.CREATE || !DirectoryReader.IndexExists(folder.Directory))
        {
            _ids = new();
            return writer;
        }

        using var reader = LuceneFaults.WhileOpening(folder.Path, () => DirectoryReader.Open(folder.Directory));
        if (IndexFolder.IsCurrent(reader))
        {
            _ids = LuceneFaults.WhileOpening(folder.Path, () => WrittenIds.Of(reader));
            return writer;
        }

        writer.Rollback();
        throw new IndexUnavailableException(IndexOutage.NeedsRebuild, LuceneFaults.Rebuild(folder.Path));
    }

    private IndexWriterConfig Settings(OpenMode mode) => new(LuceneVersion.LUCENE_48, new KeywordAnalyzer())
    {
        OpenMode = mode,
        Similarity = new BM25Similarity(),
        RAMBufferSizeMB = options.Value.WriterBufferMegabytes,

        // Deletions open every segment; kept open they cost a commit nothing.
        UseReaderPooling = true,
    };

    private void Guard(params ReadOnlySpan<Action> steps)
    {
        try
        {
            foreach (var step in steps)
            {
                step();
            }
        }
        catch (AggregateException many) when (LuceneFaults.IsFault(many.InnerExceptions[0]))
        {
            throw LuceneFaults.Translate(many.InnerExceptions[0], folder.Path);
        }
        catch (Exception fault) when (LuceneFaults.IsFault(fault))
        {
            throw LuceneFaults.Translate(fault, folder.Path);
        }
    }

    private void Close()
    {
        try
        {
            _writer?.Rollback();
        }
        catch (Exception fault) when (LuceneFaults.IsFault(fault))
        {
            // The failure that led here is the one to report; the lock goes with the writer.
            LogRollbackFailed(fault, folder.Path);
        }

        _writer = null;
        _lock?.Dispose();
        _lock = null;
    }

    private static Term IdTerm(string articleId) => new(LuceneFields.Id, articleId);

    [LoggerMessage(LogLevel.Information, "Another process writes the index in {Folder}; this one is its standby")]
    private partial void LogStandby(string folder);

    [LoggerMessage(LogLevel.Information, "This process now writes the index in {Folder}")]
    private partial void LogTakesOver(string folder);

    [LoggerMessage(LogLevel.Warning, "Removed the damaged files of the index in {Folder} for a rebuild")]
    private partial void LogCleared(string folder);

    [LoggerMessage(LogLevel.Warning, "Could not roll back the writer of the index in {Folder}")]
    private partial void LogRollbackFailed(Exception fault, string folder);
}
