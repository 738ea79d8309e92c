using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace OnRecord.Archive.Tests;

/// <summary>An archive's file looked at, and damaged, behind its back.</summary>
internal static class Tables
{
    /// <summary>Columns that tell of the clock.</summary>
    static readonly string[] OfTheClock = ["ended_at", "seconds", "storing_seconds"];

    internal static void Execute(string file, string sql)
    {
        using var connection = Open(file);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    internal static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }

    /// <summary>Every row of every table, word indexes as the words they hold.</summary>
    internal static string Dump(string file)
    {
        using var connection = Open(file);
        var tables = Read(
            connection,
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%\\_fts%' ESCAPE '\\' ORDER BY name"
        );
        var dump = new StringBuilder();
        foreach (var table in tables)
        {
            var columns = Read(connection, $"SELECT name FROM pragma_table_info('{table}')").Except(OfTheClock);
            var list = string.Join(", ", columns.Select(c => $"quote({c})"));
            dump.AppendLine(table)
                .AppendJoin('\n', Read(connection, $"SELECT concat_ws('|', {list}) FROM {table} ORDER BY 1"))
                .AppendLine();
        }
        foreach (var index in Read(connection, "SELECT name FROM sqlite_schema WHERE sql LIKE '%USING fts5%' ORDER BY name"))
        {
            using (var vocabulary = connection.CreateCommand())
            {
                vocabulary.CommandText = $"CREATE VIRTUAL TABLE temp.v_{index} USING fts5vocab('main', '{index}', 'instance')";
                vocabulary.ExecuteNonQuery();
            }
            dump.AppendLine(index)
                .AppendJoin(
                    '\n',
                    Read(connection, $"SELECT concat_ws('|', term, doc, col, offset) FROM temp.v_{index} ORDER BY term, doc, col, offset")
                )
                .AppendLine();
        }
        return dump.ToString();
    }

    internal static List<string> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var row = command.ExecuteReader();
        var rows = new List<string>();
        while (row.Read())
            rows.Add(Convert.ToString(row.GetValue(0), CultureInfo.InvariantCulture)!);
        return rows;
    }
}
