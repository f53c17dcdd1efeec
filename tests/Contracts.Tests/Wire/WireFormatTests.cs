using System.Text.Json;
using MassTransit.Serialization;

namespace Monitoring.Contracts.Tests.Wire;

/// <summary>Messages wait in queues while services are replaced: what was written yesterday must be read today. Set PIN_MESSAGES=1 to pin a new message.</summary>
public sealed class WireFormatTests
{
    private static readonly JsonSerializerOptions s_indented = new(SystemTextJsonMessageSerializer.Options) { WriteIndented = true };

    public static TheoryData<string> Names => [.. Messages.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_message_is_written_as_it_was_pinned(string name)
    {
        var written = JsonSerializer.Serialize(Messages.All[name], s_indented);
        if (Environment.GetEnvironmentVariable("PIN_MESSAGES") == "1" && !File.Exists(Pin(name)))
        {
            File.WriteAllText(Pin(name), written + "\n");
        }

        Assert.Equal(File.ReadAllText(Pin(name)).TrimEnd(), written);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_pinned_message_is_read_without_loss(string name)
    {
        var read = JsonSerializer.Deserialize(File.ReadAllText(Pin(name)), Messages.All[name].GetType(), s_indented);

        Assert.Equal(JsonSerializer.Serialize(Messages.All[name], s_indented), JsonSerializer.Serialize(read, s_indented));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_message_from_a_later_version_is_read_by_this_one(string name)
    {
        var later = "{ \"addedLater\": { \"x\": 1 }," + File.ReadAllText(Pin(name)).TrimStart()[1..];

        Assert.NotNull(JsonSerializer.Deserialize(later, Messages.All[name].GetType(), s_indented));
    }

    [Fact]
    public void Every_message_of_the_contracts_is_pinned()
    {
        var parts = new[] { nameof(Article), nameof(ArticleSource), nameof(ArticleTags), nameof(CountryTag), nameof(ThemeTag), nameof(Evidence), nameof(CorrectedCountry), nameof(InlineImage), nameof(FeedOverview), nameof(FeedSettings), nameof(FeedCandidate) };
        var messages = typeof(Article).Assembly.GetExportedTypes().Where(type => type is { IsClass: true, IsAbstract: false }).Select(type => type.Name).Except(parts);

        Assert.Equal(messages.Order(StringComparer.Ordinal), Messages.All.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_message_has_a_namespace_because_publishing_fails_without() =>
        Assert.All(typeof(Article).Assembly.GetExportedTypes(), type => Assert.Equal("Monitoring.Contracts", type.Namespace));

    private static string Pin(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Monitoring.sln")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "tests", "Contracts.Tests", "Wire", "Pins", name + ".json");
    }
}
