using Microsoft.Extensions.Configuration;

namespace Monitoring.Hosting.Startup;

/// <summary>The folder that holds everything this installation must not lose: <c>Data__Directory</c>, default <c>./data</c>.</summary>
internal static class DataFolder
{
    public static string PathFrom(IConfiguration configuration) => Path.GetFullPath(configuration["Data:Directory"] ?? "data");

    /// <summary>Creates the folder and proves that it can be written to, before any service finds out in the middle of its work.</summary>
    public static void Prepare(IConfiguration configuration)
    {
        var folder = PathFrom(configuration);
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, ".write-probe-" + Environment.ProcessId);
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StartupException(
                $"Cannot write to the data folder {folder}: {failure.Message} Give this user the right to write there, or set Data__Directory to another folder.");
        }
    }
}
