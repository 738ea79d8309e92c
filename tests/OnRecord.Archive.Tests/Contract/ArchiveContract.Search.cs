using OnRecord.Archive.Search;

namespace OnRecord.Archive.Tests.Contract;

public abstract partial class ArchiveContract
{
    /// <summary>Queries over <see cref="Told.Quarrel"/> and the ids of what they find, newest first.</summary>
    public static TheoryData<SearchKind, string, string> Queries { get; } =
        new()
        {
            { SearchKind.Statements, "", "wire-2#s2 wire-2#s1 post-1#s3 post-1#s2 post-1#s1 desk-3#s1" },
            { SearchKind.Statements, "raid", "post-1#s2 post-1#s1" },
            { SearchKind.Statements, "RAID", "post-1#s2 post-1#s1" },
            { SearchKind.Statements, "\"planned a raid\"", "post-1#s2" },
            { SearchKind.Statements, "\"raid a planned\"", "" },
            { SearchKind.Statements, "depot OR oven", "wire-2#s1 desk-3#s1" },
            { SearchKind.Statements, "raid NOT planned", "post-1#s1" },
            { SearchKind.Statements, "NOT raid", "wire-2#s2 wire-2#s1 post-1#s3 desk-3#s1" },
            { SearchKind.Statements, "speaker:brandt", "wire-2#s1 post-1#s1" },
            { SearchKind.Statements, "speaker:\"adela brandt\" since:2022-03", "wire-2#s1" },
            { SearchKind.Statements, "speaker:SUD", "post-1#s2" },
            { SearchKind.Statements, "speaker:officials", "post-1#s3" },
            { SearchKind.Statements, "speaker:smith", "wire-2#s2 desk-3#s1" },
            { SearchKind.Statements, "speaker:nobody", "" },
            { SearchKind.Statements, "speaker:\"kb:nor-brandt-adela\"", "wire-2#s1 post-1#s1" },
            { SearchKind.Statements, "about:sudland", "post-1#s2" },
            { SearchKind.Statements, "act:deny", "post-1#s2" },
            { SearchKind.Statements, "act:deny OR act:claim", "wire-2#s2 post-1#s2" },
            { SearchKind.Statements, "NOT act:say", "wire-2#s2 post-1#s2" },
            { SearchKind.Statements, "section:lede", "post-1#s1" },
            { SearchKind.Statements, "section:headline", "desk-3#s1" },
            { SearchKind.Statements, "section:body act:say", "wire-2#s1 post-1#s3 desk-3#s0" },
            { SearchKind.Statements, "outlet:harbour", "post-1#s3 post-1#s2 post-1#s1 desk-3#s1" },
            { SearchKind.Statements, "since:2022", "wire-2#s2 wire-2#s1 post-1#s3 post-1#s2 post-1#s1" },
            { SearchKind.Statements, "until:2022-02", "post-1#s3 post-1#s2 post-1#s1" },
            { SearchKind.Statements, "since:2022-02-11 until:2022-02-28", "" },
            { SearchKind.Statements, "type:ASSAULT", "post-1#s2" },
            { SearchKind.Statements, "(speaker:smith OR speaker:rill) since:2022", "wire-2#s2 post-1#s2" },
            { SearchKind.Events, "", "wire-2#e2 wire-2#e1 post-1#e1" },
            { SearchKind.Events, "type:ASSAULT", "wire-2#e1 post-1#e1" },
            { SearchKind.Events, "does:sudland to:norland", "post-1#e1" },
            { SearchKind.Events, "does:SUD", "wire-2#e1 post-1#e1" },
            { SearchKind.Events, "to:norland NOT does:sudland", "wire-2#e2" },
            { SearchKind.Events, "in:kestrel", "wire-2#e1" },
            { SearchKind.Events, "in:NOR", "wire-2#e1" },
            { SearchKind.Events, "factuality:denied", "post-1#e1" },
            { SearchKind.Events, "asserted-by:outlet", "wire-2#e2 wire-2#e1" },
            { SearchKind.Events, "denied-by:rill", "post-1#e1" },
            { SearchKind.Events, "speaker:rill", "post-1#e1" },
            { SearchKind.Events, "NOT speaker:rill", "wire-2#e2 wire-2#e1" },
            { SearchKind.Events, "shelled depot", "wire-2#e1" },
            { SearchKind.Articles, "", "wire-2 post-1 desk-3" },
            { SearchKind.Articles, "depot", "wire-2" },
            { SearchKind.Articles, "warns", "post-1" },
            { SearchKind.Articles, "cafe ubermut", "desk-3" },
            { SearchKind.Articles, "speaker:brandt act:deny", "" },
            { SearchKind.Articles, "speaker:rill act:deny", "post-1" },
            { SearchKind.Articles, "NOT act:deny", "wire-2 desk-3" },
            { SearchKind.Articles, "type:CONSULT OR act:deny", "wire-2 post-1" },
            { SearchKind.Articles, "section:headline", "desk-3" },
            { SearchKind.Articles, "type:ASSAULT speaker:smith outlet:wire", "wire-2" },
            { SearchKind.Actors, "brandt", "kb:nor-brandt-adela" },
            { SearchKind.Actors, "act:deny", "name:person:tomas rill kb:SUD" },
            { SearchKind.Actors, "type:CONSULT", "kb:NOR" },
            { SearchKind.Actors, "outlet:wire smith", "called:person:smith" },
        };

