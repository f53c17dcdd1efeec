using System.Net;
using Monitoring.ArticleIndex;
using Monitoring.Contracts;
using Monitoring.Portal.Articles;

namespace Monitoring.Portal.Tests.Articles;

public sealed class ArticlePageTests
{
    [Fact]
    public async Task The_page_shows_text_original_and_the_others_of_the_story()
    {
        await using var portal = await PortalHost.StartAsync(
            Given.Article("First report", text: "One paragraph.\nAnother <b>one</b>.", story: "s"), Given.Article("Second report", story: "s"));

        var page = await portal.GetAsync("/articles/" + Given.Id("First report"));

        Assert.Contains("Another &lt;b&gt;one&lt;/b&gt;.", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"https://news.example/{Given.Id("First report")}\"", page, StringComparison.Ordinal);
        Assert.Contains("Second report", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_article_is_not_found()
    {
        await using var portal = await PortalHost.StartAsync();

        using var answer = await portal.AskAsync("/articles/unknown");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public void Overlapping_evidence_is_marked_once_and_stale_evidence_not_at_all()
    {
        const string Text = "The data centre opens";
        Evidence[] evidence =
        [
            new(EvidenceField.Text, 4, 4, "data"), new(EvidenceField.Text, 4, 11, "data centre"),
            new(EvidenceField.Text, 0, 3, "Old"), new(EvidenceField.Text, 18, 90, "opens"),
        ];

        var segments = EvidenceMarks.Cut(Text, 0, Text.Length, evidence);

        Assert.Equal([new TextSegment("The ", false), new("data centre", true), new(" opens", false)], segments);
    }
}
