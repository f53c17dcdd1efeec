using System.Globalization;
using System.Text.RegularExpressions;

namespace Monitoring.FeedIngestor.Sample;

/// <summary>Moves every date in a feed's text by the same span, each in the form it was written in.</summary>
internal static partial class SampleDates
{
    private const string Rfc822Form = "ddd, dd MMM yyyy HH:mm:ss";

    public static DateTimeOffset Newest(IEnumerable<string> texts) =>
        texts.SelectMany(text => Dates().Matches(text)).Select(match => Read(match.Value)).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max();

    public static string Shift(string text, TimeSpan by) => Dates().Replace(text, match =>
    {
        var moved = Read(match.Value) + by;
        return match.Groups["iso"].Success
            ? moved.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)
            : moved.UtcDateTime.ToString(Rfc822Form, CultureInfo.InvariantCulture) + " +0000";
    });

    private static DateTimeOffset Read(string date) => DateTimeOffset.Parse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    [GeneratedRegex(@"(?<iso>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d))|((Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d? [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d (GMT|[+-]\d{4}))", RegexOptions.ExplicitCapture)]
    private static partial Regex Dates();
}