    [Theory]
    [MemberData(nameof(Queries))]
    public void Query_Finds(SearchKind kind, string query, string expected)
    {
        AddQuarrel();
        var page = Archive.Search(new(kind, Query.Parse(query)));
        var found = IdsOf(page);
        var wanted = expected
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(id => !id.EndsWith("#s0", StringComparison.Ordinal))
            .ToList();
        if (kind == SearchKind.Actors)
            Assert.Equal(
                expected.Replace("tomas ", "tomas_", StringComparison.Ordinal).Split(' ').Order(),
                found.Select(f => f.Replace(' ', '_')).Order()
            );
        else
            Assert.Equal(wanted, found);
        Assert.Equal(found.Count, page.Total);
        Assert.Null(page.Next);
    }

    /// <summary>Export finds what search finds.</summary>
    [Theory]
    [MemberData(nameof(Queries))]
    public void Find_GivesTheSameAsSearch(SearchKind kind, string query, string expected)
    {
        Assert.NotNull(expected);
        if (kind == SearchKind.Actors)
            return;
        AddQuarrel();
        var found = Archive
            .Find(kind, Query.Parse(query))
            .SelectMany(f => f.Ids?.Select(id => $"{f.Article.Record.Id}#{id}") ?? [f.Article.Record.Id])
            .Order();
        Assert.Equal(IdsOf(Archive.Search(new(kind, Query.Parse(query)))).Order(), found);
    }

    static List<string> IdsOf(SearchPage page) =>
        [
            .. page.Statements.Select(s => $"{s.Article.Id}#{s.Id}"),
            .. page.Events.Select(e => $"{e.Article.Id}#{e.Id}"),
            .. page.Articles.Select(a => a.Article.Id),
            .. page.Actors.Select(a => a.Actor.Key),
        ];

