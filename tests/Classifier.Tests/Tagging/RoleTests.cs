using Monitoring.Classifier.Tagging;
using Monitoring.Contracts;

namespace Monitoring.Classifier.Tests.Tagging;

public sealed class RoleTests
{
    private static readonly Tagger s_tagger = Taggers.Create();

    [Theory]
    [InlineData("Japan bans exports of AI chips to Russia", "RU", CountryRole.Target)]
    [InlineData("Russia bans exports of AI chips to Japan", "JP", CountryRole.Target)]
    [InlineData("Japan bans exports of AI chips to Russia", "JP", CountryRole.Subject)]
    [InlineData("Russia bans exports of AI chips to Japan", "RU", CountryRole.Subject)]
    [InlineData("Brazil signs AI cooperation memorandum with India", "BR", CountryRole.Subject)]
    [InlineData("India signs AI cooperation memorandum with Brazil", "IN", CountryRole.Subject)]
    [InlineData("Brazil signs AI cooperation memorandum with India", "IN", CountryRole.Partner)]
    [InlineData("India signs AI cooperation memorandum with Brazil", "BR", CountryRole.Partner)]
    [InlineData("Kenya buys AI chips from Japan", "JP", CountryRole.Supplier)]
    [InlineData("Japan buys AI chips from Kenya", "KE", CountryRole.Supplier)]
    [InlineData("Kenya buys AI chips from Japan", "KE", CountryRole.Subject)]
    [InlineData("Japan buys AI chips from Kenya", "JP", CountryRole.Subject)]
    public void A_role_follows_the_direction_of_the_sentence(string title, string code, CountryRole expected)
    {
        var tags = s_tagger.Tag(title, "", "en");

        Assert.Equal(expected, Assert.Single(tags.Countries, tag => tag.Code == code).Role);
    }
}
