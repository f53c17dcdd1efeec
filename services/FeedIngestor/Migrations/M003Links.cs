using FluentMigrator;

namespace Monitoring.FeedIngestor.Migrations;

[Migration(3, "Where links lead that only pass readers on; pages to fetch for their text; WebSub subscriptions")]
public sealed class M003Links : Migration
{
    public override void Up()
    {
        Create.Table("resolved_links")
            .WithColumn("link").AsString(4096).PrimaryKey()
            .WithColumn("target").AsString(4096).Nullable()
            .WithColumn("resolved_at").AsInt64().NotNullable();
        Create.Index("resolved_links_age").OnTable("resolved_links").OnColumn("resolved_at").Ascending();

        // The version that the feed itself gave; the stored text may be the page's, and every poll would look like an edit.
        Alter.Table("articles").AddColumn("feed_version").AsString(16).Nullable();
        Execute.Sql("update articles set feed_version = content_version");
        Delete.Index("articles_content").OnTable("articles");
        Create.Index("articles_content").OnTable("articles").OnColumn("feed_id").Ascending().OnColumn("feed_version").Ascending();

        Alter.Table("feeds")
            .AddColumn("hub").AsString(2048).Nullable()
            .AddColumn("topic").AsString(2048).Nullable()
            .AddColumn("pushed_until").AsInt64().Nullable()
            .AddColumn("pushed_since").AsInt64().Nullable();
        Create.Index("feeds_hub").OnTable("feeds").OnColumn("hub").Ascending();
        Create.Table("websub")
            .WithColumn("feed_id").AsString(16).PrimaryKey()
            .WithColumn("hub").AsString(2048).NotNullable()
            .WithColumn("topic").AsString(2048).NotNullable()
            .WithColumn("secret").AsString(64).NotNullable()
            .WithColumn("state").AsString(16).NotNullable()
            .WithColumn("next_at").AsInt64().NotNullable()
            .WithColumn("expires_at").AsInt64().Nullable()
            .WithColumn("attempts").AsInt32().NotNullable().WithDefaultValue(0)
            .WithColumn("pushed_at").AsInt64().Nullable()
            .WithColumn("problem").AsString(1024).Nullable();
        Create.Index("websub_next").OnTable("websub").OnColumn("next_at").Ascending();
    }

    public override void Down()
    {
        Delete.Table("websub");
        Delete.Index("feeds_hub").OnTable("feeds");
        foreach (var column in (string[])["hub", "topic", "pushed_until", "pushed_since"])
        {
            Delete.Column(column).FromTable("feeds");
        }

        Delete.Index("articles_content").OnTable("articles");
        Create.Index("articles_content").OnTable("articles").OnColumn("feed_id").Ascending().OnColumn("content_version").Ascending();
        Delete.Column("feed_version").FromTable("articles");
        Delete.Table("resolved_links");
    }
}
