using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Data.Sqlite;
using OnRecord.Record;

namespace OnRecord.Archive.Sqlite;

/// <summary>Writes what is searched: the rows of an article's current record, and takes those of the one before out again.</summary>
internal sealed class IndexWriter : IDisposable
{
    internal const int Speaker = 1,
        About = 2,
        Addressee = 3;

    internal const int Actor = 1,
        Recipient = 2,
        Asserts = 3,
        Denies = 4;

    /// <summary>The row that stands for the outlet among the holders of views.</summary>
    internal const long OutletAsHolder = 0;

    readonly SqliteConnection _writer;
    readonly Names _names;
    readonly List<Sql> _all = [];
    readonly Dictionary<long, int> _met = []; // actors of articles since the last flush: the frequent ones are counted up once

    readonly Sql _article,
        _articleWords,
        _articleActor,
        _countActor,
        _statement,
        _statementSpan,
        _statementWords,
        _statementActor,
        _answer,
        _event,
        _eventSpan,
        _eventWords,
        _eventActor,
        _view,
        _lastStatement,
        _lastEvent,
        _range,
        _forgetArticle,
        _forgetStatement,
        _forgetEvent;

    readonly Sql[] _removeStatements,
        _removeEvents,
        _removeArticle;

    internal IndexWriter(SqliteConnection writer, Names names)
    {
        (_writer, _names) = (writer, names);
        _article = Prepare("INSERT INTO article_index VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)", 11);
        _articleWords = Prepare("INSERT INTO article_fts (rowid, title, text) VALUES (?1, ?2, ?3)", 3);
        _articleActor = Prepare("INSERT OR IGNORE INTO article_actor VALUES (?1, ?2, ?3, ?4)", 4);
        _countActor = Prepare("UPDATE actor SET articles = articles + ?2 WHERE id = ?1", 2);
        _statement = Prepare("INSERT INTO statement VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)", 12);
        _statementSpan = Prepare("INSERT INTO statement_span VALUES (?1, ?2, ?3, ?4, ?5)", 5);
        _statementWords = Prepare("INSERT INTO statement_fts (rowid, source, cue, content) VALUES (?1, ?2, ?3, ?4)", 4);
        _statementActor = Prepare("INSERT OR IGNORE INTO statement_actor VALUES (?1, ?2, ?3)", 3);
        _answer = Prepare("INSERT OR IGNORE INTO answer VALUES (?1, ?2)", 2);
        _event = Prepare("INSERT INTO event VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)", 12);
        _eventSpan = Prepare("INSERT INTO event_span VALUES (?1, ?2, ?3, ?4, ?5, ?6)", 6);
        _eventWords = Prepare("INSERT INTO event_fts (rowid, evidence) VALUES (?1, ?2)", 2);
        _eventActor = Prepare("INSERT OR IGNORE INTO event_actor VALUES (?1, ?2, ?3)", 3);
        _view = Prepare("INSERT INTO view VALUES (?1, ?2, ?3, ?4, ?5, ?6)", 6);
        _lastStatement = Prepare("SELECT coalesce(max(id), 0) FROM statement", 0);
        _lastEvent = Prepare("SELECT coalesce(max(id), 0) FROM event", 0);
        _range = Prepare("SELECT first_statement, statements, first_event, events FROM article_index WHERE id = ?1", 1);
        _forgetArticle = Prepare("INSERT INTO article_fts (article_fts, rowid, title, text) VALUES ('delete', ?1, ?2, ?3)", 3);
        _forgetStatement = Prepare(
            "INSERT INTO statement_fts (statement_fts, rowid, source, cue, content) VALUES ('delete', ?1, ?2, ?3, ?4)",
            4
        );
        _forgetEvent = Prepare("INSERT INTO event_fts (event_fts, rowid, evidence) VALUES ('delete', ?1, ?2)", 2);
        _removeStatements =
        [
            .. new[]
            {
                "statement WHERE id",
                "statement_span WHERE id",
                "statement_actor WHERE statement_id",
                "answer WHERE statement_id",
            }.Select(of => Prepare($"DELETE FROM {of} >= ?1 AND {of.Split(' ')[^1]} < ?2", 2)),
        ];
        _removeEvents =
        [
            .. new[] { "event WHERE id", "event_span WHERE id", "event_actor WHERE event_id", "view WHERE event_id" }.Select(of =>
                Prepare($"DELETE FROM {of} >= ?1 AND {of.Split(' ')[^1]} < ?2", 2)
            ),
        ];
        _removeArticle =
        [
            Prepare("UPDATE actor SET articles = articles - 1 WHERE id IN (SELECT actor_id FROM article_actor WHERE article_id = ?1)", 1),
            Prepare("DELETE FROM article_actor WHERE article_id = ?1", 1),
            Prepare("DELETE FROM article_index WHERE id = ?1", 1),
        ];
    }

