using System.Text.Json;
using Dapper;
using Monitoring.Contracts;
using Monitoring.Storage;

namespace Monitoring.Portal.Corrections;

/// <summary>What people have corrected. Kept here whatever becomes of the messages, so that every correction can be told again.</summary>
internal sealed class CorrectionStore(Database<PortalModule> database)
{
    public Task SaveAsync(TagsCorrected correction, CancellationToken cancel) =>
        database.WriteAsync(
            transaction => transaction.Connection!.ExecuteAsync(
                """
                insert into corrections (correction_id, article_id, body, made_by, made_at) values (@CorrectionId, @ArticleId, @body, @By, @At)
                on conflict (correction_id) do nothing
                """,
                new { correction.CorrectionId, correction.ArticleId, body = JsonSerializer.Serialize(correction), correction.By, correction.At },
                transaction),
            cancel);

    /// <summary>The corrections of an article, oldest first.</summary>
    public async Task<IReadOnlyList<TagsCorrected>> OfArticleAsync(string articleId, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        var bodies = await connection.QueryAsync<string>(new CommandDefinition(
            "select body from corrections where article_id = @articleId order by made_at, correction_id", new { articleId }, cancellationToken: cancel));
        return [.. bodies.Select(body => JsonSerializer.Deserialize<TagsCorrected>(body)!)];
    }
}
