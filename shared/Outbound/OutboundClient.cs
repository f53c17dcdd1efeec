using System.Net;
using System.Reflection;
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
    {
        _options = options.Value;
        var version = Assembly.GetExecutingAssembly().GetName().Version?.ToString(2) ?? "1.0";
        _userAgent = $"SovereignAiMonitor/{version} (+{_options.Contact})";
        _http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = _options.ConnectTimeout,
            MaxConnectionsPerServer = 4,
            MaxResponseHeadersLength = 64,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectCallback = new GuardedConnector(_options.AllowedHosts()).ConnectAsync,
        });
    }

    /// <summary>Fetches <paramref name="address"/> by GET, following redirects.</summary>
    /// <param name="address">Absolute http or https address.</param>
    /// <param name="prepare">Adds request headers, for instance validators; called for every hop.</param>
    /// <param name="cancel">Ends the request; the only exception a caller sees is the cancellation's.</param>
    public Task<OutboundResult> GetAsync(Uri address, Action<HttpRequestMessage>? prepare, CancellationToken cancel) =>
        SendAsync(address, hop => Request(HttpMethod.Get, hop, prepare, content: null), cancel);

    /// <summary>Posts <paramref name="body"/>; redirects are not followed, because a signed body belongs to one receiver.</summary>
    public async Task<OutboundResult> PostAsync(Uri address, byte[] body, Action<HttpRequestMessage> prepare, CancellationToken cancel)
    {
        using var limit = Limit(cancel);
        return await TryAsync(address, null, Request(HttpMethod.Post, address, prepare, new ByteArrayContent(body)), limit.Token, cancel);
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private CancellationTokenSource Limit(CancellationToken cancel)
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(_options.Timeout);
        return limit;
    }

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

    private async Task<OutboundResult> SendAsync(Uri address, Func<Uri, HttpRequestMessage> request, CancellationToken cancel)
    {
        using var limit = Limit(cancel);
        Uri? movedTo = null;
        var onlyPermanent = true;
        for (var hops = 0; ; hops++)
        {
            var result = await TryAsync(address, movedTo, request(address), limit.Token, cancel);
            if (Redirect(result) is not { } next)
            {
                return result;
            }

            if (hops >= _options.MaxRedirects)
            {
                return result with { Outcome = OutboundOutcome.RedirectLoop, Problem = $"More than {_options.MaxRedirects} redirects, the last to {next}." };
            }

            onlyPermanent &= result.Status is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect;
            address = next;
            movedTo = onlyPermanent ? next : movedTo;
        }
    }

    private static Uri? Redirect(OutboundResult result) =>
        result.Outcome == OutboundOutcome.Answered
        && result.Status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
        && result.Headers?.Location is { } location
        && Uri.TryCreate(result.Address, location, out var next)
            ? next
            : null;

    private async Task<OutboundResult> TryAsync(Uri address, Uri? movedTo, HttpRequestMessage request, CancellationToken limit, CancellationToken cancel)
    {
        using (request)
        {
            if (!IsFetchable(address))
            {
                return Failed(OutboundOutcome.BadAddress, "The address is not http or https, or it carries a password.");
            }

            try
            {
                using var response = await _http.SendAsync(request, limit);
                var body = await BodyReader.ReadAsync(response.Content, _options.MaxBodyBytes, limit);
                return new OutboundResult
                {
                    Outcome = OutboundOutcome.Answered,
                    Status = response.StatusCode,
                    Address = address,
                    MovedTo = movedTo,
                    Headers = response.Headers,
                    ContentHeaders = response.Content.Headers,
                    Body = body,
                };
            }
            catch (Exception failure) when (!cancel.IsCancellationRequested && Explain(failure) is { } outcome)
            {
                return Failed(outcome, outcome == OutboundOutcome.TimedOut ? $"No complete answer within {_options.Timeout.TotalSeconds:0} s." : Innermost(failure));
            }
        }

        OutboundResult Failed(OutboundOutcome outcome, string problem) => new() { Outcome = outcome, Problem = problem, Address = address };
    }

    private static bool IsFetchable(Uri address) =>
        address.IsAbsoluteUri && address.Scheme is "http" or "https" && address.Host.Length > 0 && address.UserInfo.Length == 0;

    private static OutboundOutcome? Explain(Exception failure) => failure switch
    {
        _ when Find<ForbiddenAddressException>(failure) => OutboundOutcome.Forbidden,
        BodyTooLargeException => OutboundOutcome.TooLarge,
        OperationCanceledException or TimeoutException => OutboundOutcome.TimedOut,
        InvalidDataException or ZstdSharp.ZstdException => OutboundOutcome.BadEncoding,
        HttpRequestException or IOException or System.Net.Sockets.SocketException or System.Security.Authentication.AuthenticationException => OutboundOutcome.Unreachable,
        _ => null,
    };

    private static bool Find<TException>(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            if (failure is TException)
            {
                return true;
            }
        }

        return false;
    }

    private static string Innermost(Exception failure)
    {
        while (failure.InnerException is { } inner)
        {
            failure = inner;
        }

        return failure.Message.ReplaceLineEndings(" ");
    }
}
