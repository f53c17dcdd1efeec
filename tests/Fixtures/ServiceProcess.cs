using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Monitoring.Fixtures;

/// <summary>One service, started as its user starts it: a process of its own with settings in the environment.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();

    private ServiceProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    public string Output => string.Join('\n', _output);

    public int Id => _process.Id;

    public int ExitCode => _process.ExitCode;

    public static ServiceProcess Start(string service, IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        // Where tests run in the background of a script, Ctrl-C is ignored, and children inherit that: a user's terminal does not.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", Assembly(service), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Not the repository: a process that looks for its files in the working folder must be found out.
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var inherited in start.Environment.Keys.Where(name => name.Contains("__", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(inherited);
        }

        start.Environment["ASPNETCORE_URLS"] = address.AbsoluteUri.TrimEnd('/');
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var process = new Process { StartInfo = start };
        var started = new ServiceProcess(process, address);
        process.OutputDataReceived += (_, line) => started.Keep(line.Data);
        process.ErrorDataReceived += (_, line) => started.Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return started;
    }

    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    public async Task WaitUntilReadyAsync(CancellationToken cancel)
    {
        using var http = new HttpClient();
        await Eventually.TrueAsync(
            async () =>
            {
                Assert.False(_process.HasExited, "It ended instead of getting ready:\n" + Output);
                try
                {
                    using var answer = await http.GetAsync(new Uri(Address, "/health/ready"), cancel);
                    return answer.IsSuccessStatusCode;
                }
                catch (HttpRequestException)
                {
                    return false;
                }
            },
            TimeSpan.FromSeconds(90),
            () => "It did not get ready:\n" + Output,
            cancel);
    }

    /// <summary>Ends it as Ctrl-C does and answers how long that took.</summary>
    public async Task<TimeSpan> StopAsync(CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        using var signal = Process.Start("kill", ["-INT", Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync(cancel);
        return watch.Elapsed;
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync(CancellationToken cancel)
    {
        _process.Kill();
        await _process.WaitForExitAsync(cancel);
    }

    public Task WaitForExitAsync(CancellationToken cancel) => _process.WaitForExitAsync(cancel);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync(CancellationToken.None);
        }

        _process.Dispose();
    }

    private static string Assembly(string service)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var assembly = Path.Combine(folder.FullName, service, configuration, $"Monitoring.{service}.dll");
            if (File.Exists(assembly))
            {
                return assembly;
            }
        }

        throw new InvalidOperationException($"{service} has not been built in the {configuration} configuration.");
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            _output.Enqueue(line);
        }
    }
}
