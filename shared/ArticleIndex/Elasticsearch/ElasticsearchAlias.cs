using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Monitoring.ArticleIndex.Embedded;

namespace Monitoring.ArticleIndex.Elasticsearch;

/// <summary>The alias that everything is read and written through, and the index behind it.</summary>
internal sealed class ElasticsearchAlias(ElasticsearchConnection connection, IOptions<ArticleIndexOptions> options, TimeProvider clock)
{
    private volatile bool _isChecked;

    public string Name => options.Value.Name;

    /// <summary>The index behind the alias and the format it was written in; null when there is none yet.</summary>
    public async Task<(string Index, string Format)?> CurrentAsync(CancellationToken cancel)
    {
        var (status, answer) = await connection.SendAsync(HttpMethod.Get, $"{Name}/_mapping", null, cancel, 404);
        if (status == 404 || answer is not JsonObject { Count: > 0 } indices)
        {
            return null;
        }

        // After an interrupted swap the alias could name two: the later name is the newer one.
        var (index, mapping) = indices.OrderBy(i => i.Key, StringComparer.Ordinal).Last();
        return (index, (string?)mapping?["mappings"]?["_meta"]?["format"] ?? "");
    }

    /// <summary>Makes template, index and alias if they are missing; refuses an index of another format.</summary>
    public async Task EnsureAsync(CancellationToken cancel)
    {
        if (_isChecked)
        {
            return;
        }

        await PutTemplateAsync(cancel);
        if (await CurrentAsync(cancel) is not { } current)
        {
            await CreateAsync(IndexName(isFirst: true), withAlias: true, cancel);
        }
        else if (current.Format != IndexFolder.Format)
        {
            throw new IndexUnavailableException(IndexOutage.NeedsRebuild, Outdated(current.Index));
        }

        _isChecked = true;
    }

    public async Task<string> CreateNextAsync(CancellationToken cancel)
    {
        await PutTemplateAsync(cancel);
        var index = IndexName(isFirst: false);
        await CreateAsync(index, withAlias: false, cancel);

        return index;
    }

    /// <summary>Points the alias to another index in one step. The old index stays, under its own name.</summary>
    public async Task SwapAsync(string? oldIndex, string newIndex, CancellationToken cancel)
    {
        var actions = new JsonArray(new JsonObject { ["add"] = new JsonObject { ["index"] = newIndex, ["alias"] = Name } });
        if (oldIndex is not null)
        {
            actions.Insert(0, new JsonObject { ["remove"] = new JsonObject { ["index"] = oldIndex, ["alias"] = Name } });
        }

        await connection.SendAsync(HttpMethod.Post, "_aliases", new JsonObject { ["actions"] = actions }, cancel);
        _isChecked = true;
    }

    public Task DropAsync(string index, CancellationToken cancel) => connection.SendAsync(HttpMethod.Delete, index, null, cancel, 404);

    public static string Outdated(string index) => $"The Elasticsearch index {index} was written by another version: rebuild it; the articles in it are kept.";

    private async Task PutTemplateAsync(CancellationToken cancel) =>
        await connection.SendAsync(HttpMethod.Put, $"_index_template/{Name}", ElasticsearchSchema.Template(Name), cancel);

    private async Task CreateAsync(string index, bool withAlias, CancellationToken cancel)
    {
        var body = withAlias ? new JsonObject { ["aliases"] = new JsonObject { [Name] = new JsonObject() } } : [];
        var (status, answer) = await connection.SendAsync(HttpMethod.Put, index, body, cancel, 400);
        var (type, reason) = ElasticsearchFaults.Reason(answer);

        // Two services that start at once both create it; one is late, and all is well.
        if (status == 400 && type != "resource_already_exists_exception")
        {
            throw new IndexUnavailableException(IndexOutage.Unreachable, $"Elasticsearch refuses to create {index}: {type} {reason}");
        }
    }

    // The first index has a fixed name, so that two creators meet; no rebuild begins within a second of another.
    private string IndexName(bool isFirst) =>
        $"{Name}-v{IndexFolder.Format.Replace('.', '-')}-{(isFirst ? "0" : clock.GetUtcNow().ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture))}";
}
