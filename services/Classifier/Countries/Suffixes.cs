using System.Collections.Frozen;

namespace Monitoring.Classifier.Countries;

/// <summary>Endings that languages glue to names, folded. A name with one of them behind it is still the name.</summary>
internal static class Suffixes
{
    /// <summary>Shortest name that may take an ending: shorter ones are too often the beginning of another word.</summary>
    public const int ShortestStem = 4;

    private static readonly FrozenSet<string> s_none = FrozenSet<string>.Empty;

    private static readonly FrozenDictionary<string, FrozenSet<string>> s_byLanguage = new Dictionary<string, FrozenSet<string>>
    {
        ["de"] = Set("s e er en es em n ern"),
        ["nl"] = Set("s e en"),
        ["sv"] = Set("s a ar n ns en er"),
        ["da"] = Set("s e er en ne erne"),
        ["no"] = Set("s e er en ne ene"),
        ["is"] = Set("s i a ar um u inu nar"),
        ["ro"] = Set("i a ei lui ul ului ilor e le lor"),
        ["fi"] = Set("n in an en on ssa sta lla lta lle ksi a ta na iin aan een oon ssakin lainen laisen laiset laisia laista"),
        ["et"] = Set("s st le lt l ga t sse ks ni na lane lased laste"),
        ["hu"] = Set("ban ben bol ba be on en n rol ra re nak nek t ot et at i hoz hez val vel nal nel ig tol ert ok ek iak"),
        ["tr"] = Set("nin in un nun yi i u yu de da te ta den dan ten tan ye ya e a li lu lar ler larin lerin larla yla yle ca ce"),
        ["az"] = Set("nin in un nun ni i u nu da de dan den ya ye a e li lu lar ler"),
        ["uz"] = Set("ning ni da dan ga lik liklar cha"),
        ["kk"] = Set("ның нің дың дің тың тің ны ні ды ді ты ті да де та те дан ден тан тен ға ге қа ке лық лік"),
        ["ru"] = Set(Cyrillic), ["uk"] = Set(Cyrillic), ["be"] = Set(Cyrillic), ["bg"] = Set(Cyrillic + " та ят ът ият"), ["sr"] = Set(Cyrillic + " " + SlavicLatin), ["mk"] = Set(Cyrillic + " та от"),
        ["pl"] = Set(SlavicLatin), ["cs"] = Set(SlavicLatin), ["sk"] = Set(SlavicLatin), ["sl"] = Set(SlavicLatin), ["hr"] = Set(SlavicLatin), ["bs"] = Set(SlavicLatin),
        ["lt"] = Set("as os a o us es e ai ui oje eje ije ams iu is ijos ija ijoje iai"),
        ["lv"] = Set("s as a u ai am ei es e i is ie iem ija ijas ija ijai"),
        ["ko"] = Set("은 는 이 가 을 를 의 에 에서 에도 에는 로 으로 와 과 도 만 산 인 어 측 발 계 형 식 간 까지 부터 보다 처럼 등 및 내 향 제 판 정부 대사 기업 군 의회 총리 대통령 당국 시장 언론 현지 법인 국민 사회 경제 전역 최대 최고 최초 이나 나 서 선 행 통 외 대 법원 대학 공장 상무부 에게 이라는 라는 이며 이고"),
        ["id"] = Set("nya"),
        ["ms"] = Set("nya"),
        ["he"] = Set("י ית ים יות"),
        ["ar"] = Set("ي يه يا يين يون"),
        ["fa"] = Set("ي ها هاي"),
        ["hi"] = s_none,
    }.ToFrozenDictionary();

    private const string Cyrillic =
        "а я у ю е и і ї ы о ой ей ою ею ом ем ам ям ами ями ах ях ии ию ией ия иі ією ії ию ий ого ему ому им их ими ая ую ое ие ые ого ый ском ской ская ский ское ские ских скую ским скими ською ський ська ське ські ської ському ських ську ським є";

    private const string SlavicLatin =
        "a e i o u y em ie ii ia ie om ou ach ech ami ami om ow owi ego emu iem ij ija ije iji iju ijo ijom ska ski skie skiego skiej skim skich ske sky skeho skem skych sko skog skom skih ski cky cke cka ckeho ckych ckie cki cka ckiego ckiej ckich og im ih oj";

    /// <summary>True when a language puts this ending behind names.</summary>
    public static bool Allows(string language, ReadOnlySpan<char> ending)
    {
        var endings = s_byLanguage.GetValueOrDefault(language, s_none);
        return endings.Count > 0 && endings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(ending);
    }

    /// <summary>Languages whose names change their last vowel: the stem is looked up too.</summary>
    public static bool HasStems(string language) =>
        language is "ru" or "uk" or "be" or "bg" or "sr" or "mk" or "pl" or "cs" or "sk" or "sl" or "hr" or "bs" or "lt" or "lv";

    private static FrozenSet<string> Set(string endings) =>
        endings.Split(' ').Distinct().Select(Text.Folding.FoldName).ToFrozenSet(StringComparer.Ordinal);
}
