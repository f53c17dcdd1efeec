using System.Data;
using Dapper;

namespace Monitoring.Storage;

/// <summary>One form of rows in both engines: snake_case columns, times as UTC milliseconds since 1970 in a bigint.</summary>
internal static class DapperTypes
{
    private static readonly Lock s_once = new();
    private static bool s_registered;

    public static void Register()
    {
        lock (s_once)
        {
            if (s_registered)
            {
                return;
            }

            DefaultTypeMap.MatchNamesWithUnderscores = true;
            SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
            SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
            SqlMapper.AddTypeHandler(new UnixMilliseconds());
            s_registered = true;
        }
    }

    private sealed class UnixMilliseconds : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
        {
            parameter.DbType = DbType.Int64;
            parameter.Value = value.ToUnixTimeMilliseconds();
        }

        public override DateTimeOffset Parse(object value) =>
            DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(value, null));
    }
}
