using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using OnRecord.Record;

namespace OnRecord.Archive.Sqlite;

/// <summary>One <c>add</c> to a SQLite archive. Articles gather in a transaction; <see cref="Commit"/> ends it. Between commits the
/// archive is free for another writer.</summary>
internal sealed class SqliteRun : IArchiveRun
{
    /// <summary>Size at which the log is written back though readers are busy. SQLite itself begins it anew only at a moment without any,
    /// which may never come (manual, "WAL", section 6, "checkpoint starvation"), and a long log makes reading slow.</summary>
    const long MostLogged = 64 << 20;

    readonly Database _database;
    readonly SqliteConnection _writer;
    readonly Names _names;
    readonly IndexWriter _index;
    readonly long _coder;
    readonly DateTimeOffset _startedAt;
    readonly Stopwatch _clock = Stopwatch.StartNew();
    readonly Stopwatch _storing = new();
    readonly Sql _findArticle,
        _addArticle,
        _findVersion,
        _lastVersion,
        _addVersion,
        _findCoding,
        _addCoding,
        _setCurrent,
        _currentCoding,
        _refuse,
        _progress;
    Counts _counts;
    Counts _committed;
    bool _inTransaction;
    bool _ended;

    /// <summary>What the run did so far, as its row tells it.</summary>
    record struct Counts(long Added, long Changed, long Recoded, long Unchanged, long Refused, long Uncoded, long Words);

    internal SqliteRun(Database database, RunStart start)
    {
        (_database, _startedAt) = (database, start.StartedAt);
        _writer = database.OpenWriter(create: false);
        try
        {
            _names = new(_writer);
            _index = new(_writer, _names);
            _findArticle = new(_writer, "SELECT id, version_id FROM article WHERE key = ?1", 1);
            _addArticle = new(_writer, "INSERT INTO article (key) VALUES (?1) RETURNING id", 1);
            _findVersion = new(_writer, "SELECT id FROM version WHERE article_id = ?1 AND content_hash = ?2", 2);
            _lastVersion = new(_writer, "SELECT coalesce(max(number), 0) FROM version WHERE article_id = ?1", 1);
            _addVersion = new(
                _writer,
                "INSERT INTO version (article_id, number, content_hash, source, text, run_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6) RETURNING id",
                6
            );
            _findCoding = new(_writer, "SELECT id FROM coding WHERE version_id = ?1 AND coder_id = ?2", 2);
            _addCoding = new(
                _writer,
                "INSERT INTO coding (version_id, coder_id, run_id, hash, record) VALUES (?1, ?2, ?3, ?4, ?5) RETURNING id",
                5
            );
            _setCurrent = new(_writer, "UPDATE article SET version_id = ?2, coding_id = ?3 WHERE id = ?1", 3);
            _currentCoding = new(_writer, "SELECT coding_id FROM article WHERE id = ?1", 1);
            _refuse = new(_writer, "INSERT INTO refused (run_id, place, reason, remedy) VALUES (?1, ?2, ?3, ?4)", 4);
            _progress = new(
                _writer,
                """
                UPDATE run SET state = ?2, ended_at = ?3, added = ?4, changed = ?5, recoded = ?6, unchanged = ?7, refused = ?8,
                uncoded = ?9, words = ?10, seconds = ?11, storing_seconds = ?12 WHERE id = ?1
                """,
                12
            );
            (_coder, Id) = Register(start);
        }
        catch
        {
            _writer.Dispose();
            throw;
        }
    }

    public long Id { get; }

