namespace Monitoring.Portal.Access;

/// <summary>Who looks at a page, and what it may therefore offer. One per request.</summary>
internal sealed class Viewer(IHttpContextAccessor http, Visitors visitors)
{
    /// <summary>The editor signed in, or null.</summary>
    public string? Editor => http.HttpContext?.User.Identity is { IsAuthenticated: true, Name: { } name } ? name : null;

    /// <summary>Whether signing in would change anything.</summary>
    public bool CanSignIn => Editor is null && http.HttpContext is { } request && !visitors.IsLocal(request);

    public bool May(Right right) => http.HttpContext is { } request && visitors.May(request, right);

    /// <summary>The login, leading back to the page.</summary>
    public string SignInAddress => SignInEndpoints.Address(http.HttpContext?.Request is { } request ? request.Path + request.QueryString : "/");
}
