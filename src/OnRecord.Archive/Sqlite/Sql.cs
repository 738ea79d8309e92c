using System.Globalization;
using Microsoft.Data.Sqlite;

namespace OnRecord.Archive.Sqlite;

/// <summary>A prepared SQL statement with numbered parameters (?1, ?2, ...), made once and run many times.</summary>
internal sealed class Sql : IDisposable
{
    readonly SqliteCommand _command;

    internal Sql(SqliteConnection connection, string text, int parameters)
    {
        _command = connection.CreateCommand();
        _command.CommandText = text;
        for (var i = 1; i <= parameters; i++)
            _command.Parameters.Add(new() { ParameterName = "?" + i.ToString(CultureInfo.InvariantCulture) });
    }

    /// <summary>The transaction it runs in.</summary>
    internal SqliteTransaction? Transaction
    {
        set => _command.Transaction = value;
    }

    internal int Run(params ReadOnlySpan<object?> values) => Bind(values).ExecuteNonQuery();

    internal object? Scalar(params ReadOnlySpan<object?> values) => Bind(values).ExecuteScalar();

    internal SqliteDataReader Rows(params ReadOnlySpan<object?> values) => Bind(values).ExecuteReader();

    SqliteCommand Bind(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            _command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return _command;
    }

    public void Dispose() => _command.Dispose();
}
