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

    readonly int _labels = labels;
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
            var row = Row(f);
            Add(row, gold, 1);
            Add(row, predicted, -1);
        }
    }

    int Row(uint feature)
    {
        var row = _index.FindOrAdd(feature);
        if (row >= _rows.Length)
        {
            Array.Resize(ref _rows, _rows.Length * 2);
            Array.Resize(ref _counts, _counts.Length * 2);
        }
        _rows[row] ??= new Entry[2];
        return row;
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

    /// <summary>The mean of the averages of several trainers, in 256ths.</summary>
    internal static SparseTrainer Mean(IReadOnlyList<SparseTrainer> trainers)
    {
        const int fine = 256;
        var mean = new SparseTrainer(trainers[0]._labels) { _scale = fine };
        Span<double> sums = stackalloc double[256];
        foreach (var (hash, _) in trainers.SelectMany(t => t._index.All()))
        {
            if (mean._index.Find(hash) >= 0)
                continue;
            var to = mean.Row(hash);
            sums.Clear();
            foreach (var t in trainers)
                if (t._index.Find(hash) is >= 0 and var row)
                    foreach (ref readonly var e in t._rows[row].AsSpan(0, t._counts[row]))
                        sums[e.Label] += t.Average(e);
            for (var l = 0; l < mean._labels; l++)
                if ((int)Math.Round(sums[l] * fine / trainers.Count) is not 0 and var weight)
                    mean.Add(to, l, weight);
        }
        foreach (var row in mean._rows)
        foreach (ref var e in row.AsSpan())
            e.Sum = 0;
        return mean;
    }

    int _scale = 1; // a weight of this many is a weight of 1

    double Average(in Entry e) => (e.Weight - e.Sum / (double)_step) / _scale;

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
                var average = Average(e);
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
        var stride = (_labels + SparseWeights.Block - 1) / SparseWeights.Block * SparseWeights.Block;
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
        writer.Write(_labels);
        writer.Write(bits);
        writer.Write((int)rows.Length);
        foreach (var o in offsets)
            writer.Write(o);
        writer.Write(rows.ToArray());
    }
}
