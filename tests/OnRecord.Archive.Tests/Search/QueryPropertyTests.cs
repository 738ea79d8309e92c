using OnRecord.Archive.Search;
using OnRecord.Archive.Sqlite;

namespace OnRecord.Archive.Tests.Search;

/// <summary>An archive of invented articles, made once.</summary>
public sealed class InventedArchive : IDisposable
{
    readonly TempFolder _folder = new();

    /// <summary>Makes it.</summary>
    public InventedArchive()
    {
        Archive = SqliteArchive.OpenOrCreate(_folder.File("archive.db"));
        Invented.Add(Archive, Enumerable.Range(0, 150));
        using var run = Archive.Begin(new(Told.Coder, [], DateTimeOffset.UnixEpoch));
        foreach (var told in Told.Quarrel)
            run.Keep(told.Prepared());
        run.End(RunState.Done);
    }

    internal SqliteArchive Archive { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Archive.Dispose();
        _folder.Dispose();
    }
}

/// <summary>What must hold of every query, tried on random ones of the whole grammar.</summary>
public sealed class QueryPropertyTests(InventedArchive made) : IClassFixture<InventedArchive>
{
    const int Queries = 150;

    static readonly string[] Terms =
    [
        "harbour",
        "safe",
        "nowhere",
        "\"the bridge\"",
        "speaker:brandt",
        "speaker:NOR",
        "speaker:officials",
        "about:sudland",
        "act:deny",
        "act:say",
        "act:(warn OR claim)",
        "does:norland",
        "to:SUD",
        "in:kestrel",
        "type:ASSAULT",
        "type:CONSULT",
        "factuality:happened",
        "factuality:denied",
        "asserted-by:outlet",
        "asserted-by:brandt",
        "denied-by:rill",
        "section:headline",
        "section:lede",
        "outlet:wire",
        "outlet:harbour",
        "since:2022",
        "until:2023-05",
        "since:2021-03-05",
    ];

    readonly SqliteArchive _archive = made.Archive;

    static string Draw(Random draw, int depth) =>
        draw.Next(depth > 2 ? 4 : 8) switch
        {
            4 => $"({Draw(draw, depth + 1)} OR {Draw(draw, depth + 1)})",
            5 => $"({Draw(draw, depth + 1)} {Draw(draw, depth + 1)})",
            6 => $"NOT ({Draw(draw, depth + 1)})",
            7 => $"({Draw(draw, depth + 1)} AND -{Terms[draw.Next(Terms.Length)]})",
            _ => Terms[draw.Next(Terms.Length)],
        };

    /// <summary>All kinds.</summary>
    public static TheoryData<SearchKind> Kinds => [.. Enum.GetValues<SearchKind>()];

    static bool Excludes(string query) => query.Contains("NOT", StringComparison.Ordinal) || query.Contains(" -", StringComparison.Ordinal);

