using System.Net.Sockets;
using System.Security.Authentication;

namespace Monitoring.Outbound;

/// <summary>Turns what the network throws into an outcome and a sentence; what is nobody's server's fault stays an exception.</summary>
internal static class OutboundFailure
{
    public static (OutboundOutcome Outcome, string Problem)? Explain(Exception failure, TimeSpan limit) => failure switch
    {
        _ when Find<ForbiddenAddressException>(failure) is { } forbidden => (OutboundOutcome.Forbidden, forbidden.Message),
        _ when Find<BodyTooLargeException>(failure) is { } large => (OutboundOutcome.TooLarge, large.Message),
        OperationCanceledException or TimeoutException => (OutboundOutcome.TimedOut, $"No complete answer within {limit.TotalSeconds:0.#} s."),
        InvalidDataException or ZstdSharp.ZstdException => (OutboundOutcome.BadEncoding, Sentence(failure)),
        HttpRequestException request => (Outcome(request), Sentence(request.HttpRequestError, failure)),
        HttpIOException broken => (OutboundOutcome.BadAnswer, Sentence(broken.HttpRequestError, failure)),
        IOException or SocketException or AuthenticationException => (OutboundOutcome.Unreachable, Sentence(failure)),
        // A host that no name server could know, for instance a label of a hundred letters.
        UriFormatException or ArgumentException => (OutboundOutcome.BadAddress, Sentence(failure)),
        _ => null,
    };

    private static OutboundOutcome Outcome(HttpRequestException failure) => failure.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError => OutboundOutcome.Unreachable,
        _ => Find<SocketException>(failure) is null ? OutboundOutcome.BadAnswer : OutboundOutcome.Unreachable,
    };

    private static string Sentence(HttpRequestError error, Exception failure) => error switch
    {
        HttpRequestError.NameResolutionError => "The server's name is unknown.",
        HttpRequestError.SecureConnectionError => "No secure connection: " + Sentence(failure),
        HttpRequestError.InvalidResponse => "The answer is no HTTP: " + Sentence(failure),
        HttpRequestError.ResponseEnded => "The answer broke off.",
        HttpRequestError.ConfigurationLimitExceeded => "The answer's headers are too long.",
        _ => Sentence(failure),
    };

    private static string Sentence(Exception failure)
    {
        const int Most = 300;
        while (failure.InnerException is { } inner)
        {
            failure = inner;
        }

        var text = failure.Message.ReplaceLineEndings(" ");
        return text.Length > Most ? text[..Most] + "…" : text;
    }

    private static TException? Find<TException>(Exception? failure)
        where TException : Exception
    {
        while (failure is not (null or TException))
        {
            failure = failure.InnerException;
        }

        return (TException?)failure;
    }
}
