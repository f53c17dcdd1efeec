using Microsoft.AspNetCore.Authorization;

namespace Monitoring.Portal.Access;

/// <summary>Decides who has a right: everybody, the person at this machine, an editor, or a key with the scope.</summary>
internal sealed class RightHandler(IHttpContextAccessor http, Visitors visitors) : AuthorizationHandler<RightRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RightRequirement requirement)
    {
        if (http.HttpContext is { } request && visitors.May(request, requirement.Right))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
