using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Monitoring.ArticleIndex.Embedded;

/// <summary>Hands terms that are analysed already to Lucene, one position each.</summary>
internal sealed class TermStream : TokenStream
{
    private readonly ICharTermAttribute _term;
    private readonly IEnumerator<string> _terms;

    public TermStream(IEnumerable<string> terms)
    {
        _term = AddAttribute<ICharTermAttribute>();
        _terms = terms.GetEnumerator();
    }

    public override bool IncrementToken()
    {
        if (!_terms.MoveNext())
        {
            return false;
        }

        ClearAttributes();
        _term.SetEmpty().Append(_terms.Current);
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        _terms.Dispose();
        base.Dispose(disposing);
    }
}
