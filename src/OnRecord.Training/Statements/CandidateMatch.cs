using OnRecord.Language;
using OnRecord.Statements;
using OnRecord.Text;

namespace OnRecord.Training.Statements;

/// <summary>How far the candidates of an article meet an attribution of the gold.</summary>
internal enum Reach
{
    /// <summary>No candidate has a word of its cue.</summary>
    NoCue,

    /// <summary>A candidate has its cue, none of them its source.</summary>
    NoSource,

    /// <summary>Cue and source agree, no content overlaps enough.</summary>
    NoContent,

    /// <summary>Cue and source agree and the contents overlap by half or more.</summary>
    Met,
}

/// <summary>The candidates of an article held against its gold, by words as the scorer does.</summary>
internal sealed class CandidateMatch
{
    /// <summary>A quotation that goes on in later sentences is completed after the model has chosen; until then it counts as this much.
    /// </summary>
    const double Continued = 0.6;

    const double Enough = 0.5;

    /// <summary>For each candidate the overlap (intersection over union) with the attribution it meets best; 0 where it meets none.</summary>
    internal double[] Overlap { get; }

    /// <summary>For each candidate the index of that attribution, or -1.</summary>
    internal int[] Gold { get; }

    /// <summary>For each candidate whether its cue stands in the content of an attribution: the annotators marked the outermost only.
    /// </summary>
    internal bool[] Nested { get; }

    /// <summary>For each attribution how far the candidates reach.</summary>
    internal Reach[] Reached { get; }

    /// <summary>For each attribution the best overlap of a candidate that meets it; 0 where none does.</summary>
    internal double[] Best { get; }

    internal CandidateMatch(Document d, List<Candidate> candidates, Attribution[] attributions)
    {
        var match = new WordMatch(d.Text);
        var gold = Array.ConvertAll(
            attributions,
            x => (Content: match.Words(x.Content), Cue: match.Words(x.Cue), Head: match.Head(x.Source), x)
        );
        Overlap = new double[candidates.Count];
        Gold = new int[candidates.Count];
        Nested = new bool[candidates.Count];
        Reached = new Reach[gold.Length];
        Best = new double[gold.Length];
        for (var i = 0; i < candidates.Count; i++)
        {
            var c = candidates[i];
            var content = match.Words(c.Content);
            var cue = match.Words([d.SpanOf(c.CueRange.First, c.CueRange.End)]);
            var source = c.Source < 0 ? [] : match.Words([SourceSpan(d, c)]);
            Gold[i] = -1;
            for (var g = 0; g < gold.Length; g++)
            {
                Nested[i] |= Array.Exists(gold[g].x.Content, s => s.Contains(c.CueOffset));
                if (gold[g].Cue.Count == 0 ? cue.Count != 0 : !cue.Overlaps(gold[g].Cue))
                    continue;
                Reached[g] = (Reach)Math.Max((int)Reached[g], (int)Reach.NoSource);
                if (gold[g].Head < 0 ? c.Source >= 0 : !source.Contains(gold[g].Head))
                    continue;
                Reached[g] = (Reach)Math.Max((int)Reached[g], (int)Reach.NoContent);
                var iou = WordMatch.Iou(content, gold[g].Content);
                if (c.Quoted > 0 && content.Count > 2 && content.IsSubsetOf(gold[g].Content))
                    iou = Math.Max(iou, Continued);
                if (iou < Enough)
                    continue;
                Reached[g] = Reach.Met;
                if (iou > Overlap[i])
                    (Overlap[i], Gold[i]) = (iou, g);
            }
        }
        for (var i = 0; i < candidates.Count; i++)
            if (Gold[i] >= 0)
                Best[Gold[i]] = Math.Max(Best[Gold[i]], Overlap[i]);
    }

    static Span SourceSpan(Document d, Candidate c)
    {
        var (first, end) = StatementFinder.SourceRange(d, c);
        return d.SpanOf(first, end);
    }
}
