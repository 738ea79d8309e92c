using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using OnRecord.Archive.Search;
using OnRecord.Record;

namespace OnRecord.Archive.Sqlite;

/// <summary>An archive in one SQLite file (write-ahead log, FTS5): readers go on while a writer writes, from other processes too.
/// </summary>
public sealed partial class SqliteArchive : IArchive
{
    readonly Database _database;
    readonly Lazy<Dictionary<string, long>> _terms;

    SqliteArchive(Database database)
    {
        _database = database;
        _terms = new(ReadTerms);
    }

    /// <summary>The archive's file, full path.</summary>
    public string File => _database.File;

    /// <summary>Opens an archive to read it, and to add to it.</summary>
    /// <exception cref="ArchiveException">There is none, it is damaged, or a newer version made it.</exception>
    public static SqliteArchive Open(string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (Directory.Exists(file))
            throw new ArchiveException($"{file} is a folder", "name the archive's file in it with --archive");
        if (!System.IO.File.Exists(file))
            throw new ArchiveException($"there is no archive {file}", "make one with 'onrecord add', or name another with --archive");
        var database = new Database(file);
        try
        {
            var schema = database.Read(connection => Migrator.Check(connection, database.File));
            if (schema == 0)
                throw new ArchiveException(
                    $"{file} is empty: it holds no archive",
                    "if there was one, 'onrecord restore' its last backup; 'onrecord add' makes a new one"
                );
            if (schema < Migrator.Latest)
                using (var writer = Writer(database, create: false))
                    Migrator.Migrate(writer, database.File);
            return new(database);
        }
        catch (SqliteException e)
        {
            database.Dispose();
            throw database.Explain(e);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Opens an archive, and makes it first where there is none.</summary>
    /// <exception cref="ArchiveException">It can't be made or opened.</exception>
    public static SqliteArchive OpenOrCreate(string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var database = new Database(file);
        try
        {
            if (Directory.Exists(database.File))
                throw new ArchiveException($"{file} is a folder", "name a file, such as " + Path.Combine(file, "onrecord.db"));
            if (Path.GetDirectoryName(database.File) is { } folder && !Directory.Exists(folder))
                throw new ArchiveException($"there is no folder {folder}", "make it, or name another file with --archive");
            using var writer = Writer(database, create: true);
            Migrator.Migrate(writer, database.File);
            return new(database);
        }
        catch (SqliteException e)
        {
            database.Dispose();
            throw database.Explain(e);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    static SqliteConnection Writer(Database database, bool create)
    {
        try
        {
            return database.OpenWriter(create);
        }
        catch (SqliteException e)
        {
            throw database.Explain(e);
        }
    }

    /// <inheritdoc/>
    public IArchiveRun Begin(RunStart start)
    {
        ArgumentNullException.ThrowIfNull(start);
        try
        {
            return new SqliteRun(_database, start);
        }
        catch (SqliteException e)
        {
            throw _database.Explain(e);
        }
    }

    /// <inheritdoc/>
    public ArchiveTotals Totals() =>
        _database.Read(connection =>
        {
            using var sql = new Sql(
                connection,
                """
                SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM version), (SELECT count(*) FROM statement),
                (SELECT count(*) FROM event), (SELECT count(*) FROM actor WHERE articles > 0), (SELECT count(*) FROM run),
                (SELECT count(*) FROM refused)
                """,
                0
            );
            using var row = sql.Rows();
            row.Read();
            return new ArchiveTotals(
                row.GetInt64(0),
                row.GetInt64(1),
                row.GetInt64(2),
                row.GetInt64(3),
                row.GetInt64(4),
                row.GetInt64(5),
                row.GetInt64(6)
            );
        });

    /// <inheritdoc/>
    public SearchPage Search(SearchRequest request, CancellationToken cancelled = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Interruptible(
            connection => Snapshot(connection, () => new Searcher(connection, TermOf(connection)).Run(request)),
            cancelled
        );
    }

    /// <summary>Runs a reader's work that a cancelled token ends at once.</summary>
    T Interruptible<T>(Func<SqliteConnection, T> work, CancellationToken cancelled) =>
        _database.Read(connection =>
        {
            using var stop = cancelled.Register(() => SQLitePCL.raw.sqlite3_interrupt(connection.Handle));
            try
            {
                return work(connection);
            }
            catch (SqliteException) when (cancelled.IsCancellationRequested)
            {
                throw new OperationCanceledException(cancelled);
            }
        });

    /// <summary>Several statements over one state of the archive, whatever a writer does meanwhile.</summary>
    static T Snapshot<T>(SqliteConnection connection, Func<T> work)
    {
        Database.Execute(connection, "BEGIN");
        try
        {
            return work();
        }
        finally
        {
            Database.Execute(connection, "ROLLBACK");
        }
    }

    /// <summary>Numbers of the words of closed lists. They are only ever added: what is known stays so, what is not may be new.</summary>
    Func<string, long> TermOf(SqliteConnection connection) =>
        value =>
        {
            if (value.Length == 0)
                return -1;
            if (_terms.Value.TryGetValue(value, out var id))
                return id;
            using var sql = new Sql(connection, "SELECT id FROM term WHERE value = ?1", 1);
            return sql.Scalar(value) as long? ?? -1;
        };

    Dictionary<string, long> ReadTerms() =>
        _database.Read(connection =>
        {
            var terms = new Dictionary<string, long>(StringComparer.Ordinal);
            using var sql = new Sql(connection, "SELECT value, id FROM term", 0);
            using var row = sql.Rows();
            while (row.Read())
                terms[row.GetString(0)] = row.GetInt64(1);
            return terms;
        });

    /// <inheritdoc/>
    public IReadOnlyList<RunSummary> Runs() =>
        _database.Read(connection =>
        {
            var runs = new List<RunSummary>();
            using var sql = new Sql(
                connection,
                """
                SELECT r.id, r.state, r.started_at, r.ended_at, c.json, c.name, r.inputs, r.added, r.changed, r.recoded, r.unchanged, r.refused,
                r.uncoded, r.words, r.seconds, r.storing_seconds FROM run r JOIN coder c ON c.id = r.coder_id ORDER BY r.id DESC
                """,
                0
            );
            using var row = sql.Rows();
            while (row.Read())
                runs.Add(
                    new()
                    {
                        Id = row.GetInt64(0),
                        State = (RunState)row.GetInt32(1),
                        StartedAt = row.GetString(2),
                        EndedAt = Hits.Nullable(row, 3),
                        Coder = JsonSerializer.Deserialize(row.GetString(4), SourceContext.Plain.CoderPart)!,
                        CoderName = row.GetString(5),
                        Inputs = JsonSerializer.Deserialize(row.GetString(6), SourceContext.Plain.Strings)!,
                        Added = row.GetInt64(7),
                        Changed = row.GetInt64(8),
                        Recoded = row.GetInt64(9),
                        Unchanged = row.GetInt64(10),
                        Refused = row.GetInt64(11),
                        Uncoded = row.GetInt64(12),
                        Words = row.GetInt64(13),
                        Seconds = row.GetDouble(14),
                        StoringSeconds = row.GetDouble(15),
                    }
                );
            return runs;
        });

    /// <inheritdoc/>
    public IReadOnlyList<RefusedInput> Refused(long run, int skip = 0, int most = 1000) =>
        _database.Read(connection =>
        {
            var refused = new List<RefusedInput>();
            using var sql = new Sql(
                connection,
                "SELECT place, reason, remedy FROM refused WHERE run_id = ?1 ORDER BY id LIMIT ?2 OFFSET ?3",
                3
            );
            using var row = sql.Rows(run, Math.Clamp(most, 0, 10_000), Math.Max(skip, 0));
            while (row.Read())
                refused.Add(new(row.GetString(0), row.GetString(1), row.GetString(2)));
            return refused;
        });

    /// <inheritdoc/>
    public void Backup(string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (Path.Exists(file))
            throw new ArchiveException($"{file} exists", "name a file that does not, so that no backup is lost");
        var partial = file + ".partial"; // a backup that stopped half-way is never taken for a whole one
        try
        {
            Write(partial);
            Durable.Rename(partial, file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Restoration.Discard(partial);
            throw new ArchiveException($"the backup {file} can't be written: {e.Message}", "name a file in a folder you may write", e);
        }
        catch
        {
            Restoration.Discard(partial);
            throw;
        }
    }

    /// <summary>Writes all that the archive holds at one moment, its log included, into a new file.</summary>
    /// <exception cref="IOException">The file can't be written.</exception>
    void Write(string partial)
    {
        System.IO.File.Delete(partial);
        _database.Read(connection =>
        {
            using var sql = new Sql(connection, "VACUUM INTO ?1", 1);
            Database.Execute(connection, "PRAGMA query_only = OFF");
            try
            {
                return sql.Run(Path.GetFullPath(partial));
            }
            catch (SqliteException e) when (e.SqliteErrorCode is 8 or 10 or 13 or 14)
            {
                // of the archive it only reads: what can't be written or opened, or is full, is the copy
                throw new IOException(e.SqliteErrorCode == 13 ? "the disk is full" : e.Message, e);
            }
            finally
            {
                Database.Execute(connection, "PRAGMA query_only = ON");
            }
        });
    }

    /// <summary>Puts a backup in the place of an archive, which need not exist. The backup is checked first; what it replaces is kept
    /// beside it, with ".before-restore" at the end of its name.</summary>
    /// <returns>The file that holds what was replaced, or null.</returns>
    /// <exception cref="ArchiveException">The backup is none, or is damaged, or the archive is in use.</exception>
    public static string? Restore(string backup, string file)
    {
        using var source = Open(backup);
        if (source.Verify().FirstOrDefault() is { } fault)
            throw new ArchiveException($"{backup} is damaged ({fault.Where}: {fault.What})", "take an older backup");
        return Restoration.Replace(file, source.Write);
    }

    /// <inheritdoc/>
    public void Dispose() => _database.Dispose();
}
