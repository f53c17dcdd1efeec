using Microsoft.Net.Http.Headers;

namespace Monitoring.Portal.Api;

/// <summary>Which form of an answer a client asks for.</summary>
internal static class AnswerFormat
{
    private static readonly (string Type, string Format)[] s_types = [("application/json", "json"), ("text/csv", "csv"), ("application/x-ndjson", "ndjson")];

    /// <summary>json, ndjson or csv; null when the parameter names another. The parameter wins over the header.</summary>
    public static string? Of(string? parameter, HttpRequest request)
    {
        if (!string.IsNullOrEmpty(parameter))
        {
            return s_types.Select(each => each.Format).FirstOrDefault(format => format == parameter);
        }

        return request.GetTypedHeaders().Accept.OrderByDescending(each => each.Quality ?? 1).Select(FormatOf).FirstOrDefault(format => format is not null) ?? "json";
    }

    private static string? FormatOf(MediaTypeHeaderValue accepted) =>
        accepted.MatchesAllTypes ? "json" : s_types.Where(each => accepted.MediaType.Equals(each.Type, StringComparison.OrdinalIgnoreCase)).Select(each => each.Format).FirstOrDefault();
}
