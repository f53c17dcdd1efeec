using System.Text;
using Monitoring.FeedIngestor.Feeds.Commands;

namespace Monitoring.FeedIngestor.Tests.Managing;

public sealed class LineReaderTests
{
    [Fact]
    public async Task Reading_goes_on_at_the_byte_where_it_ended()
    {
        var bytes = Encoding.UTF8.GetBytes("één\r\n二\n\nlast");
        var first = new LineReader(new MemoryStream(bytes));
        var lines = new List<string?> { await first.ReadAsync(TestContext.Current.CancellationToken) };

        var second = new LineReader(new MemoryStream(bytes[(int)first.Consumed..]));
        while (await second.ReadAsync(TestContext.Current.CancellationToken) is { } line)
        {
            lines.Add(line);
        }

        Assert.Equal(["één", "二", "", "last"], lines);
        Assert.Equal(bytes.Length, first.Consumed + second.Consumed);
    }
}
