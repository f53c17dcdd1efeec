using Dapper;
using Monitoring.Fixtures;
using Monitoring.Storage;

namespace Monitoring.FeedIngestor.Tests.Migrations;

public sealed class SqliteUpgradeTests() : UpgradeTests(SqlDialect.Sqlite);

public sealed class PostgresUpgradeTests() : UpgradeTests(SqlDialect.Postgres);

public abstract class UpgradeTests(SqlDialect dialect)
{
    private const string Added = "host unchanged lies read_at hint_seconds skip_hours skip_days fixed_interval_seconds full_text trusted ignore_robots retry_alone folder hub topic pushed_until pushed_since";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Feeds_of_the_first_version_get_their_hosts_and_articles_their_feeds_version()
    {
        await using var database = await TestDatabase<FeedIngestorModule>.CreateAsync(dialect, FeedIngestorModule.Name, Cancel);
        await TakeBackAsync(database.Database);

        await Migrator.MigrateAsync(database.Database, Cancel);

        await using var connection = await database.Database.OpenAsync(Cancel);
        Assert.Equal(["a.example", "a.example", "b.example:8080"], await connection.QueryAsync<string>("select host from feeds order by feed_id"));
        Assert.Equal(["a.example", "b.example:8080"], await connection.QueryAsync<string>("select host from hosts where next_at = 0 order by host"));
        Assert.Equal("v1", await connection.ExecuteScalarAsync<string>("select feed_version from articles"));
    }

    /// <summary>Makes of the present tables what the first version had, with three feeds and an article in them.</summary>
    private static async Task TakeBackAsync(Database<FeedIngestorModule> database)
    {
        await using var connection = await database.OpenAsync(Cancel);
        await connection.ExecuteAsync("drop table hosts; drop table resolved_links; drop table websub; drop index feeds_host; drop index feeds_hub; drop index articles_content");
        foreach (var column in Added.Split(' '))
        {
            await connection.ExecuteAsync($"alter table feeds drop column {column}");
        }

        await connection.ExecuteAsync("""
            alter table articles drop column feed_version;
            create index feeds_due on feeds (status, due_at);
            create index articles_content on articles (feed_id, content_version);
            delete from "VersionInfo" where "Version" > 1;
            insert into articles (article_id, content_version, feed_id, document, state, attempts, next_publish_at, discovered_at) values ('x', 'v1', '1', '{}', 'indexed', 0, 0, 0)
            """);
        foreach (var (id, address) in ((string, string)[])[("1", "https://a.example/1"), ("2", "http://A.example:80/2"), ("3", "https://b.example:8080/")])
        {
            await connection.ExecuteAsync(
                "insert into feeds (feed_id, address, title, verified, status, added_at, due_at, interval_seconds, health) values (@id, @address, 'x', @no, 'active', 0, 0, 60, 'new')",
                new { id, address, no = false });
        }
    }
}
