using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace OnRecord.Archive.Sqlite;

/// <summary>A SQL statement with numbered parameters (?1, ?2, ...), prepared once and run many times.</summary>
/// <remarks>Reading goes over <see cref="SqliteCommand"/>. Writing, of which one article makes two hundred, goes to SQLite itself: the
/// command's parameters cost as much as the insert.</remarks>
internal sealed class Sql : IDisposable
{
    readonly SqliteConnection _connection;
    readonly string _text;
    readonly int _parameters;
    SqliteCommand? _command;
    sqlite3_stmt? _statement;
    byte[] _buffer = new byte[1024];

    internal Sql(SqliteConnection connection, string text, int parameters) =>
        (_connection, _text, _parameters) = (connection, text, parameters);

    /// <summary>Runs it for what it changes.</summary>
    /// <returns>How many rows it changed.</returns>
    internal int Run(params ReadOnlySpan<Cell> values)
    {
        var statement = _statement ??= Prepare();
        for (var i = 0; i < values.Length; i++)
            Check(Bind(statement, i + 1, values[i]));
        var result = raw.sqlite3_step(statement);
        var changes = result == raw.SQLITE_DONE ? raw.sqlite3_changes(_connection.Handle) : 0;
        raw.sqlite3_reset(statement); // gives the same result again
        Check(result is raw.SQLITE_DONE or raw.SQLITE_ROW ? raw.SQLITE_OK : result);
        return changes;
    }

    /// <summary>Begins to read rows of whole numbers, the quick way; <see cref="Step"/> goes to the first.</summary>
    internal void Start(params ReadOnlySpan<Cell> values)
    {
        var statement = _statement ??= Prepare();
        raw.sqlite3_reset(statement);
        for (var i = 0; i < values.Length; i++)
            Check(Bind(statement, i + 1, values[i]));
    }

    /// <summary>Goes to the next row; false behind the last.</summary>
    internal bool Step()
    {
        var result = raw.sqlite3_step(_statement);
        if (result == raw.SQLITE_ROW)
            return true;
        raw.sqlite3_reset(_statement);
        Check(result == raw.SQLITE_DONE ? raw.SQLITE_OK : result);
        return false;
    }

    /// <summary>A number of the row.</summary>
    internal long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    sqlite3_stmt Prepare()
    {
        Check(raw.sqlite3_prepare_v2(_connection.Handle, _text, out var statement));
        return statement;
    }

    int Bind(sqlite3_stmt statement, int index, Cell value)
    {
        switch (value.Object)
        {
            case null:
                return value.IsNull ? raw.sqlite3_bind_null(statement, index) : raw.sqlite3_bind_int64(statement, index, value.Number);
            case string text:
                var most = Encoding.UTF8.GetMaxByteCount(text.Length);
                if (_buffer.Length < most)
                    _buffer = new byte[most];
                return raw.sqlite3_bind_text(statement, index, _buffer.AsSpan(0, Encoding.UTF8.GetBytes(text, _buffer)));
            default:
                return raw.sqlite3_bind_blob(statement, index, (byte[])value.Object);
        }
    }

    void Check(int result)
    {
        if (result != raw.SQLITE_OK)
            throw new SqliteException(raw.sqlite3_errmsg(_connection.Handle).utf8_to_string(), result & 0xFF, result);
    }

    internal object? Scalar(params ReadOnlySpan<object?> values) => Bind(values).ExecuteScalar();

    internal SqliteDataReader Rows(params ReadOnlySpan<object?> values) => Bind(values).ExecuteReader();

    SqliteCommand Bind(ReadOnlySpan<object?> values)
    {
        if (_command is null)
        {
            _command = _connection.CreateCommand();
            _command.CommandText = _text;
            for (var i = 1; i <= _parameters; i++)
                _command.Parameters.Add(new() { ParameterName = "?" + i.ToString(CultureInfo.InvariantCulture) });
        }
        for (var i = 0; i < values.Length; i++)
            _command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return _command;
    }

    public void Dispose()
    {
        _command?.Dispose();
        _statement?.Dispose();
    }

    /// <summary>A value to bind, without boxing numbers.</summary>
    internal readonly struct Cell
    {
        Cell(object? value, long number, bool isNull) => (Object, Number, IsNull) = (value, number, isNull);

        internal object? Object { get; }
        internal long Number { get; }
        internal bool IsNull { get; }

        public static implicit operator Cell(long value) => new(null, value, false);

        public static implicit operator Cell(string? value) => new(value, 0, value is null);

        public static implicit operator Cell(byte[] value) => new(value, 0, false);
    }
}
