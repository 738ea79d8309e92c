using System.Runtime.InteropServices;
using OnRecord.Language;
using OnRecord.Text;

namespace OnRecord.Statements;

/// <summary>Judges candidates: a linear model over hashed features with 16-bit weights and 32-bit sums, trained by
/// <c>OnRecord.Training train statements</c>. A score above zero means that the candidate is a statement.</summary>
internal sealed class StatementModel
{
    /// <summary>Entries of the table; about twice the features kept.</summary>
    internal const int Slots = 1 << 17;

    /// <summary>A weight of one, as an integer.</summary>
    internal const int Scale = WeightTable.Scale;

    internal const int MostFeatures = 80;

    readonly WeightTable _weights;

    StatementModel(WeightTable weights) => _weights = weights;

    /// <summary>The weights the assembly carries; null in a build without them (<c>-p:StatementWeights=false</c>).</summary>
    /// <exception cref="InvalidOperationException">They are of another version.</exception>
    internal static StatementModel? Load() => WeightTable.Embedded("statements", Slots) is { } weights ? new(weights) : null;

    /// <summary>Weights from a file that <c>train statements</c> wrote.</summary>
    internal static StatementModel Read(string path) => Of(MemoryMarshal.Cast<byte, uint>(File.ReadAllBytes(path)).ToArray());

    /// <summary>Weights that training has just learned, as <see cref="Pack"/> lays them out.</summary>
    internal static StatementModel Of(uint[] table) => new(new WeightTable(table));

    /// <summary>Lays out a table.</summary>
    /// <exception cref="ArgumentException">More features than the table can hold and still be quick.</exception>
    internal static uint[] Pack(IReadOnlyCollection<(uint Feature, short Weight)> weights) => WeightTable.Pack(weights, Slots);

    internal int Score(ReadOnlySpan<uint> features) => _weights.Score(features);

    /// <summary>What the model sees of a candidate: frame, cue, source and content, their words, forms and places.</summary>
    /// <param name="d">The document.</param>
    /// <param name="c">The candidate.</param>
    /// <param name="cues">Tells what the words above the cue mean.</param>
    /// <param name="features">Room for <see cref="MostFeatures"/> hashes.</param>
    /// <param name="alone">Leaves out what tells that the cue stands in somebody else's words, to judge a nested statement as if it stood
    /// alone: the annotators marked the outermost only.</param>
    /// <returns>How many of <paramref name="features"/> were filled.</returns>
    internal static int Features(Document d, Candidate c, CueLexicon cues, Span<uint> features, bool alone = false)
    {
        var f = new FeatureList(features);
        var frame = (uint)c.Frame + 1;
        var tokens = d.Tokens;
        var cue = c.Cue;
        var lemma = cue >= 0 ? Hash(tokens[cue].Lemma) : 0;
        var xpos = cue >= 0 ? Hash(tokens[cue].Xpos) : 0;
        var (sourceClass, sourceLemma) = SourceClass(d, c.Source);
        var marker = c.ContentHead >= 0 ? Hash(d.MarkOf(c.ContentHead) is { Length: > 0 } m ? m : d.CaseOf(c.ContentHead)) : 0;
        var length = (uint)Math.Min(9, c.Hull.Length / 16);
        var mode = (uint)c.Row.Mode;
        var act = (uint)c.Row.Act;
        var listed = c.Row == CueLexicon.Unlisted ? 1u : 2u;

        f.Add(1, 0);
        f.Add(2, frame);
        f.Add(3, lemma);
        f.Add(4, lemma, frame);
        f.Add(5, frame, xpos);
        f.Add(6, frame, marker);
        f.Add(7, lemma, frame, marker);
        f.Add(8, sourceClass);
        f.Add(9, sourceClass, frame);
        f.Add(10, sourceLemma, frame);
        f.Add(11, sourceClass, lemma, frame);
        f.Add(12, (uint)c.Quoted, frame);
        f.Add(13, (uint)c.Quoted, lemma, frame);
        f.Add(14, length, frame);
        f.Add(15, length, lemma);
        if (!alone)
        {
            f.Add(16, c.InQuotation ? 1u : 2u, frame);
            f.Add(17, c.InQuotation ? 1u : 2u, sourceClass);
        }
        f.Add(18, (uint)c.Content.Count, frame);
        f.Add(19, mode, frame);
        f.Add(20, act, frame);
        f.Add(21, act, mode, frame, sourceClass);
        f.Add(22, listed, frame, (uint)c.Quoted);
        f.Add(47, (uint)c.Row.Commitment, frame, sourceClass);
        f.Add(48, (uint)c.Row.Commitment, act, frame);
        if (c.ContentHead >= 0)
        {
            ref readonly var head = ref tokens[c.ContentHead];
            var headLemma = Hash(head.Lemma);
            f.Add(23, (uint)head.Upos, frame);
            f.Add(24, (uint)head.Upos, lemma, frame);
            f.Add(25, headLemma, frame);
            f.Add(26, headLemma, lemma, frame);
            f.Add(27, Hash(head.Xpos), frame, marker);
            f.Add(28, d.OwnSubject(c.ContentHead) >= 0 ? 1u : 2u, frame, lemma);
            f.Add(49, head.Upos == Upos.Noun && cues.Noun(head.Lemma) is not null ? 1u : 2u, frame, lemma);
            f.Add(50, c.Source >= 0 && cue >= 0 ? (uint)Math.Min(6, Math.Abs(c.Source - cue) / 3) : 9u, frame);
            f.Add(29, c.ContentHead > c.CueRange.First ? 1u : 2u, frame);
        }
        if (cue >= 0)
        {
            ref readonly var t = ref tokens[cue];
            var modal = d.Modal(cue);
            f.Add(32, modal >= 0 ? Hash(tokens[modal].Lower) : 0, frame);
            f.Add(33, modal >= 0 ? Hash(tokens[modal].Lower) : 0, sourceClass);
            f.Add(34, d.Negation(cue) >= 0 ? 1u : 2u, frame, lemma);
            f.Add(35, (uint)t.Upos, xpos, sourceClass, frame);
            f.Add(36, IsInfinitive(d, cue) ? 1u : 2u, frame, sourceClass);
            if (!alone)
            {
                var above = UnderCue(d, cue, cues);
                f.Add(37, above, frame);
                f.Add(38, above, lemma);
                f.Add(30, (uint)t.Deprel, frame);
                f.Add(31, (uint)t.Deprel, t.Head >= 0 ? Hash(tokens[t.Head].Lemma) : 1, frame);
            }
            f.Add(39, d.Child(cue, Deprel.Obj, Deprel.Iobj) >= 0 ? 1u : 2u, frame, lemma);
            f.Add(40, c.Source >= 0 ? (c.Source < cue ? 1u : 2u) : 3u, frame);
            f.Add(41, c.CueRange.End - c.CueRange.First > 1 ? Hash(tokens[c.CueRange.End - 1].Lower) : 0, lemma, frame);
            f.Add(42, (uint)d.Sentences[t.Sentence].Zone, frame);
            f.Add(43, cue > 0 ? Hash(tokens[cue - 1].Lower) : 0, frame);
            f.Add(44, cue + 1 < tokens.Length ? Hash(tokens[cue + 1].Lower) : 0, frame);
            f.Add(45, cue + 1 < tokens.Length ? Hash(tokens[cue + 1].Lower) : 0, lemma);
            f.Add(46, Conditional(d, cue), frame);
        }
        var variant = (uint)c.Variant + 1;
        var (earlier, later) = (Edge(d, c.EarlierEnd), Edge(d, c.LaterEnd));
        f.Add(51, variant, frame);
        f.Add(52, variant, earlier.Word, earlier.Relation);
        f.Add(53, variant, earlier.Relation, frame);
        f.Add(54, variant, later.Word, frame);
        f.Add(55, variant, later.Relation, frame);
        f.Add(56, variant, lemma, frame);
        f.Add(57, variant, earlier.Word != 0 ? 1u : 2u, later.Word != 0 ? 1u : 2u, (uint)c.Quoted);
        uint cueCluster = Cluster(d, cue),
            sourceCluster = Cluster(d, c.Source),
            contentCluster = Cluster(d, c.ContentHead);
        f.Add(58, cueCluster, frame);
        f.Add(59, cueCluster, frame, marker);
        f.Add(60, cueCluster, sourceClass, frame);
        f.Add(61, sourceCluster, frame);
        f.Add(62, sourceCluster, lemma);
        f.Add(63, contentCluster, frame);
        f.Add(64, contentCluster, cueCluster, frame);
        var origin = (uint)c.Origin;
        f.Add(65, origin, frame);
        f.Add(66, origin, sourceClass, cue >= 0 ? (uint)tokens[cue].Deprel : 0);
        f.Add(67, origin, lemma);
        f.Add(68, origin, xpos, sourceCluster);
        f.Add(69, origin, cue >= 0 && c.Source >= 0 ? (uint)Math.Min(8, Math.Abs(c.Source - cue) / 4) : 9u, c.Source < cue ? 1u : 2u);
        return f.Count;
    }

