using FluentMigrator;

namespace Monitoring.Indexer.Migrations;

[Migration(1, "When each article could first be found; outlives edits, rebuilds and restores of the index")]
public sealed class M001IndexedArticles : Migration
{
    public override void Up()
    {
        Create.Table("indexed_articles")
            .WithColumn("article_id").AsString(32).PrimaryKey()
            .WithColumn("story_id").AsString(32).NotNullable()
            .WithColumn("first_indexed_at").AsInt64().NotNullable();
        Create.Index("indexed_articles_first").OnTable("indexed_articles").OnColumn("first_indexed_at").Ascending();
    }

    public override void Down() => Delete.Table("indexed_articles");
}
