using System.Text;
using Monitoring.Contracts;

namespace Monitoring.FeedIngestor.Feeds.Managing;

/// <summary>Follows the feeds of an OPML text.</summary>
internal sealed class FeedImporter(FeedStore store)
{
    private const int MostBytes = 5 * 1024 * 1024;
    private const int MostProblems = 20;

    public async Task<FeedsImported> ImportAsync(string opml, CancellationToken cancel)
    {
        if (opml.Length > MostBytes)
        {
            return new FeedsImported { Problems = ["The list is larger than 5 MB."] };
        }

        try
        {
            var problems = new List<string>();
            // The text is decoded already: what its first line says of an encoding is past.
            var feeds = Opml.Read(new MemoryStream(Encoding.UTF8.GetBytes(WithoutDeclaration(opml))), "The list", problems);
            var added = await store.AddAsync(feeds, cancel);
            return new FeedsImported { Added = added, Known = feeds.Count - added, Problems = [.. problems.Take(MostProblems)] };
        }
        catch (OpmlException broken)
        {
            return new FeedsImported { Problems = [broken.Message] };
        }
    }

    private static string WithoutDeclaration(string opml)
    {
        var text = opml.AsSpan().Trim().TrimStart('\uFEFF').TrimStart();
        var end = text.StartsWith("<?xml ", StringComparison.Ordinal) ? text.IndexOf("?>", StringComparison.Ordinal) : -1;
        return end < 0 ? text.ToString() : text[(end + 2)..].TrimStart().ToString();
    }
}
