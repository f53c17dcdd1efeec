using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace Monitoring.Delivery.Tests.Email;

/// <summary>Debian's aiosmtpd in a process of its own.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    // aiosmtpd comes as a Debian package, for Debian's own python.
    private const string Python = "/usr/bin/python3";
    private readonly Process _process;

    private SmtpServer(Process process, int port)
    {
        _process = process;
        Port = port;
    }

    public int Port { get; }

    public ConcurrentQueue<JsonElement> Mails { get; } = new();

    public static async Task<SmtpServer> StartAsync(CancellationToken cancel)
    {
        using var probe = Process.Start(new ProcessStartInfo(Python, ["-c", "import aiosmtpd"]) { RedirectStandardError = true });
        await probe!.WaitForExitAsync(cancel);
        Assert.SkipWhen(probe.ExitCode != 0, "install python3-aiosmtpd");

        var process = Process.Start(new ProcessStartInfo(Python, [Path.Combine(AppContext.BaseDirectory, "smtp_server.py")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var server = new SmtpServer(process, int.Parse((await process.StandardOutput.ReadLineAsync(cancel))!, null));
        _ = server.ReadMailsAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task ReadMailsAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            Mails.Enqueue(JsonSerializer.Deserialize<JsonElement>(line));
        }
    }
}
