using FluentMigrator;

namespace Monitoring.FeedIngestor.Migrations;

[Migration(1, "Feeds and their state; the archive of normalised articles")]
public sealed class M001Feeds : Migration
{
    public override void Up()
    {
        Create.Table("feeds")
            .WithColumn("feed_id").AsString(16).PrimaryKey()
            .WithColumn("address").AsString(2048).NotNullable().Unique()
            .WithColumn("title").AsString(512).NotNullable()
            .WithColumn("site_url").AsString(2048).Nullable()
            .WithColumn("country").AsString(2).Nullable()
            .WithColumn("language").AsString(16).Nullable()
            .WithColumn("kind").AsString(32).Nullable()
            .WithColumn("verified").AsBoolean().NotNullable()
            .WithColumn("status").AsString(16).NotNullable()
            .WithColumn("added_at").AsInt64().NotNullable()
            .WithColumn("due_at").AsInt64().NotNullable()
            .WithColumn("leased_until").AsInt64().NotNullable().WithDefaultValue(0)
            .WithColumn("interval_seconds").AsInt32().NotNullable()
            .WithColumn("etag").AsString(1024).Nullable()
            .WithColumn("last_modified").AsString(128).Nullable()
            .WithColumn("body_hash").AsString(64).Nullable()
            .WithColumn("polls").AsInt32().NotNullable().WithDefaultValue(0)
            .WithColumn("polled_at").AsInt64().Nullable()
            .WithColumn("succeeded_at").AsInt64().Nullable()
            .WithColumn("new_at").AsInt64().Nullable()
            .WithColumn("failing_since").AsInt64().Nullable()
            .WithColumn("failure_weight").AsDouble().NotNullable().WithDefaultValue(0)
            .WithColumn("health").AsString(16).NotNullable()
            .WithColumn("problem").AsString(1024).Nullable()
            .WithColumn("items").AsInt32().NotNullable().WithDefaultValue(0)
            .WithColumn("moved_to").AsString(2048).Nullable()
            .WithColumn("moved_times").AsInt32().NotNullable().WithDefaultValue(0);
        Create.Index("feeds_due").OnTable("feeds").OnColumn("status").Ascending().OnColumn("due_at").Ascending();

        Create.Table("articles")
            .WithColumn("article_id").AsString(32).PrimaryKey()
            .WithColumn("content_version").AsString(16).NotNullable()
            .WithColumn("feed_id").AsString(16).NotNullable()
            .WithColumn("document").AsString(int.MaxValue).NotNullable()
            .WithColumn("state").AsString(16).NotNullable()
            .WithColumn("attempts").AsInt32().NotNullable()
            .WithColumn("next_publish_at").AsInt64().NotNullable()
            .WithColumn("discovered_at").AsInt64().NotNullable()
            .WithColumn("indexed_at").AsInt64().Nullable()
            .WithColumn("problem").AsString(1024).Nullable();
        Create.Index("articles_pending").OnTable("articles").OnColumn("state").Ascending().OnColumn("next_publish_at").Ascending();
        Create.Index("articles_content").OnTable("articles").OnColumn("feed_id").Ascending().OnColumn("content_version").Ascending();

        // What a feed calls an item, and which article it became: an item that changes its link or id stays the same article.
        Create.Table("feed_items")
            .WithColumn("feed_id").AsString(16).PrimaryKey()
            .WithColumn("item_key").AsString(32).PrimaryKey()
            .WithColumn("article_id").AsString(32).NotNullable();
    }

    public override void Down()
    {
        Delete.Table("feed_items");
        Delete.Table("articles");
        Delete.Table("feeds");
    }
}
