using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using OnRecord.Record;

namespace OnRecord.Archive.Sqlite;

/// <summary>Whether the word indexes hold the words of the current records, no fewer and no others. They keep no content that SQLite could
/// check them by, and a changed byte in one is a word that is found no more: so the same is indexed again, some articles at a time, and
/// the sums over all words at all places compared.</summary>
internal sealed class WordCheck : IDisposable
{
    const int ArticlesAtOnce = 400;

    static readonly string[] Indexes = ["article_fts", "statement_fts", "event_fts"];

    readonly SqliteConnection _archive;
    readonly SqliteConnection _scratch = new("Data Source=:memory:;Pooling=False");
    readonly ulong[] _expected = new ulong[Indexes.Length];
    readonly Sql _article,
        _statement,
        _event,
        _range;
    int _waiting;

    internal WordCheck(SqliteConnection archive)
    {
        _archive = archive;
        _scratch.Open();
        foreach (var index in Indexes)
        {
            using var made = new Sql(archive, "SELECT sql FROM sqlite_schema WHERE name = ?1", 1);
            Database.Execute(_scratch, made.Scalar(index) as string ?? throw new InvalidDataException($"there is no {index}"));
        }
        Database.Execute(_scratch, "BEGIN");
        _article = new(_scratch, "INSERT INTO article_fts (rowid, title, text) VALUES (?1, ?2, ?3)", 3);
        _statement = new(_scratch, "INSERT INTO statement_fts (rowid, source, cue, content) VALUES (?1, ?2, ?3, ?4)", 4);
        _event = new(_scratch, "INSERT INTO event_fts (rowid, evidence) VALUES (?1, ?2)", 2);
        _range = new(archive, "SELECT first_statement, first_event FROM article_index WHERE id = ?1", 1);
    }

    /// <summary>Counts the words that a current record must have in the indexes.</summary>
    internal void Expect(long article, ArticleRecord record)
    {
        long statement,
            @event;
        using (var row = _range.Rows(article))
        {
            if (!row.Read())
                return; // a fault that the other check has named
            (statement, @event) = (row.GetInt64(0), row.GetInt64(1));
        }
        var rows = RecordRows.Of(record);
        _article.Run(article, IndexWriter.Clean(record.Article.Title), IndexWriter.Clean(record.Article.Text));
        foreach (var s in rows.Statements)
            _statement.Run(statement++, IndexWriter.Clean(s.Source), IndexWriter.Clean(s.Cue), IndexWriter.Clean(s.Content));
        foreach (var e in rows.Events)
            _event.Run(@event++, IndexWriter.Clean(e.Evidence));
        if (++_waiting == ArticlesAtOnce)
            Count();
    }

    void Count()
    {
        Database.Execute(_scratch, "COMMIT");
        for (var i = 0; i < Indexes.Length; i++)
            _expected[i] += SumOf(_scratch, Indexes[i]);
        foreach (var index in Indexes)
            Database.Execute(_scratch, $"INSERT INTO {index} ({index}) VALUES ('delete-all')");
        Database.Execute(_scratch, "BEGIN");
        _waiting = 0;
    }

    /// <summary>The word indexes that hold other words than expected.</summary>
    internal List<string> Differing()
    {
        Count();
        return [.. Indexes.Where((index, i) => SumOf(_archive, index) != _expected[i])];
    }

    /// <summary>Over all words with their places, in any order.</summary>
    static ulong SumOf(SqliteConnection connection, string index)
    {
        Database.Execute(
            connection,
            $"CREATE VIRTUAL TABLE IF NOT EXISTS temp.words_{index} USING fts5vocab('main', '{index}', 'instance')"
        );
        using var words = new Sql(connection, $"SELECT term, doc, col, offset FROM temp.words_{index}", 0);
        using var row = words.Rows();
        var sum = 0UL;
        while (row.Read())
        {
            var hash = HashOf(row.GetString(0));
            hash = Mix(hash ^ (ulong)row.GetInt64(1));
            sum += Mix(hash ^ (ColumnOf(row.GetString(2)) << 40) ^ (ulong)row.GetInt64(3));
        }
        return sum;
    }

    static ulong ColumnOf(string column) => HashOf(column) & 0xFFFF;

    static ulong HashOf(string word)
    {
        var hash = 14695981039346656037UL; // FNV-1a
        foreach (var c in word)
            hash = (hash ^ c) * 1099511628211UL;
        return hash;
    }

    /// <summary>Spreads every bit over all (splitmix64).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static ulong Mix(ulong x)
    {
        x += 0x9E3779B97F4A7C15UL;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
        return x ^ (x >> 31);
    }

    public void Dispose()
    {
        foreach (var sql in new[] { _article, _statement, _event, _range })
            sql.Dispose();
        _scratch.Dispose();
    }
}
