namespace Monitoring.ArticleIndex.Querying;

/// <summary>
/// Words of a sentence that say nothing about its subject. Beside other words they are optional, so that "sanctions on Russia" finds
/// "Russia hit by sanctions"; a plus or quotation marks make them count.
/// </summary>
internal static class FunctionWords
{
    private static readonly HashSet<string> s_words = new(
        ("a an and are as at be by for from in into is it its of on or that the this to was were will with " +
         "au aux dans des du et la le les par pour sur un une " +
         "con de del el en las los para por una y " +
         "am das dem den der die ein eine fur im mit und von zu zum zur " +
         "al da di e il nel per da do dos no na os um uma em com " +
         "i na o po s v w z").Split(' '),
        StringComparer.Ordinal);

    public static bool Contains(string term) => s_words.Contains(term);
}
