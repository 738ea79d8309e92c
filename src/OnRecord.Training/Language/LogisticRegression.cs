using OnRecord.Language;

namespace OnRecord.Training.Language;

/// <summary>One example: hashes of its features, and whether it is of the class.</summary>
internal sealed record Example(uint[] Features, bool Positive);

/// <summary>Logistic regression over hashed features with AdaGrad (Duchi, Hazan and Singer, JMLR 2011) and features left out at random;
/// weights rounded to 1/256.</summary>
internal sealed class LogisticRegression
{
    internal required int Seed { get; init; }
    internal required int Epochs { get; init; }
    internal double Rate { get; init; } = 0.12;
    internal double Decay { get; init; } = 2e-6;

    /// <summary>Share of features left out of each look at an example.</summary>
    internal double DropoutRate { get; init; } = 0.65;

    /// <summary>A feature seen less often is a name or a chance.</summary>
    internal int FewestUses { get; init; } = 8;

    internal List<(uint Feature, short Weight)> Fit(List<Example> examples)
    {
        var index = Index(examples);
        var rows = examples.ConvertAll(e => Array.FindAll(Array.ConvertAll(e.Features, index.Find), row => row >= 0));
        var w = new float[index.Count];
        var g = new float[index.Count];
        var random = new Random(Seed);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            double loss = 0;
            foreach (var i in order)
            {
                var sum = 0.0;
                var kept = Array.FindAll(rows[i], _ => random.NextDouble() >= DropoutRate);
                foreach (var f in kept)
                    sum += w[f];
                var p = 1 / (1 + Math.Exp(-sum));
                var error = (float)(p - (examples[i].Positive ? 1 : 0));
                loss -= Math.Log(Math.Max(1e-9, examples[i].Positive ? p : 1 - p));
                foreach (var f in kept)
                {
                    var d = error + (float)Decay * w[f];
                    g[f] += d * d;
                    w[f] -= (float)(Rate / Math.Sqrt(g[f] + 1e-6)) * d;
                }
            }
            Console.WriteLine($"epoch {epoch + 1}: loss {loss / examples.Count:0.0000}");
        }
        // all features are there when it is used
        return [.. index.All().Select(f => (f.Hash, WeightTable.Whole(w[f.Row] * (1 - DropoutRate))))];
    }

    /// <summary>Numbers the features that are seen often enough to weigh.</summary>
    HashIndex Index(List<Example> examples)
    {
        var all = new HashIndex();
        var counts = new List<int>();
        foreach (var e in examples)
        foreach (var f in e.Features)
        {
            var row = all.FindOrAdd(f);
            if (row == counts.Count)
                counts.Add(0);
            counts[row]++;
        }
        var often = new HashIndex();
        foreach (var (hash, row) in all.All())
            if (counts[row] >= FewestUses)
                often.FindOrAdd(hash);
        Console.WriteLine($"{often.Count} of {all.Count} features are seen {FewestUses} times or more");
        return often;
    }
}
