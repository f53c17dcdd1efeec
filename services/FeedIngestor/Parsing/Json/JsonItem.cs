using System.Text.Json;
using Monitoring.FeedIngestor.Parsing.Drafts;

namespace Monitoring.FeedIngestor.Parsing.Json;

/// <summary>Reads one item of a JSON Feed.</summary>
internal static class JsonItem
{
    public static FeedItem Read(JsonElement item, Scope scope)
    {
        var draft = new ItemDraft(scope);
        draft.Id.Offer(ItemIds.Read(item.Text("id")), 0);
        draft.Link.Offer(scope.Resolve(item.Text("url")), LinkRanks.Alternate);
        draft.Link.Offer(scope.Resolve(item.Text("external_url")), LinkRanks.Plain);
        draft.Link.Offer(Links.IsWeb(item.Text("id")) ? item.Text("id") : null, LinkRanks.Identifier);
        draft.Title.Offer(FeedText.Of(item.Text("title") ?? "", isHtml: false, scope), 0);
        draft.Summary.Offer(FeedText.Of(item.Text("summary") ?? "", isHtml: false, scope), 0);
        draft.Content.Offer(FeedText.Of(item.Text("content_html") ?? "", isHtml: true, scope), 0);
        draft.Content.Offer(FeedText.Of(item.Text("content_text") ?? "", isHtml: false, scope), 1);
        draft.Dates.OfferPublished(item.Text("date_published"), 0);
        draft.Dates.OfferUpdated(item.Text("date_modified"), 0);
        draft.Language.Offer(item.Text("language"), 0);
        foreach (var person in PeopleOf(item))
        {
            draft.Authors.Offer(person, 0);
        }

        foreach (var tag in item.List("tags"))
        {
            draft.AddCategory(tag.ValueKind == JsonValueKind.String ? tag.GetString() : null);
        }

        foreach (var attachment in item.List("attachments"))
        {
            draft.AddEnclosure(attachment.Text("url"), attachment.Text("mime_type"), attachment.Text("size_in_bytes"));
        }

        return draft.Finish();
    }

    /// <summary>The authors of version 1.1, else the author of version 1.0.</summary>
    public static IEnumerable<FeedPerson> PeopleOf(JsonElement element)
    {
        var authors = element.List("authors").ToList();
        if (authors.Count == 0 && element.ValueKind == JsonValueKind.Object && element.TryGetProperty("author", out var single))
        {
            authors.Add(single);
        }

        foreach (var author in authors)
        {
            var person = author.ValueKind == JsonValueKind.String ? People.Read(author.Text()) : new FeedPerson(author.Text("name"), null, author.Text("url"));
            if (person is { Name: not null } or { Address: not null } or { Email: not null })
            {
                yield return person;
            }
        }
    }
}
