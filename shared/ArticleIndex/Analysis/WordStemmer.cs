using System.Collections.Concurrent;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Monitoring.ArticleIndex.Analysis;

/// <summary>Stems single words of one language. Safe for many threads; remembers what it stemmed.</summary>
internal sealed class WordStemmer
{
    // A news vocabulary repeats itself: this holds the frequent part of it in some 4 MB.
    private const int Remembered = 1 << 15;

    private readonly Func<TokenStream, TokenStream> _chain;
    private readonly ConcurrentBag<Chain> _idle = [];
    private readonly Lazy<WordCache> _remembered;

    public WordStemmer(string language, Func<TokenStream, TokenStream> chain)
    {
        (Language, _chain) = (language, chain);
        _remembered = new(() => new WordCache(word => Language + ":" + StemWord(word), Remembered));
    }

    public string Language { get; }

    /// <summary>The stem, folded and marked with its language: <c>en:chip</c>.</summary>
    public string Stem(Token token) => _remembered.Value.Of(token.Word).Made;

    private string StemWord(string word)
    {
        var term = Folding.Fold(word);
        if (word.Length > Folding.MaxTermLength)
        {
            return term;
        }

        if (!_idle.TryTake(out var stems))
        {
            stems = new Chain(_chain);
        }

        // What is invisible in a word (Persian joiners, soft hyphens) and points of acronyms would hide its ending.
        var stem = Folding.Fold(stems.Run(word.All(char.IsLetterOrDigit) ? word : term));
        _idle.Add(stems);

        return stem.Length == 0 ? term : stem;
    }

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
