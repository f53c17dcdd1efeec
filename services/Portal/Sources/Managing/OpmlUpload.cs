using System.Text;

namespace Monitoring.Portal.Sources.Managing;

/// <summary>Reads an uploaded list of feeds.</summary>
internal static class OpmlUpload
{
    /// <summary>The list, its form and the boundaries around both.</summary>
    public const long MostRequestBytes = MostBytes + (64 * 1024);

    private const int MostBytes = 5 * 1024 * 1024;

    /// <returns>The text, or the key of a sentence that says why there is none.</returns>
    public static async Task<(string? Opml, string? Trouble)> ReadAsync(IFormFile? file, CancellationToken cancel)
    {
        if (file is null || file.Length == 0)
        {
            return (null, "import.empty");
        }

        if (file.Length > MostBytes)
        {
            return (null, "import.large");
        }

        await using var stream = file.OpenReadStream();
        return (await ReadAsync(stream, cancel), null);
    }

    // A byte order mark decides; without one UTF-8, which nearly every list is in.
    public static async Task<string> ReadAsync(Stream stream, CancellationToken cancel)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return await reader.ReadToEndAsync(cancel);
    }
}
