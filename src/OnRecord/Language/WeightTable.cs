using System.Runtime.InteropServices;

namespace OnRecord.Language;

/// <summary>Weights of a linear model over hashed features: 16-bit weights, 32-bit sums.</summary>
/// <remarks>Layout: entries of 32 bits, a power of two of them, the weight in the upper half, the upper half of the feature's hash in the
/// lower; an empty entry is zero. The low bits of the hash choose an entry; where it is taken, the next free one holds the feature. What
/// is not in the table weighs nothing: rare features do not borrow the weights of others.</remarks>
internal sealed unsafe class WeightTable
{
    /// <summary>A weight of one, as an integer.</summary>
    internal const int Scale = 256;

    readonly uint* _table;
    readonly uint _mask;
    readonly uint[]? _own; // keeps bytes alive that do not come from the program itself

    internal WeightTable(ReadOnlySpan<uint> table)
    {
        _own = GC.AllocateArray<uint>(table.Length, pinned: true);
        table.CopyTo(_own);
        _table = (uint*)Marshal.UnsafeAddrOfPinnedArrayElement(_own, 0);
        _mask = (uint)table.Length - 1;
    }

    WeightTable(UnmanagedMemoryStream table)
    {
        _table = (uint*)table.PositionPointer;
        _mask = (uint)(table.Length / sizeof(uint)) - 1;
    }

    /// <summary>The table <c>models/NAME.bin</c> that the assembly carries, used in place; null in a build without it.</summary>
    /// <param name="name">Of the model.</param>
    /// <param name="slots">Entries that it must have.</param>
    /// <exception cref="InvalidOperationException">It is of another version.</exception>
    internal static WeightTable? Embedded(string name, int slots) =>
        typeof(WeightTable).Assembly.GetManifestResourceStream($"models/{name}.bin") switch
        {
            null => null,
            UnmanagedMemoryStream stream when stream.Length == (long)slots * sizeof(uint) => new(stream),
            _ => throw new InvalidOperationException(
                $"The assembly holds no models/{name}.bin of this version: train it with OnRecord.Training train {name}."
            ),
        };

    /// <summary>A weight as it is stored.</summary>
    internal static short Whole(double weight) => (short)Math.Clamp(Math.Round(weight * Scale), short.MinValue, short.MaxValue);

    /// <summary>Lays out a table.</summary>
    /// <param name="weights">Hash and weight of each feature, in an order that is always the same.</param>
    /// <param name="slots">Entries; a power of two.</param>
    /// <exception cref="ArgumentException">More features than the table can hold and still be quick.</exception>
    internal static uint[] Pack(IReadOnlyCollection<(uint Feature, short Weight)> weights, int slots)
    {
        if (weights.Count > slots / 4 * 3)
            throw new ArgumentException($"{weights.Count} features are too many for {slots} entries.", nameof(weights));
        var table = new uint[slots];
        var mask = (uint)slots - 1;
        foreach (var (feature, weight) in weights)
        {
            if (weight == 0)
                continue;
            var i = feature & mask;
            while (table[i] != 0)
                i = (i + 1) & mask;
            table[i] = (uint)(ushort)weight << 16 | feature >> 16;
        }
        return table;
    }

    /// <summary>The sum of the weights of features.</summary>
    internal int Score(ReadOnlySpan<uint> features)
    {
        var sum = 0;
        foreach (var f in features)
            for (var i = f & _mask; _table[i] is not 0 and var entry; i = (i + 1) & _mask)
                if ((ushort)entry == f >> 16)
                {
                    sum += (short)(entry >> 16);
                    break;
                }
        return sum;
    }
}
