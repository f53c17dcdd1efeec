using Lucene.Net.Index;

namespace Monitoring.ArticleIndex.Embedded;

/// <summary>Says in one sentence what a failure of Lucene or of the disk means.</summary>
internal static class LuceneFaults
{
    private const int DiskFull = 28; // ENOSPC
    private const int QuotaExceeded = 122; // EDQUOT
    private const int DiskFullOnWindows = 112; // ERROR_DISK_FULL

    public static bool IsFault(Exception fault) => fault
        is IOException or UnauthorizedAccessException or ObjectDisposedException or InvalidDataException
        or ArgumentOutOfRangeException or IndexOutOfRangeException or OutOfMemoryException or System.Text.Json.JsonException;

    public static IndexUnavailableException Translate(Exception fault, string folder)
    {
        for (var inner = fault; inner is not null; inner = inner.InnerException)
        {
            if (inner is IOException && (inner.HResult & 0xFFFF) is DiskFull or DiskFullOnWindows or QuotaExceeded)
            {
                return new(IndexOutage.DiskFull, $"No room on the disk for the index in {folder}: free some; nothing already indexed is lost.", fault);
            }
        }

        return fault switch
        {
            UnauthorizedAccessException => new(IndexOutage.Unreachable, $"The index in {folder} may not be read or written: check the folder's owner.", fault),
            IndexFormatTooOldException or IndexFormatTooNewException => new(IndexOutage.NeedsRebuild, Rebuild(folder), fault),
            CorruptIndexException or FileNotFoundException or DirectoryNotFoundException or EndOfStreamException or InvalidDataException
                or ArgumentOutOfRangeException or IndexOutOfRangeException or System.Text.Json.JsonException =>
                new(IndexOutage.Corrupt, $"The index in {folder} is damaged: restore a backup or rebuild it. {fault.Message}", fault),
            _ => new(IndexOutage.Unreachable, $"The index in {folder} does not answer: {fault.Message}", fault),
        };
    }

    public static string Rebuild(string folder) =>
        $"The index in {folder} was written by another version: rebuild it; the articles in it are kept.";
}
