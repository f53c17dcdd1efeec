using System.Diagnostics;
using Microsoft.Extensions.Options;
using Monitoring.FeedIngestor.Discovery;
using Monitoring.FeedIngestor.Fetching;
using Monitoring.FeedIngestor.Parsing;
using Monitoring.Hosting;
using Monitoring.Hosting.Startup;
using Monitoring.Outbound;

namespace Monitoring.FeedIngestor.Feeds.Commands;

/// <summary><c>-- inspect ADDRESS or FILE</c>: prints what the reader sees, keeps nothing.</summary>
internal static class InspectCommand
{
    public static ServiceCommand Command { get; } = new("inspect", "ADDRESS or FILE: prints what the reader sees of a feed", RunAsync);

    private static async Task<int> RunAsync(string[] arguments, CancellationToken cancel)
    {
        var settings = CommandSettings.From(arguments);
        var target = settings.Single("address or file");
        return File.Exists(target)
            ? Report(await File.ReadAllBytesAsync(target, cancel), contentType: null, address: null)
            : await FetchAsync(TypedAddress.Read(target) ?? throw new UsageException($"{target} is neither a file nor a web address."), settings.Configuration, cancel);
    }

    private static async Task<int> FetchAsync(Uri address, IConfiguration configuration, CancellationToken cancel)
    {
        using var http = new OutboundClient(Options.Create(configuration.GetSection("Outbound").Get<OutboundOptions>() ?? new OutboundOptions()));
        var started = Stopwatch.GetTimestamp();
        var answer = await http.GetAsync(address, request => request.Headers.TryAddWithoutValidation("Accept", FeedFetcher.Accepted), cancel);
        if (answer.Outcome != OutboundOutcome.Answered)
        {
            await Console.Error.WriteLineAsync($"{address}: {answer.Outcome}. {answer.Problem}");
            return 1;
        }

        var contentType = answer.ContentHeaders?.ContentType?.ToString();
        Line("answered", $"{(int)answer.Status} after {Stopwatch.GetElapsedTime(started).TotalMilliseconds:0} ms, {answer.Redirects} redirects, {answer.Body.Length:N0} bytes{(answer.IsCut ? ", cut off" : "")}");
        Line("address", answer.Address.AbsoluteUri + (answer.MovedTo is null ? "" : " (moved for good)"));
        Line("content type", contentType);
        Line("validators", string.Join(", ", new[] { answer.Headers?.ETag?.ToString(), answer.ContentHeaders?.LastModified?.ToString("u") }.OfType<string>()));
        return Report(answer.Body, contentType, answer.Address);
    }

    private static int Report(ReadOnlyMemory<byte> body, string? contentType, Uri? address)
    {
        var started = Stopwatch.GetTimestamp();
        var document = FeedReader.Read(body, contentType, address);
        Line("read in", $"{Stopwatch.GetElapsedTime(started).TotalMilliseconds:0.0} ms");
        foreach (var line in FeedReport.Of(document))
        {
            Line(line.Name, line.Value);
        }

        return document.IsFeed ? 0 : 1;
    }

    private static void Line(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            Console.WriteLine($"{name,-13} {value}");
        }
    }
}
