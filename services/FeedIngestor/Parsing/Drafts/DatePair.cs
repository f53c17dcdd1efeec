namespace Monitoring.FeedIngestor.Parsing.Drafts;

/// <summary>The two dates of a feed or an item.</summary>
internal struct DatePair
{
    // A date that can be read beats one that cannot, whatever the elements' ranks.
    private const int Unreadable = 100;

    private Best<FeedDate> _published;
    private Best<FeedDate> _updated;

    public readonly FeedDate? Published => _published.Value;

    public readonly FeedDate? Updated => _updated.Value;

    public void OfferPublished(string? raw, int rank) => Offer(ref _published, raw, rank);

    public void OfferUpdated(string? raw, int rank) => Offer(ref _updated, raw, rank);

    private static void Offer(ref Best<FeedDate> best, string? raw, int rank)
    {
        if (FeedDate.Read(raw) is { } date)
        {
            best.Offer(date, date.Time is null ? rank + Unreadable : rank);
        }
    }
}
