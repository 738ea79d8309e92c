using OnRecord.Archive.Search;
using OnRecord.Archive.Sqlite;

namespace OnRecord.Archive.Tests.Faults;

/// <summary>Files that are not what a run of ours left: cut, overwritten, another program's. An archive opens and is right, or says what
/// is wrong and what to do; it never gives a wrong answer for a true one.</summary>
public sealed class DamagedFileTests : IDisposable
{
    const int Articles = 60;

    /// <summary>A closed archive, and one copied while its log held the newest articles.</summary>
    static readonly Lazy<(byte[] Closed, byte[] Open, byte[] Log, string Answers)> Made = new(() =>
    {
        using var folder = new TempFolder();
        var file = Invented.Archive(folder.File("archive.db"), Articles);
        var closed = File.ReadAllBytes(file);
        using var archive = SqliteArchive.Open(file);
        var answers = Invented.Answers(archive);
        using var run = archive.Begin(new(Told.Coder, [], DateTimeOffset.UnixEpoch));
        for (var i = Articles; i < Articles + 20; i++)
        {
            run.Keep(Invented.Told(i).Prepared());
            run.Commit();
        }
        using var log = new FileStream(file + "-wal", FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        log.CopyTo(copy);
        using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var main = new MemoryStream();
        open.CopyTo(main);
        return (closed, main.ToArray(), copy.ToArray(), answers);
    });

    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    string Archive => _folder.File("archive.db");

    static readonly Dictionary<string, (Func<byte[], byte[]> Damage, string Remedy)> Damages = new(StringComparer.Ordinal)
    {
        ["no byte"] = (_ => [], "restore"),
        ["a text"] = (_ => "This is no database, but a text that somebody named so.\n"u8.ToArray(), "restore"),
        ["half of the header"] = (b => b[..50], "restore"),
        ["the header alone"] = (b => b[..100], "restore"),
        ["the first page"] = (b => b[..4096], "restore"),
        ["half"] = (b => b[..(b.Length / 8192 * 4096)], "repair"),
        ["half a page less"] = (b => b[..^2048], "repair"),
        ["zeros for the last page"] = (b => [.. b[..^4096], .. new byte[4096]], "repair"),
        ["zeros for the first page"] = (b => [.. new byte[4096], .. b[4096..]], "restore"),
        ["zeros for all but the first page"] = (b => [.. b[..4096], .. new byte[b.Length - 4096]], "repair"),
    };

    public static TheoryData<string> DamageNames => [.. Damages.Keys];

    [Theory]
    [MemberData(nameof(DamageNames))]
    public void DamagedFile_SaysWhatToDo(string name)
    {
        var (damage, remedy) = Damages[name];
        File.WriteAllBytes(Archive, damage(Made.Value.Closed));
        var remedies = new List<string>();
        try
        {
            using var archive = SqliteArchive.Open(Archive);
            remedies.AddRange(archive.Verify().Select(f => f.Remedy));
        }
        catch (ArchiveException e)
        {
            remedies.Add(e.Remedy);
        }
        Assert.Contains(remedies, r => r.Contains(remedy, StringComparison.Ordinal));
    }

    /// <summary>Repair gives a whole archive of what could be read, names the rest, and keeps the damaged file; or it says that nothing can
    /// be done.</summary>
    [Theory]
    [MemberData(nameof(DamageNames))]
    public void Repair_MendsOrSaysSo_AndKeepsTheFile(string name)
    {
        var damaged = Damages[name].Damage(Made.Value.Closed);
        File.WriteAllBytes(Archive, damaged);
        try
        {
            var lost = SqliteArchive.Repair(Archive);
            Assert.Equal(damaged, File.ReadAllBytes(Archive + ".before-restore"));
            using var archive = SqliteArchive.Open(Archive);
            Assert.Empty(archive.Verify());
            Assert.True(lost.Count > 0 || archive.Totals().Articles == Articles, "something was lost and not named");
            foreach (var found in archive.Find(SearchKind.Articles, Query.All))
                Invented.AssertIsTold(found.Article.Record, found.Article.Record.Id);
            Invented.Add(archive, Enumerable.Range(0, Articles)); // what was lost comes back
            Invented.AssertHolds(archive, Enumerable.Range(0, Articles).Select(i => $"inv-{i}"));
        }
        catch (ArchiveException e)
        {
            Assert.NotEmpty(e.Remedy);
            Assert.Equal(damaged, File.ReadAllBytes(Archive));
            Assert.DoesNotContain(Directory.GetFiles(_folder.Path), f => f.Contains("partial", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void EmptyFile_IsMadeAnArchiveByAdd()
    {
        File.WriteAllBytes(Archive, []);
        Invented.Archive(Archive, 3);
        using var archive = SqliteArchive.Open(Archive);
        Assert.Equal(3, archive.Totals().Articles);
    }

    [Fact]
    public void DatabaseOfAnotherProgram_IsLeftAlone()
    {
        Tables.Execute(Archive, "CREATE TABLE recipe (name TEXT); INSERT INTO recipe VALUES ('soup')");
        var before = File.ReadAllBytes(Archive);
        foreach (var open in new Func<string, SqliteArchive>[] { SqliteArchive.Open, SqliteArchive.OpenOrCreate })
            Assert.Contains("--archive", Assert.Throws<ArchiveException>(() => open(Archive)).Remedy, StringComparison.Ordinal);
        Assert.Throws<ArchiveException>(() => SqliteArchive.Repair(Archive));
        Assert.Throws<ArchiveException>(() => SqliteArchive.Restore(Archive, _folder.File("other.db")));
        Assert.Equal(before, File.ReadAllBytes(Archive)); // not even its journal mode is changed
        Assert.Equal([Archive], Directory.GetFiles(_folder.Path));
    }

    public static TheoryData<string> LogDamages =>
        [
            "missing",
            "empty",
            "cut at a third",
            "cut in its header",
            "garbage",
            "garbage behind the header",
            "garbage at the end",
            "flipped",
        ];

    /// <summary>The log ends where it is damaged: what comes before is there to the byte, and all of it verifies.</summary>
    [Theory]
    [MemberData(nameof(LogDamages))]
    public void DamagedLog_LosesNothingBeforeTheDamage(string name)
    {
        var (_, main, log, _) = Made.Value;
        var garbage = new byte[log.Length];
        new Random(5).NextBytes(garbage);
        byte[]? damaged = name switch
        {
            "missing" => null,
            "empty" => [],
            "cut at a third" => log[..(log.Length / 3)],
            "cut in its header" => log[..20],
            "garbage" => garbage,
            "garbage behind the header" => [.. log[..32], .. garbage[32..]],
            "garbage at the end" => [.. log, .. garbage],
            _ => [.. log[..(log.Length / 2)], (byte)~log[log.Length / 2], .. log[(log.Length / 2 + 1)..]],
        };
        File.WriteAllBytes(Archive, main);
        if (damaged is not null)
            File.WriteAllBytes(Archive + "-wal", damaged);
        using var archive = SqliteArchive.OpenOrCreate(Archive);
        var articles = archive.Totals().Articles;
        Invented.AssertHolds(archive, Enumerable.Range(0, (int)articles).Select(i => $"inv-{i}"));
        if (name == "garbage at the end")
            Assert.Equal(Articles + 20, articles);
        else
            Assert.InRange(articles, Articles, Articles + 19);
        Invented.Add(archive, Enumerable.Range(0, Articles + 20));
        Assert.Equal(Articles + 20, archive.Totals().Articles);
        Assert.Empty(archive.Verify());
    }

    [Fact]
    public void SharedMemoryOfAnotherTime_IsMadeAnew()
    {
        var (_, main, log, _) = Made.Value;
        File.WriteAllBytes(Archive, main);
        File.WriteAllBytes(Archive + "-wal", log);
        var garbage = new byte[32768];
        new Random(6).NextBytes(garbage);
        File.WriteAllBytes(Archive + "-shm", garbage);
        using var archive = SqliteArchive.Open(Archive);
        Invented.AssertHolds(archive, Enumerable.Range(0, Articles + 20).Select(i => $"inv-{i}"));
    }

    /// <summary>Bytes flip somewhere: no crash, no article that is not as it was added, and answers that verify calls right are right.
    /// </summary>
    [Fact]
    public void FlippedBytes_AreFoundOrDoNoHarm()
    {
        var (closed, _, _, answers) = Made.Value;
        var unfound = new List<int>();
        for (var seed = 0; seed < 120; seed++)
        {
            var draw = new Random(seed);
            var bytes = (byte[])closed.Clone();
            for (var i = draw.Next(1, 4); i > 0; i--)
                bytes[draw.Next(100, bytes.Length)] ^= (byte)(1 << draw.Next(8));
            File.WriteAllBytes(Archive, bytes);
            if (!IsRightOrSaysSo(answers))
                unfound.Add(seed);
        }
        Assert.Empty(unfound);
    }

    bool IsRightOrSaysSo(string answers)
    {
        try
        {
            using var archive = SqliteArchive.Open(Archive);
            for (var i = 0; i < Articles; i++)
                try
                {
                    if (archive.Article($"inv-{i}") is { } kept)
                        Invented.AssertIsTold(kept.Record, $"inv-{i}");
                }
                catch (ArchiveException)
                {
                    // it says so
                }
            string? given = null;
            try
            {
                given = Invented.Answers(archive);
            }
            catch (ArchiveException)
            {
                // it says so
            }
            return archive.Verify().Any() || given == answers;
        }
        catch (ArchiveException e)
        {
            Assert.NotEmpty(e.Remedy);
            return true;
        }
    }
}
