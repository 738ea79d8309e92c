using OnRecord.Archive.Adding;
using OnRecord.Archive.Search;
using OnRecord.Archive.Sqlite;

namespace OnRecord.Archive.Tests.Faults;

/// <summary>Several on one archive: writers beside each other, readers beside a writer, backup and restore while it is in use.</summary>
public sealed class TwoAtOnceTests : IDisposable
{
    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    string File => _folder.File("archive.db");

    string News(string name, int first, int count) => Invented.Write(_folder.File(name), Enumerable.Range(first, count));

    [Fact]
    public void TwoWriters_BothFinish_AndAllIsThereOnce()
    {
        using (SqliteArchive.OpenOrCreate(File)) { }
        string[] news = [News("a.jsonl", 0, 300), News("b.jsonl", 200, 300)]; // 200 to 299 are in both
        Parallel.ForEach(
            news,
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            input =>
            {
                using var archive = SqliteArchive.OpenOrCreate(File);
                var done = Pipeline.Run(archive, Invented.Coding(), Invented.Options(input, batch: 20, threads: 2));
                Assert.Equal(300, done.Articles);
            }
        );
        using var both = SqliteArchive.Open(File);
        Assert.Equal((500, 500, 2), (both.Totals().Articles, both.Totals().Versions, both.Totals().Runs));
        Invented.AssertHolds(both, Enumerable.Range(0, 500).Select(i => $"inv-{i}"));
        Assert.Equal(600, both.Runs().Sum(r => r.Added + r.Unchanged));
    }

    [Fact]
    public void TwoThatMakeTheArchiveAtOnce_MakeOne()
    {
        Parallel.For(
            0,
            4,
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            i =>
            {
                using var archive = SqliteArchive.OpenOrCreate(File);
                Invented.Add(archive, [i]);
            }
        );
        using var made = SqliteArchive.Open(File);
        Invented.AssertHolds(made, Enumerable.Range(0, 4).Select(i => $"inv-{i}"));
    }

    /// <summary>Each article has one statement and one event, and they are added ten at a time: other counts would be of no moment.
    /// </summary>
    [Fact]
    public async Task Reader_SeesWholeBatchesOnly_WhileAWriterWrites()
    {
        using var archive = SqliteArchive.OpenOrCreate(File);
        var news = News("a.jsonl", 0, 400);
        var writer = Task.Run(() => Pipeline.Run(archive, Invented.Coding(), Invented.Options(news)));
        using var reader = SqliteArchive.Open(File);
        var seen = 0L;
        while (seen < 400)
        {
            Assert.False(writer.IsFaulted, writer.Exception?.ToString());
            var totals = reader.Totals();
            Assert.Equal((totals.Articles, totals.Articles), (totals.Statements, totals.Events));
            Assert.Equal(0, totals.Articles % 10);
            Assert.True(totals.Articles >= seen, "what was there is gone");
            seen = totals.Articles;
            var page = reader.Search(new(SearchKind.Statements, Query.All) { Limit = 200 });
            Assert.Equal(0, page.Total % 10);
            Assert.Equal(Math.Min(200, page.Total), page.Statements.Count);
            Assert.Equal(page.Total, page.Facets.Single(f => f.Field == "act").Values.Sum(v => v.Count));
        }
        await writer;
    }

