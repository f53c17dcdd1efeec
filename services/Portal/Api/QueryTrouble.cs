using Microsoft.AspNetCore.Http.HttpResults;
using Monitoring.ArticleIndex.Querying;

namespace Monitoring.Portal.Api;

/// <summary>An invalid query as problem details: where, why, and what was probably meant.</summary>
internal static class QueryTrouble
{
    public static ProblemHttpResult Of(QueryProblem problem) => TypedResults.Problem(
        title: "The query makes no sense.",
        detail: problem.Message,
        statusCode: StatusCodes.Status400BadRequest,
        extensions: new Dictionary<string, object?> { ["position"] = problem.Position, ["length"] = problem.Length, ["mend"] = problem.Mend });
}
