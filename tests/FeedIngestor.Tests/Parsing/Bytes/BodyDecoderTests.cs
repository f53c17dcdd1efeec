using System.Text;
using Monitoring.FeedIngestor.Parsing;
using Monitoring.FeedIngestor.Parsing.Bytes;

namespace Monitoring.FeedIngestor.Tests.Parsing.Bytes;

public class BodyDecoderTests
{
    private const string Russian = "Правительство объявило о создании национального вычислительного центра для обучения языковых моделей";
    private const string Greek = "Η κυβέρνηση ανακοίνωσε τη δημιουργία εθνικού υπολογιστικού κέντρου για την εκπαίδευση γλωσσικών μοντέλων";
    private const string Chinese = "政府宣布建设国家算力中心，用于训练本国语言模型，预计明年投入使用";
    private const string Taiwanese = "政府宣布建設國家算力中心，用於訓練本國語言模型，預計明年投入使用";
    private const string Japanese = "政府は国産の言語モデルを訓練するための計算基盤を整備すると発表した。来年から運用する予定です。";
    private const string Korean = "정부는 자국 언어 모델을 훈련하기 위한 국가 컴퓨팅 센터를 설립한다고 발표했다";
    private const string French = "Le gouvernement a annoncé la création d’un centre national où l’on entraînera des modèles – dès l’été, à Grenoble";
    private const string Thai = "รัฐบาลประกาศจัดตั้งศูนย์ประมวลผลแห่งชาติเพื่อฝึกแบบจำลองภาษา";

    static BodyDecoderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("windows-1251", Russian)]
    [InlineData("koi8-r", Russian)]
    [InlineData("iso-8859-5", Russian)]
    [InlineData("windows-1253", Greek)]
    [InlineData("iso-8859-7", Greek)]
    [InlineData("gb2312", Chinese)]
    [InlineData("gbk", Chinese)]
    [InlineData("gb18030", Chinese)]
    [InlineData("big5", Taiwanese)]
    [InlineData("shift_jis", Japanese)]
    [InlineData("euc-jp", Japanese)]
    [InlineData("iso-2022-jp", Japanese)]
    [InlineData("euc-kr", Korean)]
    [InlineData("windows-1252", French)]
    [InlineData("windows-874", Thai)]
    [InlineData("utf-8", Japanese)]
    [InlineData("ibm037", "FEED IN EBCDIC")]
    public void The_prolog_names_the_encoding(string charset, string title)
    {
        var body = Encoding.GetEncoding(charset).GetBytes(Feed(title, $" encoding=\"{charset}\""));

        var document = FeedReader.Read(body, "application/rss+xml", null);

        Assert.Equal(title, document.Title);
    }

    [Theory]
    [InlineData("windows-1251", Russian)]
    [InlineData("shift_jis", Japanese)]
    [InlineData("euc-kr", Korean)]
    public void The_header_names_the_encoding(string charset, string title)
    {
        var body = Encoding.GetEncoding(charset).GetBytes(Feed(title, ""));

        var document = FeedReader.Read(body, $"text/xml; charset=\"{charset.ToUpperInvariant()}\"", null);

        Assert.Equal(title, document.Title);
    }

    [Theory]
    [InlineData("windows-1251", Russian)]
    [InlineData("koi8-r", Russian)]
    [InlineData("gb18030", Chinese)]
    [InlineData("big5", Taiwanese)]
    [InlineData("shift_jis", Japanese)]
    [InlineData("euc-jp", Japanese)]
    [InlineData("euc-kr", Korean)]
    public void An_encoding_that_nothing_names_is_detected(string charset, string title)
    {
        var body = Encoding.GetEncoding(charset).GetBytes(Feed(title, ""));

        var document = FeedReader.Read(body, null, null);

        Assert.Equal(title, document.Title);
        Assert.NotEmpty(document.Problems);
    }

    [Theory]
    [InlineData("windows-1251", Russian, "utf-8")]
    [InlineData("utf-8", French, "iso-8859-1")]
    [InlineData("utf-8", Russian, "windows-1251")]
    [InlineData("utf-8", Chinese, "gb2312")]
    [InlineData("windows-1252", French, "utf-8")]
    [InlineData("shift_jis", Japanese, "utf-16")]
    public void A_claim_that_the_bytes_contradict_is_dropped(string charset, string title, string claim)
    {
        var body = Encoding.GetEncoding(charset).GetBytes(Feed(title, $" encoding=\"{claim}\""));

        var document = FeedReader.Read(body, null, null);

        Assert.Equal(title, document.Title);
        Assert.NotEmpty(document.Problems);
    }

    [Fact]
    public void A_western_header_does_not_outrank_a_prolog_that_names_another_encoding()
    {
        var body = Encoding.GetEncoding("windows-1251").GetBytes(Feed(Russian, " encoding=\"windows-1251\""));

        var document = FeedReader.Read(body, "text/xml; charset=ISO-8859-1", null);

        Assert.Equal(Russian, document.Title);
    }

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-32", true)]
    [InlineData("utf-32BE", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-32", false)]
    [InlineData("utf-32BE", false)]
    [InlineData("utf-8", true)]
    public void Wide_encodings_are_known_by_mark_or_pattern(string charset, bool mark)
    {
        var encoding = Encoding.GetEncoding(charset);
        byte[] body = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Feed(Japanese, " encoding=\"iso-8859-1\""))];

        var document = FeedReader.Read(body, "text/xml; charset=us-ascii", null);

        Assert.Equal(Japanese, document.Title);
    }

    [Fact]
    public void Latin_1_means_windows_1252()
    {
        var body = Encoding.GetEncoding("windows-1252").GetBytes(Feed("“Quoted” – €5", " encoding=\"ISO-8859-1\""));

        var document = FeedReader.Read(body, null, null);

        Assert.Equal("“Quoted” – €5", document.Title);
    }

    [Fact]
    public void Single_foreign_bytes_in_utf_8_are_read_as_windows_1252()
    {
        byte[] body = [.. Encoding.UTF8.GetBytes("<rss version='2.0'><channel><title>Crème brûlée, caf"), 0xE9, .. " &amp; thé</title></channel></rss>"u8];

        var document = FeedReader.Read(body, null, null);

        Assert.Contains("brûlée, café", document.Title, StringComparison.Ordinal);
        Assert.NotEmpty(document.Problems);
    }

    [Theory]
    [InlineData("cp1251", 1251)]
    [InlineData("CP-866", 866)]
    [InlineData("x-sjis", 932)]
    [InlineData("ISO_8859-15", 28605)]
    [InlineData("iso8859-2", 28592)]
    [InlineData("ks_c_5601-1987", 949)]
    [InlineData("GB_2312-80", 54936)]
    [InlineData(" 'utf8' ", 65001)]
    [InlineData("ibm850", 850)]
    [InlineData("mac", 10000)]
    public void Encodings_have_many_names(string name, int codePage)
    {
        var encoding = Charsets.Find(name);

        Assert.Equal(codePage, encoding?.CodePage);
    }

    [Theory]
    [InlineData("utf-7")]
    [InlineData("none")]
    [InlineData("")]
    [InlineData("x-user-defined-and-much-longer-than-any-name")]
    public void Unknown_names_are_no_encoding(string name)
    {
        var encoding = Charsets.Find(name);

        Assert.Null(encoding);
    }

    private static string Feed(string title, string encoding) =>
        $"<?xml version=\"1.0\"{encoding}?><rss version=\"2.0\"><channel><title>{title}</title><link>https://a.example/</link></channel></rss>";
}
