using OnRecord.Archive.Adding;
using OnRecord.Archive.Sqlite;

namespace OnRecord.Archive.Tests.Faults;

/// <summary>The power fails during an add: what is on the disk then is the archive's file, and its log up to some byte of the commit that
/// was being written, with older bytes behind it; nothing of the shared memory.</summary>
public sealed class PowerLossTests : IDisposable
{
    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void AnyMoment_LeavesAWholeArchive_WithAllThatWasAcknowledged(int seed)
    {
        var file = _folder.File("archive.db");
        var moments = new List<(byte[] Main, byte[] Log, int Acknowledged)>();
        using (var archive = SqliteArchive.OpenOrCreate(file))
        {
            var acknowledged = 0;
            var options = Invented.Options(Invented.Write(_folder.File("news.jsonl"), Enumerable.Range(0, 300)), batch: 10) with
            {
                Acknowledge = items => moments.Add((Read(file), Read(file + "-wal"), acknowledged += items.Count)),
            };
            Pipeline.Run(archive, Invented.Coding(), options);
        }
        Assert.True(moments.Count >= 30);
        var draw = new Random(seed);
        for (var i = 0; i + 1 < moments.Count; i += draw.Next(1, 5))
        {
            var (main, old, acknowledged) = moments[i];
            var log = moments[i + 1].Log;
            var torn = draw.Next(log.Length + 1);
            byte[] cut = [.. log[..torn], .. old.Skip(torn)];
            if (draw.Next(3) == 0 && torn > old.Length)
                Array.Clear(cut, Math.Max(old.Length, torn - 512), torn - Math.Max(old.Length, torn - 512)); // a sector that was not written
            var lost = _folder.File($"lost-{i}.db");
            File.WriteAllBytes(lost, main);
            File.WriteAllBytes(lost + "-wal", cut);
            using (var archive = SqliteArchive.OpenOrCreate(lost))
            {
                Assert.InRange(archive.Totals().Articles, acknowledged, moments[i + 1].Acknowledged);
                Invented.AssertHolds(archive, Enumerable.Range(0, acknowledged).Select(n => $"inv-{n}"));
            }
            File.Delete(lost);
        }
    }

    static byte[] Read(string file)
    {
        if (!File.Exists(file))
            return [];
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
