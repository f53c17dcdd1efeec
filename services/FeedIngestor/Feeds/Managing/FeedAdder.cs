using Monitoring.Contracts;
using Monitoring.FeedIngestor.Discovery;

namespace Monitoring.FeedIngestor.Feeds.Managing;

/// <summary>Follows one feed that a person names by its own address or by a page's.</summary>
internal sealed class FeedAdder(FeedStore store, FeedCatalog catalog, FeedDiscovery discovery)
{
    public async Task<FeedAdded> AddAsync(AddFeed command, CancellationToken cancel)
    {
        if (TypedAddress.Read(command.Address) is not { } typed)
        {
            return new FeedAdded { Problem = "This is no web address." };
        }

        if (await catalog.FindByAddressAsync(typed.AbsoluteUri, cancel) is { } known)
        {
            return new FeedAdded { Feed = known, WasKnown = true };
        }

        if (command.Unchecked)
        {
            return await FollowAsync(new FoundFeed(typed.AbsoluteUri, typed.Host, null, null, 0), command.Settings, cancel);
        }

        var found = await discovery.FindAsync(typed, cancel);
        return found.Feeds switch
        {
            [] => new FeedAdded { Problem = found.Problem },
            [var only] => await FollowAsync(only, command.Settings, cancel),
            var several => new FeedAdded { Candidates = [.. several.Select(each => new FeedCandidate(each.Address, each.Title, each.Items))] },
        };
    }

    private async Task<FeedAdded> FollowAsync(FoundFeed found, FeedSettings? settings, CancellationToken cancel)
    {
        var known = await catalog.FindByAddressAsync(found.Address, cancel);
        if (known is null)
        {
            await store.AddAsync([new OpmlFeed { Address = found.Address, Title = FeedFields.Title(found.Title) ?? found.Address, SiteUrl = FeedFields.SiteUrl(found.SiteUrl), Language = FeedFields.Language(found.Language) }], cancel);
            await catalog.ReviveAsync(Feed.IdFrom(found.Address), cancel);
            if (settings is not null)
            {
                await catalog.SetAsync(Feed.IdFrom(found.Address), settings with { Language = settings.Language ?? found.Language }, cancel);
            }
        }

        return new FeedAdded { Feed = known ?? await catalog.FindByAddressAsync(found.Address, cancel), WasKnown = known is not null };
    }
}
