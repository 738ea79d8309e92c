using OnRecord.Language;

namespace OnRecord.Training.Language;

/// <summary>An averaged perceptron with many labels whose rows hold only the labels that were ever updated. Writes
/// <see cref="SparseWeights"/>.</summary>
internal sealed class SparseTrainer(int labels)
{
    struct Entry
    {
        internal byte Label;
        internal int Weight;
        internal long Sum; // updates times the step they came at
    }

    readonly HashIndex _index = new();
    Entry[][] _rows = new Entry[1 << 16][];
    byte[] _counts = new byte[1 << 16];
    long _step = 1;

    internal void Score(ReadOnlySpan<uint> features, Span<int> scores)
    {
        scores.Clear();
        foreach (var f in features)
        {
            var row = _index.Find(f);
            if (row < 0)
                continue;
            var entries = _rows[row].AsSpan(0, _counts[row]);
            foreach (ref readonly var e in entries)
                scores[e.Label] += e.Weight;
        }
    }

    /// <summary>To be called once for every decision, right or wrong.</summary>
    internal void Tick() => _step++;

    internal void Update(ReadOnlySpan<uint> features, int gold, int predicted)
    {
        foreach (var f in features)
        {
            var row = _index.FindOrAdd(f);
            if (row >= _rows.Length)
            {
                Array.Resize(ref _rows, _rows.Length * 2);
                Array.Resize(ref _counts, _counts.Length * 2);
            }
            _rows[row] ??= new Entry[2];
            Add(row, gold, 1);
            Add(row, predicted, -1);
        }
    }

    void Add(int row, int label, int delta)
    {
        ref var entries = ref _rows[row];
        var n = _counts[row];
        var i = 0;
        while (i < n && entries[i].Label != label)
            i++;
        if (i == n)
        {
            if (n == entries.Length)
                Array.Resize(ref entries, n * 2);
            entries[i].Label = (byte)label;
            _counts[row]++;
        }
        entries[i].Weight += delta;
        entries[i].Sum += delta * _step;
    }

    /// <summary>Averages over all steps, as 8-bit multiples of <paramref name="step"/>.</summary>
    internal void Write(BinaryWriter writer, double step, double prune, Action<string> log)
    {
        var kept = new List<(uint Hash, (byte Label, sbyte Weight)[] Entries)>();
        var weights = 0;
        var largest = 0.0;
        foreach (var (hash, row) in _index.All())
        {
            var entries = new List<(byte, sbyte)>();
            foreach (var e in _rows[row].AsSpan(0, _counts[row]))
            {
                var average = e.Weight - e.Sum / (double)_step;
                largest = Math.Max(largest, Math.Abs(average));
                if (Math.Abs(average) < prune)
                    continue;
                var q = (sbyte)Math.Clamp(Math.Round(average / step), -127, 127);
                if (q != 0)
                    entries.Add((e.Label, q));
            }
            if (entries.Count == 0)
                continue;
            weights += entries.Count;
            kept.Add((hash, [.. entries.OrderBy(e => e.Item1)]));
        }
        var bits = 4;
        while (1 << bits < kept.Count)
            bits++;
        if (kept.Count < (1 << bits) * 0.9)
            bits--;
        log($"  {kept.Count:N0} of {_index.Count:N0} features, {weights:N0} weights, {bits} bits, largest {largest:F1}");
        WriteRows(writer, kept, bits);
    }

    void WriteRows(BinaryWriter writer, List<(uint Hash, (byte Label, sbyte Weight)[] Entries)> kept, int bits)
    {
        var stride = (labels + SparseWeights.Block - 1) / SparseWeights.Block * SparseWeights.Block;
        var mask = (1u << bits) - 1;
        kept.Sort((a, b) => (a.Hash & mask, a.Hash).CompareTo((b.Hash & mask, b.Hash)));
        var rows = new MemoryStream();
        var offsets = new uint[mask + 2];
        var next = 0;
        for (var bucket = 0u; bucket <= mask; bucket++)
        {
            offsets[bucket] = (uint)rows.Position;
            for (; next < kept.Count && (kept[next].Hash & mask) == bucket; next++)
            {
                var (hash, entries) = kept[next];
                rows.WriteByte((byte)(hash >> 16));
                rows.WriteByte((byte)(hash >> 24));
                if (2 * entries.Length > stride)
                {
                    rows.WriteByte(SparseWeights.Dense);
                    var dense = new byte[stride];
                    foreach (var (label, weight) in entries)
                        dense[label] = (byte)weight;
                    rows.Write(dense);
                }
                else
                {
                    rows.WriteByte((byte)entries.Length);
                    foreach (var (label, weight) in entries)
                    {
                        rows.WriteByte(label);
                        rows.WriteByte((byte)weight);
                    }
                }
            }
        }
        offsets[mask + 1] = (uint)rows.Position;
        writer.Write("SPW1"u8);
        writer.Write(labels);
        writer.Write(bits);
        writer.Write((int)rows.Length);
        foreach (var o in offsets)
            writer.Write(o);
        writer.Write(rows.ToArray());
    }
}
