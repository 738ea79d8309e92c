using System.Runtime.InteropServices;
using OnRecord.Language;

namespace OnRecord.Events;

/// <summary>Tells the type of the act between two given spans: a linear model of fifteen classes over hashed features with weights of four bits,
/// trained by <c>OnRecord.Training train dyads</c>.</summary>
/// <remarks>Layout: the number of features as a 32-bit integer; their hashes in order; for each eight bytes with sixteen weights of four bits,
/// two's complement, the last unused.</remarks>
internal sealed class DyadModel
{
    internal const int Classes = 15;
    internal const int RowBytes = 8;

    /// <summary>Weights go from -Most to Most.</summary>
    internal const int Most = 7;

    /// <summary>PLOVER's roots as pairs are coded, CONCEDE and RETREAT as one, with their quad class.</summary>
    internal static readonly (string Root, int Quad)[] Roots =
    [
        ("AGREE", 1),
        ("CONSULT", 1),
        ("SUPPORT", 1),
        ("COOPERATE", 2),
        ("AID", 2),
        ("YIELD", 2),
        ("REQUEST", 3),
        ("ACCUSE", 3),
        ("REJECT", 3),
        ("THREATEN", 3),
        ("PROTEST", 4),
        ("SANCTION", 4),
        ("MOBILIZE", 4),
        ("COERCE", 4),
        ("ASSAULT", 4),
    ];

    readonly uint[] _hashes;
    readonly byte[] _rows;

    DyadModel(ReadOnlySpan<byte> bytes)
    {
        var count = MemoryMarshal.Read<int>(bytes);
        if (bytes.Length != sizeof(int) + count * (sizeof(uint) + RowBytes))
            throw new InvalidOperationException("models/dyads.bin is of another version: train it with OnRecord.Training train dyads.");
        _hashes = MemoryMarshal.Cast<byte, uint>(bytes.Slice(sizeof(int), count * sizeof(uint))).ToArray();
        _rows = bytes[(sizeof(int) + count * sizeof(uint))..].ToArray();
    }

    /// <summary>The weights the assembly carries; null in a build without them.</summary>
    internal static DyadModel? Load()
    {
        using var stream = typeof(DyadModel).Assembly.GetManifestResourceStream("models/dyads.bin");
        if (stream is null)
            return null;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new(bytes);
    }

    /// <summary>Weights that training has just learned, as <see cref="Pack"/> lays them out.</summary>
    internal static DyadModel Of(byte[] bytes) => new(bytes);

    /// <summary>Lays out weights.</summary>
    /// <param name="weights">Of each feature, for each class; those beyond what four bits hold are cut.</param>
    /// <param name="scale">What one step of a weight stands for.</param>
    internal static byte[] Pack(IReadOnlyDictionary<uint, float[]> weights, float scale)
    {
        var bytes = new byte[sizeof(int) + weights.Count * (sizeof(uint) + RowBytes)];
        MemoryMarshal.Write(bytes, weights.Count);
        var rows = bytes.AsSpan(sizeof(int) + weights.Count * sizeof(uint));
        var i = 0;
        foreach (var (feature, row) in weights.OrderBy(w => w.Key))
        {
            MemoryMarshal.Write(bytes.AsSpan(sizeof(int) + i * sizeof(uint)), feature);
            for (var c = 0; c < Classes; c++)
            {
                var w = (int)Math.Clamp(Math.Round(row[c] / scale), -Most, Most) & 15;
                rows[i * RowBytes + c / 2] |= (byte)(c % 2 == 0 ? w : w << 4);
            }
            i++;
        }
        return bytes;
    }

    /// <summary>The class with the highest sum; of equal ones the first.</summary>
    internal int Best(IEnumerable<uint> features)
    {
        Span<int> sums = stackalloc int[Classes];
        foreach (var f in features)
        {
            var at = Array.BinarySearch(_hashes, f);
            if (at < 0)
                continue;
            for (var c = 0; c < Classes; c++)
            {
                var pair = _rows[at * RowBytes + c / 2];
                sums[c] += (sbyte)(c % 2 == 0 ? pair << 4 : pair) >> 4;
            }
        }
        var best = 0;
        for (var c = 1; c < Classes; c++)
            if (sums[c] > sums[best])
                best = c;
        return best;
    }
}
