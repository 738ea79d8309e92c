using System.Globalization;
using OnRecord.Events;
using OnRecord.Training.Language;

namespace OnRecord.Training.Events;

/// <summary>Learns and cross-checks the type of the act between two given spans, on PLV_train: <c>score dyads</c>.</summary>
internal static class DyadTrainer
{
    const int Folds = 5;
    const int Seed = 20261128;

    internal static readonly string[] Roots =
    [
        "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
    ];

    static int Quad(int root) => root switch { < 3 => 1, < 6 => 2, < 10 => 3, _ => 4 };

    internal static void CrossCheck(string data)
    {
        var coder = DyadCoder.Load();
        var rows = File.ReadLines(Path.Combine(data, "plv", "PLV_train.tsv")).Skip(1).Select(l => l.Split('\t')).ToList();
        var examples = rows
            .AsParallel()
            .AsOrdered()
            .Select(r => new ClassExample([.. coder.Features(r[0], r[1], r[2], r[3]).Distinct()], Array.IndexOf(Roots, r[4])))
            .ToList();
        var sentences = rows.Select(r => r[0]).Distinct().Order(StringComparer.Ordinal).ToArray();
        Console.WriteLine($"{rows.Count} pairs, {sentences.Length} sentences, {examples.Average(e => e.Features.Length):0} features a pair");
        var gold = examples.ConvertAll(e => e.Class);
        foreach (var (drop, bal, uses, epochs, decay) in new[] { (0.7, 0.5, 1, 60, 1e-4), (0.7, 0.5, 1, 30, 1e-3), (0.8, 0.5, 1, 60, 1e-4), (0.7, 0.5, 2, 60, 1e-3) })
        {
            double root = 0, quad = 0, binary = 0, right = 0;
            for (var repeat = 0; repeat < Repeats; repeat++)
            {
                var regression = new MultinomialRegression { Seed = Seed + repeat, Classes = Roots.Length, DropoutRate = drop, Balance = bal, FewestUses = uses, Epochs = epochs, Decay = decay };
                var predicted = Predict(rows, examples, sentences, regression, Seed + repeat);
                root += Macro(gold, predicted, x => x) / Repeats;
                quad += Macro(gold, predicted, Quad) / Repeats;
                binary += Macro(gold, predicted, x => Quad(x) <= 2 ? 0 : 1) / Repeats;
                right += 100.0 * gold.Where((g, i) => g == predicted[i]).Count() / gold.Count / Repeats;
            }
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"drop {drop} balance {bal} uses {uses} epochs {epochs} decay {decay}: root {root:0.0} quad {quad:0.0} binary {binary:0.0} accuracy {right:0.0}"));
        }
    }

    const int Repeats = 4;

    static int[] Predict(List<string[]> rows, List<ClassExample> examples, string[] sentences, MultinomialRegression regression, int seed)
    {
        // one sentence is in one fold, however many pairs it has
        var fold = (string[])sentences.Clone();
        new Random(seed).Shuffle(fold);
        var of = fold.Select((s, i) => (s, i % Folds)).ToDictionary(x => x.s, x => x.Item2);
        var predicted = new int[rows.Count];
        Parallel.For(
            0,
            Folds,
            f =>
            {
                var weights = regression.Fit([.. examples.Where((_, i) => of[rows[i][0]] != f)]);
                for (var i = 0; i < rows.Count; i++)
                    if (of[rows[i][0]] == f)
                        predicted[i] = Best(weights, examples[i].Features);
            }
        );
        return predicted;
    }

    static int Best(Dictionary<uint, float[]> weights, uint[] features)
    {
        var sum = new float[Roots.Length];
        foreach (var f in features)
            if (weights.TryGetValue(f, out var w))
                for (var c = 0; c < sum.Length; c++)
                    sum[c] += w[c];
        return Array.IndexOf(sum, sum.Max());
    }

    static double Macro(List<int> gold, int[] predicted, Func<int, int> of)
    {
        var classes = gold.Select(of).Concat(predicted.Select(of)).Distinct().ToList();
        return classes.Average(c =>
        {
            double right = 0, found = 0, all = 0;
            for (var i = 0; i < gold.Count; i++)
            {
                var (g, p) = (of(gold[i]) == c, of(predicted[i]) == c);
                right += g && p ? 1 : 0;
                found += p ? 1 : 0;
                all += g ? 1 : 0;
            }
            return found + all == 0 ? 0 : 200 * right / (found + all);
        });
    }
}
