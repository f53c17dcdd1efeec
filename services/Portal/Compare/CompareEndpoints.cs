using Monitoring.Portal.Topics;
using Monitoring.Portal.Web;

namespace Monitoring.Portal.Compare;

internal static class CompareEndpoints
{
    private const int UsualWindow = 90;

    public static void MapCompare(this IEndpointRouteBuilder pages) => pages.MapGet("/compare", ShowAsync);

    private static async Task<IResult> ShowAsync(string[]? with, int? days, Comparer comparer, CancellationToken cancel)
    {
        List<Topic> topics = [.. (with ?? []).Select(Read).OfType<Topic>().Distinct().Take(Comparison.MostTopics)];
        var window = Comparison.Windows.Contains(days ?? 0) ? days!.Value : UsualWindow;
        return View.Of<ComparePage>(await comparer.CompareAsync(topics, window, cancel));
    }

    /// <summary>Reads <c>country:FR</c>, <c>theme:compute</c> or <c>region:gcc</c>; anything else is left out.</summary>
    private static Topic? Read(string key) =>
        key.Split(':', 2) is [var kind, var id] && Enum.TryParse<TopicKind>(kind, ignoreCase: true, out var known) && Enum.IsDefined(known) ? Topic.Find(known, id) : null;
}
