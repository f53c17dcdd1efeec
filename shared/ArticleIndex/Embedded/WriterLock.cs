namespace Monitoring.ArticleIndex.Embedded;

/// <summary>
/// Says that this process writes the folder. The system lets go of it when the process ends, however it ends. Lucene.Net's own lock
/// does not do: on Linux two processes can hold it at once (4.8.0-beta00017, measured), and they destroy each other's files.
/// </summary>
internal sealed class WriterLock : IDisposable
{
    public const string FileName = "writer.lock";

    // What Linux, macOS and Windows say when another process has the file.
    private static readonly HashSet<int> s_takenByAnother = [11, 35, 32];

    private readonly FileStream _file;

    private WriterLock(FileStream file) => _file = file;

    /// <summary>The lock, or null while another holds it.</summary>
    public static WriterLock? TryTake(string folder)
    {
        try
        {
            // The file is never deleted: a lock on a deleted file would exclude nobody.
            return new(new FileStream(Path.Combine(folder, FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException fault) when (s_takenByAnother.Contains(fault.HResult & 0xFFFF))
        {
            return null;
        }
    }

    public void Dispose() => _file.Dispose();
}
