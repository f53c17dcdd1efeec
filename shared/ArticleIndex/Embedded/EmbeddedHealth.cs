namespace Monitoring.ArticleIndex.Embedded;

/// <summary>Looks at the folder and says how the index is.</summary>
internal static class EmbeddedHealth
{
    public const string Engine = "embedded";

    public static IndexHealth Of(IndexFolder folder, bool isStandby)
    {
        try
        {
            var size = folder.Directory.ListAll().Sum(SizeOf);
            var (articles, isCurrent) = folder.Read(
                v => (v.Reader.NumDocs, IndexFolder.IsCurrent(v.Reader)), (0, true), anyFormat: true);

            return !isCurrent ? new(IndexState.NeedsRebuild, Engine, articles, size, LuceneFaults.Rebuild(folder.Path))
                : isStandby ? new(IndexState.Standby, Engine, articles, size, "Another process writes; this one takes over when it ends.")
                : new(IndexState.Ready, Engine, articles, size, "");
        }
        catch (IndexUnavailableException outage)
        {
            return new(IndexState.Unavailable, Engine, 0, 0, outage.Message);
        }
        catch (Exception fault) when (LuceneFaults.IsFault(fault))
        {
            return new(IndexState.Unavailable, Engine, 0, 0, LuceneFaults.Translate(fault, folder.Path).Message);
        }

        long SizeOf(string name) => new FileInfo(Path.Combine(folder.Path, name)) is { Exists: true } file ? file.Length : 0;
    }
}