    /// <summary>Found by pages of a size.</summary>
    List<string> Found(SearchKind kind, string query, int limit = SearchRequest.MostHits)
    {
        var found = new List<string>();
        string? cursor = null;
        do
        {
            var page = _archive.Search(
                new(kind, Query.Parse(query))
                {
                    Limit = limit,
                    Cursor = cursor,
                    Facets = false,
                }
            );
            found.AddRange(page.Statements.Select(s => s.Article.Id + "#" + s.Id));
            found.AddRange(page.Events.Select(e => e.Article.Id + "#" + e.Id));
            found.AddRange(page.Articles.Select(a => a.Article.Id));
            found.AddRange(page.Actors.Select(a => a.Actor.Key));
            cursor = page.Next;
            Assert.True(found.Count <= page.Total, $"{kind} {query}: more than the total of {page.Total}");
            if (cursor is null)
                Assert.Equal(page.Total, found.Count);
        } while (cursor is not null);
        Assert.Equal(found.Count, found.Distinct(StringComparer.Ordinal).Count());
        return found;
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Not_IsTheRest(SearchKind kind)
    {
        var draw = new Random(1);
        var all = Found(kind, "");
        for (var i = 0; i < Queries; i++)
        {
            var query = Draw(draw, 0);
            var (with, without) = (Found(kind, query), Found(kind, $"NOT ({query})"));
            Assert.True(
                with.Concat(without).Order(StringComparer.Ordinal).SequenceEqual(all.Order(StringComparer.Ordinal)),
                $"{kind}: {query}: {with.Count} + {without.Count} of {all.Count}"
            );
        }
    }

    /// <summary>One statement may meet both sides of OR, and both of AND where they stand alone; side by side they narrow.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Or_IsBoth_And_IsLess(SearchKind kind)
    {
        var draw = new Random(2);
        for (var i = 0; i < Queries; i++)
        {
            var (q, r) = (Draw(draw, 1), Draw(draw, 1));
            var (ofQ, ofR) = (Found(kind, q).ToHashSet(StringComparer.Ordinal), Found(kind, r).ToHashSet(StringComparer.Ordinal));
            var or = Found(kind, $"({q}) OR ({r})").ToHashSet(StringComparer.Ordinal);
            Assert.True(or.SetEquals(ofQ.Union(ofR, StringComparer.Ordinal)), $"{kind}: ({q}) OR ({r})");
            // "NOT speaker:brandt" alone is an article without him; beside "act:deny" it is one in which another denies
            if (kind is SearchKind.Articles or SearchKind.Actors && (Excludes(q) || Excludes(r)))
                continue;
            var and = Found(kind, $"({q}) AND ({r})");
            Assert.True(and.TrueForAll(ofQ.Contains) && and.TrueForAll(ofR.Contains), $"{kind}: ({q}) AND ({r})");
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Pages_AreOneLongPage(SearchKind kind)
    {
        var draw = new Random(3);
        for (var i = 0; i < 30; i++)
        {
            var query = Draw(draw, 0);
            Assert.Equal(Found(kind, query), Found(kind, query, draw.Next(7, 60)));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Facets_CountWhatTheirTermsFind(SearchKind kind)
    {
        var draw = new Random(4);
        for (var i = 0; i < 30; i++)
        {
            var query = Draw(draw, 1);
            var page = _archive.Search(new(kind, Query.Parse(query)));
            foreach (var facet in page.Facets)
            {
                Assert.True(facet.Values.Sum(v => v.Count) <= page.Total, $"{kind} {query}: {facet.Field} counts more than there are");
                foreach (var value in facet.Values)
                    Assert.True(
                        Found(kind, $"({query}) {value.Term}").Count >= value.Count || kind == SearchKind.Actors,
                        $"{kind} {query} {value.Term}"
                    );
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Find_GivesTheArticlesOfWhatSearchFinds(SearchKind kind)
    {
        if (kind == SearchKind.Actors)
            return; // articles that mention them, which searching does not list
        var draw = new Random(5);
        for (var i = 0; i < 30; i++)
        {
            var query = Draw(draw, 0);
            var found = _archive
                .Find(kind, Query.Parse(query))
                .SelectMany(f => f.Ids is { } ids ? ids.Select(id => f.Article.Record.Id + "#" + id) : [f.Article.Record.Id]);
            Assert.Equal(Found(kind, query).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void LongestAndDeepestQueries_AreAnswered(SearchKind kind)
    {
        var deep = string.Concat(Enumerable.Repeat("NOT (harbour OR ", 15)) + "act:deny" + new string(')', 15);
        foreach (
            var query in new[]
            {
                string.Join(" OR ", Enumerable.Range(0, Query.MostTerms).Select(i => $"word{i}")),
                string.Join(' ', Enumerable.Range(0, Query.MostTerms).Select(i => $"-word{i}")),
                string.Join(" OR ", Enumerable.Range(0, Query.MostTerms).Select(i => $"speaker:s{i}")),
                string.Join(" OR ", Enumerable.Range(0, Query.MostTerms).Select(i => i % 2 == 0 ? $"to:t{i}" : $"about:a{i}")),
                string.Join(' ', Enumerable.Range(0, Query.MostTerms).Select(i => $"NOT does:d{i}")),
                deep,
                "\"" + string.Join(' ', Enumerable.Repeat("the", 900)) + "\"",
            }
        )
            Assert.NotNull(_archive.Search(new(kind, Query.Parse(query))));
    }
}
