namespace Monitoring.Hosting;

/// <summary>Something a service does on the command line instead of running.</summary>
/// <param name="Name">First argument that selects it, for instance <c>tag</c>.</param>
/// <param name="Usage">Arguments and one sentence, shown when the arguments are wrong.</param>
/// <param name="RunAsync">Gets the arguments after the name; answers the exit code.</param>
public sealed record ServiceCommand(string Name, string Usage, Func<string[], CancellationToken, Task<int>> RunAsync);
