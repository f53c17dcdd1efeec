using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Monitoring.Portal.Web;

/// <summary>An answer with an ETag: a client that has it already gets 304 and no body.</summary>
internal sealed class TaggedBytes(byte[] body, string type, string caching) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..20]}\"", isWeak: true);
        var response = httpContext.Response;
        response.GetTypedHeaders().ETag = tag;
        response.Headers.CacheControl = caching;
        response.Headers.Vary = "Accept, Accept-Language";
        if (httpContext.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = type;
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }
}
