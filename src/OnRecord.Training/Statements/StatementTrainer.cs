using System.Runtime.InteropServices;
using OnRecord.Language;
using OnRecord.Statements;
using OnRecord.Text;

namespace OnRecord.Training.Statements;

/// <summary>Learns <c>models/statements.bin</c> from PolNeAR's training articles: logistic regression with AdaGrad over the candidates'
/// hashed features; weights rounded to 1/256.</summary>
internal static class StatementTrainer
{
    const int Seed = 20261123;
    const int Epochs = 24;
    const double Rate = 0.12;
    const double Decay = 2e-6;
    const double DropoutRate = 0.5; // share of features left out of each look at a candidate

    /// <summary>A feature seen less often is a name or a chance.</summary>
    const int FewestUses = 8;

    sealed record Example(uint[] Features, bool Positive);

    internal static void Train(string data, string output)
    {
        var language = LanguageModel.Load();
        var cues = CueLexicon.Load();
        var finder = new CandidateFinder(cues);
        var articles = Attributions.Read(Path.Combine(data, "polnear", "train.jsonl.gz"));
        var examples = new List<Example>();
        int gold = 0,
            reached = 0;
        foreach (var a in articles)
        {
            Examples(a, language, cues, finder, examples, out var covered);
            gold += a.Attributions.Length;
            reached += covered;
        }
        Console.WriteLine(
            $"{articles.Count} articles, {examples.Count} candidates, {examples.Count(e => e.Positive)} positive; candidates reach {100.0 * reached / gold:0.0} % of {gold} attributions"
        );

        var weights = Fit(examples);
        File.WriteAllBytes(Path.Combine(output, "statements.bin"), MemoryMarshal.AsBytes(weights.AsSpan()).ToArray());
    }

    static short[] Fit(List<Example> examples)
    {
        var w = new float[StatementModel.Size];
        var g = new float[StatementModel.Size];
        var counts = new int[StatementModel.Size];
        foreach (var e in examples)
        foreach (var f in e.Features)
            counts[f]++;
        var random = new Random(Seed);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            double loss = 0;
            foreach (var i in order)
            {
                var e = examples[i];
                var sum = 0.0;
                var kept = Array.FindAll(e.Features, _ => random.NextDouble() >= DropoutRate);
                foreach (var f in kept)
                    sum += w[f]; // a rare feature keeps its weight of zero
                var p = 1 / (1 + Math.Exp(-sum));
                var error = (float)(p - (e.Positive ? 1 : 0));
                loss -= Math.Log(Math.Max(1e-9, e.Positive ? p : 1 - p));
                foreach (var f in kept)
                {
                    if (counts[f] < FewestUses)
                        continue;
                    var d = error + (float)Decay * w[f];
                    g[f] += d * d;
                    w[f] -= (float)(Rate / Math.Sqrt(g[f] + 1e-6)) * d;
                }
            }
            Console.WriteLine($"epoch {epoch + 1}: loss {loss / examples.Count:0.0000}");
        }
        // all features are there when it is used
        return Array.ConvertAll(
            w,
            x => (short)Math.Clamp(Math.Round(x * (1 - DropoutRate) * StatementModel.Scale), short.MinValue, short.MaxValue)
        );
    }

    static void Examples(
        AnnotatedArticle a,
        LanguageModel language,
        CueLexicon cues,
        CandidateFinder finder,
        List<Example> examples,
        out int covered
    )
    {
        var d = language.Read(a.Article);
        var quotations = Quotations.Of(d.Text, d.Layout.Paragraphs);
        var match = new WordMatch(d.Text);
        var gold = a
            .Attributions.Select(x => (Content: match.Words(x.Content), Cue: match.Words(x.Cue), Head: match.Head(x.Source), x))
            .ToList();
        var candidates = finder.Find(d, quotations);
        var best = new double[candidates.Count];
        var which = new int[candidates.Count];
        var nested = new bool[candidates.Count];
        for (var i = 0; i < candidates.Count; i++)
        {
            var c = candidates[i];
            var content = match.Words(c.Content);
            var cue = match.Words([d.SpanOf(c.CueRange.First, c.CueRange.End)]);
            var source = c.Source < 0 ? [] : match.Words([SourceSpan(d, c)]);
            which[i] = -1;
            for (var g = 0; g < gold.Count; g++)
            {
                nested[i] |= Array.Exists(gold[g].x.Content, s => s.Contains(c.CueOffset));
                var cueAgrees = gold[g].Cue.Count == 0 ? cue.Count == 0 : cue.Overlaps(gold[g].Cue);
                var sourceAgrees = gold[g].Head < 0 ? c.Source < 0 : source.Contains(gold[g].Head);
                if (!cueAgrees || !sourceAgrees)
                    continue;
                var iou = WordMatch.Iou(content, gold[g].Content);
                // a quotation that goes on in later sentences is completed after the model has chosen
                if (c.Quoted > 0 && content.Count > 2 && content.IsSubsetOf(gold[g].Content))
                    iou = Math.Max(iou, 0.6);
                if (iou >= 0.5 && iou > best[i])
                    (best[i], which[i]) = (iou, g);
            }
        }
        var bestOfGold = new double[gold.Count];
        for (var i = 0; i < candidates.Count; i++)
            if (which[i] >= 0)
                bestOfGold[which[i]] = Math.Max(bestOfGold[which[i]], best[i]);
        covered = bestOfGold.Count(b => b > 0);
        Span<uint> features = stackalloc uint[StatementModel.MostFeatures];
        for (var i = 0; i < candidates.Count; i++)
        {
            if (nested[i] && which[i] < 0)
                continue; // the annotators marked the outermost only: nothing is known of what stands inside
            var n = StatementModel.Features(d, candidates[i], cues, features);
            var masked = new uint[n];
            for (var k = 0; k < n; k++)
                masked[k] = features[k] & (StatementModel.Size - 1);
            examples.Add(new(masked, which[i] >= 0 && best[i] >= bestOfGold[which[i]] - 0.05));
        }
    }

    static Span SourceSpan(Document d, Candidate c)
    {
        var (first, end) = StatementFinder.SourceRange(d, c);
        return d.SpanOf(first, end);
    }
}
