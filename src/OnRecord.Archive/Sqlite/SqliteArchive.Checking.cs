using System.Globalization;
using Microsoft.Data.Sqlite;

namespace OnRecord.Archive.Sqlite;

public sealed partial class SqliteArchive
{
    /// <inheritdoc/>
    public IEnumerable<Fault> Verify(IProgress<VerifyProgress>? progress = null, CancellationToken cancelled = default)
    {
        // A connection of its own: FTS5 checks a word index by what the connection remembers of it, which in one that has read it before
        // is of another time. And one transaction: what others add meanwhile would look like an index that does not fit.
        using var connection = _database.Explained(_database.OpenReader);
        _database.Explained(() =>
        {
            Database.Execute(connection, "PRAGMA query_only = OFF"); // it makes temporary tables; the archive is opened to read alone
            Database.Execute(connection, "BEGIN");
            return 0;
        });
        using var check = new Verifier(connection, _database);
        foreach (var fault in check.Store().Concat(check.Records(progress, cancelled)))
            yield return fault;
        foreach (var fault in check.Words())
            yield return fault;
        Database.Execute(connection, "ROLLBACK"); // a backup has no log: a reader would keep the check below waiting
        foreach (var fault in check.WordIndexes())
            yield return fault;
    }

    /// <summary>Makes an archive anew from what can be read of a damaged one: articles, versions, records and runs are copied, the index
    /// is built again. The old file is kept beside it, with ".before-restore" at the end of its name.</summary>
    /// <returns>What was lost; empty when all was mended.</returns>
    /// <exception cref="ArchiveException">Nothing of the file can be read, or it is in use.</exception>
    public static IReadOnlyList<Fault> Repair(
        string file,
        IProgress<VerifyProgress>? progress = null,
        CancellationToken cancelled = default
    )
    {
        ArgumentNullException.ThrowIfNull(file);
        if (!System.IO.File.Exists(file))
            throw new ArchiveException($"there is no archive {file}", "name another with --archive");
        IReadOnlyList<Fault> lost = [];
        Restoration.Replace(file, mended => lost = Mend(file, mended, progress, cancelled));
        return lost;
    }

    static IReadOnlyList<Fault> Mend(string file, string mended, IProgress<VerifyProgress>? progress, CancellationToken cancelled)
    {
        Restoration.Discard(mended);
        using var damaged = new Database(file);
        RefuseNewer(damaged);
        var before = Stamp(file);
        using var target = OpenOrCreate(mended);
        IReadOnlyList<Fault> lost;
        try
        {
            using var writer = target._database.OpenWriter(create: false);
            lost = new Rebuilder(writer, damaged).Run(progress, cancelled);
            Database.Execute(writer, "PRAGMA journal_mode = DELETE"); // all of it in the one file that takes the other's name
        }
        catch (SqliteException e)
        {
            throw target._database.Explain(e); // a full disk: reading has its own words
        }
        if (Stamp(file) != before)
            throw new ArchiveException($"{file} was written to while it was repaired", "end what writes to it, and repair it again");
        return lost;
    }

    /// <summary>A sound archive of a newer version would lose what this one does not know. A number far beyond any version is damage.
    /// </summary>
    static void RefuseNewer(Database damaged)
    {
        const int Plausible = 1000;
        try
        {
            var connection = damaged.Rent();
            try
            {
                var application = Convert.ToInt64(Database.Scalar(connection, "PRAGMA application_id"), CultureInfo.InvariantCulture);
                var version = Convert.ToInt64(Database.Scalar(connection, "PRAGMA user_version"), CultureInfo.InvariantCulture);
                if (application == Database.ApplicationId && version > Migrator.Latest && version < Plausible)
                    Migrator.Check(connection, damaged.File);
            }
            finally
            {
                damaged.Return(connection);
            }
        }
        catch (SqliteException)
        {
            // so damaged that it can't be told; the copying says what can be read
        }
    }

    static (long, DateTime, long, DateTime) Stamp(string file)
    {
        var (archive, log) = (new FileInfo(file), new FileInfo(file + "-wal"));
        return (archive.Length, archive.LastWriteTimeUtc, log.Exists ? log.Length : 0, log.Exists ? log.LastWriteTimeUtc : default);
    }
}

/// <summary>Checks an archive; see <see cref="IArchive.Verify"/>.</summary>
internal sealed class Verifier(SqliteConnection connection, Database database) : IDisposable
{
    const string Mend = "run 'onrecord verify --repair'";
    const string TakeBackup = "restore a backup, or 'onrecord add' the article again";
    const int MostOfStore = 20;

    readonly IndexCheck _index = new(connection);
    WordCheck? _words;
    bool _sound = true; // so far, so that the words can be compared

