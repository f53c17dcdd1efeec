using System.Text;
using System.Text.Json;

namespace Monitoring.FeedIngestor.Parsing.Json;

/// <summary>Saves what stands before the place where JSON breaks.</summary>
internal static class JsonCut
{
    /// <summary>The text up to the end of the last whole item, closed; null when not even one item is whole.</summary>
    public static string? ToLastItem(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 });
        var end = 0;
        var inItems = false;
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName)
                {
                    inItems = reader.ValueTextEquals("items");
                }
                else if (inItems && reader.CurrentDepth == 2 && reader.TokenType == JsonTokenType.EndObject)
                {
                    end = (int)reader.BytesConsumed;
                }
            }
        }
        catch (JsonException)
        {
            // This is the place.
        }

        return end == 0 ? null : Encoding.UTF8.GetString(bytes, 0, end) + "]}";
    }
}
