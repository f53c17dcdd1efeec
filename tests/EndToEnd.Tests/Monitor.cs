using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Monitoring.Fixtures;

namespace Monitoring.EndToEnd.Tests;

/// <summary>Asks a running Portal what a reader can find.</summary>
internal sealed class Monitor(ServiceProcess portal) : IDisposable
{
    private static readonly TimeSpan s_rest = TimeSpan.FromSeconds(8);
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
        var address = "/api/v1/articles?all=true&group=none&size=200";
        while (address is not null)
        {
            var page = await _http.GetFromJsonAsync<JsonElement>(address, cancel);
            found.AddRange(page.GetProperty("items").EnumerateArray());
            address = page.GetProperty("next").GetString();
        }

        return found;
    }

    /// <summary>Waits until at least <paramref name="atLeast"/> articles are found and their number rests.</summary>
    public async Task<long> WaitForArticlesAsync(long atLeast, TimeSpan deadline, CancellationToken cancel)
    {
        long count = -1;
        var since = Stopwatch.StartNew();
        await Eventually.TrueAsync(
            async () =>
            {
                var before = count;
                count = await CountAsync(cancel);
                if (count != before)
                {
                    since.Restart();
                }

                return count >= atLeast && since.Elapsed > s_rest;
            },
            deadline,
            () => $"Only {count} of {atLeast} articles are found.\n{portal.Output}",
            cancel);
        return count;
    }

    public void Dispose() => _http.Dispose();
}
