using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using OnRecord.Archive.Search;

namespace OnRecord.Archive.Sqlite;

/// <summary>Runs a query: the rows that meet it, the newest of them for the page, and the counts.</summary>
/// <remarks>A query that names its rows (a word, a speaker) is counted in full. One that only excludes (an act, a date) is tried on the
/// newest rows first and counted up to <see cref="MostCounted"/>.</remarks>
internal sealed class Searcher(SqliteConnection connection, Func<string, long> term)
{
    /// <summary>How many hits of a query that does not name its rows are counted.</summary>
    internal const int MostCounted = 10_000;

    const int MostFacetValues = 10;

    /// <summary>One search: columns to count by, after id and order. "day" gives the years.</summary>
    static readonly Dictionary<SearchKind, (string Order, string[] Counted)> Columns = new()
    {
        [SearchKind.Statements] = ("day", ["speaker", "act", "outlet_id", "section"]),
        [SearchKind.Events] = ("day", ["type", "factuality", "actor", "recipient", "outlet_id", "section"]),
        [SearchKind.Articles] = ("day", ["outlet_id"]),
        [SearchKind.Actors] = ("articles", []),
    };

    internal SearchPage Run(SearchRequest request)
    {
        if (request.Limit is < 1 or > SearchRequest.MostHits)
            throw new QueryException(
                $"a page of {request.Limit} hits can't be had",
                0,
                0,
                $"ask for 1 to {SearchRequest.MostHits} and follow the cursor"
            );
        var cursor = Cursor.Decode(request.Cursor, request.Kind);
        var sql = new QuerySql(request.Kind, request.Query, term);
        var (order, columns) = Columns[request.Kind];
        var counted = request.Facets ? columns : [];
        var rows = Rows.Of(connection, request.Kind, sql, order, counted, request.Limit, cursor, all: true);
        if (rows.Cut && cursor is not null) // the page may lie behind what was counted
            rows.Page = Rows.Of(connection, request.Kind, sql, order, [], request.Limit, cursor, all: false).Page;
        var hits = new Hits(connection);
        var ids = rows.Page.Take(request.Limit).Select(r => r.Id).ToList();
        var page = new SearchPage
        {
            Total = rows.Total,
            AtLeast = rows.Cut,
            Facets = [.. counted.Select((column, i) => FacetOf(column, rows.Counts[i])), .. YearsOf(request, rows.Days)],
            Next =
                rows.Page.Count > request.Limit
                    ? new Cursor(request.Kind, rows.Page[request.Limit - 1].Order, rows.Page[request.Limit - 1].Id).Encode()
                    : null,
        };
        return request.Kind switch
        {
            SearchKind.Statements => page with { Statements = hits.Statements(ids) },
            SearchKind.Events => page with { Events = hits.Events(ids) },
            SearchKind.Articles => page with { Articles = hits.Articles(ids, request.Query) },
            _ => page with { Actors = hits.Actors(ids) },
        };
    }

    /// <summary>Field of the grammar that a column is counted under.</summary>
    static QueryField FieldOf(string column) =>
        column switch
        {
            "speaker" => QueryField.Speaker,
            "act" => QueryField.Act,
            "type" => QueryField.Type,
            "factuality" => QueryField.Factuality,
            "actor" => QueryField.Does,
            "recipient" => QueryField.To,
            "outlet_id" => QueryField.Outlet,
            _ => QueryField.Section,
        };

