using System.Globalization;
using OnRecord.Events;
using OnRecord.Training.Language;

namespace OnRecord.Training.Events;

/// <summary>Learns <c>models/dyads.bin</c>, the type of the act between two given spans, from PLV_train (<c>train dyads</c>), and cross-checks all of it,
/// the choice of features and the four bits too (<c>score dyads</c>).</summary>
internal static class DyadTrainer
{
    const int Seed = 20261128;
    const int Folds = 5;

    /// <summary>Ways to part the sentences; the scores are their mean.</summary>
    const int Partings = 4;

    /// <summary>Features that the model keeps.</summary>
    const int Features = 14_000;

    /// <summary>One weight in so many is cut by the four bits.</summary>
    const int Cut = 500;

    sealed record Pairs(string[] Sentences, List<ClassExample> Examples);

    static Pairs Read(string data)
    {
        var coder = DyadCoder.Load();
        var rows = File.ReadLines(Path.Combine(data, "plv", "PLV_train.tsv")).Skip(1).Select(l => l.Split('\t')).ToList();
        return new(
            [.. rows.Select(r => r[0])],
            [
                .. rows.AsParallel()
                    .AsOrdered()
                    .Select(r => new ClassExample(
                        [.. coder.Features(r[0], r[1], r[2], r[3]).Distinct()],
                        Array.FindIndex(DyadModel.Roots, x => x.Root == r[4])
                    )),
            ]
        );
    }

    internal static void Train(string data, string output)
    {
        var bytes = Fit(Read(data).Examples, Seed);
        File.WriteAllBytes(Path.Combine(output, "dyads.bin"), bytes);
        Console.WriteLine($"{bytes.Length:N0} bytes");
    }

    static byte[] Fit(List<ClassExample> examples, int seed)
    {
        var regression = new MultinomialRegression
        {
            Seed = seed,
            Classes = DyadModel.Classes,
            Orders = 3,
        };
        // first with all features, then with those that weigh most alone
        var counts = examples.SelectMany(e => e.Features).CountBy(f => f).ToDictionary(f => f.Key, f => f.Value);
        var kept = regression
            .Fit(examples)
            .OrderByDescending(w => w.Value.Max(Math.Abs) * Math.Sqrt(counts[w.Key]))
            .ThenBy(w => w.Key)
            .Take(Features)
            .Select(w => w.Key)
            .ToHashSet();
        var weights = regression.Fit([.. examples.Select(e => e with { Features = Array.FindAll(e.Features, kept.Contains) })]);
        var scale = weights.Values.SelectMany(w => w).Select(Math.Abs).OrderDescending().ElementAt(weights.Count * DyadModel.Classes / Cut);
        return DyadModel.Pack(weights, scale / DyadModel.Most);
    }

    internal static void CrossCheck(string data)
    {
        var (sentences, examples) = Read(data);
        Console.WriteLine($"{examples.Count} pairs, {examples.Average(e => e.Features.Length):0} features a pair");
        var gold = examples.ConvertAll(e => e.Class);
        double root = 0,
            quad = 0,
            binary = 0;
        for (var parting = 0; parting < Partings; parting++)
        {
            var found = Predict(sentences, examples, Seed + parting);
            root += Macro(gold, found, x => x) / Partings;
            quad += Macro(gold, found, Quad) / Partings;
            binary += Macro(gold, found, x => Quad(x) <= 2 ? 0 : 1) / Partings;
        }
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Folds} folds, mean of {Partings} partings: macro-F1 root {root:0.0} quad {quad:0.0} binary {binary:0.0}"
            )
        );
    }

    /// <summary>What models that have not seen a sentence make of it. One sentence is in one fold, however many pairs it has.</summary>
    static int[] Predict(string[] sentences, List<ClassExample> examples, int seed)
    {
        var order = sentences.Distinct().Order(StringComparer.Ordinal).ToArray();
        new Random(seed).Shuffle(order);
        var fold = order.Select((s, i) => (s, i % Folds)).ToDictionary(x => x.s, x => x.Item2);
        var found = new int[examples.Count];
        Parallel.For(
            0,
            Folds,
            f =>
            {
                var model = DyadModel.Of(Fit([.. examples.Where((_, i) => fold[sentences[i]] != f)], seed));
                for (var i = 0; i < examples.Count; i++)
                    if (fold[sentences[i]] == f)
                        found[i] = model.Best(examples[i].Features);
            }
        );
        return found;
    }

    static int Quad(int root) => DyadModel.Roots[root].Quad;

    static double Macro(List<int> gold, int[] found, Func<int, int> of)
    {
        var classes = gold.Select(of).Concat(found.Select(of)).Distinct().ToList();
        return classes.Average(c =>
        {
            var right = gold.Where((g, i) => of(g) == c && of(found[i]) == c).Count();
            return 200.0 * right / (gold.Count(g => of(g) == c) + found.Count(p => of(p) == c));
        });
    }
}
