using System.Globalization;
using Microsoft.Data.Sqlite;

namespace OnRecord.Archive.Sqlite;

/// <summary>Copies what can be read of a damaged archive into a new one, row by row where a table can't be read whole, and builds the
/// index again.</summary>
internal sealed class Rebuilder(SqliteConnection target, Database damaged)
{
    const int RowsACommit = 500;

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
        Mend();
        Index(progress, cancelled);
        return _lost;
    }

    void Copy(SqliteConnection source, string table, string columns, CancellationToken cancelled)
    {
        long last;
        try
        {
            last = Database.Scalar(source, $"SELECT max(id) FROM {table}") as long? ?? 0;
        }
        catch (SqliteException e)
        {
            throw new ArchiveException($"nothing can be read of '{table}' ({e.Message})", "'onrecord restore' the last backup", e);
        }
        var width = columns.Count(c => c == ',') + 1;
        var values = string.Join(", ", Enumerable.Range(1, width).Select(i => "?" + i.ToString(CultureInfo.InvariantCulture)));
        using var read = new Sql(source, $"SELECT {columns} FROM {table} WHERE id = ?1", 1);
        using var write = new Sql(target, $"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({values})", width);
        var cells = new Sql.Cell[width];
        Database.Execute(target, "BEGIN IMMEDIATE");
        for (var id = 1L; id <= last; id++)
        {
            cancelled.ThrowIfCancellationRequested();
            try
            {
                using var row = read.Rows(id);
                if (!row.Read())
                    continue;
                for (var i = 0; i < width; i++)
                    cells[i] = CellOf(row, i);
            }
            catch (SqliteException e)
            {
                _lost.Add(
                    new(
                        string.Create(CultureInfo.InvariantCulture, $"{table} {id}"),
                        $"it can't be read ({e.Message})",
                        "restore a backup, or 'onrecord add' the article again"
                    )
                );
                continue;
            }
            write.Run(cells);
            if (id % RowsACommit == 0)
                Database.Execute(target, "COMMIT; BEGIN IMMEDIATE");
        }
        Database.Execute(target, "COMMIT");
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

    /// <summary>Of an article whose current version or record was lost the newest that is left becomes current; one with none is named
    /// and left out, so that adding it again brings it back.</summary>
    void Mend()
    {
        Database.Execute(target, "BEGIN IMMEDIATE");
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
                _lost.Add(new(row.GetString(0), "no record of it is left", "'onrecord add' it again"));
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
            COMMIT
            """
        );
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
        using var remove = new Sql(target, "DELETE FROM article WHERE id = ?1", 1);
        Database.Execute(target, "BEGIN IMMEDIATE");
        for (var i = 0; i < current.Count; i++)
        {
            cancelled.ThrowIfCancellationRequested();
            var (article, coding) = current[i];
            try
            {
                var record = StoredCoding.Read(target, coding).Record;
                index.Write(article, record, RecordRows.Of(record), PreparedArticle.CountWords(record.Article.Text));
            }
            catch (Exception e) when (e is ArchiveException or InvalidDataException)
            {
                using var key = new Sql(target, "SELECT key FROM article WHERE id = ?1", 1);
                _lost.Add(new((string)key.Scalar(article)!, e.Message, "'onrecord add' it again"));
                Database.Execute(
                    target,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"DELETE FROM coding WHERE version_id IN (SELECT id FROM version WHERE article_id = {article}); DELETE FROM version WHERE article_id = {article}"
                    )
                );
                remove.Run(article);
            }
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
