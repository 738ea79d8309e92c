using System.Globalization;
using Microsoft.Data.Sqlite;
using OnRecord.Record;

namespace OnRecord.Archive.Sqlite;

/// <summary>Whether the index holds of an article what its current record holds: the same statements and events, each with its place in
/// the text, its words of closed lists, and those who speak and act in it.</summary>
internal sealed class IndexCheck(SqliteConnection connection) : IDisposable
{
    const int FirstList = 14; // from this column on a text with line ends is a list; its order is not kept

    readonly Sql _article = new(
        connection,
        """
        SELECT i.day, i.words, i.title, i.published, i.url, i.first_statement, i.statements, i.first_event, i.events, o.name, o.domain
        FROM article_index i LEFT JOIN outlet o ON o.id = i.outlet_id WHERE i.id = ?1
        """,
        1
    );
    readonly Sql _statements = new(
        connection,
        """
        SELECT s.number, s.article_id, s.day, k.value, m.value, a.value, c.value, s.negated, u.value, x.key, p.key, p.source, p.cue, p.content,
        (SELECT group_concat(t.role || ' ' || y.key, char(10)) FROM statement_actor t JOIN actor y ON y.id = t.actor_id WHERE t.statement_id = s.id),
        s.outlet_id = (SELECT i.outlet_id FROM article_index i WHERE i.id = s.article_id),
        (SELECT group_concat(y.number, char(10)) FROM answer w JOIN statement y ON y.id = w.answered_id WHERE w.statement_id = s.id)
        FROM statement s LEFT JOIN statement_span p ON p.id = s.id LEFT JOIN term k ON k.id = s.kind LEFT JOIN term m ON m.id = s.mode
        LEFT JOIN term a ON a.id = s.act LEFT JOIN term c ON c.id = s.section LEFT JOIN term u ON u.id = s.unnamed
        LEFT JOIN actor x ON x.id = s.speaker WHERE s.id >= ?1 AND s.id < ?2 ORDER BY s.id
        """,
        2
    );
    readonly Sql _events = new(
        connection,
        """
        SELECT e.number, e.article_id, e.day, k.value, b.value, f.value, c.value, x.key, y.key, l.name, l.country, p.key, p.anchor, p.evidence,
        p.mode, p.date,
        (SELECT group_concat(t.role || ' ' || z.key, char(10)) FROM event_actor t JOIN actor z ON z.id = t.actor_id WHERE t.event_id = e.id),
        e.outlet_id = (SELECT i.outlet_id FROM article_index i WHERE i.id = e.article_id),
        (SELECT group_concat(v.number || ' ' || coalesce(h.number, 0) || ' ' || coalesce(n.value, '') || ' ' || v.polarity || ' ' || coalesce(d.value, ''), char(10))
        FROM view v LEFT JOIN statement h ON h.id = v.statement_id LEFT JOIN term n ON n.id = v.stance LEFT JOIN term d ON d.id = v.certainty
        WHERE v.event_id = e.id)
        FROM event e LEFT JOIN event_span p ON p.id = e.id LEFT JOIN term k ON k.id = e.type LEFT JOIN term b ON b.id = e.base
        LEFT JOIN term f ON f.id = e.factuality LEFT JOIN term c ON c.id = e.section LEFT JOIN actor x ON x.id = e.actor
        LEFT JOIN actor y ON y.id = e.recipient LEFT JOIN place l ON l.id = e.place_id WHERE e.id >= ?1 AND e.id < ?2 ORDER BY e.id
        """,
        2
    );

    readonly Sql _actors = new(
        connection,
        """
        SELECT y.key || ' ' || coalesce(t.office, '') || ' ' || coalesce(t.office_from, '')
        FROM article_actor t JOIN actor y ON y.id = t.actor_id WHERE t.article_id = ?1
        """,
        1
    );

    /// <summary>Whether it does.</summary>
    /// <exception cref="SqliteException">It can't be read.</exception>
    internal bool Holds(long article, ArticleRecord record)
    {
        var rows = RecordRows.Of(record);
        long firstStatement,
            firstEvent;
        using (var row = _article.Rows(article))
        {
            if (!row.Read())
                return false;
            (firstStatement, firstEvent) = (row.GetInt64(5), row.GetInt64(7));
            var part = record.Article;
            var told = Line(
                rows.Day,
                PreparedArticle.CountWords(part.Text),
                part.Title,
                part.Published,
                part.Url,
                firstStatement,
                rows.Statements.Count,
                firstEvent,
                rows.Events.Count,
                part.Outlet?.Name,
                part.Outlet?.Domain
            );
            if (told != Line(row, 11))
                return false;
        }
        var keys = rows.Actors.ToDictionary(a => a.Id, a => IndexWriter.Clean(a.Key)!, StringComparer.Ordinal);
        var numbers = rows.Statements.Select(s => s.Number).ToHashSet();
        return SameActors(article, rows, keys)
            && Same(
                _statements,
                firstStatement,
                rows.Statements.Count,
                17,
                i => LineOf(rows.Statements[i], article, rows.Day, keys, numbers)
            )
            && Same(_events, firstEvent, rows.Events.Count, 19, i => LineOf(rows.Events[i], article, rows.Day, keys, numbers));
    }

