using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using OnRecord.Archive.Search;
using OnRecord.Record;

namespace OnRecord.Archive.Sqlite;

public sealed partial class SqliteArchive
{
    /// <inheritdoc/>
    public KeptArticle? Article(string id, int? version = null, long? run = null)
    {
        ArgumentNullException.ThrowIfNull(id);
        return _database.Read(connection => Snapshot(connection, () => Article(connection, id, version, run)));
    }

    static KeptArticle? Article(SqliteConnection connection, string id, int? version, long? run)
    {
        // What was asked for, else the current; of several records of one version the newest.
        using var sql = new Sql(
            connection,
            """
            SELECT c.id FROM article a JOIN version v ON v.article_id = a.id JOIN coding c ON c.version_id = v.id
            WHERE a.key = ?1 AND (?2 IS NULL OR v.number = ?2) AND (?3 IS NULL OR c.run_id = ?3)
            AND (?2 IS NOT NULL OR ?3 IS NOT NULL OR c.id = a.coding_id)
            ORDER BY v.number DESC, c.id DESC LIMIT 1
            """,
            3
        );
        return sql.Scalar(IndexWriter.Clean(id), version, run) is long coding ? new Kept(connection).Of(coding) : null;
    }

    /// <inheritdoc/>
    public IEnumerable<FoundArticle> Find(SearchKind kind, Query query, CancellationToken cancelled = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var found = Interruptible(connection => FoundIn(connection, kind, query), cancelled);
        var connection = _database.Explained(_database.Rent);
        try
        {
            using var kept = new Kept(connection);
            foreach (var (article, ids) in found)
            {
                cancelled.ThrowIfCancellationRequested();
                if (_database.Explained(() => kept.Current(article)) is { } current)
                    yield return new(current, ids);
            }
        }
        finally
        {
            _database.Return(connection);
        }
    }

    /// <summary>Articles and the numbers of what was found in each: two integers a hit, read at one moment.</summary>
    List<(long Article, IReadOnlyList<string>? Ids)> FoundIn(SqliteConnection connection, SearchKind kind, Query query)
    {
        var sql = new QuerySql(kind, query, TermOf(connection));
        var (table, alias) = QuerySql.TableOf(kind);
        using var command = connection.CreateCommand();
        command.CommandText = kind switch
        {
            SearchKind.Articles => $"SELECT a.id FROM article_index a WHERE {sql.Where} ORDER BY 1",
            SearchKind.Actors =>
                $"SELECT DISTINCT t.article_id FROM actor x JOIN article_actor t ON t.actor_id = x.id WHERE {sql.Where} ORDER BY 1",
            _ => $"SELECT {alias}.article_id, {alias}.number FROM {table} {alias} WHERE {sql.Where} ORDER BY 1, 2",
        };
        for (var i = 0; i < sql.Parameters.Count; i++)
            command.Parameters.Add(new("?" + (i + 1).ToString(CultureInfo.InvariantCulture), sql.Parameters[i]));
        using var row = command.ExecuteReader();
        var found = new List<(long Article, IReadOnlyList<string>? Ids)>();
        var prefix = kind == SearchKind.Statements ? "s" : "e";
        while (row.Read())
        {
            var article = row.GetInt64(0);
            if (kind is SearchKind.Articles or SearchKind.Actors)
            {
                found.Add((article, null));
                continue;
            }
            if (found.Count == 0 || found[^1].Article != article)
                found.Add((article, new List<string>()));
            ((List<string>)found[^1].Ids!).Add(prefix + row.GetInt64(1).ToString(CultureInfo.InvariantCulture));
        }
        return found;
    }

    /// <inheritdoc/>
    public ActorProfile? Actor(string key, int most = 50)
    {
        ArgumentNullException.ThrowIfNull(key);
        return _database.Read(connection => Snapshot(connection, () => new Profiles(connection).Of(key, Math.Clamp(most, 1, 200))));
    }

    /// <inheritdoc/>
    public IEnumerable<RecordChange> Diff(long before, long after, CancellationToken cancelled = default)
    {
        var pairs = _database.Read(connection => Snapshot(connection, () => Pairs(connection, before, after)));
        var connection = _database.Explained(_database.Rent);
        try
        {
            using var kept = new Kept(connection);
            foreach (var (old, young) in pairs)
            {
                cancelled.ThrowIfCancellationRequested();
                foreach (var change in _database.Explained(() => RecordDiff.Of(kept.Of(old).Record, kept.Of(young).Record)))
                    yield return change;
            }
        }
        finally
        {
            _database.Return(connection);
        }
    }

    /// <summary>Records of the same article by both runs. An article that the later run met unchanged has none of its own there.</summary>
    static List<(long Old, long Young)> Pairs(SqliteConnection connection, long before, long after)
    {
        using (var known = new Sql(connection, "SELECT 1 FROM run WHERE id = ?1", 1))
            foreach (var run in new[] { before, after })
                if (known.Scalar(run) is null)
                    throw new ArchiveException($"there is no run {run}", "'onrecord runs' lists them");
        using var sql = new Sql(
            connection,
            """
            SELECT max(c.id), max(d.id) FROM coding c JOIN version v ON v.id = c.version_id
            JOIN version w ON w.article_id = v.article_id JOIN coding d ON d.version_id = w.id
            WHERE c.run_id = ?1 AND d.run_id = ?2 GROUP BY v.article_id ORDER BY v.article_id
            """,
            2
        );
        var pairs = new List<(long, long)>();
        using var row = sql.Rows(before, after);
        while (row.Read())
            pairs.Add((row.GetInt64(0), row.GetInt64(1)));
        return pairs;
    }
}

/// <summary>Articles with their records, out of the store.</summary>
internal sealed class Kept(SqliteConnection connection) : IDisposable
{
    readonly Sql _coding = new(
        connection,
        $"""
        SELECT {StoredCoding.Columns}, v.number, (SELECT count(*) FROM version o WHERE o.article_id = v.article_id), c.run_id, v.id, a.key
        FROM coding c JOIN version v ON v.id = c.version_id JOIN article a ON a.id = v.article_id JOIN coder d ON d.id = c.coder_id WHERE c.id = ?1
        """,
        1
    );
    readonly Sql _current = new(connection, "SELECT coding_id FROM article WHERE id = ?1", 1);
    readonly Sql _runs = new(connection, "SELECT run_id FROM coding WHERE version_id = ?1 ORDER BY id", 1);

    internal KeptArticle? Current(long article) => _current.Scalar(article) is long coding ? Of(coding) : null;

    internal KeptArticle Of(long coding)
    {
        using var row = _coding.Rows(coding);
        if (!row.Read())
            throw new ArchiveException("a record is missing", "run 'onrecord verify'");
        var record = StoredCoding.Read(row).Record;
        if (IndexWriter.Clean(record.Id) != row.GetString(11)) // both whole, but not of one another
            throw new ArchiveException($"the record of {row.GetString(11)} is damaged: it is that of another article", StoredCoding.Remedy);
        var runs = new List<long>();
        using (var run = _runs.Rows(row.GetInt64(10)))
            while (run.Read())
                runs.Add(run.GetInt64(0));
        return new()
        {
            Record = record,
            Version = row.GetInt32(7),
            Versions = row.GetInt32(8),
            Run = row.GetInt64(9),
            Runs = runs,
            ActorKeys = record.Actors.ToDictionary(a => a.Id, a => ActorRows.KeyOf(a), StringComparer.Ordinal),
        };
    }

    public void Dispose()
    {
        _coding.Dispose();
        _current.Dispose();
        _runs.Dispose();
    }
}
