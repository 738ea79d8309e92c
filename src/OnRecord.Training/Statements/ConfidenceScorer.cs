using OnRecord.Language;
using OnRecord.Text;

namespace OnRecord.Training.Statements;

/// <summary>Holds the confidences of records against what came out right on PolNeAR's development articles: <c>score confidence</c>.
/// </summary>
internal static class ConfidenceScorer
{
    internal static void Score(string data)
    {
        var coder = Coder.Load();
        var language = LanguageModel.Load();
        var fields = new (string Name, List<(double Confidence, bool Right)> Seen)[] { ("cue", []), ("content", []), ("speaker", []) };
        foreach (var a in Attributions.Read(Path.Combine(data, "polnear", "dev.jsonl.gz")))
        {
            var points = new CodePoints(a.Article.Text);
            var record = coder.Code(a.Article);
            var coded = new CodedArticle(a.Article.Text, record);
            var document = language.Read(a.Article);
            var gold = new GoldWords(a.Article.Text, a.Attributions);
            var match = new WordMatch(a.Article.Text);
            foreach (var s in record.Statements.Where(s => s.NestedIn is null))
            {
                var cueSpans = Utf16(s.Cue?.Spans);
                var (cue, content, _) = gold.Judge(cueSpans, Utf16(s.Content.Spans), Utf16(s.Source?.Spans));
                fields[0].Seen.Add((s.Confidence.Cue, cue));
                fields[1].Seen.Add((s.Confidence.Content, content));
                if (s.Confidence.Speaker is not { } speaker || !coded.Named(s).Any())
                    continue;
                if (!cue)
                    fields[2].Seen.Add((speaker, false));
                else if (
                    Array.Find(a.Attributions, g => match.Words(g.Cue).Overlaps(match.Words(cueSpans))) is { } of
                    && GoldName.Of(document, of.Source) is { } name
                )
                    fields[2].Seen.Add((speaker, coded.Judge(s, name) == SpeakerScorer.Outcome.Right));
            }

            Span[] Utf16(IReadOnlyList<Record.CodeSpan>? spans) =>
                [.. (spans ?? []).Select(x => new Span(points.ToUtf16(x.Start), points.ToUtf16(x.End)))];
        }
        foreach (var (name, seen) in fields)
        {
            Console.WriteLine(
                $"{name}: {seen.Count} statements, {100 * Share(seen):0.0} % right, expected calibration error {Error(seen):0.000}, AUC {Auc(seen):0.000}"
            );
            foreach (var bin in Bins(seen))
                Console.WriteLine(
                    $"  {100 * bin.Min(x => x.Confidence), 3:0}-{100 * bin.Max(x => x.Confidence), 2:0} % {bin.Count, 5} mean {100 * bin.Average(x => x.Confidence), 5:0.0} right {100 * Share(bin), 5:0.0}"
                );
        }
    }

    static double Share(List<(double Confidence, bool Right)> seen) => seen.Count(x => x.Right) / (double)Math.Max(1, seen.Count);

    /// <summary>Ten bins of equal width, the empty ones left out.</summary>
    static IEnumerable<List<(double Confidence, bool Right)>> Bins(List<(double Confidence, bool Right)> seen) =>
        seen.GroupBy(x => Math.Min(9, (int)(x.Confidence * 10 + 1e-9))).OrderBy(b => b.Key).Select(b => b.ToList());

    /// <summary>Mean distance of confidence and share of right ones over the bins, weighted by their size (Naeini et al., AAAI 2015).
    /// </summary>
    static double Error(List<(double Confidence, bool Right)> seen) =>
        Bins(seen).Sum(b => b.Count * Math.Abs(b.Average(x => x.Confidence) - Share(b))) / seen.Count;

    /// <summary>The chance that a right one is surer than a wrong one, ties half.</summary>
    static double Auc(List<(double Confidence, bool Right)> seen)
    {
        var right = seen.Where(x => x.Right).Select(x => x.Confidence).ToList();
        var wrong = seen.Where(x => !x.Right).Select(x => x.Confidence).ToList();
        return right.Sum(r =>
                wrong.Sum(w =>
                    r > w ? 1.0
                    : r == w ? 0.5
                    : 0
                )
            )
            / right.Count
            / wrong.Count;
    }
}
