using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace OnRecord.Archive.Sqlite;

/// <summary>The archive's file: connections to it with the settings every one needs, and what SQLite's errors mean for a person.</summary>
internal sealed class Database : IDisposable
{
    /// <summary>"ORec" in a file's header, so that <c>file</c> and we tell an archive from another program's database.</summary>
    internal const int ApplicationId = 0x4F526563;

    const int BusySeconds = 60;
    static readonly TimeSpan BetweenAsking = TimeSpan.FromMilliseconds(2);

    /// <summary>How long a writer that has committed leaves the archive to others.</summary>
    internal static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(10);

    const long MostMapped = 4L << 30;

    readonly ConcurrentBag<SqliteConnection> _readers = [];
    bool _disposed;

    internal Database(string file) => File = System.IO.Path.GetFullPath(file);

    internal string File { get; }

    /// <summary>Size of the write-ahead log.</summary>
    internal long LogBytes => new FileInfo(File + "-wal") is { Exists: true } log ? log.Length : 0;

    /// <summary>A connection that writes; the caller disposes it.</summary>
    /// <remarks><c>synchronous=FULL</c> in WAL mode writes the log through to the disk before a commit returns (SQLite manual, "WAL",
    /// section 2.3): that is what "acknowledged" stands on.</remarks>
    internal SqliteConnection OpenWriter(bool create)
    {
        var connection = Open(create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite);
        try
        {
            Migrator.Check(connection, File); // before anything is changed: it may be another program's
            if (Scalar(connection, "PRAGMA journal_mode = WAL") is not "wal")
                throw new ArchiveException($"{File} can't use a write-ahead log", "keep it on a local disk, not on a network share");
            Execute(connection, "PRAGMA synchronous = FULL");
            Execute(connection, "PRAGMA fullfsync = ON"); // macOS: fsync alone leaves the data in the drive's cache
            Execute(connection, "PRAGMA foreign_keys = ON");
            Execute(connection, "PRAGMA cache_size = -131072"); // 128 MB
            Execute(connection, "PRAGMA journal_size_limit = 67108864");
            Execute(connection, "PRAGMA temp_store = MEMORY");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>A connection that reads, to give back with <see cref="Return"/>.</summary>
    internal SqliteConnection Rent()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _readers.TryTake(out var pooled) ? pooled : OpenReader();
    }

    /// <summary>A connection that reads; the caller disposes it.</summary>
    internal SqliteConnection OpenReader()
    {
        try
        {
            return OpenReader(Open(SqliteOpenMode.ReadOnly));
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 8 or 14 && IsSettled)
        {
            // On a disk that can't be written SQLite can't make the files it keeps beside an archive. Where no log stands there is nothing
            // that the archive's own file does not hold, and nobody can write to it from here.
            return OpenReader(
                Open(
                    SqliteOpenMode.ReadOnly,
                    "file:" + Uri.EscapeDataString(File).Replace("%2F", "/", StringComparison.Ordinal) + "?immutable=1"
                )
            );
        }
    }

    /// <summary>Whether the archive's file holds all of it, in a folder where nothing can be written.</summary>
    bool IsSettled => System.IO.File.Exists(File) && LogBytes == 0 && !CanWriteBeside;

    bool CanWriteBeside
    {
        get
        {
            var probe = File + ".probe";
            try
            {
                using (new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose)) { }
                return true;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return false;
            }
        }
    }

    static SqliteConnection OpenReader(SqliteConnection connection)
    {
        try
        {
            Execute(connection, "PRAGMA query_only = ON");
            Execute(connection, "PRAGMA cache_size = -16384"); // 16 MB; the pages come from the mapped file
            Execute(connection, "PRAGMA mmap_size = " + MostMapped.ToString(CultureInfo.InvariantCulture));
            Execute(connection, "PRAGMA temp_store = MEMORY");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    internal void Return(SqliteConnection connection)
    {
        if (_disposed)
            connection.Dispose();
        else
            _readers.Add(connection);
    }

    /// <summary>Runs a reader's work on a rented connection, with errors in words.</summary>
    internal T Read<T>(Func<SqliteConnection, T> work) =>
        Explained(() =>
        {
            var connection = Rent();
            try
            {
                return work(connection);
            }
            finally
            {
                Return(connection);
            }
        });

    /// <summary>Runs a piece of work, with errors in words.</summary>
    internal T Explained<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException e)
        {
            throw Explain(e);
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw Damaged(e);
        }
    }

