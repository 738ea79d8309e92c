using Microsoft.Data.Sqlite;
using OnRecord.Archive.Search;

namespace OnRecord.Archive.Sqlite;

/// <summary>What the archive holds of one actor.</summary>
internal sealed class Profiles(SqliteConnection connection)
{
    readonly Hits _hits = new(connection);

    internal ActorProfile? Of(string key, int most)
    {
        using var find = new Sql(connection, "SELECT id, articles FROM actor WHERE key = ?1 AND articles > 0", 1);
        long id,
            articles;
        using (var row = find.Rows(IndexWriter.Clean(key)))
        {
            if (!row.Read())
                return null;
            (id, articles) = (row.GetInt64(0), row.GetInt64(1));
        }
        using var actors = new ActorLines(connection, "statement_actor", "statement_id");
        return new()
        {
            Actor = actors.One(id),
            Articles = articles,
            Offices = Offices(id),
            Said = List(id, "statement", IndexWriter.Speaker, most, _hits.Statements),
            SaidAbout = List(id, "statement", IndexWriter.About, most, _hits.Statements),
            Did = List(id, "event", IndexWriter.Actor, most, _hits.Events),
            DoneTo = List(id, "event", IndexWriter.Recipient, most, _hits.Events),
            Answers = Answers(id, most),
        };
    }

    Listed<T> List<T>(long actor, string table, int role, int most, Func<IReadOnlyList<long>, IReadOnlyList<T>> hits)
    {
        using var sql = new Sql(
            connection,
            $"SELECT r.id, count(*) OVER () FROM {table}_actor t JOIN {table} r ON r.id = t.{table}_id WHERE t.actor_id = ?1 AND t.role = ?2 ORDER BY r.day DESC, r.id DESC LIMIT ?3",
            3
        );
        var ids = new List<long>();
        var total = 0L;
        using (var row = sql.Rows(actor, role, most))
            while (row.Read())
            {
                ids.Add(row.GetInt64(0));
                total = row.GetInt64(1);
            }
        return new(hits(ids), total);
    }

    List<OfficeLine> Offices(long actor)
    {
        using var sql = new Sql(
            connection,
            """
            SELECT t.office, t.office_from, min(nullif(i.day, 0)), max(nullif(i.day, 0)), count(*) FROM article_actor t
            JOIN article_index i ON i.id = t.article_id WHERE t.actor_id = ?1 AND t.office IS NOT NULL
            GROUP BY t.office, t.office_from ORDER BY count(*) DESC, t.office LIMIT 20
            """,
            1
        );
        var offices = new List<OfficeLine>();
        using var row = sql.Rows(actor);
        while (row.Read())
            offices.Add(new(row.GetString(0), Hits.Nullable(row, 1) ?? "text", Day(row, 2), Day(row, 3), row.GetInt64(4)));
        return offices;
    }

    static string? Day(SqliteDataReader row, int column) =>
        row.IsDBNull(column)
            ? null
            : DateOnly.FromDayNumber(row.GetInt32(column) - 1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    List<AnswerLine> Answers(long actor, int most)
    {
        using var sql = new Sql(
            connection,
            """
            SELECT a.statement_id, a.answered_id FROM answer a
            WHERE a.statement_id IN (SELECT statement_id FROM statement_actor WHERE actor_id = ?1 AND role = 1)
            OR a.answered_id IN (SELECT statement_id FROM statement_actor WHERE actor_id = ?1 AND role = 1)
            ORDER BY a.statement_id DESC LIMIT ?2
            """,
            2
        );
        var pairs = new List<(long Answer, long Answered)>();
        using (var row = sql.Rows(actor, most))
            while (row.Read())
                pairs.Add((row.GetInt64(0), row.GetInt64(1)));
        return [.. pairs.Select(p => new AnswerLine(_hits.Statements([p.Answer])[0], _hits.Statements([p.Answered])[0]))];
    }
}
