using FluentMigrator;

namespace Monitoring.Portal.Migrations;

[Migration(1, "What the last poll of each feed told")]
public sealed class M001Sources : Migration
{
    public override void Up() =>
        Create.Table("sources")
            .WithColumn("feed_id").AsString(16).PrimaryKey()
            .WithColumn("address").AsString(2048).NotNullable()
            .WithColumn("title").AsString(512).NotNullable()
            .WithColumn("country").AsString(2).Nullable()
            .WithColumn("language").AsString(16).Nullable()
            .WithColumn("kind").AsString(32).Nullable()
            .WithColumn("health").AsString(16).NotNullable()
            .WithColumn("problem").AsString(1024).Nullable()
            .WithColumn("first_polled_at").AsInt64().NotNullable()
            .WithColumn("polled_at").AsInt64().NotNullable()
            .WithColumn("next_poll_at").AsInt64().Nullable()
            .WithColumn("failing_since").AsInt64().Nullable()
            .WithColumn("polls").AsInt64().NotNullable()
            .WithColumn("new_items").AsInt64().NotNullable();

    public override void Down() => Delete.Table("sources");
}
