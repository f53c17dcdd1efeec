using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Monitoring.Storage;

namespace Monitoring.FeedIngestor.Feeds.Commands;

/// <summary>Remembers in the data folder how far an archive has been taken in; another length or date of the file begins anew.</summary>
internal sealed class ImportCheckpoint(string archive, IConfiguration configuration)
{
    private readonly string _file = Path.Combine(StorageOptions.From(configuration).Directory, "imports", Key(new FileInfo(archive)) + ".offset");

    /// <summary>Byte at which to begin.</summary>
    public async Task<long> ReadAsync(CancellationToken cancel) =>
        File.Exists(_file) && long.TryParse(await File.ReadAllTextAsync(_file, cancel), NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
            && offset <= new FileInfo(archive).Length
            ? offset
            : 0;

    public async Task KeepAsync(long offset, CancellationToken cancel)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        await File.WriteAllTextAsync(_file, offset.ToString(CultureInfo.InvariantCulture), cancel);
    }

    public void Remove() => File.Delete(_file);

    private static string Key(FileInfo file) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{file.FullName}|{file.Length}|{file.LastWriteTimeUtc.Ticks}"))))[..24];
}
