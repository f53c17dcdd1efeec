using Monitoring.ArticleIndex;
using Monitoring.Portal.Search;

namespace Monitoring.Portal.Tests.Search;

public sealed class TimelineTests
{
    private static readonly DateTimeOffset s_monday = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(30, 1)]
    [InlineData(200, 7)]
    [InlineData(2_000, 28)]
    public void Many_days_become_wider_bars(int days, int leastWidth)
    {
        var bars = Timeline.Fold([.. Enumerable.Range(0, days).Select(day => new HistogramBucket(s_monday.AddDays(day), 1, 2))]);

        Assert.InRange(bars.Count, 2, Timeline.MostBars);
        Assert.All(bars, bar => Assert.True((bar.End - bar.Start).TotalDays >= leastWidth));
    }

    [Fact]
    public void No_article_is_lost_in_folding()
    {
        var bars = Timeline.Fold([.. Enumerable.Range(0, 500).Select(day => new HistogramBucket(s_monday.AddDays(day), day, 1_000))]);

        Assert.Equal(Enumerable.Range(0, 500).Sum(), bars.Sum(bar => bar.Count));
    }
}
