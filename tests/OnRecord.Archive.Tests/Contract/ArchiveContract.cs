using System.Text;
using OnRecord.Archive.Search;
using OnRecord.Record;

namespace OnRecord.Archive.Tests.Contract;

/// <summary>What every store must do, whatever lies under it. A store's own test class derives from this and says how one is made.
/// </summary>
public abstract partial class ArchiveContract : IDisposable
{
    static readonly DateTimeOffset Noon = new(2024, 3, 14, 12, 0, 0, TimeSpan.Zero);

    readonly Lazy<IArchive> _archive;

    protected ArchiveContract() => _archive = new(Create);

    /// <summary>A new, empty archive; the test disposes it.</summary>
    protected abstract IArchive Create();

    /// <summary>Where a backup can be written.</summary>
    protected abstract string BackupFile { get; }

    /// <summary>Opens a backup.</summary>
    protected abstract IArchive OpenBackup();

    IArchive Archive => _archive.Value;

    public virtual void Dispose()
    {
        if (_archive.IsValueCreated)
            _archive.Value.Dispose();
        GC.SuppressFinalize(this);
    }

    static RunStart StartOf(CoderPart? coder = null) => new(coder ?? Told.Coder, ["news.jsonl"], Noon);

    List<KeepOutcome> Add(CoderPart? coder, params IEnumerable<Told> told)
    {
        using var run = Archive.Begin(StartOf(coder));
        var outcomes = told.Select(t => run.Keep(t.Prepared(coder))).ToList();
        run.End(RunState.Done);
        return outcomes;
    }

    void AddQuarrel() => Add(null, Told.Quarrel);

    [Fact]
    public void NewArchive_IsEmptyAndWhole()
    {
        Assert.Equal(new(0, 0, 0, 0, 0, 0, 0), Archive.Totals());
        Assert.Empty(Archive.Verify());
        Assert.Null(Archive.Article("post-1"));
        Assert.Equal(0, Archive.Search(new(SearchKind.Statements, Query.All)).Total);
    }

    [Fact]
    public void Keep_GivesTheRecordBackToTheByte()
    {
        AddQuarrel();
        foreach (var told in Told.Quarrel)
        {
            var kept = Archive.Article(told.Article.Id!)!;
            Assert.Equal(Json(told.Record()), Json(kept.Record));
            Assert.Equal((1, 1), (kept.Version, kept.Versions));
        }
    }

    static string Json(ArticleRecord record) => Encoding.UTF8.GetString(RecordJson.Serialize(record));

    [Fact]
    public void AddingTwice_ChangesNothing()
    {
        AddQuarrel();
        var before = Archive.Totals();
        Assert.All(Add(null, Told.Quarrel), outcome => Assert.Equal(KeepOutcome.Unchanged, outcome));
        Assert.Equal(before with { Runs = 2 }, Archive.Totals());
    }

    [Fact]
    public void Holds_KnowsIdContentAndCoder()
    {
        AddQuarrel();
        var told = Told.Quarrel[0];
        using (var same = Archive.Begin(StartOf()))
        {
            Assert.True(same.Holds("post-1", told.Prepared().ContentHash));
            Assert.False(same.Holds("post-2", told.Prepared().ContentHash));
            Assert.False(same.Holds("post-1", Told.Quarrel[1].Prepared().ContentHash));
            same.End(RunState.Done);
        }
        using var other = Archive.Begin(StartOf(Told.CoderOf("2.0.0")));
        Assert.False(other.Holds("post-1", told.Prepared().ContentHash));
        other.End(RunState.Done);
    }

    [Fact]
    public void ChangedArticle_KeepsTheOlderVersion_AndOnlyTheNewIsSearched()
    {
        AddQuarrel();
        var changed = new Told("desk-3", "A bakery in the old town closes. Smith says the oven broke.")
            .By("The Harbour Post")
            .Actor("Smith")
            .Statement("Smith", "says", "the oven broke");
        Assert.Equal([KeepOutcome.Changed], Add(null, changed));

        Assert.Equal((2, 2), (Archive.Article("desk-3")!.Version, Archive.Article("desk-3")!.Versions));
        Assert.Contains("opens again", Archive.Article("desk-3", version: 1)!.Record.Article.Text, StringComparison.Ordinal);
        Assert.Equal(0, Found(SearchKind.Statements, "new"));
        Assert.Equal(0, Found(SearchKind.Articles, "opens"));
        Assert.Equal(1, Found(SearchKind.Statements, "broke"));
        Assert.Equal(3, Archive.Totals().Articles);
        Assert.Empty(Archive.Verify());

        // the older content again, from an old file: known, and nothing changes
        Assert.Equal([KeepOutcome.Unchanged], Add(null, Told.Quarrel[2]));
        Assert.Equal(2, Archive.Article("desk-3")!.Version);
    }

