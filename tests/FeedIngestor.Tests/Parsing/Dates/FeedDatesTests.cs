using System.Globalization;
using CsCheck;
using Monitoring.FeedIngestor.Parsing.Dates;

namespace Monitoring.FeedIngestor.Tests.Parsing.Dates;

public class FeedDatesTests
{
    [Theory]
    [InlineData("Tue, 03 Mar 2026 09:15:00 GMT", "2026-03-03T09:15:00Z")]
    [InlineData("Tue, 3 Mar 26 09:15 +0100", "2026-03-03T08:15:00Z")]
    [InlineData("3 Mar 2026 09:15:07 EST", "2026-03-03T14:15:07Z")]
    [InlineData("Tue, 03 March 2026 9:15 pm PDT", "2026-03-04T04:15:00Z")]
    [InlineData("Tues 03-Mar-2026 09:15:00 -0330", "2026-03-03T12:45:00Z")]
    [InlineData("Tue Mar  3 09:15:00 2026", "2026-03-03T09:15:00Z")]
    [InlineData("Tue Mar 03 09:15:00 CET 2026", "2026-03-03T08:15:00Z")]
    [InlineData("Tue,03 Mar 2026 09:15:00 GMT+02:00", "2026-03-03T07:15:00Z")]
    [InlineData("Tue, 03 Mar 2026 09:15:00 +0000 (Coordinated Universal Time)", "2026-03-03T09:15:00Z")]
    [InlineData("March 3rd, 2026", "2026-03-03T00:00:00Z")]
    [InlineData("Tue, 03 Mar 2026 24:00:00 GMT", "2026-03-04T00:00:00Z")]
    [InlineData("Tue, 30 Jun 2015 23:59:60 GMT", "2015-06-30T23:59:59Z")]
    [InlineData("03 Mar 98 01:02:03 Z", "1998-03-03T01:02:03Z")]
    [InlineData("Tue, 03 Mar 2026 09:15:00 XYZT", "2026-03-03T09:15:00Z")]
    [InlineData("Tue, 03 Mar 2026 09:15:00 America/New_York", "2026-03-03T14:15:00Z")]
    public void Rfc_822_and_its_sins(string text, string expected) => Same(text, expected);

    [Theory]
    [InlineData("2026-03-03T09:15:00Z", "2026-03-03T09:15:00Z")]
    [InlineData("2026-03-03T09:15:00.123456+05:30", "2026-03-03T03:45:00Z")]
    [InlineData("2026-03-03t09:15:00 -0800", "2026-03-03T17:15:00Z")]
    [InlineData("2026-03-03 09:15", "2026-03-03T09:15:00Z")]
    [InlineData("20260303T091500Z", "2026-03-03T09:15:00Z")]
    [InlineData("20260303", "2026-03-03T00:00:00Z")]
    [InlineData("2026-062", "2026-03-03T00:00:00Z")]
    [InlineData("2026-03", "2026-03-01T00:00:00Z")]
    [InlineData("2026", "2026-01-01T00:00:00Z")]
    [InlineData("26-03-03", "2026-03-03T00:00:00Z")]
    [InlineData("2026/03/03 09:15:00 JST", "2026-03-03T00:15:00Z")]
    [InlineData("2026-3-3T9:15:00Z", "2026-03-03T09:15:00Z")]
    [InlineData("1772529300", "2026-03-03T09:15:00Z")]
    [InlineData("1772529300000", "2026-03-03T09:15:00Z")]
    public void Iso_8601_and_its_liberties(string text, string expected) => Same(text, expected);

