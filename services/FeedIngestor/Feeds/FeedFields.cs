using System.Collections.Frozen;

namespace Monitoring.FeedIngestor.Feeds;

/// <summary>What lists and people say of a feed, in the forms that are kept; null for what cannot be kept.</summary>
internal static class FeedFields
{
    public const int MostAddress = 2_048;
    private const int MostTitle = 512;
    private static readonly FrozenSet<string> s_kinds = FrozenSet.ToFrozenSet(
        ["wire", "newspaper", "magazine", "state-media", "government", "regulator", "company", "think-tank", "research", "blog"]);

    /// <summary>An absolute http or https address, also from feed:, and null for anything else.</summary>
    public static string? Address(string? text)
    {
        text = text?.Trim();
        foreach (var (scheme, instead) in (ReadOnlySpan<(string, string)>)[("feed://", "http://"), ("feed:", ""), ("rss://", "http://")])
        {
            if (text?.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) == true)
            {
                text = instead + text[scheme.Length..];
                break;
            }
        }

        var isWeb = Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address is { Host.Length: > 0, UserInfo.Length: 0 };
        return isWeb && text!.Length <= MostAddress ? text : null;
    }

    public static string? Title(string? text) => Line(text, MostTitle);

    public static string? Folder(string? text) => Line(text, MostTitle);

    public static string? SiteUrl(string? text) => Address(text);

    public static string? Country(string? code) => code?.Trim().ToUpperInvariant() is { Length: 2 } country && country.All(char.IsAsciiLetterUpper) ? country : null;

    public static string? Language(string? code) =>
        code?.Split('-', '_')[0].Trim().ToLowerInvariant() is { Length: 2 or 3 } language && language.All(char.IsAsciiLetterLower) ? language : null;

    public static string? Kind(string? word) => word?.Trim().ToLowerInvariant() is { } kind && s_kinds.Contains(kind) ? kind : null;

    private static string? Line(string? text, int most)
    {
        var line = text?.ReplaceLineEndings(" ").Replace("\0", "", StringComparison.Ordinal).Trim();
        return line is null or "" ? null : line.Length > most ? line[..most] : line;
    }
}
