namespace OnRecord.Training.Language;

/// <summary>One example of several classes.</summary>
internal sealed record ClassExample(uint[] Features, int Class);

/// <summary>Multinomial logistic regression over hashed features with AdaGrad and features left out at random.</summary>
internal sealed class MultinomialRegression
{
    internal required int Seed { get; init; }
    internal required int Classes { get; init; }
    internal int Epochs { get; init; } = 60;
    internal double Rate { get; init; } = 0.1;
    internal double Decay { get; init; } = 1e-3;
    internal double DropoutRate { get; init; } = 0.7;
    internal int FewestUses { get; init; } = 2;

    /// <summary>How much more an example of a rare class counts: the inverse of its share, times the number of classes, to this power.</summary>
    internal double Balance { get; init; } = 0.5;

    /// <summary>Orders whose weights are averaged.</summary>
    internal int Orders { get; init; } = 1;

    /// <summary>Weight of each feature for each class.</summary>
    internal Dictionary<uint, float[]> Fit(IReadOnlyList<ClassExample> examples)
    {
        var sum = new Dictionary<uint, float[]>();
        for (var order = 0; order < Orders; order++)
            foreach (var (f, w) in Fit(examples, Seed + order))
                if (sum.TryGetValue(f, out var all))
                    for (var c = 0; c < Classes; c++)
                        all[c] += w[c] / Orders;
                else
                    sum[f] = Array.ConvertAll(w, x => x / Orders);
        return sum;
    }

    Dictionary<uint, float[]> Fit(IReadOnlyList<ClassExample> examples, int seed)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var e in examples)
        foreach (var f in e.Features)
            counts[f] = counts.GetValueOrDefault(f) + 1;
        var index = new Dictionary<uint, int>();
        foreach (var (f, n) in counts)
            if (n >= FewestUses)
                index[f] = index.Count;
        var perClass = new double[Classes];
        foreach (var e in examples)
            perClass[e.Class]++;
        var w = new float[index.Count * Classes];
        var g = new float[index.Count * Classes];
        var rows = examples.Select(e => e.Features.Where(index.ContainsKey).Select(f => index[f]).ToArray()).ToArray();
        var random = new Random(seed);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var p = new double[Classes];
        var kept = new List<int>();
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var i in order)
            {
                kept.Clear();
                foreach (var r in rows[i])
                    if (random.NextDouble() >= DropoutRate)
                        kept.Add(r);
                Probabilities(w, kept, Classes, p);
                var importance = Math.Pow(examples.Count / (Classes * Math.Max(1, perClass[examples[i].Class])), Balance);
                for (var c = 0; c < Classes; c++)
                {
                    var error = (float)((p[c] - (c == examples[i].Class ? 1 : 0)) * importance);
                    foreach (var r in kept)
                    {
                        var at = r * Classes + c;
                        var step = error + (float)Decay * w[at];
                        g[at] += step * step;
                        w[at] -= (float)(Rate / Math.Sqrt(g[at] + 1e-6)) * step;
                    }
                }
            }
        }
        var result = new Dictionary<uint, float[]>();
        foreach (var (f, r) in index)
            result[f] = Array.ConvertAll(w[(r * Classes)..((r + 1) * Classes)], x => x * (float)(1 - DropoutRate));
        return result;
    }

    static void Probabilities(float[] w, List<int> rows, int classes, double[] p)
    {
        Array.Clear(p);
        foreach (var r in rows)
            for (var c = 0; c < classes; c++)
                p[c] += w[r * classes + c];
        var most = p.Max();
        var sum = 0.0;
        for (var c = 0; c < classes; c++)
            sum += p[c] = Math.Exp(p[c] - most);
        for (var c = 0; c < classes; c++)
            p[c] /= sum;
    }
}