    bool SameActors(long article, RecordRows rows, Dictionary<string, string> keys)
    {
        var kept = new List<string>();
        using (var row = _actors.Rows(article))
            while (row.Read())
                kept.Add(row.GetString(0));
        var told = rows.Actors.DistinctBy(a => keys[a.Id], StringComparer.Ordinal).Select(a => $"{keys[a.Id]} {a.Office} {a.From}");
        return Sorted(kept) == Sorted(told);
    }

    static bool Same(Sql sql, long first, int count, int columns, Func<int, string> line)
    {
        using var row = sql.Rows(first, first + count);
        var i = 0;
        while (row.Read())
            if (i >= count || line(i++) != Line(row, columns))
                return false;
        return i == count;
    }

    static string LineOf(StatementRow s, long article, long day, Dictionary<string, string> keys, HashSet<int> numbers) =>
        Line(
            s.Number,
            article,
            day,
            s.Kind,
            s.Mode,
            s.Act,
            s.Section,
            s.Negated ? 1 : 0,
            s.Unnamed,
            s.Speakers.Count > 0 ? keys.GetValueOrDefault(s.Speakers[0]) : null,
            Convert.ToHexString(IndexWriter.Key(s.Key)),
            SpanText.Write(s.SourceSpans),
            SpanText.Write(s.CueSpans),
            SpanText.Write(s.ContentSpans),
            Roles(keys, (IndexWriter.Speaker, s.Speakers), (IndexWriter.About, s.About), (IndexWriter.Addressee, s.Addressees)),
            1,
            Sorted(s.Answers.Where(numbers.Contains).Distinct().Select(a => a.ToString(CultureInfo.InvariantCulture)))
        );

    static string LineOf(EventRow e, long article, long day, Dictionary<string, string> keys, HashSet<int> numbers) =>
        Line(
            e.Number,
            article,
            day,
            e.Type,
            e.Base,
            e.Factuality,
            e.Section,
            e.Actors.Count > 0 ? keys.GetValueOrDefault(e.Actors[0]) : null,
            e.Recipients.Count > 0 ? keys.GetValueOrDefault(e.Recipients[0]) : null,
            e.Place?.Name,
            e.Place?.Country,
            Convert.ToHexString(IndexWriter.Key(e.Key)),
            SpanText.Write([e.AnchorSpan]),
            SpanText.Write([e.EvidenceSpan]),
            e.Mode,
            e.Date,
            Roles(
                keys,
                (IndexWriter.Actor, e.Actors),
                (IndexWriter.Recipient, e.Recipients),
                (IndexWriter.Asserts, e.AssertedBy),
                (IndexWriter.Denies, e.DeniedBy)
            ),
            1,
            Sorted(
                e.Views.Select(
                    (v, i) =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{i} {(numbers.Contains(v.Statement) ? v.Statement : 0)} {v.Stance} {v.Polarity} {v.Certainty}"
                        )
                )
            )
        );

    static string Roles(Dictionary<string, string> keys, params (int Role, IReadOnlyList<string> Held)[] roles) =>
        Sorted(
            roles
                .SelectMany(r => r.Held.Select(h => (r.Role, Key: keys.GetValueOrDefault(h))))
                .Where(r => r.Key is not null)
                .Distinct()
                .Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Role} {r.Key}"))
        );

    static string Sorted(IEnumerable<string> lines) => string.Join('\n', lines.Order(StringComparer.Ordinal));

    /// <summary>Cells in a form in which what was told and what is kept can be compared; nothing and the empty word are one.</summary>
    static string Line(params object?[] cells) =>
        string.Join(
            '\0',
            cells.Select(c => c is string text ? IndexWriter.Clean(text) : Convert.ToString(c, CultureInfo.InvariantCulture))
        );

    static string Line(SqliteDataReader row, int columns)
    {
        var cells = new object?[columns];
        for (var i = 0; i < columns; i++)
            cells[i] = row.GetValue(i) switch
            {
                byte[] blob => Convert.ToHexString(blob),
                string text when i >= FirstList => Sorted(text.Split('\n')),
                var cell => cell,
            };
        return Line(cells);
    }

    public void Dispose()
    {
        _article.Dispose();
        _statements.Dispose();
        _events.Dispose();
        _actors.Dispose();
    }
}