    /// <summary>Begins to write. It asks again every few milliseconds: a writer that has committed leaves a gap of <see cref="Gap"/> for
    /// others, which the slower asking of the driver would miss for as long as the first one has work.</summary>
    /// <exception cref="SqliteException">Another writer has held the archive for a minute, or it can't be written.</exception>
    internal static void BeginWriting(SqliteConnection connection)
    {
        using var begin = new Sql(connection, "BEGIN IMMEDIATE", 0);
        var since = Stopwatch.GetTimestamp();
        while (true)
            try
            {
                begin.Run();
                return;
            }
            catch (SqliteException e) when (e.SqliteErrorCode == 5 && Stopwatch.GetElapsedTime(since).TotalSeconds < BusySeconds)
            {
                Thread.Sleep(BetweenAsking);
            }
    }

    /// <summary>A connection that writes nothing and changes no setting of the file, but may run what SQLite takes for writing.</summary>
    internal SqliteConnection OpenChecker() => Open(SqliteOpenMode.ReadWrite);

    SqliteConnection Open(SqliteOpenMode mode, string? source = null)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = source ?? File,
                Mode = mode,
                Pooling = false,
                DefaultTimeout = BusySeconds,
            }.ConnectionString
        );
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    internal static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    internal static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    /// <summary>SQLite's primary result codes (manual, "Result and Error Codes") and what a person can do.</summary>
    static readonly Dictionary<int, (string Problem, string Remedy)> Meanings = new()
    {
        [5] = ("another program has held the archive for a minute", "wait until it has ended, then run the same again"),
        [8] = (
            "the archive may not be written",
            "check that you may write the file and its folder, or copy it to a folder where you may; what was acknowledged is safe"
        ),
        [10] = ("the disk failed", "check the disk, then run 'onrecord verify'; what was acknowledged before is in the archive's file"),
        [11] = (
            "the archive is damaged",
            "run 'onrecord verify --repair'; if that can't mend it, 'onrecord restore' from the last backup, then add again what came after"
        ),
        [13] = ("the disk is full", "free some space and run the same again: what was acknowledged is safe and is not coded twice"),
        [14] = (
            "the archive can't be opened",
            "check the path, and that you may write its folder; or copy it, with the files beside it, to a folder where you may"
        ),
        [26] = ("the file is no archive", "name another file with --archive, or 'onrecord restore' a backup over it"),
    };

    /// <summary>Whether an error comes of rows that hold what no run of ours wrote: a damaged page that SQLite took for a sound one.
    /// </summary>
    internal static bool IsDamage(Exception e) =>
        e
            is InvalidCastException
                or InvalidDataException
                or FormatException
                or OverflowException
                or JsonException
                or KeyNotFoundException
                or ArgumentException
        || e.GetType() == typeof(InvalidOperationException);

    internal ArchiveException Damaged(Exception e) =>
        e as ArchiveException
        ?? new(
            $"{File}: what it holds can't be understood ({e.Message})",
            "run 'onrecord verify'; if that finds nothing wrong, this is a fault of onrecord: please report it",
            e
        );

    /// <summary>An error of SQLite as one a person can act on.</summary>
    internal ArchiveException Explain(SqliteException e) =>
        Meanings.TryGetValue(e.SqliteErrorCode, out var meaning)
            ? new($"{File}: {meaning.Problem}", meaning.Remedy, e)
            : new($"{File}: {e.Message}", "run 'onrecord verify' to see whether the archive is whole", e);

    public void Dispose()
    {
        _disposed = true;
        while (_readers.TryTake(out var connection))
            connection.Dispose();
    }
}
