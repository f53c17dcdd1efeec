namespace Monitoring.ArticleIndex.Querying;

/// <summary>Why a query cannot be searched for.</summary>
/// <param name="Position">Index of the first UTF-16 unit in question; 0 for the whole.</param>
/// <param name="Length">Number of units, 0 when something is missing there.</param>
/// <param name="Message">One sentence for the reader.</param>
/// <param name="Mend">A query that is valid and probably meant, or null.</param>
public sealed record QueryProblem(int Position, int Length, string Message, string? Mend);
