using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace OnRecord.Archive.Sqlite;

/// <summary>Copies what can be read of a damaged archive into a new one, row by row where a table can't be read whole, and builds the
/// index again.</summary>
internal sealed class Rebuilder(SqliteConnection target, Database damaged)
{
    const int RowsACommit = 500;
    const int OneByOne = 20_000; // rows that a damaged page hides, at the very most
    const long MostRows = 1L << 48; // a greater number is damage
    const string AddAgain = "'onrecord add' the article again, or restore a backup";

    /// <summary>Tables that are copied, each with its columns, in the order of their references.</summary>
    static readonly (string Name, string Columns)[] Copied =
    [
        ("coder", "id, hash, name, json"),
        (
            "run",
            "id, coder_id, inputs, state, started_at, ended_at, added, changed, recoded, unchanged, refused, uncoded, words, seconds, storing_seconds"
        ),
        ("refused", "id, run_id, place, reason, remedy"),
        ("article", "id, key, version_id, coding_id"),
        ("version", "id, article_id, number, content_hash, source, text, run_id"),
        ("coding", "id, version_id, coder_id, run_id, hash, record"),
    ];

    readonly List<Fault> _lost = [];

    internal IReadOnlyList<Fault> Run(IProgress<VerifyProgress>? progress, CancellationToken cancelled)
    {
        Database.Execute(target, "PRAGMA foreign_keys = OFF");
        SqliteConnection source;
        try
        {
            source = damaged.Rent();
        }
        catch (SqliteException e)
        {
            throw damaged.Explain(e);
        }
        using (source)
            foreach (var (name, columns) in Copied)
                Copy(source, name, columns, cancelled);
        Check(cancelled);
        Mend();
        MendCoders();
        Index(progress, cancelled);
        return _lost;
    }

    void Copy(SqliteConnection source, string table, string columns, CancellationToken cancelled)
    {
        var width = columns.Count(c => c == ',') + 1;
        var values = string.Join(", ", Enumerable.Range(1, width).Select(i => "?" + i.ToString(CultureInfo.InvariantCulture)));
        using var read = new Sql(source, $"SELECT {columns} FROM {table} WHERE id = ?1", 1);
        using var write = new Sql(target, $"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({values})", width);
        var cells = new Sql.Cell[width];
        var copied = 0;
        Database.BeginWriting(target);
        foreach (var id in Ids(source, table))
        {
            cancelled.ThrowIfCancellationRequested();
            var where = string.Create(CultureInfo.InvariantCulture, $"{table} {id}");
            try
            {
                using var row = read.Rows(id);
                if (!row.Read())
                    continue;
                for (var i = 0; i < width; i++)
                    cells[i] = CellOf(row, i);
            }
            catch (Exception e) when (e is SqliteException || Database.IsDamage(e))
            {
                _lost.Add(new(where, $"it can't be read ({e.Message})", AddAgain));
                continue;
            }
            try
            {
                if (write.Run(cells) == 0)
                    _lost.Add(new(where, "it contradicts another row", AddAgain));
            }
            catch (SqliteException e) when (e.SqliteErrorCode == 19) // a cell that its column can't hold
            {
                _lost.Add(new(where, $"it holds what it can't hold ({e.Message})", AddAgain));
            }
            if (++copied % RowsACommit == 0)
                Database.Execute(target, "COMMIT; BEGIN IMMEDIATE");
        }
        Database.Execute(target, "COMMIT");
    }

    /// <summary>Numbers of a table's rows, rising. Where a page can't be read the numbers behind it are tried, first one by one.</summary>
    IEnumerable<long> Ids(SqliteConnection source, string table)
    {
        using var next = new Sql(source, $"SELECT id FROM {table} WHERE id > ?1 ORDER BY id LIMIT 1", 1);
        var (last, failed, step) = (0L, 0, 1L);
        Fault? gap = null;
        while (last < MostRows)
        {
            long? id = null;
            try
            {
                id = next.Scalar(last) as long?;
                if (id is null && failed == 0)
                    yield break;
            }
            catch (SqliteException e) when (e.SqliteErrorCode == 1)
            {
                throw new ArchiveException($"there is no table '{table}' ({e.Message})", "'onrecord restore' the last backup", e);
            }
            catch (SqliteException e)
            {
                gap ??= new(
                    string.Create(CultureInfo.InvariantCulture, $"{table} from {last + 1}"),
                    $"rows can't be read ({e.Message})",
                    AddAgain
                );
            }
            if (id > last)
            {
                (last, failed, step) = (id.Value, 0, 1);
                if (gap is not null)
                    _lost.Add(gap);
                gap = null;
                yield return last;
                continue;
            }
            if (++failed > OneByOne)
                step *= 2;
            last += step;
        }
        if (gap is not null)
            _lost.Add(gap);
    }

    static Sql.Cell CellOf(SqliteDataReader row, int column) =>
        row.GetValue(column) switch
        {
            long number => number,
            double real => real.ToString("R", CultureInfo.InvariantCulture), // a REAL column makes it a number again
            string text => text,
            byte[] bytes => bytes,
            _ => (string?)null,
        };

