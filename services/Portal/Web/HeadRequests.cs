namespace Monitoring.Portal.Web;

internal static class HeadRequests
{
    /// <summary>What answers GET answers HEAD too, without the body; the server leaves it out.</summary>
    public static T AnswersHead<T>(this T routes)
        where T : IEndpointConventionBuilder
    {
        routes.Finally(static builder =>
        {
            if (builder.Metadata.OfType<HttpMethodMetadata>().LastOrDefault() is { HttpMethods: [var only] } && only == HttpMethods.Get)
            {
                builder.Metadata.Add(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]));
            }
        });
        return routes;
    }
}
