namespace Monitoring.Portal.Tests.Sources;

public sealed class SourcesTests
{
    [Fact]
    public async Task A_polled_feed_is_listed_with_its_state_in_words()
    {
        await using var portal = await PortalHost.StartAsync();

        await portal.PublishAsync(Given.Poll("Example <Wire>", "failing", "The server answered 503."));
        var page = await portal.UntilAsync("/sources", text => text.Contains("cannot be read", StringComparison.Ordinal));

        Assert.Contains("Example &lt;Wire&gt;", page, StringComparison.Ordinal);
        Assert.Contains("The server answered 503.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_late_message_does_not_undo_a_later_poll()
    {
        await using var portal = await PortalHost.StartAsync();

        await portal.PublishAsync(Given.Poll("One", "healthy", minutesAgo: 1));
        await portal.UntilAsync("/sources", text => text.Contains("healthy", StringComparison.Ordinal));
        await portal.PublishAsync(Given.Poll("One", "failing", minutesAgo: 60));
        await portal.PublishAsync(Given.Poll("Two", "quiet"));
        var page = await portal.UntilAsync("/sources", text => text.Contains("Two", StringComparison.Ordinal));

        Assert.DoesNotContain("cannot be read", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feeds_are_listed_while_the_index_is_down()
    {
        await using var portal = await PortalHost.StartWithoutIndexAsync();

        await portal.PublishAsync(Given.Poll());
        var page = await portal.UntilAsync("/sources", text => text.Contains("Example Gazette", StringComparison.Ordinal));

        Assert.Contains("healthy", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_first_poll_the_search_says_that_reading_has_not_begun()
    {
        await using var portal = await PortalHost.StartAsync();

        var page = await portal.GetAsync("/search");

        Assert.Contains("No feed has been read yet", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task During_the_first_polls_the_search_says_how_many_feeds_were_asked()
    {
        await using var portal = await PortalHost.StartAsync();

        await portal.PublishAsync(Given.Poll("One", minutesAgo: 0));
        await portal.PublishAsync(Given.Poll("Two", minutesAgo: 0));

        await portal.UntilAsync("/search", text => text.Contains("2 asked so far", StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_no_feed_could_be_reached_the_search_names_the_sample_flag()
    {
        await using var portal = await PortalHost.StartAsync();

        await portal.PublishAsync(Given.Poll("One", "failing", "No route to host."));
        await portal.PublishAsync(Given.Poll("Two", "failing", "No route to host."));
        var page = await portal.UntilAsync("/search", text => text.Contains("None of the 2 feeds", StringComparison.Ordinal));

        Assert.Contains("--sample", page, StringComparison.Ordinal);
    }
}