    /// <summary>Leaves out every record that is not what was stored, and its text with it: what is kept must be true.</summary>
    void Check(CancellationToken cancelled)
    {
        List<(long Coding, string Key)> codings = [];
        using (
            var all = new Sql(
                target,
                "SELECT c.id, a.key FROM coding c JOIN version v ON v.id = c.version_id JOIN article a ON a.id = v.article_id ORDER BY c.id",
                0
            )
        )
        using (var row = all.Rows())
            while (row.Read())
                codings.Add((row.GetInt64(0), row.GetString(1)));
        using var remove = new Sql(target, "DELETE FROM coding WHERE id = ?1", 1);
        Database.BeginWriting(target);
        foreach (var (coding, key) in codings)
        {
            cancelled.ThrowIfCancellationRequested();
            try
            {
                if (IndexWriter.Clean(StoredCoding.Read(target, coding).Record.Id) == key)
                    continue;
                _lost.Add(new(key, "a record is that of another article", AddAgain));
            }
            catch (ArchiveException e)
            {
                _lost.Add(new(key, e.Message, AddAgain));
            }
            remove.Run(coding);
        }
        Database.Execute(target, "COMMIT");
    }

    /// <summary>Of an article whose current version or record was lost the newest that is left becomes current; one with none is named
    /// and left out, so that adding it again brings it back.</summary>
    void Mend()
    {
        Database.BeginWriting(target);
        using (
            var gone = new Sql(
                target,
                """
                SELECT key FROM article a WHERE NOT EXISTS
                (SELECT 1 FROM version v JOIN coding c ON c.version_id = v.id WHERE v.article_id = a.id) ORDER BY id
                """,
                0
            )
        )
        using (var row = gone.Rows())
            while (row.Read())
                _lost.Add(new(row.GetString(0), "no record of it is left", AddAgain));
        Database.Execute(
            target,
            """
            DELETE FROM coding WHERE version_id NOT IN (SELECT id FROM version);
            DELETE FROM version WHERE article_id NOT IN (SELECT id FROM article) OR id NOT IN (SELECT version_id FROM coding);
            DELETE FROM article WHERE id NOT IN (SELECT article_id FROM version);
            UPDATE article SET
              version_id = (SELECT v.id FROM version v WHERE v.article_id = article.id ORDER BY v.number DESC LIMIT 1),
              coding_id = (SELECT c.id FROM coding c JOIN version v ON v.id = c.version_id WHERE v.article_id = article.id
                           ORDER BY v.number DESC, c.id DESC LIMIT 1);
            INSERT OR IGNORE INTO run (id, coder_id, inputs, state, started_at)
              SELECT run_id, min(coder_id), '[]', 3, '0001-01-01T00:00:00Z' FROM coding GROUP BY run_id;
            INSERT OR IGNORE INTO run (id, coder_id, inputs, state, started_at)
              SELECT v.run_id, min(c.coder_id), '[]', 3, '0001-01-01T00:00:00Z' FROM version v JOIN coding c ON c.version_id = v.id
              GROUP BY v.run_id;
            DELETE FROM run WHERE coder_id NOT IN (SELECT id FROM coder);
            DELETE FROM refused WHERE run_id NOT IN (SELECT id FROM run);
            COMMIT
            """
        );
    }

    /// <summary>Of a coder whose words have changed no record is left, but its runs are. It is kept as it reads, under the hash of that, so
    /// that the true one can be registered again; one that can't be read goes, and its runs with it.</summary>
    void MendCoders()
    {
        List<(long Id, byte[] Hash, string Json)> coders = [];
        using (var all = new Sql(target, "SELECT id, hash, json FROM coder ORDER BY id", 0))
        using (var row = all.Rows())
            while (row.Read())
                coders.Add((row.GetInt64(0), row.GetFieldValue<byte[]>(1), row.GetString(2)));
        using var rename = new Sql(target, "UPDATE OR IGNORE coder SET hash = ?2 WHERE id = ?1", 2);
        foreach (var (id, hash, json) in coders)
        {
            var found = SHA256.HashData(Encoding.UTF8.GetBytes(json));
            if (hash.AsSpan().SequenceEqual(found))
                continue;
            _lost.Add(
                new(string.Create(CultureInfo.InvariantCulture, $"coder {id}"), "its description is not the one that was stored", AddAgain)
            );
            rename.Run(id, found);
        }
        foreach (var (id, _, json) in coders)
            if (!IsCoder(json))
                Database.Execute(
                    target,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"""
                        DELETE FROM refused WHERE run_id IN (SELECT id FROM run WHERE coder_id = {id});
                        DELETE FROM run WHERE coder_id = {id};
                        DELETE FROM coder WHERE id = {id};
                        """
                    )
                );
    }

    static bool IsCoder(string json)
    {
        try
        {
            StoredCoding.CoderOf(json);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    void Index(IProgress<VerifyProgress>? progress, CancellationToken cancelled)
    {
        var current = new List<(long Article, long Coding)>();
        using (var sql = new Sql(target, "SELECT id, coding_id FROM article ORDER BY id", 0))
        using (var row = sql.Rows())
            while (row.Read())
                current.Add((row.GetInt64(0), row.GetInt64(1)));
        using var names = new Names(target);
        using var index = new IndexWriter(target, names);
        Database.BeginWriting(target);
        for (var i = 0; i < current.Count; i++)
        {
            cancelled.ThrowIfCancellationRequested();
            var (article, coding) = current[i];
            var record = StoredCoding.Read(target, coding).Record;
            index.Write(article, record, RecordRows.Of(record), PreparedArticle.CountWords(record.Article.Text));
            if (i % RowsACommit == 0)
            {
                index.Flush();
                Database.Execute(target, "COMMIT; BEGIN IMMEDIATE");
            }
            progress?.Report(new(i + 1, current.Count));
        }
        index.Flush();
        Database.Execute(target, "COMMIT");
    }
}
