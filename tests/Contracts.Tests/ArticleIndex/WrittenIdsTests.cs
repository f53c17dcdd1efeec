using Monitoring.ArticleIndex.Embedded;

namespace Monitoring.Contracts.Tests.ArticleIndex;

public sealed class WrittenIdsTests
{
    [Fact]
    public void An_id_written_before_is_never_called_new()
    {
        var ids = new WrittenIds();
        var written = Enumerable.Range(0, 300_000).Select(i => i.ToString("x32", null)).ToList();

        written.ForEach(id => ids.Add(id));

        Assert.DoesNotContain(written, ids.Add);
    }

    [Fact]
    public void Of_a_thousand_new_ids_nearly_all_are_called_new()
    {
        var ids = new WrittenIds();

        var isNew = Enumerable.Range(0, 300_000).Count(i => ids.Add(i.ToString("x32", null)));

        Assert.InRange(isNew, 298_000, 300_000);
    }
}
