using System.Threading.Channels;
using Monitoring.Contracts;

namespace Monitoring.Indexer.Indexing;

/// <summary>
/// Gathers articles while a commit runs and gives them all to the next one: a commit costs the same for one document as for
/// hundreds, an idle system commits at once, and each message has an outcome of its own.
/// </summary>
internal sealed partial class GroupCommit(ArticleIndexer indexer, ILogger<GroupCommit> log) : BackgroundService
{
    public const int MostInOneCommit = 500;

    private readonly Channel<Waiting> _waiting = Channel.CreateUnbounded<Waiting>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>Returns once a search finds the article, or once the engine has refused it for good.</summary>
    public async Task<IndexOutcome> IndexAsync(ArticleClassified classified, CancellationToken cancel)
    {
        var waiting = new Waiting(classified, new TaskCompletionSource<IndexOutcome>(TaskCreationOptions.RunContinuationsAsynchronously));
        await _waiting.Writer.WriteAsync(waiting, cancel);
        return await waiting.Done.Task.WaitAsync(cancel);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var group = new List<Waiting>(MostInOneCommit);
        while (await _waiting.Reader.WaitToReadAsync(stoppingToken))
        {
            while (group.Count < MostInOneCommit && _waiting.Reader.TryRead(out var next))
            {
                group.Add(next);
            }

            await CommitAsync(group, stoppingToken);
            group.Clear();
        }
    }

    private async Task CommitAsync(List<Waiting> group, CancellationToken cancel)
    {
        try
        {
            var outcomes = await indexer.IndexAsync(group.ConvertAll(waiting => waiting.Classified), cancel);
            foreach (var waiting in group)
            {
                waiting.Done.SetResult(outcomes[waiting.Classified.Article.ArticleId]);
            }

            LogIndexed(group.Count, outcomes.Values.Count(outcome => outcome.Refusal is not null));
        }
        catch (Exception failure)
        {
            // Each message meets the failure in its own consumer, where outages are held and other causes retried.
            group.ForEach(waiting => waiting.Done.TrySetException(failure));
        }
    }

    [LoggerMessage(LogLevel.Information, "{Articles} articles committed, {Refused} refused")]
    private partial void LogIndexed(int articles, int refused);

    private sealed record Waiting(ArticleClassified Classified, TaskCompletionSource<IndexOutcome> Done);
}
