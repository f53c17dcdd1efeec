using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MassTransit;
using Monitoring.ArticleIndex;
using Monitoring.Contracts;
using Monitoring.Portal.Access;
using Monitoring.Portal.Web;

namespace Monitoring.Portal.Corrections;

/// <summary>"Wrong country, wrong theme": keeps what a person says and tells it to whoever makes and indexes tags.</summary>
internal static class CorrectionEndpoints
{
    public static void MapCorrections(this IEndpointRouteBuilder routes) =>
        routes.MapForms().Needs(Right.Corrections).MapPost("/articles/{id:length(32)}/tags", CorrectAsync);

    private static async Task<IResult> CorrectAsync(
        string id, HttpContext context, IArticleSearch index, Corrector corrector, IPublishEndpoint bus, CancellationToken cancel)
    {
        if (await index.GetAsync(id, cancel) is not { } document)
        {
            return Troubles.Missing("trouble.article");
        }

        if (await corrector.CorrectAsync(document, await context.Request.ReadFormAsync(cancel), context, cancel) is not { } correction)
        {
            return Troubles.Refused("trouble.correction");
        }

        await bus.Publish(correction, cancel);
        return new SeeOther(Links.Article(id) + "?kept=1#tags");
    }
}

/// <summary>Makes a correction out of a form and keeps it.</summary>
internal sealed class Corrector(CorrectionStore store, Visitors visitors, TimeProvider clock)
{
    public async Task<TagsCorrected?> CorrectAsync(IndexedArticle document, IFormCollection form, HttpContext context, CancellationToken cancel)
    {
        var (id, by, at) = (document.Article.ArticleId, visitors.NameOf(context) ?? Visitors.LocalName, clock.GetUtcNow());
        if (CorrectionForm.Read(form, CorrectedTags.Of(document.Tags, await store.OfArticleAsync(id, cancel))) is not { } tags)
        {
            return null;
        }

        var correction = new TagsCorrected
        {
            CorrectionId = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id} {by} {at:O}"))))[..32],
            ArticleId = id,
            IsRelevant = tags.IsRelevant,
            Countries = tags.Countries,
            Themes = tags.Themes,
            By = by,
            At = at,
        };
        await store.SaveAsync(correction, cancel);
        return correction;
    }
}
