using System.Net;

namespace Monitoring.Outbound;

/// <summary>Follows one request from address to address and says where it may go next.</summary>
internal sealed class RedirectChain(Uri first, int most)
{
    private readonly HashSet<string> _seen = [first.AbsoluteUri];
    private bool _onlyPermanent = true;

    /// <summary>Where the request is now.</summary>
    public Uri Address { get; private set; } = first;

    /// <summary>Where a chain of permanent redirects alone has led; null when there was none.</summary>
    public Uri? MovedTo { get; private set; }

    public int Hops { get; private set; }

    /// <summary>Takes the next hop when the answer names one; answers null when it may be taken or none is named, else why not.</summary>
    public string? Follow(OutboundResult answer, out bool moved)
    {
        moved = false;
        if (Target(answer) is not { } next)
        {
            return null;
        }

        if (Hops >= most)
        {
            return $"More than {most} redirects, the last to {Shown(next)}.";
        }

        // Without cookies the same address gives the same answer again.
        if (!_seen.Add(next.AbsoluteUri))
        {
            return $"The redirects lead in a circle, back to {Shown(next)}.";
        }

        moved = true;
        Hops++;
        // A feed never moves from https to http for good: whoever sits on the wire could have said so.
        _onlyPermanent &= answer.Status is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect
            && (Address.Scheme == next.Scheme || next.Scheme == Uri.UriSchemeHttps);
        Address = next;
        MovedTo = _onlyPermanent ? next : MovedTo;
        return null;
    }

    /// <summary>Why an address cannot be asked; null when it can.</summary>
    public string? Unfit() => Address switch
    {
        { IsAbsoluteUri: false } or { Scheme: not ("http" or "https") } => $"{Named()} is not http or https.",
        { Host.Length: 0 } => $"{Named()} has no host.",
        { UserInfo.Length: > 0 } => $"{Named()} carries a user name or password.",
        _ => null,
    };

    private string Named() => (Hops == 0 ? "The address " : "The redirect's target ") + Shown(Address);

    private static Uri? Target(OutboundResult answer) =>
        answer.Outcome == OutboundOutcome.Answered
        && answer.Status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
        && answer.Headers?.Location is { } location
        && Uri.TryCreate(answer.Address, location, out var next)
            ? next
            : null;

    private static string Shown(Uri address)
    {
        const int Most = 200;
        var text = address.IsAbsoluteUri ? address.GetComponents(UriComponents.AbsoluteUri & ~UriComponents.UserInfo, UriFormat.UriEscaped) : address.OriginalString;
        return text.Length > Most ? text[..Most] + "…" : text;
    }
}