    /// <summary>SQLite's own check of its pages and keys.</summary>
    internal List<Fault> Store()
    {
        var faults = new List<Fault>();
        try
        {
            using var pages = new Sql(connection, "PRAGMA integrity_check(" + MostOfStore.ToString(CultureInfo.InvariantCulture) + ")", 0);
            using (var row = pages.Rows())
                while (row.Read())
                    if (row.GetString(0) is var found && found != "ok")
                        faults.Add(new("store", found, Mend));
            using var keys = new Sql(connection, "PRAGMA foreign_key_check", 0);
            using (var row = keys.Rows())
                while (row.Read() && faults.Count < 2 * MostOfStore)
                    faults.Add(new("store", $"a row of {row.GetString(0)} refers to one of {row.GetString(2)} that is missing", Mend));
            using var current = new Sql(
                connection,
                """
                SELECT key FROM article a WHERE NOT EXISTS (SELECT 1 FROM version v JOIN coding c ON c.version_id = v.id
                WHERE v.article_id = a.id AND v.id = a.version_id AND c.id = a.coding_id)
                """,
                0
            );
            using (var row = current.Rows())
                while (row.Read() && faults.Count < 3 * MostOfStore)
                    faults.Add(new(row.GetString(0), "what it names as its current record is none of its own", Mend));
            if (
                Convert.ToInt64(
                    Database.Scalar(
                        connection,
                        "SELECT count(*) FROM actor a WHERE a.articles <> (SELECT count(*) FROM article_actor t WHERE t.actor_id = a.id)"
                    ),
                    CultureInfo.InvariantCulture
                ) != 0
            )
                faults.Add(new("store", "the index counts other articles of an actor than there are", Mend));
            foreach (var (table, count) in new[] { ("statement", "statements"), ("event", "events") })
                if (
                    Convert.ToInt64(Database.Scalar(connection, $"SELECT count(*) FROM {table}"), CultureInfo.InvariantCulture)
                    != Convert.ToInt64(
                        Database.Scalar(connection, $"SELECT coalesce(sum({count}), 0) FROM article_index"),
                        CultureInfo.InvariantCulture
                    )
                )
                    faults.Add(new("store", $"the index holds another number of {count} than its articles have", Mend));
        }
        catch (Exception e) when (e is SqliteException || Database.IsDamage(e))
        {
            faults.Add(new("store", e.Message, Mend));
        }
        return faults;
    }

    /// <summary>Every version and record: hashes, spans, and that the index has what the current ones hold.</summary>
    internal IEnumerable<Fault> Records(IProgress<VerifyProgress>? progress, CancellationToken cancelled)
    {
        List<(long Coding, long Article, string Key, bool Current)> codings = [];
        Fault? unreadable = null;
        try
        {
            using var all = new Sql(
                connection,
                """
                SELECT c.id, a.id, a.key, c.id = a.coding_id FROM article a LEFT JOIN version v ON v.article_id = a.id
                LEFT JOIN coding c ON c.version_id = v.id ORDER BY a.id, c.id
                """,
                0
            );
            using var row = all.Rows();
            while (row.Read())
                codings.Add(
                    (row.IsDBNull(0) ? 0 : row.GetInt64(0), row.GetInt64(1), row.GetString(2), !row.IsDBNull(3) && row.GetInt64(3) != 0)
                );
        }
        catch (Exception e) when (e is SqliteException || Database.IsDamage(e))
        {
            unreadable = new("store", e.Message, Mend);
        }
        if (unreadable is not null)
            yield return unreadable;
        BeginWords();
        var done = 0L;
        foreach (var (coding, article, key, current) in codings)
        {
            cancelled.ThrowIfCancellationRequested();
            foreach (var fault in coding == 0 ? [new(key, "it has no record", TakeBackup)] : Check(coding, article, key, current))
            {
                _sound = false;
                yield return fault;
            }
            progress?.Report(new(++done, codings.Count));
        }
    }

    List<Fault> Check(long coding, long article, string key, bool current)
    {
        try
        {
            var stored = StoredCoding.Read(connection, coding);
            var faults = stored.Faults().Select(f => new Fault(key, f, TakeBackup)).ToList();
            if (faults.Count > 0 || !current)
                return faults;
            if (IndexWriter.Clean(stored.Record.Id) != key)
                faults.Add(new(key, "its record is that of another article", Mend));
            else if (!_index.Holds(article, stored.Record))
                faults.Add(new(key, "the index does not hold what its record holds", Mend));
            else
                _words?.Expect(article, stored.Record);
            return faults;
        }
        catch (Exception e) when (e is SqliteException or ArchiveException || Database.IsDamage(e))
        {
            return [new(key, e.Message, TakeBackup)];
        }
    }

    /// <summary>A damaged word index may have no words to compare.</summary>
    void BeginWords()
    {
        try
        {
            _words = new(connection);
        }
        catch (Exception e) when (e is SqliteException || Database.IsDamage(e))
        {
            _sound = false; // the store's own check has named it
        }
    }

    /// <summary>Whether each word of the current records is found where it stands.</summary>
    internal List<Fault> Words()
    {
        try
        {
            return _words is null || !_sound
                ? []
                : [.. _words.Differing().Select(i => new Fault(i, "the word index holds other words than the records", Mend))];
        }
        catch (Exception e) when (e is SqliteException || Database.IsDamage(e))
        {
            return [new("store", $"a word index can't be read ({e.Message})", Mend)];
        }
    }

    /// <summary>The word indexes against what they index. The check is an INSERT to SQLite, though it changes nothing; where the archive
    /// can't be written it is left out.</summary>
    internal List<Fault> WordIndexes()
    {
        var faults = new List<Fault>();
        SqliteConnection writer;
        try
        {
            writer = database.OpenChecker();
        }
        catch (SqliteException)
        {
            return faults;
        }
        using (writer)
            foreach (var index in new[] { "statement_fts", "event_fts", "article_fts", "actor_fts", "outlet_fts", "place_fts" })
                try
                {
                    // rank 1: against the table that holds its content, too, where it has one
                    Database.Execute(writer, $"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)");
                }
                catch (SqliteException e) when (e.SqliteErrorCode == 11 || e.SqliteErrorCode == 267)
                {
                    faults.Add(new(index, "the word index does not fit what it indexes", Mend));
                }
                catch (SqliteException)
                {
                    break; // busy or read-only: the store itself was checked above
                }
        return faults;
    }

    public void Dispose()
    {
        _words?.Dispose();
        _index.Dispose();
    }
}
