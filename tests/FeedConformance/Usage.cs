namespace Monitoring.FeedConformance;

/// <summary>What the program can do.</summary>
internal static class Usage
{
    public static int Show()
    {
        Console.Error.WriteLine(
            """
            dotnet run -c Release --project tests/FeedConformance -- CASES.jsonl FOLDER > actual.jsonl
                reads the feeds that the cases name, relative to FOLDER, and writes what the reader returns
            dotnet run -c Release --project tests/FeedConformance -- DATES.jsonl
                reads dates, says which differ from what is expected, and answers 1 when one does
            dotnet run -c Release --project tests/FeedConformance -- --benchmark FOLDER
                reads and sanitises every feed in FOLDER in rounds
            """);
        return 2;
    }
}
