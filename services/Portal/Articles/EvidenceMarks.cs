using Monitoring.ArticleIndex;
using Monitoring.Contracts;

namespace Monitoring.Portal.Articles;

/// <summary>Cuts a text where evidence begins and ends. Evidence may overlap, and may be of an older version of the text.</summary>
internal static class EvidenceMarks
{
    public static IReadOnlyList<IReadOnlyList<TextSegment>> Paragraphs(string text, IEnumerable<Evidence> evidence)
    {
        var spans = evidence.ToList();
        List<IReadOnlyList<TextSegment>> paragraphs = [];
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var found ? found : text.Length;
            if (!string.IsNullOrWhiteSpace(text[start..end]))
            {
                paragraphs.Add(Cut(text, start, end, spans));
            }

            start = end + 1;
        }

        return paragraphs;
    }

    public static IReadOnlyList<TextSegment> Cut(string text, int start, int end, IEnumerable<Evidence> evidence)
    {
        List<TextSegment> segments = [];
        var at = start;
        foreach (var (from, to) in Merged(text, start, end, evidence))
        {
            if (from > at)
            {
                segments.Add(new(text[at..from], false));
            }

            segments.Add(new(text[from..to], true));
            at = to;
        }

        if (at < end)
        {
            segments.Add(new(text[at..end], false));
        }

        return segments;
    }

    private static List<(int From, int To)> Merged(string text, int start, int end, IEnumerable<Evidence> evidence)
    {
        List<(int From, int To)> merged = [];
        var spans = evidence
            .Where(each => each.Start >= start && each.Length > 0 && each.Start + each.Length <= end
                && string.CompareOrdinal(text, each.Start, each.Text, 0, each.Length) == 0)
            .OrderBy(each => each.Start);
        foreach (var span in spans)
        {
            var to = span.Start + span.Length;
            if (merged.Count > 0 && span.Start <= merged[^1].To)
            {
                merged[^1] = (merged[^1].From, Math.Max(merged[^1].To, to));
            }
            else
            {
                merged.Add((span.Start, to));
            }
        }

        return merged;
    }
}
