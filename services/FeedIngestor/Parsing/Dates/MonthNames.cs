using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Monitoring.FeedIngestor.Parsing.Dates;

/// <summary>
/// Months by the beginnings of their names in some fifty languages, without accents. Where two languages disagree ("listopad" is October in Croatian,
/// November in Polish and Czech) the one with more feeds wins.
/// </summary>
internal static class MonthNames
{
    private static readonly string[] s_stems =
    [
        "jan en ene gen ian jaan sty led yan sijec sausi tammi oca ocak янв ян јан січ студз ιαν يناير جانفي ינואר בינואר जन जनवरी มกรา ม.ค იან հուն yanv қаң",
        "feb fev fevr febr fevral lut uno velj vasar helmi subat sub peb veebr фев феб лют φεβ فبراير فيفري شباط פברואר בפברואר फर फरवरी กุมภา ก.พ თებ փետր ақп",
        "mar marc mart mars maart mrt marz bre ozuj kov maalis мар бер берез сак μαρ μαω مارس اذار מרץ במרץ मार्च มีนา มี.ค მარ մարտ наур",
        "apr abr avr kwi dub tra balan huhti nis nisan апр квіт крас απρ ابريل افريل نيسان אפריל באפריל अप्रै अप्रैल เมษา เม.ย აპრ ապր сәу",
        "may mai maj mei mag maig maí maij kvet svib geguz touko мая май мај трав μαι مايو ماي ايار מאי במאי मई พฤษภา พ.ค მაი մայ мам",
        "jun juni juin giu iun iyun cze czerw cerven lipanj lipnja juun birz kesa haz haziran июн јун юни черв ιουν ιον يونيو جوان حزيران יוני ביוני जून มิถุนา มิ.ย ივნ հունիս мау",
        "jul juil lug iul iyul lip lipiec lipca cervenec cervenc srpanj srpnja juul liep heina tem temmuz июл јул юли лип ιουλ ιολ يوليو جويلي تموز יולי ביולי जुल जुलाई กรกฎา ก.ค ივლ հուլ шіл",
        "aug ago aou aout avg avq sie srp srpen srpna kolo agu ags ogos rugpj elo авг серп жнів αυγ اغسطس اوت اب אוגוסט באוגוסט अग अगस्त สิงหา ส.ค აგვ օգոս там",
        "sep set szept szep wrz zar ruj rugs syys eyl eylul сен сеп верес σεπ سبتمبر ايلول ספטמבר בספטמבר सित กันยา ก.ย სექ սեպտ қыр",
        "oct okt out ott paz rij spal loka eki ekim окт жовт каст οκτ اكتوبر אוקטובר באוקטובר अक्टू अक्तू ตุลา ต.ค ოქტ հոկտ қаз",
        "nov noi noy lis listop stud lapkr marras kas kasim nop нов ноя ное листоп ліст νοε نوفمبر נובמבר בנובמבר नव พฤศจิ พ.ย ნოე նոյ қар",
        "dec dic dez des dis dets dek gru pros gruod joulu ara aral aralik дек дец груд снеж δεκ ديسمبر דצמבר בדצמבר दिस ธันวา ธ.ค დეკ դեկ жел",
    ];

    private static readonly FrozenDictionary<string, int> s_months = s_stems
        .SelectMany((stems, index) => stems.Split(' ').Select(stem => (Stem: Plain(stem), Month: index + 1)))
        .DistinctBy(entry => entry.Stem)
        .ToFrozenDictionary(entry => entry.Stem, entry => entry.Month);

    // Stems of two letters stand for themselves only: "en" is Spanish for January's "enero" when cut, and a word in most languages.
    private const int ShortestPrefix = 3;

    private const int LongestName = 20;

    /// <summary>1 to 12, or null: the longest known beginning of the word decides.</summary>
    public static int? Find(string word)
    {
        word = Plain(word.Length > LongestName ? word[..LongestName] : word).TrimEnd('.');
        if (s_months.TryGetValue(word, out var month))
        {
            return month;
        }

        for (var length = word.Length - 1; length >= ShortestPrefix; length--)
        {
            if (s_months.TryGetValue(word[..length], out month))
            {
                return month;
            }
        }

        return null;
    }

    private static string Plain(string word)
    {
        if (Ascii.IsValid(word))
        {
            return word.ToLowerInvariant();
        }

        var plain = new StringBuilder(word.Length);
        foreach (var letter in word.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (char.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark || letter > '\u0900')
            {
                plain.Append(letter switch { 'ı' => 'i', 'ł' => 'l', _ => letter });
            }
        }

        return plain.ToString();
    }
}
