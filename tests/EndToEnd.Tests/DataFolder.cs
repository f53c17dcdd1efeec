namespace Monitoring.EndToEnd.Tests;

/// <summary>An installation's folder, gone when the test ends.</summary>
internal sealed class DataFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("monitoring-data-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