    /// <summary>The row of the run, and that of its coder.</summary>
    (long Coder, long Run) Register(RunStart start)
    {
        Database.BeginWriting(_writer);
        var json = JsonSerializer.Serialize(start.Coder, SourceContext.Plain.CoderPart);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(json));
        using var find = new Sql(_writer, "SELECT id FROM coder WHERE hash = ?1", 1);
        using var add = new Sql(_writer, "INSERT INTO coder (hash, name, json) VALUES (?1, ?2, ?3) RETURNING id", 3);
        var name = $"{start.Coder.Version}-{Convert.ToHexStringLower(hash.AsSpan(0, 4))}";
        var coder = (long)(find.Scalar(hash) ?? add.Scalar(hash, name, json)!);
        using var begin = new Sql(
            _writer,
            "INSERT INTO run (coder_id, inputs, started_at, ended_at) VALUES (?1, ?2, ?3, ?3) RETURNING id",
            3
        );
        var inputs = JsonSerializer.Serialize([.. start.Inputs], SourceContext.Plain.Strings);
        var run = (long)begin.Scalar(coder, inputs, Stamp(start.StartedAt))!;
        Database.Execute(_writer, "COMMIT");
        return (coder, run);
    }

    static string Stamp(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public bool Holds(string id, byte[] contentHash) =>
        _database.Read(connection =>
        {
            using var sql = new Sql(
                connection,
                """
                SELECT 1 FROM article a JOIN version v ON v.article_id = a.id JOIN coding c ON c.version_id = v.id
                WHERE a.key = ?1 AND v.content_hash = ?2 AND c.coder_id = ?3
                """,
                3
            );
            return sql.Scalar(IndexWriter.Clean(id), contentHash, _coder) is not null;
        });

    public KeepOutcome Keep(PreparedArticle article) =>
        Guarded(() =>
        {
            var outcome = Store(article);
            switch (outcome)
            {
                case KeepOutcome.Added:
                    _counts.Added++;
                    break;
                case KeepOutcome.Changed:
                    _counts.Changed++;
                    break;
                case KeepOutcome.Recoded:
                    _counts.Recoded++;
                    break;
                default:
                    _counts.Unchanged++;
                    return outcome;
            }
            _counts.Words += article.Words;
            _counts.Uncoded += article.Uncoded ? 1 : 0;
            return outcome;
        });

    KeepOutcome Store(PreparedArticle article)
    {
        var key = IndexWriter.Clean(article.Record.Id);
        long id;
        long? current = null;
        using (var row = _findArticle.Rows(key))
            if (row.Read())
                (id, current) = (row.GetInt64(0), row.IsDBNull(1) ? null : row.GetInt64(1));
            else
                id = 0;
        var outcome = id == 0 ? KeepOutcome.Added : KeepOutcome.Changed;
        if (id == 0)
            id = (long)_addArticle.Scalar(key)!;

        var isNew = false;
        if (_findVersion.Scalar(id, article.ContentHash) is long version)
        {
            if (_findCoding.Scalar(version, _coder) is not null)
                return KeepOutcome.Unchanged;
            outcome = KeepOutcome.Recoded;
        }
        else
        {
            var number = (long)_lastVersion.Scalar(id)! + 1;
            version = (long)_addVersion.Scalar(id, number, article.ContentHash, article.Source, article.Text, Id)!;
            isNew = true;
        }
        var coding = (long)_addCoding.Scalar(version, _coder, Id, article.RecordHash, article.PackedRecord)!;
        if (!isNew && version != current)
            return outcome; // an older version coded again: the current one stays what is searched
        if (current is not null)
            _index.Remove(id, StoredCoding.Read(_writer, (long)_currentCoding.Scalar(id)!).Record);
        _index.Write(id, article.Record, article.Rows, article.Words);
        _setCurrent.Run(id, version, coding);
        return outcome;
    }

    public void Refuse(RefusedInput refused) =>
        Guarded(() =>
        {
            _refuse.Run(Id, IndexWriter.Clean(refused.Place), IndexWriter.Clean(refused.Reason), IndexWriter.Clean(refused.Remedy));
            return ++_counts.Refused;
        });

    public void Unchanged() => _counts.Unchanged++;

    public void Commit() => CommitAs(RunState.Open);

    public void End(RunState state)
    {
        CommitAs(state);
        _ended = true;
    }

    void CommitAs(RunState state)
    {
        Guarded(() =>
        {
            _index.Flush();
            return _progress.Run(
                Id,
                (int)state,
                Stamp(_startedAt + _clock.Elapsed),
                _counts.Added,
                _counts.Changed,
                _counts.Recoded,
                _counts.Unchanged,
                _counts.Refused,
                _counts.Uncoded,
                _counts.Words,
                _clock.Elapsed.TotalSeconds.ToString(CultureInfo.InvariantCulture),
                _storing.Elapsed.TotalSeconds.ToString(CultureInfo.InvariantCulture)
            );
        });
        Guarded(() =>
        {
            Database.Execute(_writer, "COMMIT");
            _inTransaction = false;
            _committed = _counts;
            return 0;
        });
        try
        {
            if (state != RunState.Open)
                Database.Execute(_writer, "PRAGMA wal_checkpoint(TRUNCATE)"); // copies of the file find all of it in one place
            else if (_database.LogBytes > MostLogged)
                Database.Execute(_writer, "PRAGMA wal_checkpoint(RESTART)");
        }
        catch (SqliteException)
        {
            // a full disk, say; all of it is on disk in the log, and the next writer tidies up
        }
        if (state == RunState.Open)
            Thread.Sleep(Database.Gap);
    }

    /// <summary>Runs a piece of work inside the transaction; an error takes the whole of it back.</summary>
    T Guarded<T>(Func<T> work)
    {
        _storing.Start();
        try
        {
            if (!_inTransaction)
            {
                Database.BeginWriting(_writer);
                _inTransaction = true;
            }
            return work();
        }
        catch (SqliteException e)
        {
            RollBack();
            throw _database.Explain(e);
        }
        catch
        {
            RollBack();
            throw;
        }
        finally
        {
            _storing.Stop();
        }
    }

    void RollBack()
    {
        _names.Forget();
        _index.Forget();
        _counts = _committed;
        if (!_inTransaction)
            return;
        _inTransaction = false;
        try
        {
            Database.Execute(_writer, "ROLLBACK");
        }
        catch (SqliteException)
        {
            // some errors, a full disk among them, have rolled back already
        }
    }

    public void Dispose()
    {
        if (!_ended)
            RollBack();
        foreach (
            var sql in new[]
            {
                _findArticle,
                _addArticle,
                _findVersion,
                _lastVersion,
                _addVersion,
                _findCoding,
                _addCoding,
                _setCurrent,
                _currentCoding,
                _refuse,
                _progress,
            }
        )
            sql.Dispose();
        _index.Dispose();
        _names.Dispose();
        _writer.Dispose();
    }
}
