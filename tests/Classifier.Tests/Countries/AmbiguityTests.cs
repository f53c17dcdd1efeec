using Monitoring.Classifier.Tagging;

namespace Monitoring.Classifier.Tests.Countries;

public sealed class AmbiguityTests
{
    private static readonly ArticleReader s_reader = Taggers.CreateReader();

    public static TheoryData<string, string, string> Sentences()
    {
        var sentences = new TheoryData<string, string, string>();
        foreach (var row in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Countries/ambiguity.tsv")).Skip(1).Select(line => line.Split('\t')))
        {
            sentences.Add(row[0], row[1], row[2]);
        }

        return sentences;
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Names_are_read_as_the_countries_that_they_mean(string sentence, string names, string never)
    {
        var article = s_reader.Read(sentence, "", claimedLanguage: null);

        var found = article.Names.Select(hit => hit.Entry.Code).ToHashSet();
        Assert.Subset(found, Codes(names).ToHashSet());
        Assert.DoesNotContain(found, code => Codes(never).Contains(code));
    }

    private static string[] Codes(string cell) => cell.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
