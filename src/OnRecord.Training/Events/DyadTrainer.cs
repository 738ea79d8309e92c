using System.Globalization;
using OnRecord.Events;
using OnRecord.Training.Language;
using OnRecord.Training.Statements;

namespace OnRecord.Training.Events;

/// <summary>Learns <c>models/dyads.bin</c>, the type of the act between two given spans, from PLV_train and our own sentences, and
/// <c>models/open/dyads.bin</c> from our own alone (<c>train dyads</c>); and cross-checks all of it, the choice of features and the four bits too
/// (<c>score dyads</c>).</summary>
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

    /// <summary>Sentences written for this project, each another construction: <c>models/sentences/acts.tsv</c>, root and marked sentence.</summary>
    static List<ClassExample> Own(DyadCoder coder)
    {
        var rows = GoldTable.Rows("acts-sentences.tsv");
        return
        [
            .. rows.AsParallel()
                .AsOrdered()
                .Select(r => new ClassExample(
                    [.. coder.Features(Plain(r[1]), r[1], Between(r[1], "s"), Between(r[1], "t")).Distinct()],
                    Array.FindIndex(DyadModel.Roots, x => x.Root == r[0])
                )),
        ];
    }

    static string Between(string marked, string mark) => marked.Split($"<{mark}>")[1].Split($"</{mark}>")[0];

    static string Plain(string marked) =>
        marked
            .Replace("<s>", "", StringComparison.Ordinal)
            .Replace("</s>", "", StringComparison.Ordinal)
            .Replace("<t>", "", StringComparison.Ordinal)
            .Replace("</t>", "", StringComparison.Ordinal);

    static Pairs Read(string data, DyadCoder coder)
    {
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
        var coder = DyadCoder.Load();
        var own = Own(coder);
        Directory.CreateDirectory(Path.Combine(output, "open"));
        Write(Path.Combine(output, "dyads.bin"), [.. Read(data, coder).Examples, .. own]);
        Write(Path.Combine(output, "open", "dyads.bin"), own, fewestUses: 1);
    }

    static void Write(string path, List<ClassExample> examples, int fewestUses = 2)
    {
        var bytes = Fit(examples, Seed, fewestUses);
        File.WriteAllBytes(path, bytes);
        Console.WriteLine($"{path}: {examples.Count} pairs, {bytes.Length:N0} bytes");
    }

    /// <param name="examples">What is learned from.</param>
    /// <param name="seed">Of the orders.</param>
    /// <param name="fewestUses">A feature seen less often is left out; of few sentences none is.</param>
    static byte[] Fit(List<ClassExample> examples, int seed, int fewestUses = 2)
    {
        var regression = new MultinomialRegression
        {
            Seed = seed,
            Classes = DyadModel.Classes,
            Orders = 3,
            FewestUses = fewestUses,
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
        var coder = DyadCoder.Load();
        var (sentences, examples) = Read(data, coder);
        var own = Own(coder);
        var gold = examples.ConvertAll(e => e.Class);
        Console.WriteLine(
            $"{examples.Count} pairs of PLV_train, {own.Count} sentences of our own, {examples.Average(e => e.Features.Length):0} features a pair"
        );
        foreach (
            var more in (List<ClassExample>[])
                [
                    [],
                    own,
                ]
        )
        {
            var found = Enumerable.Range(0, Partings).Select(p => Predict(sentences, examples, more, Seed + p)).ToList();
            Print($"{Folds} folds, mean of {Partings} partings{(more.Count > 0 ? ", our own in each" : "")}", gold, found);
        }
        var open = DyadModel.Of(Fit(own, Seed, fewestUses: 1));
        Print(
            "our own alone",
            gold,
            [
                [.. examples.Select(e => open.Best(e.Features))],
            ]
        );
    }

    static void Print(string what, List<int> gold, List<int[]> found)
    {
        double Mean(Func<int, int> of) => found.Average(f => Macro(gold, f, of));
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what}: macro-F1 root {Mean(x => x):0.0} quad {Mean(Quad):0.0} binary {Mean(x => Quad(x) <= 2 ? 0 : 1):0.0}"
            )
        );
    }

    /// <summary>What models that have not seen a sentence make of it. One sentence is in one fold, however many pairs it has.</summary>
    static int[] Predict(string[] sentences, List<ClassExample> examples, List<ClassExample> more, int seed)
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
                var model = DyadModel.Of(Fit([.. examples.Where((_, i) => fold[sentences[i]] != f), .. more], seed));
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