    [Fact]
    public void AnotherCoder_AddsASecondRecord_AndBothRunsAreKept()
    {
        AddQuarrel();
        var better = new Told("desk-3", Told.Quarrel[2].Article.Text)
            .By("The Harbour Post", null, "Bakery opens")
            .Actor("Smith")
            .Statement("Smith", "says", "the oven is new", "claim", "headline")
            .Statement("Smith", "bakes", "next door");
        Assert.Equal([KeepOutcome.Recoded], Add(Told.CoderOf("2.0.0"), better));

        var kept = Archive.Article("desk-3")!;
        Assert.Equal([1, 2], kept.Runs);
        Assert.Equal(2, kept.Run);
        Assert.Equal("2.0.0", kept.Record.Coder.Version);
        Assert.Equal(Json(Told.Quarrel[2].Record()), Json(Archive.Article("desk-3", run: 1)!.Record));
        Assert.Equal(1, Found(SearchKind.Statements, "act:claim section:headline"));

        var changes = Archive.Diff(1, 2).ToList();
        Assert.Equal(["changed", "added"], changes.Select(c => c.Change));
        Assert.Equal(["cue"], changes[0].Fields);
        Assert.Equal("next door", changes[1].Text);
        Assert.Equal(["changed", "lost"], Archive.Diff(2, 1).Select(c => c.Change));
        Assert.Empty(Archive.Diff(1, 1));
    }

    [Fact]
    public void Diff_OfARunThatIsNot_Says() =>
        Assert.Contains("no run 7", Assert.Throws<ArchiveException>(() => Archive.Diff(7, 7).ToList()).Message, StringComparison.Ordinal);

    [Fact]
    public void WhatWasNotCommitted_IsNotThere()
    {
        AddQuarrel();
        using (var run = Archive.Begin(StartOf()))
        {
            run.Keep(new Told("lost-1", "A ferry left early.").Prepared());
            run.Commit();
            run.Keep(new Told("lost-2", "A ferry left late.").Prepared());
        }
        Assert.NotNull(Archive.Article("lost-1"));
        Assert.Null(Archive.Article("lost-2"));
        Assert.Equal(RunState.Open, Archive.Runs()[0].State);
        Assert.Equal(1, Archive.Runs()[0].Added);
        Assert.Empty(Archive.Verify());
    }

    [Fact]
    public void Readers_SeeOneState_WhileARunIsOpen()
    {
        AddQuarrel();
        using var run = Archive.Begin(StartOf());
        run.Keep(new Told("new-1", "A ferry left early.").Prepared());
        Assert.Equal(3, Archive.Totals().Articles);
        run.Commit();
        Assert.Equal(4, Archive.Totals().Articles);
        run.End(RunState.Done);
    }

    [Fact]
    public void Runs_TellWhatWasReadRefusedAndWhy()
    {
        using (var run = Archive.Begin(StartOf()))
        {
            run.Keep(Told.Quarrel[0].Prepared());
            run.Refuse(new("news.jsonl:7", "is no JSON", "mend the line"));
            run.Unchanged();
            run.End(RunState.Interrupted);
        }
        var kept = Assert.Single(Archive.Runs());
        Assert.Equal((1, 1, 1, RunState.Interrupted), (kept.Added, kept.Refused, kept.Unchanged, kept.State));
        Assert.Equal(["news.jsonl"], kept.Inputs);
        Assert.Equal("2024-03-14T12:00:00Z", kept.StartedAt);
        Assert.StartsWith("1.0.0-", kept.CoderName, StringComparison.Ordinal);
        Assert.Equal(new("news.jsonl:7", "is no JSON", "mend the line"), Assert.Single(Archive.Refused(kept.Id)));
        Assert.Empty(Archive.Refused(kept.Id, skip: 1));
    }

    [Fact]
    public void Uncoded_IsKeptWithItsReason()
    {
        var told = new Told("long-1", "A very long story.");
        var record = told.Record() with { Actors = [], NotCoded = [new(null, "language", "longer than 3 characters")] };
        using (var run = Archive.Begin(StartOf()))
        {
            run.Keep(PreparedArticle.Of(told.Article, record));
            run.End(RunState.Done);
        }
        Assert.Equal(1, Archive.Runs()[0].Uncoded);
        Assert.Equal("longer than 3 characters", Archive.Article("long-1")!.Record.NotCoded![0].Reason);
        Assert.Equal(1, Found(SearchKind.Articles, "story"));
    }

    [Fact]
    public void Texts_OfAnyKind_ComeBackAsTheyWere()
    {
        var told = new Told(
            "odd \u0000 'id\" ; DROP TABLE article --",
            "Nul \0 here. \uD83E\uDD50 \u202E turned. \"Quoted\" it's 100 % _under_ \uFEFF end."
        )
            .By("O'Neil \"Daily\"", "not a date", "<script>alert(1)</script>")
            .Actor("Nul")
            .Statement("Nul", "turned", "it's 100 %");
        Add(null, told);
        var kept = Archive.Article(told.Article.Id!)!;
        Assert.Equal(Json(told.Record()), Json(kept.Record));
        Assert.Equal("it's 100 %", Archive.Search(new(SearchKind.Statements, Query.Parse("100"))).Statements[0].Content);
        Assert.Empty(Archive.Verify());
    }

    [Fact]
    public void Backup_IsAWholeArchive_AndNeverOverwrites()
    {
        AddQuarrel();
        using var run = Archive.Begin(StartOf());
        run.Keep(new Told("new-1", "A ferry left early.").Prepared());
        Archive.Backup(BackupFile);
        run.End(RunState.Done);
        using (var backup = OpenBackup())
        {
            Assert.Equal(3, backup.Totals().Articles);
            Assert.Empty(backup.Verify());
        }
        Assert.Contains("exists", Assert.Throws<ArchiveException>(() => Archive.Backup(BackupFile)).Message, StringComparison.Ordinal);
    }

    long Found(SearchKind kind, string query) => Archive.Search(new(kind, Query.Parse(query))).Total;
}
