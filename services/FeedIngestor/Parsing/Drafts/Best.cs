namespace Monitoring.FeedIngestor.Parsing.Drafts;

/// <summary>The best of several values that elements offer for one field: the lowest rank wins, then the first.</summary>
internal struct Best<T>
    where T : class
{
    private int _rank;

    public T? Value { get; private set; }

    public void Offer(T? value, int rank)
    {
        if (value is not null && (Value is null || rank < _rank))
        {
            Value = value;
            _rank = rank;
        }
    }
}
