using Monitoring.Classifier.Countries;
using Monitoring.Classifier.Text;

namespace Monitoring.Classifier.Themes;

/// <summary>What reading an article found.</summary>
/// <param name="Folded">Title, a line break, and the beginning of the text.</param>
/// <param name="TitleLength">UTF-16 units of the title in the original.</param>
/// <param name="TitleEnd">Where the title ends in the folded text.</param>
/// <param name="Language">Detected language.</param>
/// <param name="Concepts">Concepts, in order of their ends.</param>
/// <param name="Names">Names, in order of position.</param>
internal sealed record ReadArticle(
    FoldedText Folded,
    int TitleLength,
    int TitleEnd,
    string Language,
    IReadOnlyList<ConceptHit> Concepts,
    IReadOnlyList<NameHit> Names)
{
    /// <summary>True when there is no text below the title.</summary>
    public bool IsHeadline => TitleEnd + 1 >= Folded.Length;
}
