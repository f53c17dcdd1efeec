using FluentMigrator;

namespace Monitoring.Delivery.Migrations;

[Migration(1, "What was asked for, what became of it, and what waits for another try")]
public sealed class M001Deliveries : Migration
{
    public override void Up()
    {
        Create.Table("deliveries")
            .WithColumn("key").AsString(200).PrimaryKey()
            .WithColumn("kind").AsString(16).NotNullable()
            .WithColumn("command").AsString(int.MaxValue).NotNullable()
            .WithColumn("state").AsString(16).NotNullable()
            .WithColumn("attempts").AsInt32().NotNullable()
            .WithColumn("next_attempt_at").AsInt64().NotNullable()
            .WithColumn("reason").AsString(1024).Nullable()
            .WithColumn("asked_at").AsInt64().NotNullable()
            .WithColumn("ended_at").AsInt64().Nullable();
        Create.Index("deliveries_waiting").OnTable("deliveries").OnColumn("state").Ascending().OnColumn("next_attempt_at").Ascending();
    }

    public override void Down() => Delete.Table("deliveries");
}
