using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Monitoring.ArticleIndex.Embedded;

/// <summary>Answers to the last different requests on each commit: a page that many readers open is searched for once.</summary>
internal sealed class AnswerCache
{
    private const int MaxAnswers = 256;

    // Ages and "last 7 days" are counted from the moment of the search: an answer must not be older than a reader would notice.
    private static readonly TimeSpan s_maxAge = TimeSpan.FromSeconds(10);

    private readonly ConditionalWeakTable<IndexView, Dictionary<string, (SearchPage Page, DateTimeOffset At)>> _answers = [];

    /// <summary>The answer of a moment ago, or a new one.</summary>
    public SearchPage Of(IndexView view, SearchRequest request, DateTimeOffset now, Func<SearchPage> search)
    {
        var key = JsonSerializer.Serialize(request, ArticleJson.Options);
        var answers = _answers.GetOrCreateValue(view);
        lock (answers)
        {
            if (answers.TryGetValue(key, out var known) && now - known.At < s_maxAge)
            {
                return known.Page;
            }
        }

        var page = search();
        lock (answers)
        {
            if (answers.Count >= MaxAnswers)
            {
                answers.Remove(answers.MinBy(a => a.Value.At).Key);
            }

            answers[key] = (page, now);
        }

        return page;
    }
}
