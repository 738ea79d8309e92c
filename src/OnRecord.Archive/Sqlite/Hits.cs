using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using OnRecord.Archive.Search;
using OnRecord.Record;
using OnRecord.Text;

namespace OnRecord.Archive.Sqlite;

/// <summary>What a page shows of the rows that were found.</summary>
internal sealed class Hits(SqliteConnection connection)
{
    const int ExcerptLength = 240; // UTF-16 units

    internal IReadOnlyList<StatementHit> Statements(IReadOnlyList<long> ids)
    {
        using var sql = new Sql(
            connection,
            """
            SELECT s.article_id, s.number, t.key, k.value, m.value, c.value, x.value, s.negated, u.value, t.source, t.cue, t.content
            FROM statement s JOIN statement_span t ON t.id = s.id
            JOIN term k ON k.id = s.kind JOIN term m ON m.id = s.mode JOIN term x ON x.id = s.section
            LEFT JOIN term c ON c.id = s.act LEFT JOIN term u ON u.id = s.unnamed
            WHERE s.id = ?1
            """,
            1
        );
        using var articles = new ArticleLines(connection);
        using var texts = new Texts(connection);
        using var actors = new ActorLines(connection, "statement_actor", "statement_id");
        var hits = new List<StatementHit>(ids.Count);
        foreach (var id in ids)
        {
            using var row = sql.Rows(id);
            if (!row.Read())
                continue;
            var text = texts.Of(row.GetInt64(0));
            var (source, cue) = (SpanText.Read(row.GetString(9)), SpanText.Read(row.GetString(10)));
            var content = SpanText.Read(row.GetString(11));
            hits.Add(
                new()
                {
                    Article = articles.Of(row.GetInt64(0)),
                    Id = "s" + row.GetInt64(1).ToString(CultureInfo.InvariantCulture),
                    Key = Convert.ToHexStringLower(row.GetFieldValue<byte[]>(2)),
                    Kind = row.GetString(3),
                    Mode = row.GetString(4),
                    Act = Nullable(row, 5),
                    Section = row.GetString(6),
                    Negated = row.GetInt64(7) != 0,
                    Speakers = actors.Of(id, IndexWriter.Speaker),
                    Unnamed = Nullable(row, 8),
                    Source = source.Count > 0 ? text.Cut(source) : null,
                    Cue = cue.Count > 0 ? text.Cut(cue) : null,
                    Content = text.Cut(content),
                    Start = source.Concat(cue).Concat(content).Min(s => s.Start),
                    End = source.Concat(cue).Concat(content).Max(s => s.End),
                }
            );
        }
        return hits;
    }

    internal IReadOnlyList<EventHit> Events(IReadOnlyList<long> ids)
    {
        using var sql = new Sql(
            connection,
            """
            SELECT e.article_id, e.number, t.key, y.value, t.mode, b.value, f.value, x.value, p.name, t.date, t.anchor, t.evidence
            FROM event e JOIN event_span t ON t.id = e.id
            JOIN term y ON y.id = e.type JOIN term b ON b.id = e.base JOIN term f ON f.id = e.factuality JOIN term x ON x.id = e.section
            LEFT JOIN place p ON p.id = e.place_id
            WHERE e.id = ?1
            """,
            1
        );
        using var articles = new ArticleLines(connection);
        using var texts = new Texts(connection);
        using var actors = new ActorLines(connection, "event_actor", "event_id");
        var hits = new List<EventHit>(ids.Count);
        foreach (var id in ids)
        {
            using var row = sql.Rows(id);
            if (!row.Read())
                continue;
            var text = texts.Of(row.GetInt64(0));
            var evidence = SpanText.Read(row.GetString(11))[0];
            hits.Add(
                new()
                {
                    Article = articles.Of(row.GetInt64(0)),
                    Id = "e" + row.GetInt64(1).ToString(CultureInfo.InvariantCulture),
                    Key = Convert.ToHexStringLower(row.GetFieldValue<byte[]>(2)),
                    Type = row.GetString(3),
                    Mode = Nullable(row, 4),
                    Base = row.GetString(5),
                    Factuality = row.GetString(6),
                    Section = row.GetString(7),
                    Actors = actors.Of(id, IndexWriter.Actor),
                    Recipients = actors.Of(id, IndexWriter.Recipient),
                    AssertedBy = actors.NamesOf(id, IndexWriter.Asserts),
                    DeniedBy = actors.NamesOf(id, IndexWriter.Denies),
                    Place = Nullable(row, 8),
                    Date = Nullable(row, 9),
                    Anchor = text.Cut(SpanText.Read(row.GetString(10))),
                    Evidence = text.Cut([evidence]),
                    Start = evidence.Start,
                    End = evidence.End,
                }
            );
        }
        return hits;
    }

