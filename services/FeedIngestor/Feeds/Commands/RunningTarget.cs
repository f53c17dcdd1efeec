using Monitoring.Contracts;
using Monitoring.FeedIngestor.Articles.Importing;

namespace Monitoring.FeedIngestor.Feeds.Commands;

/// <summary>Imports through the process that has the store open, over its loopback API.</summary>
internal sealed class RunningTarget : IImportTarget
{
    private static readonly TimeSpan s_answersWithin = TimeSpan.FromSeconds(3);
    private readonly HttpClient _http;

    private RunningTarget(Uri address)
    {
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) };
        _http.DefaultRequestHeaders.Add(CommandEndpoints.Header, "1");
    }

    public string Name => $"the process at {_http.BaseAddress}";

    /// <summary>The process that works on this data folder; null when none answers.</summary>
    public static async Task<RunningTarget?> FindAsync(string folder, CancellationToken cancel)
    {
        if (await RunningMark.ReadAsync(folder, cancel) is not { } address)
        {
            return null;
        }

        var target = new RunningTarget(address);
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            limit.CancelAfter(s_answersWithin);
            var theirs = await target._http.GetStringAsync(CommandEndpoints.Root, limit.Token);
            if (theirs == folder)
            {
                return target;
            }
        }
        catch (Exception silent) when (silent is HttpRequestException or OperationCanceledException && !cancel.IsCancellationRequested)
        {
            // The mark was left behind by a process that was killed.
        }

        await target.DisposeAsync();
        return null;
    }

    public async Task<FeedsImported> ImportFeedsAsync(string opml, CancellationToken cancel) =>
        await PostAsync<FeedsImported>(CommandEndpoints.Feeds, new FeedsToImport(opml), cancel);

    public async Task<ImportCount> ImportArticlesAsync(IReadOnlyList<string> lines, CancellationToken cancel) =>
        await PostAsync<ImportCount>(CommandEndpoints.Articles, new ArticlesToImport(lines), cancel);

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<TAnswer> PostAsync<TAnswer>(string path, object body, CancellationToken cancel)
    {
        using var answer = await _http.PostAsJsonAsync(path, body, cancel);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<TAnswer>(cancel))!;
    }
}
