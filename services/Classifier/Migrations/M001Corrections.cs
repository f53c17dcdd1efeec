using FluentMigrator;

namespace Monitoring.Classifier.Migrations;

[Migration(1, "What readers said the right tags are, and the texts of late that they may speak of")]
public sealed class M001Corrections : Migration
{
    public override void Up()
    {
        Create.Table("corrections")
            .WithColumn("correction_id").AsString(128).PrimaryKey()
            .WithColumn("article_id").AsString(64).NotNullable()
            .WithColumn("is_relevant").AsBoolean().Nullable()
            .WithColumn("countries").AsString(int.MaxValue).Nullable()
            .WithColumn("themes").AsString(int.MaxValue).Nullable()
            .WithColumn("made_by").AsString(256).NotNullable()
            .WithColumn("made_at").AsInt64().NotNullable();
        Create.Index("corrections_article").OnTable("corrections").OnColumn("article_id").Ascending().OnColumn("made_at").Ascending();
        Create.Table("tagged_texts")
            .WithColumn("article_id").AsString(64).PrimaryKey()
            .WithColumn("title").AsString(int.MaxValue).NotNullable()
            .WithColumn("text").AsString(int.MaxValue).NotNullable()
            .WithColumn("language").AsString(16).NotNullable()
            .WithColumn("tagged_at").AsInt64().NotNullable();
        Create.Index("tagged_texts_tagged_at").OnTable("tagged_texts").OnColumn("tagged_at").Ascending();
    }

    public override void Down()
    {
        Delete.Table("corrections");
        Delete.Table("tagged_texts");
    }
}
