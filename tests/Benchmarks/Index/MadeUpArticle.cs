using System.Globalization;
using Monitoring.ArticleIndex;
using Monitoring.Contracts;

namespace Monitoring.Benchmarks.Index;

/// <summary>Articles made of made-up words, frequent and rare as in a real language; the same number gives the same article.</summary>
internal static class MadeUpArticle
{
    private static readonly string[] s_countries = ["US", "CN", "FR", "DE", "GB", "JP", "KR", "IN", "AE", "SA", "BR", "CA", "NL", "SE", "TW", "SG", "IL", "KZ", "KE", "ZA"];
    private static readonly string[] s_themes = ["compute", "chips", "models", "data", "regulation", "funding", "talent", "energy", "defence", "research", "cloud", "language", "diplomacy"];
    private static readonly string[] s_languages = ["en", "en", "en", "en", "fr", "de", "es", "ru", "ar", "pt"];
    private static readonly DateTimeOffset s_end = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    public static IndexedArticle Number(int number)
    {
        var random = new Random(number);
        var published = s_end.AddMinutes(-random.Next(60 * 24 * 730));
        var source = random.Next(300);

        return new()
        {
            Article = new()
            {
                ArticleId = number.ToString("x32", CultureInfo.InvariantCulture),
                ContentVersion = "1",
                Url = $"https://example.org/{number}",
                Title = Words(random, 10),
                Text = Words(random, 60 + random.Next(120)),
                PublishedAt = published,
                DiscoveredAt = published.AddMinutes(5),
                Source = new() { FeedId = source.ToString("x16", CultureInfo.InvariantCulture), Name = "Source " + source },
            },
            Tags = new()
            {
                Relevance = random.NextSingle(),
                IsRelevant = random.Next(10) > 0,
                Countries = [.. Enumerable.Range(0, 1 + random.Next(3)).Select(i => Country(random))],
                Themes = [.. Enumerable.Range(0, random.Next(3)).Select(i => new ThemeTag { Id = s_themes[random.Next(s_themes.Length)], Score = 0.7f })],
                Language = s_languages[random.Next(s_languages.Length)],
                ModelVersion = "made up",
            },
            StoryId = "story" + number / 3,
            FirstIndexedAt = published.AddMinutes(6),
        };
    }

    private static CountryTag Country(Random random) =>
        new() { Code = s_countries[random.Next(s_countries.Length)], Role = (CountryRole)random.Next(6), Score = random.NextSingle() };

    private static string Words(Random random, int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Vocabulary.Random(random)));
}

/// <summary>A hundred thousand words; the n-th is about n times rarer than the first, as Zipf found.</summary>
internal static class Vocabulary
{
    private const int Size = 100_000;
    private const string Consonants = "bcdfghklmnprstvz";
    private const string Vowels = "aeiou";

    private static readonly string[] s_words = [.. Enumerable.Range(0, Size).Select(Make)];

    public static string Word(int rank) => s_words[rank];

    public static string Random(Random random) => s_words[(int)Math.Pow(Size, random.NextDouble()) - 1];

    // Digits in base 80 as syllables, scattered so that neighbours do not look alike.
    private static string Make(int rank)
    {
        var number = (long)rank * 48_271 % 512_000 + 6_400;
        var word = "";
        for (; number > 0; number /= 80)
        {
            var syllable = (int)(number % 80);
            word += $"{Consonants[syllable / 5]}{Vowels[syllable % 5]}";
        }

        return word;
    }
}
