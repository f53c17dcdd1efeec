using System.Globalization;
using Monitoring.Contracts;
using Monitoring.Taxonomy;

namespace Monitoring.Portal.Sources.Managing;

/// <summary>Reads what a person sets for a feed.</summary>
internal static class FeedSettingsForm
{
    public const int LongestAddress = 2048;
    private const int LongestTitle = 500;

    public static IReadOnlyList<string> Kinds { get; } =
        ["wire", "newspaper", "magazine", "state-media", "government", "regulator", "company", "think-tank", "research", "blog"];

    /// <param name="form">The fields; a box that is not ticked is not sent.</param>
    /// <param name="before">What the form does not show stays as it was.</param>
    /// <returns>The settings, and the key of a sentence when they cannot be used.</returns>
    public static (FeedSettings Settings, string? Problem) Read(IFormCollection form, FeedSettings before)
    {
        var minutes = form["interval"].ToString();
        var isNumber = int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var interval);
        var settings = before with
        {
            Title = Text(form["title"], LongestTitle) ?? before.Title,
            Country = Text(form["country"], 2) is { } code ? Countries.Find(code.ToUpperInvariant())?.Code : null,
            Language = Text(form["language"], 16)?.ToLowerInvariant(),
            Kind = Kinds.FirstOrDefault(kind => kind == form["kind"]),
            IntervalMinutes = isNumber ? interval : null,
            FullText = form["fulltext"] == "on",
            Trusted = form["trusted"] == "on",
        };
        var problem = (minutes.Length > 0 && !isNumber) || interval is < 0 or > 10_080 ? "feed.trouble.interval"
            : settings.Language is { } language && !IsLanguage(language) ? "feed.trouble.language"
            : null;
        return (settings, problem);
    }

    private static bool IsLanguage(string code) => code.Split('-') is [{ Length: 2 or 3 } language, ..] && language.All(char.IsAsciiLetterLower);

    private static string? Text(string? value, int most) => value?.Trim() is { Length: > 0 } text ? text[..Math.Min(text.Length, most)] : null;
}
