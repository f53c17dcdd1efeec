using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Ar;
using Lucene.Net.Analysis.Bg;
using Lucene.Net.Analysis.Ckb;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Cz;
using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.El;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Es;
using Lucene.Net.Analysis.Fa;
using Lucene.Net.Analysis.Fi;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Ga;
using Lucene.Net.Analysis.Gl;
using Lucene.Net.Analysis.Hi;
using Lucene.Net.Analysis.Hu;
using Lucene.Net.Analysis.Id;
using Lucene.Net.Analysis.In;
using Lucene.Net.Analysis.It;
using Lucene.Net.Analysis.Lv;
using Lucene.Net.Analysis.No;
using Lucene.Net.Analysis.Pt;
using Lucene.Net.Analysis.Ru;
using Lucene.Net.Analysis.Snowball;
using Lucene.Net.Analysis.Sv;
using Lucene.Net.Analysis.Tr;
using Lucene.Net.Tartarus.Snowball.Ext;
using Lucene.Net.Util;

namespace Monitoring.ArticleIndex.Analysis;

/// <summary>Lucene's stemmers by language: the light one where there are several, because it joins fewer words that differ.</summary>
internal static class Stemmers
{
    private static readonly Dictionary<string, WordStemmer> s_byLanguage = new[]
    {
        Make("ar", t => new ArabicStemFilter(new ArabicNormalizationFilter(Lower(t)))),
        Make("bg", t => new BulgarianStemFilter(Lower(t))),
        Make("ca", t => new SnowballFilter(Lower(t), new CatalanStemmer())),
        Make("ckb", t => new SoraniStemFilter(new SoraniNormalizationFilter(Lower(t)))),
        Make("cs", t => new CzechStemFilter(Lower(t))),
        Make("da", t => new SnowballFilter(Lower(t), new DanishStemmer())),
        Make("de", t => new GermanLightStemFilter(new GermanNormalizationFilter(Lower(t)))),
        Make("el", t => new GreekStemFilter(new GreekLowerCaseFilter(LuceneVersion.LUCENE_48, t))),
        Make("en", t => new KStemFilter(Lower(t))),
        Make("es", t => new SpanishLightStemFilter(Lower(t))),
        Make("eu", t => new SnowballFilter(Lower(t), new BasqueStemmer())),
        Make("fa", t => new PersianStemFilter(new PersianNormalizationFilter(new ArabicNormalizationFilter(Lower(t))))),
        Make("fi", t => new FinnishLightStemFilter(Lower(t))),
        Make("fr", t => new FrenchLightStemFilter(Lower(t))),
        Make("ga", t => new SnowballFilter(new IrishLowerCaseFilter(t), new IrishStemmer())),
        Make("gl", t => new GalicianStemFilter(Lower(t))),
        Make("hi", t => new HindiStemFilter(new HindiNormalizationFilter(new IndicNormalizationFilter(Lower(t))))),
        Make("hu", t => new HungarianLightStemFilter(Lower(t))),
        Make("hy", t => new SnowballFilter(Lower(t), new ArmenianStemmer())),
        Make("id", t => new IndonesianStemFilter(Lower(t))),
        Make("it", t => new ItalianLightStemFilter(Lower(t))),
        Make("lv", t => new LatvianStemFilter(Lower(t))),
        Make("nl", t => new SnowballFilter(Lower(t), new DutchStemmer())),
        Make("no", t => new NorwegianLightStemFilter(Lower(t))),
        Make("pt", t => new PortugueseLightStemFilter(Lower(t))),
        Make("ro", t => new SnowballFilter(Lower(t), new RomanianStemmer())),
        Make("ru", t => new RussianLightStemFilter(Lower(t))),
        Make("sv", t => new SwedishLightStemFilter(Lower(t))),
        Make("tr", t => new SnowballFilter(new TurkishLowerCaseFilter(t), new TurkishStemmer())),
    }.ToDictionary(s => s.Language);

    /// <summary>The stemmer of a language, or null when there is none. Norwegian and Malay go by several codes.</summary>
    public static WordStemmer? For(string? language)
    {
        var code = language?.Split('-', '_')[0].ToLowerInvariant() switch
        {
            "nb" or "nn" => "no",
            "ms" => "id",
            var other => other,
        };

        return code is null ? null : s_byLanguage.GetValueOrDefault(code);
    }

    private static WordStemmer Make(string language, Func<TokenStream, TokenStream> chain) => new(language, chain);

    private static LowerCaseFilter Lower(TokenStream stream) => new(LuceneVersion.LUCENE_48, stream);
}