    internal IReadOnlyList<ArticleHit> Articles(IReadOnlyList<long> ids, Query query)
    {
        using var sql = new Sql(
            connection,
            """
            SELECT statements, events, words FROM article_index WHERE id = ?1
            """,
            1
        );
        using var articles = new ArticleLines(connection);
        using var texts = new Texts(connection);
        var hits = new List<ArticleHit>(ids.Count);
        foreach (var id in ids)
        {
            using var row = sql.Rows(id);
            if (!row.Read())
                continue;
            var text = texts.Of(id);
            var excerpt = Excerpt.Of(text.Text, query, ExcerptLength);
            hits.Add(
                new()
                {
                    Article = articles.Of(id),
                    Statements = row.GetInt32(0),
                    Events = row.GetInt32(1),
                    Words = row.GetInt32(2),
                    Excerpt = excerpt.Of(text.Text).ToString(),
                    Start = text.Points.FromUtf16(excerpt.Start),
                    End = text.Points.FromUtf16(excerpt.End),
                }
            );
        }
        return hits;
    }

    internal IReadOnlyList<ActorHit> Actors(IReadOnlyList<long> ids)
    {
        using var sql = new Sql(
            connection,
            """
            SELECT articles, (SELECT count(*) FROM statement_actor t WHERE t.actor_id = a.id AND t.role = 1),
            (SELECT count(DISTINCT t.event_id) FROM event_actor t WHERE t.actor_id = a.id AND t.role <= 2)
            FROM actor a WHERE a.id = ?1
            """,
            1
        );
        using var actors = new ActorLines(connection, "statement_actor", "statement_id");
        var hits = new List<ActorHit>(ids.Count);
        foreach (var id in ids)
        {
            using var row = sql.Rows(id);
            if (row.Read())
                hits.Add(new(actors.One(id), row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)));
        }
        return hits;
    }

    internal static string? Nullable(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}

/// <summary>Current texts of articles; each is unpacked once.</summary>
internal sealed class Texts(SqliteConnection connection) : IDisposable
{
    readonly Dictionary<long, ArticleText> _known = [];
    readonly Sql _sql = new(connection, "SELECT v.text FROM article a JOIN version v ON v.id = a.version_id WHERE a.id = ?1", 1);

    internal ArticleText Of(long article)
    {
        if (!_known.TryGetValue(article, out var text))
            _known[article] = text = new(Encoding.UTF8.GetString(Packing.Unpack((byte[])_sql.Scalar(article)!)));
        return text;
    }

    public void Dispose() => _sql.Dispose();
}

/// <summary>A text that is cut by code points.</summary>
internal sealed class ArticleText(string text)
{
    internal string Text => text;

    internal CodePoints Points { get; } = new(text);

    /// <summary>The words at spans, gaps shown.</summary>
    internal string Cut(IReadOnlyList<CodeSpan> spans) =>
        string.Join(" … ", spans.Select(s => text[Points.ToUtf16(s.Start)..Points.ToUtf16(s.End)]));
}

/// <summary>Articles as hits name them; each is looked up once.</summary>
internal sealed class ArticleLines(SqliteConnection connection) : IDisposable
{
    readonly Dictionary<long, ArticleLine> _known = [];
    readonly Sql _sql = new(
        connection,
        """
        SELECT a.key, i.title, CASE o.name WHEN '' THEN nullif(o.domain, '') ELSE o.name END, i.published, i.url
        FROM article a JOIN article_index i ON i.id = a.id LEFT JOIN outlet o ON o.id = i.outlet_id WHERE a.id = ?1
        """,
        1
    );

    internal ArticleLine Of(long id)
    {
        if (_known.TryGetValue(id, out var line))
            return line;
        using var row = _sql.Rows(id);
        line = row.Read()
            ? new(row.GetString(0), Hits.Nullable(row, 1), Hits.Nullable(row, 2), Hits.Nullable(row, 3), Hits.Nullable(row, 4))
            : new("", null, null, null, null);
        return _known[id] = line;
    }

    public void Dispose() => _sql.Dispose();
}

/// <summary>The actors that have a part in a row.</summary>
internal sealed class ActorLines(SqliteConnection connection, string table, string id) : IDisposable
{
    readonly Dictionary<long, ActorLine> _known = [];
    readonly Sql _part = new(connection, $"SELECT actor_id FROM {table} WHERE {id} = ?1 AND role = ?2", 2);
    readonly Sql _actor = new(connection, "SELECT key, name, kind, country, sector FROM actor WHERE id = ?1", 1);

    internal IReadOnlyList<ActorLine> Of(long row, int role) => [.. Ids(row, role).Select(One)];

    internal IReadOnlyList<string> NamesOf(long row, int role) =>
        [.. Ids(row, role).Select(actor => actor == IndexWriter.OutletAsHolder ? "the outlet" : One(actor).Name)];

    List<long> Ids(long row, int role)
    {
        var ids = new List<long>();
        using var rows = _part.Rows(row, role);
        while (rows.Read())
            ids.Add(rows.GetInt64(0));
        return ids;
    }

    internal ActorLine One(long actor)
    {
        if (_known.TryGetValue(actor, out var line))
            return line;
        using var row = _actor.Rows(actor);
        line = row.Read()
            ? new(row.GetString(0), row.GetString(1), row.GetString(2), List(row.GetString(3)), List(row.GetString(4)))
            : new("", "", "unnamed");
        return _known[actor] = line;
    }

    static string[]? List(string text) => text.Length == 0 ? null : text.Split(' ');

    public void Dispose()
    {
        _part.Dispose();
        _actor.Dispose();
    }
}
