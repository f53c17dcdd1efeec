using FluentMigrator;

namespace Monitoring.Portal.Migrations;

[Migration(2, "Who may change things, and what people have corrected")]
public sealed class M002Accounts : Migration
{
    public override void Up()
    {
        Create.Table("editors")
            .WithColumn("name").AsString(128).PrimaryKey()
            .WithColumn("password_hash").AsString(512).NotNullable()
            .WithColumn("stamp").AsString(32).NotNullable()
            .WithColumn("created_at").AsInt64().NotNullable();
        Create.Table("api_keys")
            .WithColumn("name").AsString(64).PrimaryKey()
            .WithColumn("key_hash").AsString(64).NotNullable().Unique()
            .WithColumn("scopes").AsString(128).NotNullable()
            .WithColumn("created_at").AsInt64().NotNullable();
        Create.Table("corrections")
            .WithColumn("correction_id").AsString(32).PrimaryKey()
            .WithColumn("article_id").AsString(32).NotNullable().Indexed("ix_corrections_article")
            .WithColumn("body").AsString(int.MaxValue).NotNullable()
            .WithColumn("made_by").AsString(160).NotNullable()
            .WithColumn("made_at").AsInt64().NotNullable();
    }

    public override void Down()
    {
        Delete.Table("corrections");
        Delete.Table("api_keys");
        Delete.Table("editors");
    }
}
