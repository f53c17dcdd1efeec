using Lucene.Net.Index;

namespace Monitoring.ArticleIndex.Embedded;

/// <summary>Says in one sentence what a failure of Lucene or of the disk means.</summary>
internal static class LuceneFaults
{
    private const int DiskFull = 28; // ENOSPC
    private const int PlainIOException = unchecked((int)0x80131620); // COR_E_IO
    private const int QuotaExceeded = 122; // EDQUOT
    private const int DiskFullOnWindows = 112; // ERROR_DISK_FULL

    /// <summary>Failures of disk and files. Damaged bytes make Lucene read beyond arrays, slices and numbers: those are failures of files too.</summary>
    public static bool IsFault(Exception fault) => fault is not IndexUnavailableException
        && (fault is IOException or UnauthorizedAccessException or ObjectDisposedException or OutOfMemoryException || IsDamage(fault));

    /// <summary>Opens files of an index. A damaged length there asks for more memory than there is.</summary>
    public static T WhileOpening<T>(string folder, Func<T> open)
    {
        try
        {
            return open();
        }
        catch (OutOfMemoryException fault)
        {
            throw Translate(new InvalidDataException("A length in it makes no sense.", fault), folder);
        }
        catch (Exception fault) when (IsFault(fault))
        {
            throw Translate(fault, folder);
        }
    }

    public static IndexUnavailableException Translate(Exception fault, string folder)
    {
        if (fault is IndexUnavailableException translated)
        {
            return translated;
        }

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
            _ when IsDamage(fault) =>
                new(IndexOutage.Corrupt, $"The index in {folder} is damaged: restore a backup or rebuild it. {fault.Message}", fault),
            _ => new(IndexOutage.Unreachable, $"The index in {folder} does not answer: {fault.Message}", fault),
        };
    }

    private static bool IsDamage(Exception fault) => fault
        is CorruptIndexException or IndexFormatTooOldException or IndexFormatTooNewException
        or FileNotFoundException or DirectoryNotFoundException or EndOfStreamException or InvalidDataException
        or ArgumentException or IndexOutOfRangeException or ArithmeticException or NullReferenceException or System.Text.Json.JsonException
        || IsLucenesOwn(fault);

    // "Codec footer mismatch" is a plain IOException, where those of the system carry its error number; the other type is internal.
    private static bool IsLucenesOwn(Exception fault) =>
        (fault.GetType() == typeof(IOException) && fault.HResult == PlainIOException) || fault.GetType().FullName == "Lucene.Net.Util.LuceneSystemException";

    public static string Rebuild(string folder) =>
        $"The index in {folder} was written by another version: rebuild it; the articles in it are kept.";
}
