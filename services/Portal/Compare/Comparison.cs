using Monitoring.ArticleIndex;
using Monitoring.Portal.Topics;

namespace Monitoring.Portal.Compare;

/// <summary>Topics side by side.</summary>
public sealed record Comparison
{
    public const int MostTopics = 5;

    public static readonly int[] Windows = [30, 90, 365];

    public required int Days { get; init; }

    public required DateTimeOffset From { get; init; }

    public required IReadOnlyList<ComparedTopic> Topics { get; init; }

    /// <summary>Largest part of all articles that any line reaches.</summary>
    public double Most => Topics.SelectMany(topic => topic.Shares).Max() ?? 0;

    /// <summary>The address of this comparison with other topics.</summary>
    public string At(IEnumerable<Topic> topics) =>
        $"/compare?days={Days}" + string.Concat(topics.Select(topic => "&with=" + Uri.EscapeDataString(topic.Key)));
}

/// <summary>One topic of a comparison.</summary>
/// <param name="Topic">Which.</param>
/// <param name="Page">Its articles, counted.</param>
/// <param name="Change">Against the window before.</param>
/// <param name="Shares">Part of all articles, one value a day, each over the seven days that end with it; null where too little was published to tell.</param>
public sealed record ComparedTopic(Topic Topic, SearchPage Page, Change Change, IReadOnlyList<double?> Shares);
