using System.Runtime.InteropServices;
using OnRecord.Language;
using OnRecord.Statements;
using OnRecord.Text;
using OnRecord.Training.Language;

namespace OnRecord.Training.Statements;

/// <summary>Learns <c>models/statements.bin</c> from PolNeAR's training articles: logistic regression with AdaGrad over the candidates'
/// hashed features; weights rounded to 1/256.</summary>
internal static class StatementTrainer
{
    const int Seed = 20261123;
    const int Epochs = 24;
    const double Rate = 0.12;
    const double Decay = 2e-6;
    const double DropoutRate = 0.65; // share of features left out of each look at a candidate

    /// <summary>Parts of the articles, each judged by a model that has learned from the others.</summary>
    const int Folds = 3;

    /// <summary>A feature seen less often is a name or a chance.</summary>
    const int FewestUses = 8;

    /// <summary>A candidate whose overlap falls behind the best by more is not the one to choose.</summary>
    const double NearlyBest = 0.05;

    sealed record Example(uint[] Features, bool Positive);

    internal static void Train(string data, string output)
    {
        var language = LanguageModel.Load();
        var cues = CueLexicon.Load();
        var finder = new CandidateFinder(cues);
        var articles = Attributions.Read(Path.Combine(data, "polnear", "train.jsonl.gz"));
        var examples = new List<Example>[articles.Count];
        int gold = 0,
            reached = 0,
            read = 0;
        foreach (var (found, met, all) in articles.AsParallel().AsOrdered().Select(a => Examples(a, language, cues, finder)))
        {
            examples[read++] = found;
            gold += all;
            reached += met;
        }
        Console.WriteLine(
            $"{articles.Count} articles, {examples.Sum(e => e.Count)} candidates, {examples.Sum(e => e.Count(x => x.Positive))} positive; candidates reach {100.0 * reached / gold:0.0} % of {gold} attributions"
        );

        var weights = Fit([.. examples.SelectMany(e => e)], Epochs);
        // what a model makes of articles it has not seen tells how sure the shipped one may be of its choices
        var unseen = new List<CalibrationTrainer.Choice>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var model = StatementModel.Of(
                StatementModel.Pack(Fit([.. examples.Where((_, k) => k % Folds != fold).SelectMany(e => e)], Epochs))
            );
            unseen.AddRange(
                articles
                    .Where((_, k) => k % Folds == fold)
                    .AsParallel()
                    .AsOrdered()
                    .SelectMany(a => CalibrationTrainer.Choices(a, language, new(cues, model, new())))
            );
        }
        File.WriteAllBytes(
            Path.Combine(output, "statements.bin"),
            MemoryMarshal.AsBytes(StatementModel.Pack([.. weights, .. CalibrationTrainer.Fit(unseen)]).AsSpan()).ToArray()
        );
    }

    static List<(uint Feature, short Weight)> Fit(List<Example> examples, int epochs)
    {
        var index = Index(examples);
        var rows = examples.ConvertAll(e => Array.FindAll(Array.ConvertAll(e.Features, index.Find), row => row >= 0));
        var w = new float[index.Count];
        var g = new float[index.Count];
        var random = new Random(Seed);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        for (var epoch = 0; epoch < epochs; epoch++)
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
        return [.. index.All().Select(f => (f.Hash, StatementModel.Whole(w[f.Row] * (1 - DropoutRate))))];
    }

    /// <summary>Numbers the features that are seen often enough to weigh.</summary>
    static HashIndex Index(List<Example> examples)
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

    static (List<Example> Found, int Met, int All) Examples(
        AnnotatedArticle a,
        LanguageModel language,
        CueLexicon cues,
        CandidateFinder finder
    )
    {
        var d = language.Read(a.Article);
        var candidates = finder.Find(d, d.Quotations);
        var match = new CandidateMatch(d, candidates, a.Attributions);
        var examples = new List<Example>();
        Span<uint> features = stackalloc uint[StatementModel.MostFeatures];
        for (var i = 0; i < candidates.Count; i++)
        {
            var g = match.Gold[i];
            if (match.Nested[i] && g < 0)
                continue; // the annotators marked the outermost only: nothing is known of what stands inside
            var n = StatementModel.Features(d, candidates[i], cues, features);
            examples.Add(new(features[..n].ToArray(), g >= 0 && match.Overlap[i] >= match.Best[g] - NearlyBest));
        }
        return (examples, match.Reached.Count(r => r == Reach.Met), a.Attributions.Length);
    }
}
