using System.Data;
using FluentMigrator;
using Monitoring.FeedIngestor.Polling;

namespace Monitoring.FeedIngestor.Migrations;

[Migration(2, "One row per host: whose turn it is and its robots.txt; what a feed's server taught; per-feed settings")]
public sealed class M002Hosts : Migration
{
    public override void Up()
    {
        Create.Table("hosts")
            .WithColumn("host").AsString(255).PrimaryKey()
            .WithColumn("next_at").AsInt64().NotNullable()
            .WithColumn("leased_until").AsInt64().NotNullable().WithDefaultValue(0)
            .WithColumn("free_at").AsInt64().NotNullable().WithDefaultValue(0)
            .WithColumn("robots").AsString(int.MaxValue).Nullable()
            .WithColumn("robots_problem").AsString(1024).Nullable()
            .WithColumn("robots_until").AsInt64().NotNullable().WithDefaultValue(0);
        Create.Index("hosts_next").OnTable("hosts").OnColumn("next_at").Ascending();

        Alter.Table("feeds")
            .AddColumn("host").AsString(255).NotNullable().WithDefaultValue("")
            .AddColumn("unchanged").AsInt32().NotNullable().WithDefaultValue(0)
            .AddColumn("lies").AsInt32().NotNullable().WithDefaultValue(0)
            .AddColumn("read_at").AsInt64().Nullable()
            .AddColumn("hint_seconds").AsInt32().NotNullable().WithDefaultValue(0)
            .AddColumn("skip_hours").AsInt32().NotNullable().WithDefaultValue(0)
            .AddColumn("skip_days").AsInt32().NotNullable().WithDefaultValue(0)
            .AddColumn("fixed_interval_seconds").AsInt32().Nullable()
            .AddColumn("full_text").AsBoolean().NotNullable().WithDefaultValue(false)
            .AddColumn("trusted").AsBoolean().NotNullable().WithDefaultValue(false)
            .AddColumn("ignore_robots").AsBoolean().NotNullable().WithDefaultValue(false)
            .AddColumn("retry_alone").AsBoolean().NotNullable().WithDefaultValue(false)
            .AddColumn("folder").AsString(512).Nullable();
        Execute.WithConnection(FillHosts);

        // A host's next feed, and the time at which it is due, are the first entry of this index.
        Create.Index("feeds_host").OnTable("feeds").OnColumn("host").Ascending().OnColumn("status").Ascending().OnColumn("due_at").Ascending();
        Delete.Index("feeds_due").OnTable("feeds");
    }

    public override void Down()
    {
        Create.Index("feeds_due").OnTable("feeds").OnColumn("status").Ascending().OnColumn("due_at").Ascending();
        Delete.Index("feeds_host").OnTable("feeds");
        foreach (var column in (string[])["host", "unchanged", "lies", "read_at", "hint_seconds", "skip_hours", "skip_days", "fixed_interval_seconds", "full_text", "trusted", "ignore_robots", "retry_alone", "folder"])
        {
            Delete.Column(column).FromTable("feeds");
        }

        Delete.Table("hosts");
    }

    private static void FillHosts(IDbConnection connection, IDbTransaction transaction)
    {
        var addresses = new List<(string FeedId, string Address)>();
        using (var select = Command(connection, transaction, "select feed_id, address from feeds"))
        using (var rows = select.ExecuteReader())
        {
            while (rows.Read())
            {
                addresses.Add((rows.GetString(0), rows.GetString(1)));
            }
        }

        foreach (var (feedId, address) in addresses)
        {
            using var update = Command(connection, transaction, "update feeds set host = @host where feed_id = @feedId", ("@host", HostName.Of(address)), ("@feedId", feedId));
            update.ExecuteNonQuery();
        }

        using var insert = Command(connection, transaction, "insert into hosts (host, next_at) select distinct host, 0 from feeds");
        insert.ExecuteNonQuery();
    }

    private static IDbCommand Command(IDbConnection connection, IDbTransaction transaction, string sql, params (string Name, object Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
