using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace OnRecord.Language;

/// <summary>Weights of a linear classifier with many labels. A feature is a 32-bit hash; its row lists the labels that have a weight.
/// Weights are 8-bit integers and sums 32-bit integers, so the result is the same on every machine.</summary>
/// <remarks>Layout: "SPW1", labels, bits, bytes of rows, 2^bits + 1 offsets, rows. The low bits of the hash choose a bucket, whose rows
/// follow each other: 16 bits of check, the number of entries, then (label, weight) pairs, or <see cref="Dense"/> and one weight for
/// each label. Rows of other features that fall in the bucket are told apart by the check.</remarks>
internal sealed unsafe class SparseWeights
{
    internal const byte Dense = 255;
    internal const int Block = 16;

    /// <summary>Most features that can be summed at once.</summary>
    internal const int MaxFeatures = 64;

    readonly ModelFile _file; // keeps the bytes alive
    readonly uint* _offsets;
    readonly byte* _rows;
    readonly uint _mask;

    internal SparseWeights(ModelFile file)
    {
        _file = file;
        file.Expect("SPW1");
        Labels = file.Int32();
        Stride = (Labels + Block - 1) / Block * Block;
        var bits = file.Int32();
        var bytes = file.Int32();
        _mask = (1u << bits) - 1;
        _offsets = (uint*)file.Take(((1L << bits) + 1) * 4);
        _rows = file.Take(bytes);
    }

    /// <summary>Number of labels.</summary>
    internal int Labels { get; }

    /// <summary>Labels rounded up: the length a score buffer must have.</summary>
    internal int Stride { get; }

    /// <summary>Sums the weights of the features for each label.</summary>
    /// <param name="features">At most <see cref="MaxFeatures"/>.</param>
    /// <param name="scores">As long as <see cref="Stride"/>; overwritten.</param>
    internal void Score(ReadOnlySpan<uint> features, int* scores)
    {
        new Span<int>(scores, Stride).Clear();
        // First find all rows: loads that do not wait for each other hide the time that memory takes.
        var starts = stackalloc byte*[MaxFeatures];
        var ends = stackalloc byte*[MaxFeatures];
        for (var i = 0; i < features.Length; i++)
        {
            var bucket = features[i] & _mask;
            starts[i] = _rows + Unsafe.ReadUnaligned<uint>(_offsets + bucket);
            ends[i] = _rows + Unsafe.ReadUnaligned<uint>(_offsets + bucket + 1);
            if (Sse.IsSupported)
                Sse.Prefetch0(starts[i]);
        }
        for (var i = 0; i < features.Length; i++)
            Add(starts[i], ends[i], (ushort)(features[i] >> 16), scores);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void Add(byte* row, byte* end, ushort check, int* scores)
    {
        while (row < end)
        {
            int n = row[2];
            if (Unsafe.ReadUnaligned<ushort>(row) == check)
            {
                if (n == Dense)
                    AddDense(row + 3, scores);
                else
                    for (var p = row + 3; n > 0; n--, p += 2)
                        scores[p[0]] += (sbyte)p[1];
                return;
            }
            row += 3 + (n == Dense ? Stride : 2 * n);
        }
    }

    void AddDense(byte* weights, int* scores)
    {
        for (var i = 0; i < Stride; i += Block)
        {
            var (low, high) = Vector128.Widen(Vector128.Load((sbyte*)weights + i));
            var (a, b) = Vector128.Widen(low);
            var (c, d) = Vector128.Widen(high);
            (Vector128.Load(scores + i) + a).Store(scores + i);
            (Vector128.Load(scores + i + 4) + b).Store(scores + i + 4);
            (Vector128.Load(scores + i + 8) + c).Store(scores + i + 8);
            (Vector128.Load(scores + i + 12) + d).Store(scores + i + 12);
        }
    }

    /// <summary>The label with the highest score; the first of equals.</summary>
    internal static int Best(int* scores, int labels)
    {
        var best = 0;
        for (var i = 1; i < labels; i++)
            if (scores[i] > scores[best])
                best = i;
        return best;
    }
}
