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

    /// <summary>Parts of the articles, each judged by a model that has learned from the others.</summary>
    const int Folds = 3;

    /// <summary>A candidate whose overlap falls behind the best by more is not the one to choose.</summary>
    const double NearlyBest = 0.05;

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

        var regression = new LogisticRegression { Seed = Seed, Epochs = Epochs };
        var weights = regression.Fit([.. examples.SelectMany(e => e)]);
        // what a model makes of articles it has not seen tells how sure the shipped one may be of its choices
        var unseen = new List<CalibrationTrainer.Choice>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var model = StatementModel.Of(
                StatementModel.Pack(regression.Fit([.. examples.Where((_, k) => k % Folds != fold).SelectMany(e => e)]))
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
