using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Metadata;
using Monitoring.Portal.Web;

namespace Monitoring.Portal.Api;

/// <summary>JSON with an ETag: a client that has it already gets 304 and no body.</summary>
public sealed class JsonAnswer<T>(T value, string caching) : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext) =>
        new TaggedBytes(JsonSerializer.SerializeToUtf8Bytes(value, JsonAnswer.Options), "application/json; charset=utf-8", caching).ExecuteAsync(httpContext);

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified));
    }
}

/// <summary>Makes answers.</summary>
internal static class JsonAnswer
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        // Letters of every script as they are; < > & and quotes stay escaped, whatever page the text ends up in.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    /// <summary>Changes with every article: asked again each time, transferred only when it changed.</summary>
    public static JsonAnswer<T> Fresh<T>(T value) => new(value, "public, no-cache");

    /// <summary>Changes with a release.</summary>
    public static JsonAnswer<T> Lasting<T>(T value) => new(value, "public, max-age=3600");
}
