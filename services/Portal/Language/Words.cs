using System.Globalization;
using System.Resources;
using Microsoft.Net.Http.Headers;
using Monitoring.Taxonomy;

namespace Monitoring.Portal.Language;

/// <summary>What the interface says, in the reader's language. One per request; nothing depends on the thread's culture.</summary>
public sealed class Words
{
    private static readonly ResourceManager s_texts = new("Monitoring.Portal.Language.Words", typeof(Words).Assembly);
    private readonly TimeProvider _clock;

    public Words(IHttpContextAccessor http, TimeProvider clock)
        : this(Choose(http.HttpContext?.Request.GetTypedHeaders().AcceptLanguage), clock)
    {
    }

    public Words(string language, TimeProvider clock)
    {
        Language = language;
        Culture = CultureInfo.GetCultureInfo(language == "en" ? "en-GB" : language);
        _clock = clock;
    }

    /// <summary>The languages there are, English first.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "fr", "de", "es", "ja"];

    public string Language { get; }

    public CultureInfo Culture { get; }

    public string this[string key] => s_texts.GetString(key, Culture) ?? key;

    public string Say(string key, params object?[] values) => string.Format(Culture, this[key], values);

    /// <summary>Says a number of things: <c>key.one</c> or <c>key.many</c>.</summary>
    public string Count(string key, long number) => Say(number == 1 ? key + ".one" : key + ".many", Number(number));

    public string Number(long number) => number.ToString("N0", Culture);

    public string Percent(double part) => part.ToString("P0", Culture);

    public string Country(string code) => Countries.NameOf(code, Language);

    public string Theme(string id) => Themes.Find(id)?.NameIn(Language) ?? id;

    public string Region(string id) => Regions.Find(id)?.NameIn(Language) ?? Blocs.Find(id)?.Name ?? id;

    public string Day(DateTimeOffset day) => day.UtcDateTime.ToString(this["format.day"], Culture);

    public string ShortDay(DateTimeOffset day) =>
        day.UtcDateTime.ToString(this[day.Year == _clock.GetUtcNow().Year ? "format.shortday" : "format.day"], Culture);

    /// <summary>A day with its weekday, as at the head of a newspaper.</summary>
    public string LongDay(DateTimeOffset day) => day.UtcDateTime.ToString(this["format.longday"], Culture);

    public string Month(DateTimeOffset month) => month.UtcDateTime.ToString(this["format.month"], Culture);

    public string Exact(DateTimeOffset time) => time.UtcDateTime.ToString(this["format.day"] + " HH:mm", Culture) + " UTC";

    /// <summary>How long ago, in the coarsest unit that still tells; the day when it is more than six days.</summary>
    public string Ago(DateTimeOffset then)
    {
        var age = _clock.GetUtcNow() - then;
        return age switch
        {
            { TotalMinutes: < 1 } => this["ago.now"],
            { TotalHours: < 1 } => Say("ago.minutes", (int)age.TotalMinutes),
            { TotalHours: < 24 } => Say("ago.hours", (int)age.TotalHours),
            { TotalDays: < 7 } => Count("ago.days", (int)age.TotalDays),
            _ => ShortDay(then),
        };
    }

    /// <summary>A length of time in the coarsest unit that tells it within a tenth.</summary>
    public string Span(TimeSpan time) => time switch
    {
        { TotalHours: < 2 } => Say("span.minutes", Number((long)Math.Round(time.TotalMinutes))),
        { TotalHours: < 48 } => Say("span.hours", Number((long)Math.Round(time.TotalHours))),
        _ => Say("span.days", Number((long)Math.Round(time.TotalDays))),
    };

    /// <summary>What a language calls itself; the code when nobody knows.</summary>
    public string NameOfLanguage(string code)
    {
        if (code == "und")
        {
            return this["language.unknown"];
        }

        var culture = CultureInfo.GetCultureInfo(code);
        return culture.ThreeLetterISOLanguageName.Length == 0 ? code : culture.NativeName;
    }

    /// <summary>The first language of the reader's list that there is; English for none.</summary>
    public static string Choose(IEnumerable<StringWithQualityHeaderValue>? accepted) =>
        (accepted ?? [])
            .OrderByDescending(each => each.Quality ?? 1)
            .Select(each => each.Value.ToString().Split('-')[0].ToLowerInvariant())
            .FirstOrDefault(Languages.Contains) ?? Languages[0];
}
