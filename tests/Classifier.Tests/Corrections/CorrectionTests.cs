using Monitoring.Classifier.Corrections;
using Monitoring.Contracts;

namespace Monitoring.Classifier.Tests.Corrections;

public sealed class CorrectionTests
{
    private static readonly ArticleTags s_tags = new()
    {
        Relevance = 0.9f,
        IsRelevant = true,
        Countries =
        [
            new() { Code = "FR", Role = CountryRole.Subject, Score = 0.8f, Evidence = [new(EvidenceField.Title, 0, 6, "France")] },
            new() { Code = "US", Role = CountryRole.Partner, Score = 0.6f },
        ],
        Themes = [new() { Id = "chips", Score = 0.7f }],
        Language = "en",
        ModelVersion = "v",
    };

    [Fact]
    public void What_nobody_spoke_of_stays_as_the_model_said()
    {
        var tags = new Correction(null, null, null).Apply(s_tags);

        Assert.Equal(s_tags, tags);
    }

    [Fact]
    public void Corrected_countries_replace_the_models_and_keep_their_evidence()
    {
        var tags = new Correction(null, [new("FR", CountryRole.Target), new("DE", CountryRole.Subject)], null).Apply(s_tags);

        Assert.Equal([("FR", CountryRole.Target), ("DE", CountryRole.Subject), ("US", CountryRole.Mention)], tags.Countries.Select(tag => (tag.Code, tag.Role)));
        Assert.Equal("France", Assert.Single(tags.Countries[0].Evidence).Text);
    }

    [Fact]
    public void An_article_that_is_called_irrelevant_loses_its_themes() => Assert.Empty(new Correction(false, null, null).Apply(s_tags).Themes);

    [Fact]
    public void Themes_that_do_not_exist_are_left_out() =>
        Assert.Equal(["data"], new Correction(null, null, ["data", "gardening"]).Apply(s_tags).Themes.Select(theme => theme.Id));

    [Fact]
    public void A_correction_becomes_a_training_item_with_the_readers_labels()
    {
        var tags = new Correction(true, [new("DE", CountryRole.Place)], ["data"]).Apply(s_tags);

        var item = CorrectedItems.Item(new("a", "title", "text", "en"), tags);

        Assert.Equal(["data"], item.Themes);
        Assert.Equal(["DE"], item.Countries.Where(country => country.IsTag).Select(country => country.Code));
        Assert.Equal(CorrectedItems.Batch, item.Batch);
    }
}