    [Theory]
    [InlineData(SearchKind.Statements, "")]
    [InlineData(SearchKind.Statements, "said OR says OR denied OR hinted")]
    [InlineData(SearchKind.Articles, "")]
    [InlineData(SearchKind.Actors, "")]
    [InlineData(SearchKind.Events, "NOT type:CONSULT")]
    public void Cursors_LeadThroughAllHitsOnce(SearchKind kind, string query)
    {
        AddQuarrel();
        var all = IdsOf(Archive.Search(new(kind, Query.Parse(query))));
        var walked = new List<string>();
        string? cursor = null;
        do
        {
            var page = Archive.Search(new(kind, Query.Parse(query)) { Limit = 1, Cursor = cursor });
            Assert.Equal(all.Count, page.Total);
            walked.AddRange(IdsOf(page));
            cursor = page.Next;
        } while (cursor is not null);
        Assert.Equal(all, walked);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("")]
    [InlineData("MC4xLjE=====")]
    [InlineData("../../etc/passwd")]
    [InlineData("OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5OS4xLjE")]
    public void BadCursor_IsRefusedWithARemedy(string cursor)
    {
        AddQuarrel();
        var e = Assert.Throws<QueryException>(() => Archive.Search(new(SearchKind.Statements, Query.All) { Cursor = cursor }));
        Assert.Contains("cursor", e.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void CursorOfAnotherKind_IsRefused()
    {
        AddQuarrel();
        var next = Archive.Search(new(SearchKind.Statements, Query.All) { Limit = 1 }).Next;
        Assert.Throws<QueryException>(() => Archive.Search(new(SearchKind.Events, Query.All) { Cursor = next }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1_000_000_000)]
    public void LimitOutOfBounds_IsRefused(int limit) =>
        Assert.Throws<QueryException>(() => Archive.Search(new(SearchKind.Statements, Query.All) { Limit = limit }));

    [Fact]
    public void Facets_CountTheHits_AndTheirTermsFindThem()
    {
        AddQuarrel();
        foreach (var kind in new[] { SearchKind.Statements, SearchKind.Events, SearchKind.Articles })
        {
            var page = Archive.Search(new(kind, Query.All));
            Assert.NotEmpty(page.Facets);
            foreach (var facet in page.Facets)
            foreach (var value in facet.Values)
                Assert.Equal(value.Count, Found(kind, value.Term));
        }
        var acts = Archive.Search(new(SearchKind.Statements, Query.All)).Facets.Single(f => f.Field == "act");
        Assert.Equal(
            ["say", "deny", "claim"],
            acts.Values.OrderByDescending(v => v.Count).ThenByDescending(v => v.Label).Select(v => v.Label)
        );
        Assert.Equal([4, 1, 1], acts.Values.Select(v => v.Count));
    }

    [Fact]
    public void Hits_ShowWhatStandsInTheText()
    {
        AddQuarrel();
        var denial = Archive.Search(new(SearchKind.Statements, Query.Parse("act:deny"))).Statements[0];
        var text = Archive.Article("post-1")!.Record.Article.Text;
        Assert.Equal(("Tomas Rill", "denied", "that Sudland planned a raid on Norland"), (denial.Source, denial.Cue, denial.Content));
        Assert.Equal("Tomas Rill denied that Sudland planned a raid on Norland", text[denial.Start..denial.End]);
        Assert.Equal(["Tomas Rill"], denial.Speakers.Select(s => s.Name));
        Assert.Equal(new("post-1", "Brandt warns Sudland", "The Harbour Post", "2022-02-10", null), denial.Article);

        var raid = Archive.Search(new(SearchKind.Events, Query.Parse("type:ASSAULT factuality:denied"))).Events[0];
        Assert.Equal("Envoy Tomas Rill denied that Sudland planned a raid on Norland.", raid.Evidence);
        Assert.Equal(raid.Evidence, text[raid.Start..raid.End]);
        Assert.Equal(["Tomas Rill"], raid.DeniedBy);
        Assert.Empty(raid.AssertedBy);

        var bakery = Archive.Search(new(SearchKind.Articles, Query.Parse("ubermut"))).Articles[0];
        Assert.Contains("Übermut", bakery.Excerpt, StringComparison.Ordinal);
    }

    [Fact]
    public void Actor_IsJoinedOverArticles()
    {
        AddQuarrel();
        var brandt = Archive.Actor("kb:nor-brandt-adela")!;
        Assert.Equal((2, 2), (brandt.Articles, brandt.Said.Total));
        Assert.Equal(["General", "Minister"], brandt.Offices.Select(o => o.Title).Order());
        Assert.Equal("2022-03-01", brandt.Offices.Single(o => o.Title == "General").First);
        var (answer, answered) = Assert.Single(brandt.Answers);
        Assert.Equal(("s2", "s1"), (answer.Id, answered.Id));

        var sudland = Archive.Actor("kb:SUD")!;
        Assert.Equal((2, 1, 0), (sudland.Did.Total, sudland.SaidAbout.Total, sudland.Said.Total));
        Assert.Null(Archive.Actor("kb:nobody"));
    }

    [Fact]
    public void Cancelled_SearchEnds()
    {
        AddQuarrel();
        Assert.ThrowsAny<OperationCanceledException>(() =>
            Archive.Find(SearchKind.Statements, Query.All, new CancellationToken(canceled: true)).ToList()
        );
    }
}
