using System.Net;
using System.Net.Http.Headers;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Monitoring.ArticleIndex.Elasticsearch;

/// <summary>Speaks HTTP with a cluster: the next node when one does not answer, again after a pause when all are busy.</summary>
internal sealed partial class ElasticsearchConnection : IDisposable
{
    // 0.2 + 0.4 + 0.8 + 1.6 s: what a node needs to elect a master; longer outages are the caller's to wait for.
    private const int MaxRounds = 5;
    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(200);

    private readonly HttpClient _http;
    private readonly IReadOnlyList<Uri> _nodes;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _timeout;
    private readonly ILogger _log;
    private int _current;

    public ElasticsearchConnection(IOptions<ArticleIndexOptions> options, TimeProvider clock, ILogger<ElasticsearchConnection> log)
    {
        var addresses = ElasticsearchAddresses.Parse(options.Value.Elasticsearch ?? "");
        (_nodes, _clock, _timeout, _log) = (addresses.Nodes, clock, options.Value.RequestTimeout, log);
        _http = new HttpClient(Handler(options.Value.CertificateAuthority)) { Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.Accept.Add(new("application/json"));
        _http.DefaultRequestHeaders.Authorization = options.Value.ApiKey is { Length: > 0 } key ? new("ApiKey", key)
            : addresses.BasicCredentials is { } basic ? new AuthenticationHeaderValue("Basic", basic)
            : null;
    }

    /// <summary>Sends a request. Answers other than success throw, but for those in <paramref name="expected"/>.</summary>
    public async Task<(int Status, JsonNode? Body)> SendAsync(HttpMethod method, string path, JsonNode? body, CancellationToken cancel, params int[] expected) =>
        await SendAsync(method, path, body is null ? null : JsonSerializer.SerializeToUtf8Bytes(body, ArticleJson.Options), "application/json", cancel, expected);

    public async Task<(int Status, JsonNode? Body)> SendAsync(HttpMethod method, string path, byte[]? body, string contentType, CancellationToken cancel, params int[] expected)
    {
        IndexUnavailableException? outage = null;
        var pause = s_firstPause;
        for (var round = 0; round < MaxRounds; round++)
        {
            for (var tried = 0; tried < _nodes.Count; tried++)
            {
                var node = Volatile.Read(ref _current) % _nodes.Count;
                var (status, answer, fault) = await TryAsync(_nodes[node], method, path, body, contentType, cancel);
                if (fault is null && ((status is >= 200 and < 300) || expected.Contains(status)))
                {
                    return (status, answer);
                }

                outage = fault ?? ElasticsearchFaults.Translate((HttpStatusCode)status, answer);
                if (outage.Reason != IndexOutage.Unreachable || (fault is null && !ElasticsearchFaults.IsPassing(status)))
                {
                    throw outage;
                }

                LogNodeFails(_nodes[node], outage.Message);
                Interlocked.CompareExchange(ref _current, node + 1, node);
            }

            if (round < MaxRounds - 1)
            {
                await Task.Delay(pause, _clock, cancel);
                pause *= 2;
            }
        }

        throw outage!;
    }

    public void Dispose() => _http.Dispose();

    private async Task<(int Status, JsonNode? Body, IndexUnavailableException? Fault)> TryAsync(
        Uri node, HttpMethod method, string path, byte[]? body, string contentType, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(_timeout);
        try
        {
            using var request = new HttpRequestMessage(method, new Uri(node, path));
            if (body is not null)
            {
                request.Content = new ByteArrayContent(body) { Headers = { ContentType = new(contentType) } };
            }

            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            await using var stream = await response.Content.ReadAsStreamAsync(limit.Token);

            return ((int)response.StatusCode, await ReadAsync(stream, response, limit.Token), null);
        }
        catch (HttpRequestException fault) when (fault.InnerException is AuthenticationException)
        {
            return (0, null, new(IndexOutage.Refused, $"The certificate of {node.Authority} is not trusted: set Index__CertificateAuthority.", fault));
        }
        catch (Exception fault) when (fault is HttpRequestException or (IOException and not IndexUnavailableException))
        {
            return (0, null, new(IndexOutage.Unreachable, $"Elasticsearch at {node.Authority} does not answer: {fault.Message}", fault));
        }
        catch (OperationCanceledException fault) when (!cancel.IsCancellationRequested)
        {
            return (0, null, new(IndexOutage.Unreachable, $"Elasticsearch at {node.Authority} did not answer within {_timeout.TotalSeconds:N0} s.", fault));
        }
    }

    private static async Task<JsonNode?> ReadAsync(Stream stream, HttpResponseMessage response, CancellationToken cancel)
    {
        // A proxy in between answers with HTML: its status still counts.
        if (response.Content.Headers.ContentType?.MediaType?.Contains("json", StringComparison.Ordinal) != true)
        {
            return null;
        }

        try
        {
            return await JsonNode.ParseAsync(stream, cancellationToken: cancel);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static SocketsHttpHandler Handler(string? authorityFile)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
        if (authorityFile is { Length: > 0 })
        {
            var authority = X509CertificateLoader.LoadCertificateFromFile(authorityFile);
            handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                CustomTrustStore = { authority },
                RevocationMode = X509RevocationMode.NoCheck, // an authority of one's own publishes no revocations
            };
        }

        return handler;
    }

    [LoggerMessage(LogLevel.Warning, "Elasticsearch node {Node} fails: {Reason}")]
    private partial void LogNodeFails(Uri node, string reason);
}