    [Theory]
    [InlineData("Τρι, 03 Μαρ 2026 09:15:00 EET", "2026-03-03T07:15:00Z")]
    [InlineData("Κυρ, 12 Ιουλίου 2026 10:00:00 GMT", "2026-07-12T10:00:00Z")]
    [InlineData("2026-július-13T9:15+02:00", "2026-07-13T07:15:00Z")]
    [InlineData("2026년 03월 03일 09:15:30", "2026-03-03T00:15:30Z")]
    [InlineData("2026-03-03 오후 3:15:00", "2026-03-03T06:15:00Z")]
    [InlineData("2026年3月3日 9時15分", "2026-03-03T09:15:00Z")]
    [InlineData("２０２６年３月３日（火）", "2026-03-03T00:00:00Z")]
    [InlineData("2026年03月03日 下午3:15", "2026-03-03T07:15:00Z")]
    [InlineData("mar., 03 mars 2026 09:15:00 +0100", "2026-03-03T08:15:00Z")]
    [InlineData("1er août 2026", "2026-08-01T00:00:00Z")]
    [InlineData("Di, 03 Mär 2026 09:15:00 MEZ", "2026-03-03T08:15:00Z")]
    [InlineData("3. Dezember 2026 um 9:15 Uhr", "2026-12-03T09:15:00Z")]
    [InlineData("mié, 04 mar 2026 09:15:00 -0300", "2026-03-04T12:15:00Z")]
    [InlineData("4 de marzo de 2026", "2026-03-04T00:00:00Z")]
    [InlineData("04 ene 2026 09:15", "2026-01-04T09:15:00Z")]
    [InlineData("Вт, 03 мар 2026 09:15:00 MSK", "2026-03-03T06:15:00Z")]
    [InlineData("3 марта 2026 г., 09:15", "2026-03-03T09:15:00Z")]
    [InlineData("12 мая 2026", "2026-05-12T00:00:00Z")]
    [InlineData("wt., 03 wrz 2026 09:15:00 +0200", "2026-09-03T07:15:00Z")]
    [InlineData("ter, 03 fev 2026 09:15:00 -0300", "2026-02-03T12:15:00Z")]
    [InlineData("3 Şubat 2026 09:15", "2026-02-03T09:15:00Z")]
    [InlineData("3 tháng 5, 2026", "2026-05-03T00:00:00Z")]
    [InlineData("الثلاثاء 3 مارس 2026", "2026-03-03T00:00:00Z")]
    [InlineData("3 มี.ค. 2569 09:15", "2026-03-03T09:15:00Z")]
    public void Months_and_days_in_many_languages(string text, string expected) => Same(text, expected);

    [Theory]
    [InlineData("15.09.2026 08:19", "2026-09-15T08:19:00Z")]
    [InlineData("15/09/2026", "2026-09-15T00:00:00Z")]
    [InlineData("09/15/2026 8:19 PM", "2026-09-15T20:19:00Z")]
    [InlineData("March 3 2026 9 pm", "2026-03-03T21:00:00Z")]
    [InlineData("Fri, 2026/09/15 08:19:53 EDT", "2026-09-15T12:19:53Z")]
    public void Numbers_alone(string text, string expected) => Same(text, expected);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2026-13-01")]
    [InlineData("2026-02-30")]
    [InlineData("Tue, 32 Mar 2026 09:15:00 GMT")]
    [InlineData("Tue, 03 Foo 2026 09:15:00 GMT")]
    [InlineData("2026-03-03T25:00:00Z")]
    [InlineData("2026-03-03T09:15:00+99:99")]
    [InlineData("0001-01-01T00:00:00+23:00")]
    [InlineData("12345")]
    [InlineData("99999999999999999999")]
    [InlineData("00:00")]
    public void What_is_no_date_is_none(string? text)
    {
        var date = FeedDates.Parse(text);

        Assert.Null(date);
    }

    [Fact]
    public void No_text_stops_the_reader_of_dates()
    {
        var piece = Gen.OneOf("2026", "03", "3", "99", "-", "/", ":", ".", " ", ",", "T", "Z", "+", "+02:00", "Mar", "März", "年", "月", "日", "오후", "下午", "PM", "EST", "(", ")", "ก.พ.", "\u0301", "٣", "1772529300", "Etc/", "tháng");

        piece.Array[0, 14].Select(string.Concat).Sample(text => FeedDates.Parse(text) is null or { Offset.Ticks: 0 }, iter: 20_000, seed: "0000KDXmSy41");
    }

    private static void Same(string text, string expected)
    {
        var date = FeedDates.Parse(text);

        Assert.Equal(expected, date?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
    }
}
