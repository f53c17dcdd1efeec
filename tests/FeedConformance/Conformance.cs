using System.Text.Json;
using Monitoring.FeedIngestor.Parsing;
using Monitoring.FeedIngestor.Parsing.Dates;

namespace Monitoring.FeedConformance;

/// <summary>Reads what the cases name and writes what the reader returns, one JSON object a line.</summary>
internal static class Conformance
{
    public static int Run(string cases, string folder)
    {
        var rows = File.ReadLines(cases).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        return rows.Count > 0 && rows[0].TryGetProperty("input", out _) ? Dates(rows) : Feeds(rows, folder);
    }

    private static int Feeds(List<JsonElement> rows, string folder)
    {
        var readers = new Dictionary<string, int>();
        using var output = new StreamWriter(Console.OpenStandardOutput());
        foreach (var row in rows)
        {
            var address = row.TryGetProperty("url", out var url) ? new Uri(url.GetString()!) : null;
            var contentType = row.TryGetProperty("content_type", out var type) ? type.GetString() : null;
            var body = File.ReadAllBytes(Path.Combine(folder, row.GetProperty("file").GetString()!));
            var document = FeedReader.Read(body, contentType, address);
            var reader = document.IsFeed ? document.Reader : "none";
            readers[reader] = readers.GetValueOrDefault(reader) + 1;
            output.WriteLine(JsonSerializer.Serialize(ActualFeed.Of(row.GetProperty("id").GetString()!, document)));
        }

        Console.Error.WriteLine(string.Join(", ", readers.OrderByDescending(entry => entry.Value).Select(entry => $"{entry.Key} {entry.Value}")));
        return 0;
    }

    private static int Dates(List<JsonElement> rows)
    {
        var wrong = 0;
        foreach (var row in rows)
        {
            var input = row.GetProperty("input").GetString()!;
            var expected = row.GetProperty("expect").GetString();
            var actual = ActualFeed.Time(FeedDates.Parse(input));
            if (actual != expected)
            {
                wrong++;
                Console.WriteLine($"{input} | expected {expected ?? "null"} | read {actual ?? "null"}");
            }
        }

        Console.Error.WriteLine($"{rows.Count - wrong} of {rows.Count} dates");
        return wrong == 0 ? 0 : 1;
    }
}
