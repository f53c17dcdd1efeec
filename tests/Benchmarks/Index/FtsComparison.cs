using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Monitoring.ArticleIndex;

namespace Monitoring.Benchmarks.Index;

/// <summary>The same articles and questions in SQLite's FTS5: words and phrases with facets by join, what a plain SQL search would be.</summary>
internal static class FtsComparison
{
    private const string Schema = """
        PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;
        CREATE TABLE article (id INTEGER PRIMARY KEY, article_id TEXT UNIQUE, title TEXT, text TEXT, published INTEGER, language TEXT, source TEXT, month TEXT, relevant INTEGER);
        CREATE TABLE country (article INTEGER, code TEXT, role TEXT, PRIMARY KEY (article, code, role)) WITHOUT ROWID;
        CREATE TABLE theme (article INTEGER, theme TEXT, PRIMARY KEY (article, theme)) WITHOUT ROWID;
        CREATE VIRTUAL TABLE words USING fts5(title, text, content='article', content_rowid='id', tokenize='unicode61 remove_diacritics 2', prefix='4 5');
        """;

    private static readonly string[] s_facets =
    [
        "SELECT code, count(DISTINCT article) FROM country JOIN found ON article = id WHERE role <> 'Mention' GROUP BY 1",
        "SELECT role, count(DISTINCT article) FROM country JOIN found ON article = id WHERE role <> 'Mention' GROUP BY 1",
        "SELECT theme, count(*) FROM theme JOIN found ON article = id GROUP BY 1",
        "SELECT language, count(*) FROM article JOIN found USING (id) GROUP BY 1",
        "SELECT source, count(*) FROM article JOIN found USING (id) GROUP BY 1",
        "SELECT month, count(*) FROM article JOIN found USING (id) GROUP BY 1",
    ];

    public static async Task RunAsync(string folder, int count, int batch, IReadOnlyList<SearchRequest> queries, CancellationToken cancel)
    {
        // Marked when complete: what an interrupted run left is not measured.
        var path = Path.Combine(folder, $"fts5-{count}.sqlite");
        var isFilled = File.Exists(path + ".complete");
        if (!isFilled)
        {
            File.Delete(path);
        }

        await using var connection = new SqliteConnection($"Data Source={path}");
        await connection.OpenAsync(cancel);
        if (!isFilled)
        {
            Run(connection, Schema);
            Fill(connection, count, batch);
            await File.WriteAllTextAsync(path + ".complete", "", cancel);
        }

        Console.WriteLine($"FTS5: {new FileInfo(path).Length / 1e6:N0} MB");
        Run(connection, "CREATE TEMP TABLE found (id INTEGER PRIMARY KEY, score REAL)");
        foreach (var pass in new[] { "FTS5 mixed, cold", "FTS5 mixed, warm" })
        {
            var times = await Times.OfAsync(queries.Count, i => Task.Run(() => Search(connection, queries[i]), cancel));
            times.Print(pass, "");
        }
    }

    private static void Fill(SqliteConnection connection, int count, int batch)
    {
        var writing = new Stopwatch();
        for (var from = 0; from < count; from += batch)
        {
            List<IndexedArticle> articles = [.. Enumerable.Range(from, Math.Min(batch, count - from)).Select(MadeUpArticle.Number)];
            writing.Start();
            using var transaction = connection.BeginTransaction();
            for (var i = 0; i < articles.Count; i++)
            {
                Add(connection, from + i + 1, articles[i]);
            }

            transaction.Commit();
            writing.Stop();
        }

        Console.WriteLine($"FTS5: {count / writing.Elapsed.TotalSeconds:N0} articles a second");
    }

    private static void Add(SqliteConnection connection, int id, IndexedArticle indexed)
    {
        var (article, tags) = (indexed.Article, indexed.Tags);
        Run(connection, "INSERT INTO article VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            id, article.ArticleId, article.Title, article.Text, article.PublishedAt.ToUnixTimeSeconds(), tags.Language, article.Source.Name, article.PublishedAt.ToString("yyyy-MM", null), tags.IsRelevant);
        Run(connection, "INSERT INTO words (rowid, title, text) VALUES ($1, $2, $3)", id, article.Title, article.Text);
        foreach (var country in tags.Countries)
        {
            Run(connection, "INSERT OR IGNORE INTO country VALUES ($1, $2, $3)", id, country.Code, country.Role.ToString());
        }

        foreach (var theme in tags.Themes)
        {
            Run(connection, "INSERT OR IGNORE INTO theme VALUES ($1, $2)", id, theme.Id);
        }
    }

    private static void Search(SqliteConnection connection, SearchRequest request)
    {
        var filter = request.Countries.Count == 0 ? "" : $" AND article.id IN (SELECT article FROM country WHERE role <> 'Mention' AND code IN ('{string.Join("','", request.Countries)}'))";
        var isBest = request.Sort == SearchSort.Best;
        Run(connection, "DELETE FROM found");
        Run(connection, $"INSERT INTO found SELECT article.id, {(isBest ? "bm25(words, 4.0, 1.0)" : "0")} FROM words JOIN article ON article.id = words.rowid WHERE words MATCH $1 AND relevant{filter}", Words(request.Query));
        var order = isBest ? "found.score" : "published DESC";
        Run(connection, $"""
            SELECT article.article_id, highlight(words, 0, '[', ']'), snippet(words, 1, '[', ']', '…', 30)
            FROM (SELECT found.id FROM found JOIN article USING (id) ORDER BY {order} LIMIT 20) top
            JOIN words ON words.rowid = top.id JOIN article ON article.id = top.id WHERE words MATCH $1
            """, Words(request.Query));
        foreach (var facet in s_facets)
        {
            Run(connection, facet);
        }
    }

    private static string Words(string query) =>
        query.Replace(" -", " NOT ", StringComparison.Ordinal).Replace("title:", "title : ", StringComparison.Ordinal);

    private static void Run(SqliteConnection connection, string sql, params object[] values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue($"${i + 1}", values[i]);
        }

        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
        }
    }
}