    Facet FacetOf(string column, Dictionary<long, long> counts)
    {
        var field = FieldOf(column);
        using var name = new Sql(
            connection,
            column switch
            {
                "speaker" or "actor" or "recipient" => "SELECT name FROM actor WHERE id = ?1",
                "outlet_id" => "SELECT CASE name WHEN '' THEN domain ELSE name END FROM outlet WHERE id = ?1",
                _ => "SELECT value FROM term WHERE id = ?1",
            },
            1
        );
        var values = new List<FacetValue>();
        foreach (var (id, count) in counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key))
        {
            if (id == 0 || name.Scalar(id) is not string { Length: > 0 } label)
                continue;
            values.Add(new(label, QueryGrammar.Term(field, label), count));
            if (values.Count == MostFacetValues)
                break;
        }
        return new(QueryGrammar.NameOf(field), values);
    }

    static List<Facet> YearsOf(SearchRequest request, Dictionary<long, long> days)
    {
        if (!request.Facets || request.Kind == SearchKind.Actors)
            return [];
        var years = new SortedDictionary<int, long>();
        foreach (var (day, count) in days)
            if (day > 0)
            {
                var year = DateOnly.FromDayNumber((int)day - 1).Year;
                years[year] = years.GetValueOrDefault(year) + count;
            }
        return
        [
            new(
                "year",
                [
                    .. years
                        .Reverse()
                        .Select(y =>
                        {
                            var year = y.Key.ToString("0000", CultureInfo.InvariantCulture);
                            return new FacetValue(year, $"since:{year} until:{year}", y.Value);
                        }),
                ]
            ),
        ];
    }

    /// <summary>What one pass over the rows gives.</summary>
    sealed class Rows
    {
        internal List<(long Order, long Id)> Page { get; set; } = [];
        internal long Total { get; private set; }
        internal bool Cut { get; private set; }
        internal Dictionary<long, long>[] Counts { get; private init; } = [];
        internal Dictionary<long, long> Days { get; } = [];

        /// <param name="connection">Where.</param>
        /// <param name="kind">What is searched.</param>
        /// <param name="sql">The condition.</param>
        /// <param name="order">Column of the order, falling.</param>
        /// <param name="counted">Columns to count by.</param>
        /// <param name="limit">Hits a page; one more is kept, to know whether there is a next one.</param>
        /// <param name="cursor">Where the page before ended.</param>
        /// <param name="all">Whether to count all, or to read the page alone.</param>
        internal static Rows Of(
            SqliteConnection connection,
            SearchKind kind,
            QuerySql sql,
            string order,
            string[] counted,
            int limit,
            Cursor? cursor,
            bool all
        )
        {
            var rows = new Rows { Counts = [.. counted.Select(_ => new Dictionary<long, long>())] };
            var text = Text(kind, sql, order, counted, all ? null : cursor, all ? MostCounted + 1 : limit + 1);
            using var reader = new Sql(connection, text, sql.Parameters.Count);
            reader.Start([.. sql.Parameters.Select(p => (Sql.Cell)p)]);
            var newest = new PriorityQueue<(long Order, long Id), (long Order, long Id)>();
            while (reader.Step())
            {
                if (!sql.Driven && all && rows.Total == MostCounted)
                {
                    rows.Cut = true;
                    break;
                }
                var (id, at) = (reader.Number(0), reader.Number(1));
                rows.Total++;
                for (var i = 0; i < counted.Length; i++)
                    CollectionsMarshal.GetValueRefOrAddDefault(rows.Counts[i], reader.Number(i + 2), out _)++;
                if (counted.Length > 0)
                    CollectionsMarshal.GetValueRefOrAddDefault(rows.Days, at, out _)++;
                if (cursor is { } c && !c.IsBefore(at, id))
                    continue;
                if (newest.Count <= limit)
                    newest.Enqueue((at, id), (at, id));
                else if ((at, id).CompareTo(newest.Peek()) > 0)
                    newest.EnqueueDequeue((at, id), (at, id));
            }
            rows.Page = new(newest.Count);
            while (newest.TryDequeue(out var row, out _))
                rows.Page.Add(row);
            rows.Page.Reverse();
            return rows;
        }

        static string Text(SearchKind kind, QuerySql sql, string order, string[] counted, Cursor? cursor, int most)
        {
            var (table, alias) = QuerySql.TableOf(kind);
            var columns = string.Concat(counted.Select(c => $", {alias}.{c}"));
            var text = $"SELECT {alias}.id, {alias}.{order}{columns} FROM {table} {alias} WHERE {sql.Where}";
            if (kind == SearchKind.Actors)
                text += " AND x.articles > 0";
            if (cursor is { } c)
                text += string.Create(CultureInfo.InvariantCulture, $" AND ({alias}.{order}, {alias}.id) < ({c.Order}, {c.Id})");
            if (!sql.Driven)
                text += string.Create(CultureInfo.InvariantCulture, $" ORDER BY {alias}.{order} DESC, {alias}.id DESC LIMIT {most}");
            return text;
        }
    }
}
