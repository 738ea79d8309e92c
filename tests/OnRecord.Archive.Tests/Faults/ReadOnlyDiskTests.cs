using OnRecord.Archive.Search;
using OnRecord.Archive.Sqlite;

namespace OnRecord.Archive.Tests.Faults;

/// <summary>An archive on a disk that can't be written: a snapshot, a mounted backup.</summary>
public sealed class ReadOnlyDiskTests : IDisposable
{
    readonly SmallDisk _disk = new(16);

    public void Dispose() => _disk.Dispose();

    [Fact]
    public void Reading_Searching_Verifying_Work()
    {
        var file = Invented.Archive(_disk.File("archive.db"), 50);
        _disk.MakeReadOnly();
        using var archive = SqliteArchive.Open(file);
        Invented.AssertHolds(archive, Enumerable.Range(0, 50).Select(i => $"inv-{i}"));
        Assert.Equal(50, archive.Search(new(SearchKind.Statements, Query.Parse("NOT nowhere"))).Total);
        Assert.Single(archive.Runs());
        using var folder = new TempFolder();
        archive.Backup(folder.File("copy.db"));
        using var copy = SqliteArchive.Open(folder.File("copy.db"));
        Assert.Equal(50, copy.Totals().Articles);
    }

    [Fact]
    public void Adding_SaysWhatToDo()
    {
        var file = Invented.Archive(_disk.File("archive.db"), 5);
        _disk.MakeReadOnly();
        foreach (var open in new Func<string, SqliteArchive>[] { SqliteArchive.Open, SqliteArchive.OpenOrCreate })
        {
            var error = Assert.Throws<ArchiveException>(() =>
            {
                using var archive = open(file);
                Invented.Add(archive, [7]);
            });
            Assert.Contains("where you may", error.Remedy, StringComparison.Ordinal);
        }
        var none = Assert.Throws<ArchiveException>(() => SqliteArchive.OpenOrCreate(_disk.File("new.db")));
        Assert.Contains("where you may", none.Remedy, StringComparison.Ordinal);
    }

    /// <summary>What a writer that was killed left in its log can't be read without writing beside it; the error says to copy all of it.
    /// </summary>
    [Fact]
    public void LogOfAKilledWriter_SaysToCopyTheArchive()
    {
        using var folder = new TempFolder();
        var file = folder.File("archive.db");
        using (var archive = SqliteArchive.OpenOrCreate(file))
        {
            using var run = archive.Begin(new(Told.Coder, [], DateTimeOffset.UnixEpoch));
            run.Keep(Invented.Told(1).Prepared());
            run.Commit();
            File.Copy(file, _disk.File("archive.db"));
            File.Copy(file + "-wal", _disk.File("archive.db-wal"));
        }
        _disk.MakeReadOnly();
        try
        {
            using var archive = SqliteArchive.Open(_disk.File("archive.db"));
            Invented.AssertHolds(archive, ["inv-1"]); // a SQLite that can is welcome
        }
        catch (ArchiveException e)
        {
            Assert.Contains("copy it, with the files beside it", e.Remedy, StringComparison.Ordinal);
        }
    }
}
