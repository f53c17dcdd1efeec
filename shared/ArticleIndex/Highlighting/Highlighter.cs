using Monitoring.ArticleIndex.Analysis;
using Monitoring.ArticleIndex.Querying;

namespace Monitoring.ArticleIndex.Highlighting;

/// <summary>Cuts title and text of a found article at the words that the query asked for.</summary>
internal static class Highlighter
{
    private const int SnippetLength = 240;
    private const int MaxSnippets = 3;

    // Some 3,000 words: a reader finds a passage there, and a page of the longest texts stays quick.
    private const int MaxLooked = 20_000;

    public static SearchItem Highlight(SearchItem item, Condition words)
    {
        var article = ArticleText.Of(Beginning(item.Document));
        var title = item.Document.Article.Title;
        var text = item.Document.Article.Text;

        return item with
        {
            Title = Cut(title, 0, title.Length, MatchedSpans.Of(words, article.Title, isTitle: true)),
            Snippets = Snippets(text, MatchedSpans.Of(words, article.Text, isTitle: false)),
        };
    }

    private static IndexedArticle Beginning(IndexedArticle document) => document.Article.Text.Length <= MaxLooked
        ? document
        : document with { Article = document.Article with { Text = document.Article.Text[..WordEnd(document.Article.Text, MaxLooked)] } };

    internal static IReadOnlyList<Snippet> Snippets(string text, IReadOnlyList<MatchedSpan> spans)
    {
        if (text.Length == 0)
        {
            return [];
        }

        var windows = spans.Count == 0 ? [(Start: 0, End: WordEnd(text, SnippetLength))] : Windows(text, spans);

        return [.. windows.Select(w => new Snippet(w.Start, Cut(text, w.Start, w.End, spans), w.Start > 0, w.End < text.Length))];
    }

    // Best first by different words, then by how many; shown in the order of the text.
    private static List<(int Start, int End)> Windows(string text, IReadOnlyList<MatchedSpan> spans)
    {
        var candidates = spans.Select((first, i) =>
        {
            var inside = spans.Skip(i).TakeWhile(s => s.End <= first.Start + SnippetLength * 3 / 4).ToList();
            return (Window: Around(text, first), Words: inside.Select(s => s.Condition).Distinct().Count(), inside.Count);
        });
        var chosen = new List<(int Start, int End)>();
        foreach (var (window, _, _) in candidates.OrderByDescending(c => c.Words).ThenByDescending(c => c.Count).ThenBy(c => c.Window.Start))
        {
            if (chosen.Count < MaxSnippets && chosen.TrueForAll(c => window.End <= c.Start || window.Start >= c.End))
            {
                chosen.Add(window);
            }
        }

        return [.. chosen.OrderBy(c => c.Start)];
    }

    private static (int Start, int End) Around(string text, MatchedSpan first)
    {
        var start = WordStart(text, first.Start - SnippetLength / 4);

        return (start, Math.Max(first.End, WordEnd(text, start + SnippetLength)));
    }

    private static int WordStart(string text, int wanted)
    {
        if (wanted <= 0)
        {
            return 0;
        }

        // A script without spaces has no word to wait for: after 20 characters any place will do, but no half of a pair.
        for (var at = wanted; at < wanted + 20 && at < text.Length; at++)
        {
            if (char.IsWhiteSpace(text[at - 1]))
            {
                return at;
            }
        }

        return char.IsLowSurrogate(text[wanted]) ? wanted - 1 : wanted;
    }

    private static int WordEnd(string text, int wanted)
    {
        if (wanted >= text.Length)
        {
            return text.Length;
        }

        for (var at = wanted; at > wanted - 20; at--)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                return at;
            }
        }

        return char.IsLowSurrogate(text[wanted]) ? wanted - 1 : wanted;
    }

    private static List<TextSegment> Cut(string text, int start, int end, IReadOnlyList<MatchedSpan> spans)
    {
        var segments = new List<TextSegment>();
        var at = start;
        foreach (var span in spans.Where(s => s.Start >= start && s.End <= end))
        {
            Add(at, span.Start, isMatch: false);
            Add(span.Start, span.End, isMatch: true);
            at = span.End;
        }

        Add(at, end, isMatch: false);
        return segments;

        void Add(int from, int to, bool isMatch)
        {
            if (to > from)
            {
                segments.Add(new(text[from..to], isMatch));
            }
        }
    }
}
