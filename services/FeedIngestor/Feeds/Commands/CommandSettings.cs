using Monitoring.Hosting.Startup;
using Monitoring.Storage;

namespace Monitoring.FeedIngestor.Feeds.Commands;

/// <summary>Splits a command's arguments into its own and settings, which are given as everywhere: <c>--Section:Name=value</c> or the environment.</summary>
internal sealed record CommandSettings(string[] Own, IConfiguration Configuration)
{
    public static CommandSettings From(string[] arguments)
    {
        var settings = arguments.Where(argument => argument.StartsWith("--", StringComparison.Ordinal)).ToArray();
        if (settings.FirstOrDefault(setting => !setting.Contains('=', StringComparison.Ordinal)) is { } unknown)
        {
            throw new UsageException($"Unknown argument '{unknown}'.");
        }

        return new(
            [.. arguments.Except(settings)],
            new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(settings).Build());
    }

    /// <summary>The one argument that the command takes.</summary>
    /// <exception cref="UsageException">There is none, or more than one.</exception>
    public string Single(string what) => Own is [var only] ? only : throw new UsageException($"Name one {what}.");

    /// <exception cref="UsageException">There is no such file.</exception>
    public string ExistingFile(string what) => Single(what) is var file && File.Exists(file) ? file : throw new UsageException($"There is no file {Single(what)}.");

    public async Task<IImportTarget> TargetAsync(CancellationToken cancel) =>
        await RunningTarget.FindAsync(StorageOptions.From(Configuration).Directory, cancel) is { } running ? running : await StoreTarget.OpenAsync(Configuration, cancel);
}
