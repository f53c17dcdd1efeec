using System.Collections.Concurrent;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Monitoring.ArticleIndex.Analysis;

/// <summary>Stems single words of one language. Safe for many threads; remembers what it stemmed.</summary>
internal sealed class WordStemmer(string language, Func<TokenStream, TokenStream> chain)
{
    // A news vocabulary repeats itself: 50,000 words cover nearly all of it and take some 8 MB.
    private const int MaxRemembered = 50_000;

    private readonly ConcurrentDictionary<string, string> _remembered = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<Chain> _idle = [];
    private int _count;

    public string Language { get; } = language;

    /// <summary>The stem, folded and marked with its language: <c>en:chip</c>.</summary>
    public string Stem(Token token)
    {
        if (_remembered.TryGetValue(token.Word, out var known))
        {
            return known;
        }

        var stem = Language + ":" + (token.Word.Length > Folding.MaxTermLength ? token.Term : StemWord(token));
        if (Interlocked.Increment(ref _count) > MaxRemembered)
        {
            _remembered.Clear();
            Interlocked.Exchange(ref _count, 0);
        }

        _remembered[token.Word] = stem;
        return stem;
    }

    private string StemWord(Token token)
    {
        if (!_idle.TryTake(out var stems))
        {
            stems = new Chain(chain);
        }

        var stem = Folding.Fold(stems.Run(Plain(token)));
        _idle.Add(stems);

        return stem.Length == 0 ? token.Term : stem;
    }

    // What is invisible in a word (Persian joiners, soft hyphens) and points of acronyms would hide its ending.
    private static string Plain(Token token) =>
        token.Word.All(char.IsLetterOrDigit) ? token.Word : token.Term;

    private sealed class Chain : IDisposable
    {
        private readonly OneWord _source = new();
        private readonly TokenStream _last;
        private readonly ICharTermAttribute _term;

        public Chain(Func<TokenStream, TokenStream> chain)
        {
            _last = chain(_source);
            _term = _last.GetAttribute<ICharTermAttribute>();
        }

        public string Run(string word)
        {
            _source.Word = word;
            _last.Reset();
            var stem = _last.IncrementToken() ? _term.ToString() : "";
            _last.End();

            return stem!;
        }

        public void Dispose() => _last.Dispose();
    }

    private sealed class OneWord : TokenStream
    {
        private readonly ICharTermAttribute _term;

        public OneWord() => _term = AddAttribute<ICharTermAttribute>();

        public string? Word { get; set; }

        public override bool IncrementToken()
        {
            if (Word is null)
            {
                return false;
            }

            ClearAttributes();
            _term.SetEmpty().Append(Word);
            Word = null;
            return true;
        }
    }
}
