using System.Collections.Frozen;
using System.Security.Cryptography;

namespace Monitoring.Portal.Web;

/// <summary>Style sheets, script and icon, out of the assembly. The address carries a hash of the content, so it may be cached for ever.</summary>
internal static class AssetFiles
{
    private static readonly Dictionary<string, string> s_types = new()
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    };

    private static readonly FrozenDictionary<string, Asset> s_all = typeof(AssetFiles).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith("assets/", StringComparison.Ordinal))
        .Select(Read)
        .ToFrozenDictionary(asset => asset.Name);

    public static IReadOnlyList<string> StyleSheets { get; } = [.. s_all.Keys.Where(name => name.EndsWith(".css", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public static string Address(string name) => $"/assets/{s_all[name].Hash}/{name}";

    public static void MapAssets(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/assets/{hash}/{name}", Serve).ExcludeFromDescription().AnswersHead();

    private static IResult Serve(string hash, string name, HttpResponse response)
    {
        // An old hash gets nothing: what it named is gone, and the new content must not be cached under it.
        if (!s_all.TryGetValue(name, out var asset) || asset.Hash != hash)
        {
            return TypedResults.NotFound();
        }

        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.Bytes(asset.Content, s_types[Path.GetExtension(name)]);
    }

    private static Asset Read(string resource)
    {
        using var stream = typeof(AssetFiles).Assembly.GetManifestResourceStream(resource)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return new(resource["assets/".Length..], Convert.ToHexStringLower(SHA256.HashData(content))[..12], content);
    }

    private sealed record Asset(string Name, string Hash, byte[] Content);
}