    [Fact]
    public async Task Backup_DuringAnAdd_IsOneMoment_AndTheAddGoesOnFromIt()
    {
        using var archive = SqliteArchive.OpenOrCreate(File);
        var news = News("a.jsonl", 0, 400);
        var acknowledged = 0;
        using var begun = new ManualResetEventSlim();
        var options = Invented.Options(news) with
        {
            Acknowledge = items =>
            {
                if (Interlocked.Add(ref acknowledged, items.Count) >= 50)
                    begun.Set();
            },
        };
        var writer = Task.Run(() => Pipeline.Run(archive, Invented.Coding(), options));
        Assert.True(begun.Wait(TimeSpan.FromSeconds(60)));
        var before = Volatile.Read(ref acknowledged);
        using (var other = SqliteArchive.Open(File))
            other.Backup(_folder.File("backup.db"));
        await writer;

        using (var backup = SqliteArchive.Open(_folder.File("backup.db")))
        {
            var articles = (int)backup.Totals().Articles;
            Assert.InRange(articles, before, 400);
            Assert.Equal(0, articles % 10);
            Invented.AssertHolds(backup, Enumerable.Range(0, articles).Select(i => $"inv-{i}"));
        }
        archive.Dispose();
        Assert.Equal(File + ".before-restore", SqliteArchive.Restore(_folder.File("backup.db"), File));
        using var restored = SqliteArchive.Open(File);
        Pipeline.Run(restored, Invented.Coding(), Invented.Options(news));
        Invented.AssertHolds(restored, Enumerable.Range(0, 400).Select(i => $"inv-{i}"));
        using var old = SqliteArchive.Open(File + ".before-restore");
        Invented.AssertHolds(old, Enumerable.Range(0, 400).Select(i => $"inv-{i}"));
    }

    [Fact]
    public void RestoreAndRepair_OfAnArchiveInUse_AreRefused()
    {
        var backup = Invented.Archive(_folder.File("backup.db"), 5);
        Invented.Archive(File, 10);
        using (var open = SqliteArchive.Open(File))
        {
            using var run = open.Begin(new(Told.Coder, [], DateTimeOffset.UnixEpoch));
            run.Keep(Invented.Told(77).Prepared());
            foreach (var replace in new Action[] { () => SqliteArchive.Restore(backup, File), () => SqliteArchive.Repair(File) })
                Assert.Contains("end 'onrecord serve'", Assert.Throws<ArchiveException>(replace).Remedy, StringComparison.Ordinal);
            run.End(RunState.Done);
        }
        using var after = SqliteArchive.Open(File);
        Assert.Equal(11, after.Totals().Articles);
        Assert.False(System.IO.File.Exists(File + ".partial"));
    }

    [Fact]
    public void Restore_OfADamagedBackup_IsRefused_AndTheArchiveStays()
    {
        var backup = Invented.Archive(_folder.File("backup.db"), 20);
        Tables.Execute(backup, "UPDATE coding SET record = zeroblob(80) WHERE id = 3");
        Invented.Archive(File, 10);
        var error = Assert.Throws<ArchiveException>(() => SqliteArchive.Restore(backup, File));
        Assert.Contains("inv-2", error.Message, StringComparison.Ordinal);
        Assert.Contains("older backup", error.Remedy, StringComparison.Ordinal);
        using var archive = SqliteArchive.Open(File);
        Assert.Equal(10, archive.Totals().Articles);
    }

    [Fact]
    public void Restore_Twice_KeepsBothThatWereThere()
    {
        var backup = Invented.Archive(_folder.File("backup.db"), 5);
        Assert.Null(SqliteArchive.Restore(backup, File));
        using (var archive = SqliteArchive.Open(File))
            Invented.Add(archive, [6]);
        Assert.Equal(File + ".before-restore", SqliteArchive.Restore(backup, File));
        Assert.Equal(File + ".before-restore-2", SqliteArchive.Restore(backup, File));
        using var first = SqliteArchive.Open(File + ".before-restore");
        using var second = SqliteArchive.Open(File + ".before-restore-2");
        Assert.Equal((6, 5), (first.Totals().Articles, second.Totals().Articles));
    }

    [Fact]
    public void Restore_OverADamagedArchive_KeepsItBeside()
    {
        var backup = Invented.Archive(_folder.File("backup.db"), 5);
        System.IO.File.WriteAllText(File, "no database");
        SqliteArchive.Restore(backup, File);
        Assert.Equal("no database", System.IO.File.ReadAllText(File + ".before-restore"));
        using var archive = SqliteArchive.Open(File);
        Assert.Equal(5, archive.Totals().Articles);
    }
}