    Sql Prepare(string text, int parameters)
    {
        var sql = new Sql(_writer, text, parameters);
        _all.Add(sql);
        return sql;
    }

    /// <summary>Writes what is still in memory; to be called before each commit.</summary>
    internal void Flush()
    {
        foreach (var (actor, articles) in _met)
            _countActor.Run(actor, articles);
        _met.Clear();
    }

    /// <summary>Drops what is still in memory, after a rollback.</summary>
    internal void Forget() => _met.Clear();

    /// <summary>Takes an article out of the index. It has to be told with which record it was indexed: word indexes without content of
    /// their own are told what to forget (SQLite manual, FTS5, section 4.4.2).</summary>
    internal void Remove(long article, ArticleRecord record)
    {
        long firstStatement,
            statements,
            firstEvent,
            events;
        using (var row = _range.Rows(article))
        {
            if (!row.Read())
                return;
            (firstStatement, statements, firstEvent, events) = (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3));
        }
        var rows = RecordRows.Of(record);
        _forgetArticle.Run(article, Clean(record.Article.Title), Clean(record.Article.Text));
        for (var i = 0; i < rows.Statements.Count; i++)
            _forgetStatement.Run(
                firstStatement + i,
                Clean(rows.Statements[i].Source),
                Clean(rows.Statements[i].Cue),
                Clean(rows.Statements[i].Content)
            );
        for (var i = 0; i < rows.Events.Count; i++)
            _forgetEvent.Run(firstEvent + i, Clean(rows.Events[i].Evidence));
        foreach (var sql in _removeStatements)
            sql.Run(firstStatement, firstStatement + statements);
        foreach (var sql in _removeEvents)
            sql.Run(firstEvent, firstEvent + events);
        foreach (var sql in _removeArticle)
            sql.Run(article);
    }

    /// <summary>Puts an article's current record into the index.</summary>
    internal void Write(long article, ArticleRecord record, RecordRows rows, int words)
    {
        var part = record.Article;
        var outlet = _names.Outlet(part.Outlet?.Name ?? "", part.Outlet?.Domain ?? "");
        _article.Run(
            article,
            rows.Day,
            outlet,
            (long)_lastStatement.Scalar()! + 1,
            rows.Statements.Count,
            (long)_lastEvent.Scalar()! + 1,
            rows.Events.Count,
            words,
            Clean(part.Title),
            Clean(part.Published),
            Clean(part.Url)
        );
        _articleWords.Run(article, Clean(part.Title), Clean(part.Text));
        var actors = Actors(article, rows);
        var statements = Statements(article, rows, outlet, actors);
        Events(article, rows, outlet, actors, statements);
    }

    Dictionary<string, long> Actors(long article, RecordRows rows)
    {
        var actors = new Dictionary<string, long>(StringComparer.Ordinal) { [""] = OutletAsHolder };
        foreach (var row in rows.Actors)
        {
            var id = actors[row.Id] = _names.Actor(row with { Key = Clean(row.Key)!, Name = Clean(row.Name)! });
            if (_articleActor.Run(id, article, row.Office, row.From) > 0)
                CollectionsMarshal.GetValueRefOrAddDefault(_met, id, out _)++;
        }
        return actors;
    }

    Dictionary<int, long> Statements(long article, RecordRows rows, long outlet, Dictionary<string, long> actors)
    {
        var next = (long)_lastStatement.Scalar()!;
        var ids = new Dictionary<int, long>(rows.Statements.Count) { [0] = 0 };
        foreach (var row in rows.Statements)
        {
            var id = ids[row.Number] = ++next;
            _statement.Run(
                id,
                article,
                row.Number,
                rows.Day,
                outlet,
                _names.Term(row.Kind),
                _names.Term(row.Mode),
                _names.Term(row.Act),
                _names.Term(row.Section),
                row.Negated ? 1 : 0,
                _names.Term(row.Unnamed),
                row.Speakers.Count > 0 ? actors[row.Speakers[0]] : 0
            );
            _statementSpan.Run(
                id,
                Key(row.Key),
                SpanText.Write(row.SourceSpans),
                SpanText.Write(row.CueSpans),
                SpanText.Write(row.ContentSpans)
            );
            _statementWords.Run(id, Clean(row.Source), Clean(row.Cue), Clean(row.Content));
            foreach (var (role, held) in new[] { (Speaker, row.Speakers), (About, row.About), (Addressee, row.Addressees) })
            foreach (var actor in held)
                _statementActor.Run(id, role, actors[actor]);
        }
        foreach (var row in rows.Statements)
        foreach (var answered in row.Answers)
            if (ids.TryGetValue(answered, out var found))
                _answer.Run(ids[row.Number], found);
        return ids;
    }

    void Events(long article, RecordRows rows, long outlet, Dictionary<string, long> actors, Dictionary<int, long> statements)
    {
        var next = (long)_lastEvent.Scalar()!;
        foreach (var row in rows.Events)
        {
            var id = ++next;
            _event.Run(
                id,
                article,
                row.Number,
                rows.Day,
                outlet,
                _names.Term(row.Type),
                _names.Term(row.Base),
                _names.Term(row.Factuality),
                _names.Term(row.Section),
                row.Actors.Count > 0 ? actors[row.Actors[0]] : 0,
                row.Recipients.Count > 0 ? actors[row.Recipients[0]] : 0,
                row.Place is { } place ? _names.Place(Clean(place.Name)!, place.Country) : 0
            );
            _eventSpan.Run(id, Key(row.Key), SpanText.Write([row.AnchorSpan]), SpanText.Write([row.EvidenceSpan]), row.Mode, row.Date);
            _eventWords.Run(id, Clean(row.Evidence));
            foreach (
                var (role, held) in new[]
                {
                    (Actor, row.Actors),
                    (Recipient, row.Recipients),
                    (Asserts, row.AssertedBy),
                    (Denies, row.DeniedBy),
                }
            )
            foreach (var actor in held)
                _eventActor.Run(id, role, actors[actor]);
            for (var i = 0; i < row.Views.Count; i++)
            {
                var view = row.Views[i];
                _view.Run(
                    id,
                    i,
                    statements.GetValueOrDefault(view.Statement),
                    _names.Term(view.Stance),
                    view.Polarity,
                    _names.Term(view.Certainty)
                );
            }
        }
    }

    /// <summary>A key, which is hexadecimal, in half the bytes.</summary>
    internal static byte[] Key(string key) =>
        key.Length % 2 == 0 && key.All(char.IsAsciiHexDigitLower) ? Convert.FromHexString(key) : Encoding.UTF8.GetBytes(key);

    /// <summary>Text as SQLite can hold it: no NUL, at which some of its functions stop, and no lone surrogate, for which UTF-8 has no
    /// form. One unit for one unit, so that offsets hold.</summary>
    internal static string? Clean(string? text)
    {
        if (text is null || (!text.Contains('\0', StringComparison.Ordinal) && !HasLoneSurrogate(text)))
            return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                clean.Append(text[i]).Append(text[++i]);
            else
                clean.Append(text[i] == '\0' || char.IsSurrogate(text[i]) ? '\uFFFD' : text[i]);
        return clean.ToString();
    }

    static bool HasLoneSurrogate(string text)
    {
        for (var i = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < text.Length; i++)
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                return true;
        return false;
    }

    public void Dispose()
    {
        foreach (var sql in _all)
            sql.Dispose();
    }
}
