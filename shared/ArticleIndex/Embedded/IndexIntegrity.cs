using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace Monitoring.ArticleIndex.Embedded;

/// <summary>
/// Compares every file of the last commit with the checksum at its end, before Lucene reads a byte of it: lengths in a damaged file
/// make Lucene ask for all the memory of the machine (seen: 22 GB for a file of 300 bytes).
/// </summary>
internal static class IndexIntegrity
{
    private const int MaxTries = 5;

    public static void Check(Directory directory)
    {
        for (var tries = 1; ; tries++)
        {
            var generation = SegmentInfos.GetLastCommitGeneration(directory);
            try
            {
                CheckLastCommit(directory);
                return;
            }
            catch (FileNotFoundException) when (tries < MaxTries && SegmentInfos.GetLastCommitGeneration(directory) != generation)
            {
                // Another process committed meanwhile and removed the files of the commit before: look at the new one.
            }
        }
    }

    /// <summary>Removes the part of a first commit whose process was killed: nothing was promised yet. Only the holder of the lock may ask.</summary>
    public static void DropUnfinishedFirst(Directory directory)
    {
        const string first = "segments_1";
        if (directory.ListAll().Where(f => f.StartsWith(IndexFileNames.SEGMENTS + "_", StringComparison.Ordinal)).ToList() is not [first])
        {
            return;
        }

        try
        {
            CheckFile(directory, first);
        }
        catch (Exception fault) when (LuceneFaults.IsFault(fault))
        {
            directory.DeleteFile(first);
        }
    }

    private static void CheckLastCommit(Directory directory)
    {
        if (LastWhole(directory) is not { } commit)
        {
            return;
        }

        var infos = new SegmentInfos();
        infos.Read(directory, commit);
        foreach (var file in infos.GetFiles(directory, includeSegmentsFile: false))
        {
            CheckFile(directory, file);
        }
    }

    // A process killed while it committed leaves a part of the newest commit file; the one before it is the last commit then.
    private static string? LastWhole(Directory directory)
    {
        var commits = directory.ListAll()
            .Where(f => f.StartsWith(IndexFileNames.SEGMENTS + "_", StringComparison.Ordinal))
            .OrderByDescending(SegmentInfos.GenerationFromSegmentsFileName)
            .ToList();
        foreach (var commit in commits)
        {
            try
            {
                CheckFile(directory, commit);
                return commit;
            }
            catch (Exception fault) when (LuceneFaults.IsFault(fault) && commit != commits[^1])
            {
            }
        }

        return null;
    }

    private static void CheckFile(Directory directory, string file)
    {
        using var input = directory.OpenInput(file, IOContext.READ_ONCE);
        if (input.Length < CodecUtil.FooterLength())
        {
            throw new InvalidDataException($"{file} is cut short.");
        }

        CodecUtil.ChecksumEntireFile(input);
    }
}
