using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Net.Http.Headers;
using Monitoring.Portal.Language;

namespace Monitoring.Portal.Tests.Language;

public sealed partial class WordsTests
{
    private static readonly ResourceManager s_texts = new("Monitoring.Portal.Language.Words", typeof(Words).Assembly);

    public static TheoryData<string> Translated => [.. Words.Languages.Skip(1)];

    [Theory]
    [MemberData(nameof(Translated))]
    public void Every_language_says_everything_with_the_same_places_for_values(string language)
    {
        var english = All(CultureInfo.InvariantCulture);
        var other = All(CultureInfo.GetCultureInfo(language));

        Assert.Equal(english.Keys.Order(), other.Keys.Order());
        Assert.All(english, pair => Assert.Equal(Places(pair.Value), Places(other[pair.Key])));
    }

    [Fact]
    public void Every_word_that_a_page_asks_for_exists()
    {
        var known = All(CultureInfo.InvariantCulture);
        var sources = Directory.EnumerateFiles(Path.Combine(Root(), "services", "Portal"), "*.razor", SearchOption.AllDirectories);

        var missing = sources.SelectMany(file => Asked().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["count"].Success ? match.Groups["key"].Value + ".many" : match.Groups["key"].Value)
            .Where(key => !known.ContainsKey(key));

        Assert.Empty(missing);
    }

    [Theory]
    [InlineData("de-AT,en;q=0.5", "de")]
    [InlineData("pt,ja;q=0.8,fr;q=0.9", "fr")]
    [InlineData("zh", "en")]
    [InlineData("", "en")]
    public void The_reader_gets_the_first_language_there_is(string accepted, string language)
    {
        var chosen = Words.Choose(accepted.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(part => StringWithQualityHeaderValue.Parse(part)));

        Assert.Equal(language, chosen);
    }

    [Theory]
    [InlineData(0.2, "just now")]
    [InlineData(5, "5 min ago")]
    [InlineData(150, "2 h ago")]
    [InlineData(1500, "yesterday")]
    [InlineData(4400, "3 days ago")]
    [InlineData(20000, "17 Feb")]
    public void An_age_is_told_in_the_coarsest_unit_that_still_tells(double minutes, string expected)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero));

        var told = new Words("en", clock).Ago(clock.GetUtcNow().AddMinutes(-minutes));

        Assert.Equal(expected, told);
    }

    [Fact]
    public async Task A_page_speaks_the_readers_language()
    {
        await using var portal = await PortalHost.StartAsync(Given.Article("Chips", country: "DE"));
        portal.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("fr");

        var page = await portal.GetAsync("/search");

        Assert.Contains("<html lang=\"fr\">", page, StringComparison.Ordinal);
        Assert.Contains("Allemagne", page, StringComparison.Ordinal);
        Assert.Contains("Capacité de calcul", page, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> All(CultureInfo culture) =>
        s_texts.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Monitoring.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();

    [GeneratedRegex("""W(\[|\.Say\(|(?<count>\.Count\())"(?<key>[\w.]+\w)"(?! \+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Asked();
}
