using OnRecord.Language;
using OnRecord.Statements;
using OnRecord.Text;

namespace OnRecord.Training.Statements;

/// <summary>Learns how sure the fields of a statement are: logistic regression over <see cref="Calibration.Features"/> of the statements
/// that a model chose in articles it had not learned from.</summary>
internal static class CalibrationTrainer
{
    const int Seed = 20261125;
    const int Epochs = 30;
    const double Rate = 0.05;
    const double Decay = 1e-4;

    /// <summary>A field of a chosen statement and whether it came out right.</summary>
    internal sealed record Choice(Field Field, uint[] Features, bool Right);

    /// <summary>The fields of the outermost statements that are chosen in an article.</summary>
    internal static List<Choice> Choices(AnnotatedArticle a, LanguageModel language, StatementFinder finder)
    {
        var d = language.Read(a.Article);
        var chosen = finder.Choose(d, d.Quotations);
        var gold = new GoldWords(d.Text, a.Attributions);
        var choices = new List<Choice>();
        var features = new uint[Calibration.MostFeatures];
        foreach (var c in chosen)
        {
            if (chosen.Exists(o => o != c && o.Covers(c.CueOffset) && o.Hull.Contains(c.Hull)))
                continue; // nested: the annotators marked none
            var (first, end) = c.Source < 0 ? (0, 0) : StatementFinder.SourceRange(d, c);
            var (cue, content, source) = gold.Judge(
                [d.SpanOf(c.CueRange.First, c.CueRange.End)],
                c.Content,
                end > first ? [d.SpanOf(first, end)] : [],
                mayGoOn: c.Quoted > 0
            );
            Add(Field.Cue, cue);
            Add(Field.Content, content);
            Add(Field.Source, source);

            void Add(Field field, bool right)
            {
                var n = Calibration.Features(d, c, field, features);
                choices.Add(new(field, features[..n], right));
            }
        }
        return choices;
    }

    internal static IEnumerable<(uint Feature, short Weight)> Fit(List<Choice> choices)
    {
        var w = new SortedDictionary<uint, double>();
        foreach (var f in choices.SelectMany(c => c.Features))
            w[f] = 0;
        var g = w.ToDictionary(x => x.Key, _ => 1e-6);
        var random = new Random(Seed);
        var order = Enumerable.Range(0, choices.Count).ToArray();
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var i in order)
            {
                var c = choices[i];
                var p = 1 / (1 + Math.Exp(-c.Features.Sum(f => w[f])));
                var error = p - (c.Right ? 1 : 0);
                foreach (var f in c.Features)
                {
                    var d = error + Decay * w[f];
                    g[f] += d * d;
                    w[f] -= Rate / Math.Sqrt(g[f]) * d;
                }
            }
        }
        return w.Select(x => (x.Key, WeightTable.Whole(x.Value)));
    }
}

/// <summary>The attributions of an article by words, to tell whether the fields of a statement agree with any.</summary>
internal sealed class GoldWords
{
    readonly WordMatch _match;
    readonly List<(HashSet<int> Cue, HashSet<int> Content, int Head)> _gold;

    internal GoldWords(string text, Attribution[] attributions)
    {
        _match = new(text);
        _gold = [.. attributions.Select(a => (_match.Words(a.Cue), _match.Words(a.Content), _match.Head(a.Source)))];
    }

    /// <summary>Right are: a cue that shares a word with a gold cue (both without words agree where the contents do); a content that
    /// overlaps a gold content by half; a source that holds the head of the gold source, or none where there is none, under a cue that is
    /// right.</summary>
    /// <param name="mayGoOn">The content is a quotation that later sentences may complete: part of a gold content is enough.</param>
    internal (bool Cue, bool Content, bool Source) Judge(
        IReadOnlyList<Span> cue,
        IReadOnlyList<Span> content,
        IReadOnlyList<Span> source,
        bool mayGoOn = false
    )
    {
        var (ofCue, ofContent, ofSource) = (_match.Words(cue), _match.Words(content), _match.Words(source));
        var (cueRight, contentRight, sourceRight) = (false, false, false);
        foreach (var g in _gold)
        {
            var overlaps = WordMatch.Iou(ofContent, g.Content) >= 0.5 || mayGoOn && ofContent.Count > 2 && ofContent.IsSubsetOf(g.Content);
            var agrees = g.Cue.Count == 0 ? ofCue.Count == 0 && overlaps : g.Cue.Overlaps(ofCue);
            contentRight |= overlaps;
            cueRight |= agrees;
            sourceRight |= agrees && (g.Head < 0 ? ofSource.Count == 0 : ofSource.Contains(g.Head));
        }
        return (cueRight, contentRight, sourceRight);
    }
}
