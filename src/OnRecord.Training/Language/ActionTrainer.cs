using OnRecord.Language;

namespace OnRecord.Training.Language;

/// <summary>An averaged perceptron for the parser's three actions. Writes <see cref="ActionWeights"/>.</summary>
internal sealed class ActionTrainer
{
    readonly HashIndex _index = new();
    int[] _weights = new int[4 << 16];
    long[] _sums = new long[4 << 16];
    long _step = 1;

    internal void Score(ReadOnlySpan<uint> features, Span<int> scores)
    {
        int a = 0,
            b = 0,
            c = 0;
        foreach (var f in features)
        {
            var row = _index.Find(f) * 4;
            if (row < 0)
                continue;
            a += _weights[row];
            b += _weights[row + 1];
            c += _weights[row + 2];
        }
        (scores[0], scores[1], scores[2]) = (a, b, c);
    }

    internal void Tick() => _step++;

    internal void Update(ReadOnlySpan<uint> features, int gold, int predicted)
    {
        foreach (var f in features)
        {
            var row = _index.FindOrAdd(f) * 4;
            if (row >= _weights.Length)
            {
                Array.Resize(ref _weights, _weights.Length * 2);
                Array.Resize(ref _sums, _sums.Length * 2);
            }
            _weights[row + gold]++;
            _sums[row + gold] += _step;
            _weights[row + predicted]--;
            _sums[row + predicted] -= _step;
        }
    }

    /// <summary>Averages over all steps, as 8-bit multiples of <paramref name="step"/>. The strongest features get a place.</summary>
    internal void Write(BinaryWriter writer, double step, int bits, Action<string> log)
    {
        var largest = 0.0;
        var rows = new List<(uint Hash, sbyte A, sbyte B, sbyte C, double Strength)>();
        foreach (var (hash, row) in _index.All())
        {
            double Average(int i) => _weights[row * 4 + i] - _sums[row * 4 + i] / (double)_step;
            var (a, b, c) = (Average(0), Average(1), Average(2));
            var middle = (Math.Max(a, Math.Max(b, c)) + Math.Min(a, Math.Min(b, c))) / 2; // only differences count
            sbyte Q(double w) => (sbyte)Math.Clamp(Math.Round((w - middle) / step), -127, 127);
            var strength = Math.Max(Math.Abs(a - middle), Math.Max(Math.Abs(b - middle), Math.Abs(c - middle)));
            largest = Math.Max(largest, strength);
            if (Q(a) != 0 || Q(b) != 0 || Q(c) != 0)
                rows.Add((hash, Q(a), Q(b), Q(c), strength));
        }
        rows.Sort((x, y) => (-x.Strength, x.Hash).CompareTo((-y.Strength, y.Hash)));
        var mask = (1u << bits) - 1;
        var table = new byte[16 << bits];
        var used = new byte[mask + 1];
        int kept = 0;
        var weakest = 0.0;
        foreach (var (hash, a, b, c, strength) in rows)
        {
            var bucket = hash & mask;
            if (used[bucket] == 4)
                continue;
            var check = (byte)ActionWeights.Check(hash);
            var at = (int)bucket * 16;
            var twin = false;
            for (var i = 0; i < used[bucket]; i++)
                twin |= table[at + i * 4 + 3] == check;
            if (twin)
                continue;
            at += used[bucket]++ * 4;
            (table[at], table[at + 1], table[at + 2], table[at + 3]) = ((byte)a, (byte)b, (byte)c, check);
            kept++;
            weakest = strength;
        }
        log($"  {kept:N0} of {rows.Count:N0} features that count, of {_index.Count:N0}; weakest kept {weakest:F2}, largest {largest:F1}");
        writer.Write("ACW1"u8);
        writer.Write(bits);
        writer.Write(table);
    }
}
