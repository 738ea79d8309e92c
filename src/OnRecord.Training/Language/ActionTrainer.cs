using OnRecord.Language;

namespace OnRecord.Training.Language;

/// <summary>An averaged perceptron for the parser's three actions. Writes <see cref="ActionWeights"/>.</summary>
/// <remarks>One open table whose rows lie in 16 bytes, so that a feature costs one access to memory. Any number of threads may score while
/// none updates.</remarks>
internal sealed class ActionTrainer
{
    const int Actions = 3;
    const int Stride = 4; // the feature, 0 for an empty row, then a weight for each action

    int[] _rows;
    long[] _sums; // updates times the step they came at
    uint _mask;
    int _count;
    long _step = 1;

    internal ActionTrainer(int bits = 18)
    {
        _rows = new int[Stride << bits];
        _sums = new long[Stride << bits];
        _mask = (1u << bits) - 1;
    }

    internal void Score(ReadOnlySpan<uint> features, Span<int> scores)
    {
        int a = 0,
            b = 0,
            c = 0;
        foreach (var f in features)
        {
            var at = Find(f);
            if (at < 0)
                continue;
            a += _rows[at + 1];
            b += _rows[at + 2];
            c += _rows[at + 3];
        }
        (scores[0], scores[1], scores[2]) = (a, b, c);
    }

    static int Key(uint feature) => (int)Math.Max(1, feature);

    int Find(uint feature)
    {
        var key = Key(feature);
        for (var i = (uint)key & _mask; ; i = (i + 1) & _mask)
        {
            var at = (int)i * Stride;
            if (_rows[at] == key)
                return at;
            if (_rows[at] == 0)
                return -1;
        }
    }

    int FindOrAdd(uint feature)
    {
        if (_count * 2L * Stride > _rows.Length)
            Grow();
        var key = Key(feature);
        for (var i = (uint)key & _mask; ; i = (i + 1) & _mask)
        {
            var at = (int)i * Stride;
            if (_rows[at] == key)
                return at;
            if (_rows[at] != 0)
                continue;
            _rows[at] = key;
            _count++;
            return at;
        }
    }

    void Grow()
    {
        var (rows, sums) = (_rows, _sums);
        _rows = new int[rows.Length * 2];
        _sums = new long[sums.Length * 2];
        _mask = 2 * _mask + 1;
        _count = 0;
        for (var at = 0; at < rows.Length; at += Stride)
        {
            if (rows[at] == 0)
                continue;
            var to = FindOrAdd((uint)rows[at]);
            rows.AsSpan(at, Stride).CopyTo(_rows.AsSpan(to));
            sums.AsSpan(at, Stride).CopyTo(_sums.AsSpan(to));
        }
    }

    internal void Tick() => _step++;

    internal void Update(ReadOnlySpan<uint> features, int gold, int predicted)
    {
        Add(features, gold, 1);
        Add(features, predicted, -1);
    }

    /// <summary>Adds <paramref name="delta"/> to the weight of each feature for an action.</summary>
    internal void Add(ReadOnlySpan<uint> features, int action, int delta, bool grow = true)
    {
        foreach (var f in features)
        {
            var at = grow ? FindOrAdd(f) : Find(f);
            if (at < 0)
                continue;
            at += 1 + action;
            _rows[at] += delta;
            _sums[at] += delta * _step;
        }
    }

    /// <summary>The mean of the averages of several trainers, in multiples of <paramref name="step"/>. Features that come to nothing are left
    /// out.</summary>
    internal static ActionTrainer Mean(IReadOnlyList<ActionTrainer> trainers, double step)
    {
        var mean = new ActionTrainer();
        Span<int> weights = [0, 0, 0];
        foreach (var t in trainers)
            for (var at = 0; at < t._rows.Length; at += Stride)
            {
                if (t._rows[at] == 0 || mean.Find((uint)t._rows[at]) >= 0)
                    continue;
                var feature = (uint)t._rows[at];
                for (var a = 0; a < Actions; a++)
                    weights[a] = (int)Math.Round(trainers.Sum(o => o.AverageOf(feature, a)) / trainers.Count / step);
                if (weights.IndexOfAnyExcept(0) < 0)
                    continue;
                var to = mean.FindOrAdd(feature) + 1; // may move the rows
                weights.CopyTo(mean._rows.AsSpan(to));
            }
        return mean;
    }

    double AverageOf(uint feature, int action) => Find(feature) is >= 0 and var at ? Average(at, action) : 0;

    double Average(int at, int action) => _rows[at + 1 + action] - _sums[at + 1 + action] / (double)_step;

    /// <summary>A trainer of its own that starts with the weights of this one as they are now.</summary>
    internal ActionTrainer Copy() =>
        new()
        {
            _rows = [.. _rows],
            _sums = new long[_sums.Length],
            _mask = _mask,
            _count = _count,
        };

    /// <summary>Averages over all steps, as 8-bit multiples of <paramref name="step"/>. The strongest features get a place.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="step">What a weight of 1 stands for.</param>
    /// <param name="buckets">Buckets of 16 bytes, each for four features.</param>
    /// <param name="centre">Only differences between the actions of one state count (greedy parsing), so weights are shifted to need less
    /// room. Not so where scores of different states are compared.</param>
    /// <param name="log">Told what was kept.</param>
    internal void Write(BinaryWriter writer, double step, int buckets, bool centre, Action<string> log)
    {
        var largest = 0.0;
        var rows = new List<(uint Hash, sbyte A, sbyte B, sbyte C, double Strength)>();
        for (var at = 0; at < _rows.Length; at += Stride)
        {
            if (_rows[at] == 0)
                continue;
            var (a, b, c) = (Average(at, 0), Average(at, 1), Average(at, 2));
            var middle = centre ? (Math.Max(a, Math.Max(b, c)) + Math.Min(a, Math.Min(b, c))) / 2 : 0;
            sbyte Q(double w) => (sbyte)Math.Clamp(Math.Round((w - middle) / step), -127, 127);
            var strength = Math.Max(Math.Abs(a - middle), Math.Max(Math.Abs(b - middle), Math.Abs(c - middle)));
            largest = Math.Max(largest, strength);
            if (Q(a) != 0 || Q(b) != 0 || Q(c) != 0)
                rows.Add(((uint)_rows[at], Q(a), Q(b), Q(c), strength));
        }
        rows.Sort((x, y) => (-x.Strength, x.Hash).CompareTo((-y.Strength, y.Hash)));
        var table = new byte[16 * buckets];
        var used = new byte[buckets];
        int kept = 0;
        var weakest = 0.0;
        foreach (var (hash, a, b, c, strength) in rows)
        {
            var bucket = ActionWeights.Bucket(hash, (uint)buckets);
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
        log($"  {kept:N0} of {rows.Count:N0} features that count, of {_count:N0}; weakest kept {weakest:F2}, largest {largest:F1}");
        writer.Write("ACW2"u8);
        writer.Write(buckets);
        writer.Write(table);
    }
}
