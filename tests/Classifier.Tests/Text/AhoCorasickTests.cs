using CsCheck;
using Monitoring.Classifier.Text;

namespace Monitoring.Classifier.Tests.Text;

public sealed class AhoCorasickTests
{
    private static readonly Gen<string> s_word = Gen.Char["abc"].Array[1, 5].Select(letters => new string(letters));
    private static readonly Gen<string> s_text = Gen.Char["abcd"].Array[0, 60].Select(letters => new string(letters));

    [Fact]
    public void It_finds_what_a_search_for_every_pattern_at_every_place_finds() =>
        Gen.Select(s_word.Array[1, 12], s_text).Sample((words, text) =>
        {
            var patterns = words.Distinct().ToArray();

            var found = new List<PatternMatch>();
            new AhoCorasick(patterns).Find(text, found);

            Assert.Equal(Naive(patterns, text), found.Select(match => (match.Pattern, match.Start, match.End)).Order());
        });

    [Fact]
    public void It_finds_patterns_of_any_script()
    {
        var found = new List<PatternMatch>();

        new AhoCorasick(["中国", "россия", "\uD83D\uDE00"]).Find("россия 中国 \uD83D\uDE00", found);

        Assert.Equal([2, 0, 1], found.Select(match => match.Pattern).OrderBy(pattern => pattern == 2 ? -1 : pattern));
    }

    private static IEnumerable<(int, int, int)> Naive(string[] patterns, string text) =>
        (from pattern in Enumerable.Range(0, patterns.Length)
         from start in Enumerable.Range(0, text.Length)
         where text.AsSpan(start).StartsWith(patterns[pattern], StringComparison.Ordinal)
         select (pattern, start, start + patterns[pattern].Length)).Order();
}
