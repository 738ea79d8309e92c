using System.Globalization;
using Microsoft.Data.Sqlite;

namespace OnRecord.Archive.Sqlite;

public sealed partial class SqliteArchive
{
    /// <inheritdoc/>
    public IEnumerable<Fault> Verify(IProgress<VerifyProgress>? progress = null, CancellationToken cancelled = default)
    {
        SqliteConnection connection;
        try
        {
            connection = _database.Rent();
        }
        catch (SqliteException e)
        {
            throw _database.Explain(e);
        }
        try
        {
            using var check = new Verifier(connection, _database);
            foreach (var fault in check.Store().Concat(check.Records(progress, cancelled)).Concat(check.WordIndexes()))
                yield return fault;
        }
        finally
        {
            _database.Return(connection);
        }
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
        var mended = file + ".mended";
        foreach (var ending in new[] { "", "-wal", "-shm" })
            System.IO.File.Delete(mended + ending);
        IReadOnlyList<Fault> lost;
        using (var target = OpenOrCreate(mended))
        using (var writer = target._database.OpenWriter(create: false))
            lost = new Rebuilder(writer, new Database(file)).Run(progress, cancelled);
        Restoration.Replace(mended, file);
        foreach (var ending in new[] { "", "-wal", "-shm" })
            System.IO.File.Delete(mended + ending);
        return lost;
    }
}

/// <summary>Checks an archive; see <see cref="IArchive.Verify"/>.</summary>
internal sealed class Verifier(SqliteConnection connection, Database database) : IDisposable
{
    const string Mend = "run 'onrecord verify --repair'";
    const string TakeBackup = "restore a backup, or 'onrecord add' the article again";
    const int MostOfStore = 20;

    readonly Sql _counts = new(
        connection,
        """
        SELECT (SELECT count(*) FROM statement WHERE id >= i.first_statement AND id < i.first_statement + i.statements AND article_id = i.id),
        (SELECT count(*) FROM event WHERE id >= i.first_event AND id < i.first_event + i.events AND article_id = i.id)
        FROM article_index i WHERE i.id = ?1
        """,
        1
    );

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
        }
        catch (SqliteException e)
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
        catch (SqliteException e)
        {
            unreadable = new("store", e.Message, Mend);
        }
        if (unreadable is not null)
            yield return unreadable;
        var done = 0L;
        foreach (var (coding, article, key, current) in codings)
        {
            cancelled.ThrowIfCancellationRequested();
            foreach (var fault in coding == 0 ? [new(key, "it has no record", TakeBackup)] : Check(coding, article, key, current))
                yield return fault;
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
            using var row = _counts.Rows(article);
            if (!row.Read() || row.GetInt64(0) != stored.Record.Statements.Count || row.GetInt64(1) != stored.Record.Events.Count)
                faults.Add(new(key, "the index does not hold what its record holds", Mend));
            return faults;
        }
        catch (Exception e) when (e is SqliteException or ArchiveException)
        {
            return [new(key, e.Message, TakeBackup)];
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
            writer = database.OpenWriter(create: false);
        }
        catch (Exception e) when (e is SqliteException or ArchiveException)
        {
            return faults;
        }
        using (writer)
            foreach (var index in new[] { "statement_fts", "event_fts", "article_fts", "actor_fts", "outlet_fts", "place_fts" })
                try
                {
                    Database.Execute(writer, $"INSERT INTO {index} ({index}) VALUES ('integrity-check')");
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

    public void Dispose() => _counts.Dispose();
}
