using MassTransit;
using Monitoring.Contracts;

namespace Monitoring.FeedIngestor.Feeds.Managing;

/// <summary>Replaces what a person has set for a feed.</summary>
internal sealed class ChangeFeedSettingsConsumer(FeedCatalog catalog) : IConsumer<ChangeFeedSettings>
{
    private const int LongestMinutes = 7 * 24 * 60;

    public async Task Consume(ConsumeContext<ChangeFeedSettings> context) =>
        await context.RespondAsync(await ChangeAsync(context.Message, context.CancellationToken));

    private async Task<FeedChanged> ChangeAsync(ChangeFeedSettings command, CancellationToken cancel)
    {
        if (command.Settings.IntervalMinutes is < 1 or > LongestMinutes)
        {
            return new FeedChanged { Problem = $"The interval must be between 1 and {LongestMinutes} minutes." };
        }

        if (await catalog.FindAsync(command.FeedId, cancel) is null)
        {
            return new FeedChanged { Problem = "There is no such feed." };
        }

        await catalog.SetAsync(command.FeedId, command.Settings, cancel);
        return new FeedChanged { Feed = await catalog.FindAsync(command.FeedId, cancel) };
    }
}