    static uint Cluster(Document d, int token) => token >= 0 ? d.Tokens[token].Cluster + 1u : 0;

    /// <summary>The word at an end of a content and how its phrase hangs.</summary>
    static (uint Word, uint Relation) Edge(Document d, int token)
    {
        if (token < 0)
            return (0, 0);
        var top = token;
        while (d.Tokens[top].Head is >= 0 and var head && d.Subtree(head).First >= token)
            top = head;
        return (Hash(d.Tokens[token].Lower), (uint)d.Tokens[top].Deprel + 1);
    }

    /// <summary>A pronoun by its word, a noun or name by its kind.</summary>
    static (uint Class, uint Lemma) SourceClass(Document d, int source)
    {
        if (source < 0)
            return (1, 0);
        ref readonly var t = ref d.Tokens[source];
        return t.Upos switch
        {
            Upos.Pron => (Hash(t.Lower), 0),
            Upos.Propn => (2, Hash(t.Lower)),
            Upos.Noun => (t.Xpos == "NNS" ? 3u : 4u, Hash(t.Lemma)),
            Upos.Adj => (5, Hash(t.Lower)),
            _ => (6, (uint)t.Upos),
        };
    }

    static bool IsInfinitive(Document d, int cue) => d.IsInfinitive(cue);

    /// <summary>Whether the cue stands under the clause of another cue, so that it tells what somebody else says.</summary>
    static uint UnderCue(Document d, int cue, CueLexicon cues)
    {
        for (int t = cue, step = 0; t >= 0 && step < 8; t = d.Tokens[t].Head, step++)
        {
            var head = d.Tokens[t].Head;
            if (head >= 0 && d.Tokens[t].Deprel is Deprel.Ccomp or Deprel.Xcomp or Deprel.Acl && cues.Of(d.Tokens[head]) is { } row)
                return 2
                    + (uint)row.Mode
                    + (
                        d.Tokens[t].Deprel is Deprel.Ccomp ? 10u
                        : d.Tokens[t].Deprel is Deprel.Xcomp ? 20u
                        : 30u
                    );
        }
        return 1;
    }

    /// <summary>"if he says", "would say if": the cue's own clause is marked.</summary>
    static uint Conditional(Document d, int cue) => Hash(d.MarkOf(cue));

    static uint Hash(string text) => Fnv.Hash32(text);
}
