using OnRecord.Archive.Adding;
using OnRecord.Archive.Search;
using OnRecord.Archive.Sqlite;

namespace OnRecord.Archive.Tests.Faults;

/// <summary>The disk fills up (product faults, group 22).</summary>
public sealed class FullDiskTests : IDisposable
{
    const int All = 2000;

    readonly TempFolder _elsewhere = new();
    readonly SmallDisk _disk = new(16);
    readonly List<Acknowledged> _acknowledged = [];

    public void Dispose()
    {
        _disk.Dispose();
        _elsewhere.Dispose();
    }

    string News => Invented.Write(_elsewhere.File("news.jsonl"), Enumerable.Range(0, All));

    IEnumerable<string> Ids => _acknowledged.Select(a => a.Id!);

    ArchiveException FillByAdding(string file)
    {
        using var archive = SqliteArchive.OpenOrCreate(file);
        var error = Assert.Throws<ArchiveException>(() =>
            Pipeline.Run(archive, Invented.Coding(), Invented.Options(News, _acknowledged, batch: 50))
        );
        Assert.InRange(_acknowledged.Count, 50, All - 1);
        return error;
    }

    [Fact]
    public void Add_SaysWhatToDo_AndAfterFreeingSpaceTheSameGoesOn()
    {
        var filler = _disk.Fill(2500);
        var file = _disk.File("archive.db");
        Assert.Contains("free some space", FillByAdding(file).Remedy, StringComparison.Ordinal);

        File.Delete(filler);
        using var archive = SqliteArchive.OpenOrCreate(file);
        Invented.AssertHolds(archive, Ids);
        var coded = 0;
        Pipeline.Run(archive, Invented.Coding(_ => Interlocked.Increment(ref coded)), Invented.Options(Cut(News, 1000)));
        Assert.True(
            coded <= 1000 - Math.Min(1000, _acknowledged.Count),
            $"{coded} coded of 1000, of which {_acknowledged.Count} were acknowledged"
        );
        Assert.Equal(Math.Max(1000, _acknowledged.Count), archive.Totals().Articles);
        Assert.Empty(archive.Verify());
    }

    /// <summary>The first lines: all of them would not fit on the disk.</summary>
    static string Cut(string file, int lines)
    {
        File.WriteAllLines(file, File.ReadLines(file).Take(lines).ToList());
        return file;
    }

    [Fact]
    public void WhileFull_WhatWasAcknowledged_IsReadAndSearched()
    {
        _disk.Fill(2500);
        var file = _disk.File("archive.db");
        FillByAdding(file);
        _disk.Fill(0);
        using var archive = SqliteArchive.Open(file);
        Invented.AssertHolds(archive, Ids);
        Assert.Equal(_acknowledged.Count, archive.Search(new(SearchKind.Statements, Query.All)).Total);
        Assert.Contains(
            "free some space",
            Assert.Throws<ArchiveException>(() => Invented.Add(archive, Enumerable.Range(5000, 200))).Remedy,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void CopiedElsewhere_TheSameGoesOn()
    {
        _disk.Fill(2500);
        FillByAdding(_disk.File("archive.db"));
        foreach (var part in Directory.GetFiles(_disk.Path, "archive.db*"))
            File.Copy(part, _elsewhere.File(Path.GetFileName(part)));
        using var archive = SqliteArchive.OpenOrCreate(_elsewhere.File("archive.db"));
        Invented.AssertHolds(archive, Ids);
        Pipeline.Run(archive, Invented.Coding(), Invented.Options(News));
        Assert.Equal(All, archive.Totals().Articles);
        Assert.Empty(archive.Verify());
    }

    [Fact]
    public void Backup_LeavesNoHalfOne_AndTheArchiveAsItWas()
    {
        using var archive = SqliteArchive.Open(Invented.Archive(_elsewhere.File("archive.db"), 300));
        _disk.Fill(300);
        var error = Assert.Throws<ArchiveException>(() => archive.Backup(_disk.File("backup.db")));
        Assert.Contains("the disk is full", error.Message, StringComparison.Ordinal);
        Assert.Equal([_disk.File("filler")], Directory.GetFiles(_disk.Path));
        Assert.Empty(archive.Verify());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void RestoreAndRepair_LeaveTheArchiveAsItWas(bool restore)
    {
        var backup = Invented.Archive(_elsewhere.File("backup.db"), 400);
        var file = Invented.Archive(_disk.File("archive.db"), 400);
        _disk.Fill(300);
        var before = File.ReadAllBytes(file);
        var error = Assert.Throws<ArchiveException>(() =>
        {
            if (restore)
                SqliteArchive.Restore(backup, file);
            else
                SqliteArchive.Repair(file);
        });
        Assert.Contains("free some space", error.Remedy, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(file));
        Assert.Equal(
            ["archive.db", "filler"],
            Directory
                .GetFiles(_disk.Path)
                .Select(Path.GetFileName)
                .Where(f => !f!.EndsWith("-shm", StringComparison.Ordinal) && !f.EndsWith("-wal", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void NewArchive_OnAFullDisk_SaysWhatToDo()
    {
        _disk.Fill(0);
        var error = Assert.Throws<ArchiveException>(() => SqliteArchive.OpenOrCreate(_disk.File("archive.db")));
        Assert.Contains("free some space", error.Remedy, StringComparison.Ordinal);
    }
}
