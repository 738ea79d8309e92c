using OnRecord.Archive.Adding;
using OnRecord.Archive.Sqlite;

namespace OnRecord.Archive.Tests.Faults;

/// <summary>An article that the coder fails on is kept with the reason; its neighbours are coded, and it is not tried again for ever.
/// </summary>
public sealed class CoderFaultTests : IDisposable
{
    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string> Failures =>
        new()
        {
            { nameof(InvalidOperationException), "InvalidOperationException: poison" },
            { nameof(OutOfMemoryException), "InsufficientMemoryException" },
            { nameof(InsufficientExecutionStackException), "InsufficientExecutionStackException" },
            { nameof(OperationCanceledException), "OperationCanceledException" },
        };

    static Exception Failure(string name) =>
        name switch
        {
            nameof(OutOfMemoryException) => new InsufficientMemoryException(), // an OutOfMemoryException that may be thrown by hand
            nameof(InsufficientExecutionStackException) => new InsufficientExecutionStackException(),
            nameof(OperationCanceledException) => new OperationCanceledException(),
            _ => new InvalidOperationException("poison"),
        };

    [Theory]
    [MemberData(nameof(Failures))]
    public void FailingCoder_CostsOneRecordOnly_AndIsNotAskedAgain(string failure, string reason)
    {
        using var archive = SqliteArchive.OpenOrCreate(_folder.File("archive.db"));
        var news = Invented.Write(_folder.File("news.jsonl"), Enumerable.Range(0, 30));
        var calls = 0;
        var coding = Invented.Coding(article =>
        {
            Interlocked.Increment(ref calls);
            if (article.Id is "inv-7" or "inv-8")
                throw Failure(failure);
        });
        var acknowledged = new List<Acknowledged>();
        var done = Pipeline.Run(archive, coding, Invented.Options(news, acknowledged, threads: 3));
        Assert.Equal((30, 2, 0, 30), (done.Added, done.Uncoded, done.Refused, calls));
        Assert.Contains(reason, acknowledged[7].Uncoded, StringComparison.Ordinal);
        Assert.Contains("please report", acknowledged[7].Uncoded, StringComparison.Ordinal);
        var kept = archive.Article("inv-7")!.Record;
        Assert.Equal(Invented.Told(7).Article.Text, kept.Article.Text);
        Assert.Contains(reason, Assert.Single(kept.NotCoded!).Reason, StringComparison.Ordinal);
        Invented.AssertHolds(archive, Enumerable.Range(0, 30).Where(i => i is not (7 or 8)).Select(i => $"inv-{i}"));

        done = Pipeline.Run(archive, coding, Invented.Options(news));
        Assert.Equal((30, 30), (done.Unchanged, calls));

        // a coder that has been mended has another version: it codes all again, these two too
        var better = Invented.Coding(identity: Told.CoderOf("2.0.0"));
        Assert.Equal(
            (30, 0),
            (Pipeline.Run(archive, better, Invented.Options(news)) is var again ? (again.Recoded, again.Uncoded) : default)
        );
        Assert.Null(archive.Article("inv-7")!.Record.NotCoded);
    }

    /// <summary>The budget of one article is counted in its words and marks: the same article has the same record on every machine.
    /// </summary>
    [Fact]
    public void ArticleBeyondItsBudget_IsKeptUncoded_UntilTheBudgetGrows()
    {
        using var archive = SqliteArchive.OpenOrCreate(_folder.File("archive.db"));
        var news = _folder.File("news.jsonl");
        File.WriteAllLines(
            news,
            [
                """{"id": "short", "text": "The minister said that the bridge was safe."}""",
                $$"""{"id": "long", "text": "{{string.Concat(Enumerable.Repeat("The minister said that the bridge was safe. ", 20))}}"}""",
            ]
        );
        var tight = Coder.Load(new() { MostTokens = 100 });
        var acknowledged = new List<Acknowledged>();
        var done = Pipeline.Run(archive, tight, Invented.Options(news, acknowledged));
        Assert.Equal((2, 1), (done.Added, done.Uncoded));
        Assert.Null(acknowledged[0].Uncoded);
        Assert.Equal("longer than 100 words and marks, the most that is coded as one article", acknowledged[1].Uncoded);
        Assert.Equal(2, Pipeline.Run(archive, tight, Invented.Options(news)).Unchanged);

        done = Pipeline.Run(archive, Coder.Load(), Invented.Options(news));
        Assert.Equal((2, 0), (done.Recoded, done.Uncoded));
        Assert.Equal(20, archive.Article("long")!.Record.Statements.Count);
        Assert.Empty(archive.Verify());
    }
}
