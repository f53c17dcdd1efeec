using System.Text.Json;
using System.Text.Json.Serialization;

namespace Monitoring.FeedIngestor.Articles.Importing;

/// <summary>One line of an archive.</summary>
internal sealed record ImportedArticle
{
    [JsonPropertyName("url")]
    public string? Url { get; init; }

    [JsonPropertyName("title")]
    public string? Title { get; init; }

    /// <summary>Plain text or HTML.</summary>
    [JsonPropertyName("text")]
    public string? Text { get; init; }

    /// <summary>In any form that feeds use; absent for "unknown".</summary>
    [JsonPropertyName("published")]
    public string? Published { get; init; }

    /// <summary>Name of the publisher.</summary>
    [JsonPropertyName("source")]
    public string? Source { get; init; }

    /// <summary>Null when the line is no JSON object of this shape.</summary>
    public static ImportedArticle? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<ImportedArticle>(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
