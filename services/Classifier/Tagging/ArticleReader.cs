using Monitoring.Classifier.Countries;
using Monitoring.Classifier.Languages;
using Monitoring.Classifier.Text;
using Monitoring.Classifier.Themes;

namespace Monitoring.Classifier.Tagging;

/// <summary>Reads an article once: language, folded text, concepts and names are what every later judgement works on.</summary>
internal sealed class ArticleReader(LanguageDetector languages, Concepts concepts, CountryFinder finder)
{
    // The lead says what an article is about; what follows is background and lets the wrong countries in.
    private const int LongestText = 1500;
    private const int LongestTitle = 500;

    /// <param name="title">May be empty.</param>
    /// <param name="text">May be empty, or a whole article.</param>
    /// <param name="claimedLanguage">What the feed claims, or null.</param>
    public ReadArticle Read(string title, string text, string? claimedLanguage)
    {
        var head = Shorten(title, LongestTitle);
        var whole = head + "\n" + Shorten(text, LongestText);
        var language = languages.Detect(whole, claimedLanguage);
        var folded = Folding.Fold(whole);
        var hits = concepts.Find(folded, language);
        var technical = hits.Any(hit => concepts.Technical.Contains(hit.Concept));
        var names = finder.Find(folded, language, technical);
        return new ReadArticle(folded, head.Length, folded.IndexOfOrigin(head.Length), language, hits, names);
    }

    /// <summary>The part of a text that is read.</summary>
    public static string Lead(string text) => Shorten(text, LongestText);

    private static string Shorten(string text, int longest) => text.Length <= longest ? text : text[..longest];
}
