using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Monitoring.Portal.Web;

/// <summary>Answers with a page.</summary>
internal static class View
{
    /// <summary>A page and what it shows. Everything is fetched before, so that a failure can still change the status.</summary>
    public static RazorComponentResult Of<TPage>(object model, int status = StatusCodes.Status200OK)
        where TPage : IComponent =>
        new(typeof(TPage), new Dictionary<string, object?> { ["Model"] = model }) { StatusCode = status, PreventStreamingRendering = true };
}
