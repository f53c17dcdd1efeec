using System.Globalization;
using Monitoring.ArticleIndex;
using Monitoring.Contracts;

namespace Monitoring.Benchmarks.Index;

/// <summary>
/// Articles made of made-up words, frequent and rare as in a real language; the same number gives the same article. Every fifth is a
/// copy or a retelling of one shortly before it. Lengths as feeds have them: seven in ten a summary, one in ten the full text.
/// </summary>
internal static class MadeUpArticle
{
    private static readonly string[] s_countries = ["US", "CN", "FR", "DE", "GB", "JP", "KR", "IN", "AE", "SA", "BR", "CA", "NL", "SE", "TW", "SG", "IL", "KZ", "KE", "ZA"];
    private static readonly string[] s_themes = ["compute", "chips", "models", "data", "regulation", "funding", "talent", "energy", "defence", "research", "cloud", "language", "diplomacy"];
    private static readonly string[] s_languages = ["en", "en", "en", "en", "en", "en", "en", "fr", "de", "es"];
    private static readonly DateTimeOffset s_end = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    public static IndexedArticle Number(int number)
    {
        var random = new Random(number);
        var original = number % 5 == 4 ? number - 1 - random.Next(Math.Min(4, number)) : number;
        var (title, text) = original == number ? (Words(random, 6 + random.Next(9)), Words(random, Length(random))) : Told(original, random);
        var published = s_end.AddMinutes(-random.Next(60 * 24 * 730));
        var source = random.Next(300);

        return new()
        {
            Article = new()
            {
                ArticleId = number.ToString("x32", CultureInfo.InvariantCulture),
                ContentVersion = "1",
                Url = $"https://example.org/{number}",
                Title = title,
                Text = text,
                PublishedAt = published,
                DiscoveredAt = published.AddMinutes(5),
                Source = new() { FeedId = source.ToString("x16", CultureInfo.InvariantCulture), Name = "Source " + source },
            },
            Tags = Tags(random),
            StoryId = "story" + original,
            FirstIndexedAt = published.AddMinutes(6),
        };
    }

    private static ArticleTags Tags(Random random) => new()
    {
        Relevance = random.NextSingle(),
        IsRelevant = random.Next(10) > 0,
        Countries = [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => Country(random))],
        Themes = [.. Enumerable.Range(0, random.Next(3)).Select(_ => new ThemeTag { Id = s_themes[random.Next(s_themes.Length)], Score = 0.7f })],
        Language = s_languages[random.Next(s_languages.Length)],
        ModelVersion = "made up",
    };

    // Half of them word for word, half with every third word another.
    private static (string Title, string Text) Told(int original, Random random)
    {
        var first = new Random(original);
        var (title, text) = (Words(first, 6 + first.Next(9)), Words(first, Length(first)));

        return random.Next(2) == 0 ? (title, text) : (Retold(title, random), Retold(text, random));
    }

    private static string Retold(string text, Random random) =>
        string.Join(' ', text.Split(' ').Select(word => random.Next(3) == 0 ? Vocabulary.Random(random) : word));

    private static int Length(Random random) => random.Next(10) switch
    {
        < 7 => 20 + random.Next(60),
        < 9 => 80 + random.Next(170),
        _ => 300 + random.Next(600),
    };

    private static CountryTag Country(Random random) =>
        new() { Code = s_countries[random.Next(s_countries.Length)], Role = (CountryRole)random.Next(6), Score = random.NextSingle() };

    private static string Words(Random random, int count)
    {
        var text = new System.Text.StringBuilder(count * 8);
        for (var i = 0; i < count; i++)
        {
            text.Append(i == 0 ? "" : " ").Append(Vocabulary.Random(random));
        }

        return text.ToString();
    }
}

/// <summary>Half a million words; the n-th is about n times rarer than the first, as Zipf found.</summary>
internal static class Vocabulary
{
    public const int Size = 500_000;
    private const int Kept = 20_000;
    private const string Consonants = "bcdfghklmnprstvz";
    private const string Vowels = "aeiou";

    // The frequent ones are kept, the others made again each time: half a million strings would be counted as the index's memory.
    private static readonly string[] s_frequent = [.. Enumerable.Range(0, Kept).Select(Make)];

    public static string Word(int rank) => rank < Kept ? s_frequent[rank] : Make(rank);

    public static string Random(Random random) => Word((int)Math.Exp(Math.Log(Size) * random.NextDouble()) - 1);

    // Digits in base 80 as syllables, scattered so that neighbours do not look alike.
    private static string Make(int rank)
    {
        Span<char> word = stackalloc char[16];
        var length = 0;
        for (var number = (long)rank * 48_271 % Size + 6_400; number > 0; number /= 80)
        {
            var syllable = (int)(number % 80);
            word[length++] = Consonants[syllable / 5];
            word[length++] = Vowels[syllable % 5];
        }

        return new(word[..length]);
    }
}
