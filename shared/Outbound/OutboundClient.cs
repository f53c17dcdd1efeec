using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Reflection;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.Options;

namespace Monitoring.Outbound;

/// <summary>HTTP to addresses that users and feeds name: guarded, limited, never throwing for what a server does.</summary>
public sealed class OutboundClient : IDisposable
{
    private readonly OutboundOptions _options;
    private readonly HttpMessageInvoker _http;
    private readonly string _userAgent;

    /// <param name="options">Limits and the allow list.</param>
    public OutboundClient(IOptions<OutboundOptions> options)
        : this(options, Dns.GetHostAddressesAsync)
    {
    }

    internal OutboundClient(IOptions<OutboundOptions> options, ResolveName resolve)
    {
        _options = options.Value;
        var version = Assembly.GetExecutingAssembly().GetName().Version?.ToString(2) ?? "1.0";
        _userAgent = $"{Product}/{version} (+{_options.Contact})";
        _http = new HttpMessageInvoker(Handler(_options, resolve));
    }

    /// <summary>First word of the user agent, and the name that robots.txt files know us by.</summary>
    public const string Product = "SovereignAiMonitor";

    /// <summary>Fetches <paramref name="address"/> by GET, following redirects.</summary>
    /// <param name="address">Absolute http or https address.</param>
    /// <param name="prepare">Adds request headers, for instance validators; called for every hop.</param>
    /// <param name="cancel">Ends the request; the only exception a caller sees is the cancellation's.</param>
    public Task<OutboundResult> GetAsync(Uri address, Action<HttpRequestMessage>? prepare, CancellationToken cancel) =>
        GetAsync(new OutboundRequest(address) { Prepare = prepare }, cancel);

    /// <summary>Fetches by GET, following redirects, and asks the sender's leave before each hop.</summary>
    /// <param name="request">What to fetch and how.</param>
    /// <param name="cancel">Ends the request; the only exception a caller sees is the cancellation's.</param>
    public async Task<OutboundResult> GetAsync(OutboundRequest request, CancellationToken cancel)
    {
        var chain = new RedirectChain(request.Address, _options.MaxRedirects);
        var limit = Math.Min(request.MaxBodyBytes ?? _options.MaxBodyBytes, _options.MaxBodyBytes);
        var left = _options.Timeout;
        while (true)
        {
            if (chain.Unfit() is { } unfit)
            {
                return Failed(OutboundOutcome.BadAddress, unfit, chain);
            }

            if (request.Enter is not null && await request.Enter(chain.Address, cancel) is { } refusal)
            {
                return Failed(OutboundOutcome.Refused, refusal, chain);
            }

            var started = Stopwatch.GetTimestamp();
            var answer = await TryAsync(chain, Request(HttpMethod.Get, chain.Address, request.Prepare, content: null), limit, left, cancel);
            left -= Stopwatch.GetElapsedTime(started);
            if (chain.Follow(answer, out var moved) is { } problem)
            {
                return answer with { Outcome = OutboundOutcome.RedirectLoop, Problem = problem };
            }

            if (!moved)
            {
                return answer;
            }
        }
    }

    /// <summary>Posts <paramref name="body"/>; redirects are not followed, because a signed body belongs to one receiver.</summary>
    public async Task<OutboundResult> PostAsync(Uri address, byte[] body, Action<HttpRequestMessage> prepare, CancellationToken cancel)
    {
        var chain = new RedirectChain(address, most: 0);
        return chain.Unfit() is { } unfit
            ? Failed(OutboundOutcome.BadAddress, unfit, chain)
            : await TryAsync(chain, Request(HttpMethod.Post, address, prepare, new ByteArrayContent(body)), _options.MaxBodyBytes, _options.Timeout, cancel);
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static SocketsHttpHandler Handler(OutboundOptions options, ResolveName resolve) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = options.ConnectTimeout,
        MaxConnectionsPerServer = 4,
        MaxResponseHeadersLength = 64,
        // A body that is not wanted any more is not read to its end: the connection is closed.
        MaxResponseDrainSize = 0,
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        // An ETag may hold any byte and must go back as it came.
        RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1,
        SslOptions = new SslClientAuthenticationOptions
        {
            CertificateChainPolicy = new X509ChainPolicy
            {
                // A certificate may name any address for its issuer: fetching that would pass the guard by.
                DisableCertificateDownloads = true,
                RevocationMode = X509RevocationMode.NoCheck,
            },
        },
        ConnectCallback = new GuardedConnector(options.AllowedHosts(), resolve).ConnectAsync,
    };

    private HttpRequestMessage Request(HttpMethod method, Uri address, Action<HttpRequestMessage>? prepare, HttpContent? content)
    {
        var request = new HttpRequestMessage(method, address)
        {
            Content = content,
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrHigher,
        };
        request.Headers.TryAddWithoutValidation("User-Agent", _userAgent);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, br, zstd, deflate");
        prepare?.Invoke(request);
        return request;
    }

    private async Task<OutboundResult> TryAsync(RedirectChain chain, HttpRequestMessage request, int maxBytes, TimeSpan left, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        using (request)
        {
            try
            {
                using var response = await _http.SendAsync(request, limit.Token);
                var body = await BodyReader.ReadAsync(response.Content, maxBytes, limit.Token);
                return new OutboundResult
                {
                    Outcome = OutboundOutcome.Answered,
                    Status = response.StatusCode,
                    Address = chain.Address,
                    MovedTo = chain.MovedTo,
                    Redirects = chain.Hops,
                    Headers = response.Headers,
                    ContentHeaders = response.Content.Headers,
                    Body = body.Bytes,
                    IsCut = body.IsCut,
                };
            }
            catch (Exception failure) when (!cancel.IsCancellationRequested && OutboundFailure.Explain(failure, _options.Timeout) is { } explained)
            {
                return Failed(explained.Outcome, explained.Problem, chain);
            }
        }
    }

    private static OutboundResult Failed(OutboundOutcome outcome, string problem, RedirectChain chain) =>
        new() { Outcome = outcome, Problem = problem, Address = chain.Address, Redirects = chain.Hops };
}
