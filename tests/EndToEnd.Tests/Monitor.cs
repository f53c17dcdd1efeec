using System.Net.Http.Json;
using System.Text.Json;
using Monitoring.Fixtures;

namespace Monitoring.EndToEnd.Tests;

/// <summary>Asks a running Portal what a reader can find.</summary>
internal sealed class Monitor(ServiceProcess portal) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = portal.Address };

    public async Task<long> CountAsync(CancellationToken cancel)
    {
        using var answer = await _http.GetAsync("/api/v1/articles?all=true&group=none&size=1", cancel);
        // The first moments of a new installation: there is no index yet.
        return answer.IsSuccessStatusCode ? (await answer.Content.ReadFromJsonAsync<JsonElement>(cancel)).GetProperty("total").GetInt64() : 0;
    }

    public async Task<IReadOnlyList<JsonElement>> AllAsync(CancellationToken cancel)
    {
        var found = new List<JsonElement>();
        var after = "";
        do
        {
            var page = await _http.GetFromJsonAsync<JsonElement>("/api/v1/articles?all=true&group=none&size=200" + after, cancel);
            found.AddRange(page.GetProperty("items").EnumerateArray());
            after = page.GetProperty("next").GetString() is { } next ? "&after=" + Uri.EscapeDataString(next) : "";
        }
        while (after.Length > 0);

        return found;
    }

    /// <summary>Waits until at least <paramref name="atLeast"/> articles are found and their number rests.</summary>
    public async Task<long> WaitForArticlesAsync(long atLeast, TimeSpan deadline, CancellationToken cancel)
    {
        long count = -1;
        await Eventually.TrueAsync(
            async () =>
            {
                var before = count;
                count = await CountAsync(cancel);
                return count >= atLeast && count == before;
            },
            deadline,
            () => $"Only {count} of {atLeast} articles are found.\n{portal.Output}",
            cancel);
        return count;
    }

    public void Dispose() => _http.Dispose();
}
