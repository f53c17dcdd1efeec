using Monitoring.Classifier.Tagging;

namespace Monitoring.Classifier.Tests.Languages;

public sealed class LanguageDetectorTests
{
    private static readonly ArticleReader s_reader = Taggers.CreateReader();

    [Theory]
    [InlineData("en", "The council will publish its report next week")]
    [InlineData("fr", "Le gouvernement présente son plan pour les écoles")]
    [InlineData("de", "Die Regierung stellt ihren Plan für die Schulen vor")]
    [InlineData("es", "El gobierno presentó ayer su plan para las escuelas")]
    [InlineData("pt", "O governo apresentou ontem o seu plano para as escolas")]
    [InlineData("it", "Il governo ha presentato ieri il piano per le scuole")]
    [InlineData("nl", "De regering heeft gisteren haar plan voor de scholen gepresenteerd")]
    [InlineData("sv", "Regeringen presenterade i går sin plan för skolorna")]
    [InlineData("da", "Regeringen fremlagde i går sin plan for skolerne og børnene")]
    [InlineData("fi", "Hallitus esitteli eilen suunnitelmansa kouluille")]
    [InlineData("pl", "Rząd przedstawił wczoraj swój plan dla szkół")]
    [InlineData("cs", "Vláda včera představila svůj plán pro školy")]
    [InlineData("hu", "A kormány tegnap bemutatta az iskoláknak szóló tervét")]
    [InlineData("ro", "Guvernul a prezentat ieri planul său pentru școli")]
    [InlineData("tr", "Hükümet dün okullar için planını açıkladı")]
    [InlineData("id", "Pemerintah kemarin menyampaikan rencananya untuk sekolah")]
    [InlineData("vi", "Chính phủ hôm qua đã trình bày kế hoạch cho các trường học")]
    [InlineData("ru", "Правительство вчера представило план для школ")]
    [InlineData("uk", "Уряд учора представив свій план для шкіл")]
    [InlineData("bg", "Правителството представи вчера своя план за училищата")]
    [InlineData("el", "Η κυβέρνηση παρουσίασε χθες το σχέδιό της")]
    [InlineData("ar", "قدمت الحكومة أمس خطتها للمدارس")]
    [InlineData("fa", "دولت دیروز برنامه خود را برای مدارس ارائه کرد")]
    [InlineData("he", "הממשלה הציגה אתמול את תוכניתה לבתי הספר")]
    [InlineData("hi", "सरकार ने कल स्कूलों के लिए अपनी योजना पेश की")]
    [InlineData("th", "รัฐบาลเสนอแผนสำหรับโรงเรียนเมื่อวานนี้")]
    [InlineData("zh", "政府昨天公布了学校计划")]
    [InlineData("ja", "政府は昨日、学校のための計画を発表した")]
    [InlineData("ko", "정부는 어제 학교 계획을 발표했다")]
    public void A_headline_is_enough_to_know_the_language(string language, string headline) =>
        Assert.Equal(language, s_reader.Read(headline, "", claimedLanguage: null).Language);

    [Theory]
    [InlineData("")]
    [InlineData("12345 !!! 2026")]
    public void A_text_without_letters_has_no_language(string text) => Assert.Equal("und", s_reader.Read(text, "", null).Language);
}
