using System.Text.Json;
using Dapper;
using Monitoring.Contracts;
using Monitoring.Storage;

namespace Monitoring.Classifier.Corrections;

/// <summary>Keeps what readers corrected, and for a time the texts that they may yet correct: a correction names an article, not its words.</summary>
internal sealed class CorrectionStore(Database<ClassifierModule> database, TimeProvider clock)
{
    /// <summary>How long a text that nobody corrects is kept.</summary>
    public static readonly TimeSpan TextsKept = TimeSpan.FromDays(60);

    private const string Insert = """
        insert into corrections (correction_id, article_id, is_relevant, countries, themes, made_by, made_at)
        values (@CorrectionId, @ArticleId, @IsRelevant, @Countries, @Themes, @By, @At)
        on conflict (correction_id) do nothing
        """;

    private const string Remember = """
        insert into tagged_texts (article_id, title, text, language, tagged_at) values (@ArticleId, @Title, @Text, @Language, @TaggedAt)
        on conflict (article_id) do update set title = excluded.title, text = excluded.text, language = excluded.language, tagged_at = excluded.tagged_at
        """;

    private const string Forget = "delete from tagged_texts where tagged_at < @oldest and article_id not in (select article_id from corrections)";

    private const string Corrected = """
        select c.article_id, c.is_relevant, c.countries, c.themes, t.title, t.text, t.language
        from corrections c join tagged_texts t on t.article_id = c.article_id
        order by c.article_id, c.made_at, c.correction_id
        """;

    /// <summary>Keeps a correction; the same one twice counts once.</summary>
    public Task SaveAsync(TagsCorrected correction, CancellationToken cancel)
    {
        var row = new
        {
            correction.CorrectionId,
            correction.ArticleId,
            correction.IsRelevant,
            Countries = correction.Countries is null ? null : JsonSerializer.Serialize(correction.Countries),
            Themes = correction.Themes is null ? null : JsonSerializer.Serialize(correction.Themes),
            correction.By,
            correction.At,
        };
        return database.WriteAsync(transaction => transaction.Connection!.ExecuteAsync(new CommandDefinition(Insert, row, transaction, cancellationToken: cancel)), cancel);
    }

    /// <summary>What readers said of some articles; those without a word are left out.</summary>
    public async Task<IReadOnlyDictionary<string, Correction>> FindAsync(IEnumerable<string> articleIds, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            $"select article_id, is_relevant, countries, themes from corrections where article_id {database.IsOneOf("ids")} order by made_at, correction_id",
            new { ids = articleIds.Distinct().ToArray() },
            cancellationToken: cancel));
        return rows.GroupBy(row => row.ArticleId).ToDictionary(group => group.Key, Together);
    }

    /// <summary>Keeps texts that were just tagged and forgets old ones.</summary>
    public Task RememberAsync(IReadOnlyCollection<TaggedText> texts, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(
            async transaction =>
            {
                var connection = transaction.Connection!;
                await connection.ExecuteAsync(new CommandDefinition(
                    Remember, texts.Select(text => new { text.ArticleId, text.Title, text.Text, text.Language, TaggedAt = now }), transaction, cancellationToken: cancel));
                await connection.ExecuteAsync(new CommandDefinition(Forget, new { oldest = now - TextsKept }, transaction, cancellationToken: cancel));
            },
            cancel);
    }

    /// <summary>All corrected articles whose text is known, in order of their ids.</summary>
    public async Task<IReadOnlyList<(TaggedText Text, Correction Correction)>> CorrectedAsync(CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(Corrected, cancellationToken: cancel));
        return [.. rows.GroupBy(row => row.ArticleId).Select(group => (group.First().ToText(), Together(group)))];
    }

    private static Correction Together(IEnumerable<Row> rows) => rows.Select(row => row.ToCorrection()).Aggregate((first, later) => first.Then(later));

    private sealed record Row
    {
        public required string ArticleId { get; init; }

        public bool? IsRelevant { get; init; }

        public string? Countries { get; init; }

        public string? Themes { get; init; }

        public string Title { get; init; } = "";

        public string Text { get; init; } = "";

        public string Language { get; init; } = "und";

        public TaggedText ToText() => new(ArticleId, Title, Text, Language);

        public Correction ToCorrection() => new(
            IsRelevant,
            Countries is null ? null : JsonSerializer.Deserialize<CorrectedCountry[]>(Countries),
            Themes is null ? null : JsonSerializer.Deserialize<string[]>(Themes));
    }
}

/// <summary>The words that an article was tagged by.</summary>
internal sealed record TaggedText(string ArticleId, string Title, string Text, string Language);
