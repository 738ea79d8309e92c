using OnRecord.Archive.Adding;
using OnRecord.Archive.Search;
using OnRecord.Archive.Sqlite;

namespace OnRecord.Archive.Tests.Faults;

/// <summary>Clocks jump, and days are odd: runs are ordered by their numbers, and nothing depends on the time.</summary>
public sealed class ClockTests : IDisposable
{
    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    [Fact]
    public void OddTimes_ChangeNoOrder()
    {
        (string At, string Stamp)[] times =
        [
            ("2024-02-29T23:59:59Z", "2024-02-29T23:59:59Z"), // leap day
            ("2024-02-28T00:00:00Z", "2024-02-28T00:00:00Z"), // the clock was set back
            ("2024-03-31T02:30:00+02:00", "2024-03-31T00:30:00Z"), // an hour that summer time leaves out
            ("2024-10-27T02:30:00+01:00", "2024-10-27T01:30:00Z"), // one that it has twice
            ("1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z"), // a clock that was never set
            ("9999-12-31T23:00:00Z", "9999-12-31T23:00:00Z"),
        ];
        var file = _folder.File("archive.db");
        for (var i = 0; i < times.Length; i++)
        {
            using var archive = SqliteArchive.OpenOrCreate(file);
            var news = Invented.Write(_folder.File("news.jsonl"), [i]);
            var at = DateTimeOffset.Parse(times[i].At, System.Globalization.CultureInfo.InvariantCulture);
            Pipeline.Run(archive, Invented.Coding(), Invented.Options(news) with { Clock = new Clock(at) });
        }
        using var all = SqliteArchive.Open(file);
        Assert.Equal([6, 5, 4, 3, 2, 1], all.Runs().Select(r => r.Id));
        Assert.Equal(times.Select(t => t.Stamp).Reverse(), all.Runs().Select(r => r.StartedAt));
        Assert.All(all.Runs(), r => Assert.True(r.Seconds >= 0 && r.State == RunState.Done));
        Assert.Equal(1, all.Article("inv-0")!.Run);
        Invented.AssertHolds(all, Enumerable.Range(0, times.Length).Select(i => $"inv-{i}"));
    }

    [Theory]
    [InlineData("2024-02-29", "since:2024-02-29 until:2024-02-29")]
    [InlineData("2024-02-29", "since:2024-02 until:2024-02")]
    [InlineData("2024-12-31T23:30:00-05:00", "since:2024 until:2024")]
    [InlineData("0025-01-01", "until:0025")]
    [InlineData("9999-12-31", "since:9999")]
    public void OddDays_AreFound(string published, string query)
    {
        using var archive = SqliteArchive.OpenOrCreate(_folder.File("archive.db"));
        using (var run = archive.Begin(new(Told.Coder, [], DateTimeOffset.UnixEpoch)))
        {
            run.Keep(new Told("odd", "A ferry left.").By("Post", published).Prepared());
            run.End(RunState.Done);
        }
        Assert.Equal(1, archive.Search(new(SearchKind.Articles, Query.Parse(query))).Total);
        Assert.Empty(archive.Verify());
    }
}
