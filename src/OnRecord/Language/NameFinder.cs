using OnRecord.Text;

namespace OnRecord.Language;

/// <summary>Finds names of persons, organisations and places: each word begins, continues or is outside a name, decided from left to right.
/// Then the article is read as a whole: what is a name in one place is one in another.</summary>
internal static unsafe class NameFinder
{
    /// <summary>Features of a word.</summary>
    internal const int Count = 62;

    const uint Outside = 0x2545f491;
    static readonly WordFeatures Edge = new()
    {
        Form = Outside,
        Lower = Outside,
        Shape = Outside,
        Suffix3 = Outside,
    };

    /// <summary>Labels the words of a sentence.</summary>
    /// <param name="model">Weights.</param>
    /// <param name="words">The words.</param>
    /// <param name="tags">Labels of the tagger.</param>
    /// <param name="hints">What tables of names say of each word: see <see cref="NameHints"/>.</param>
    /// <param name="labels">Filled.</param>
    internal static void Label(
        NamesModel model,
        ReadOnlySpan<WordFeatures> words,
        ReadOnlySpan<int> tags,
        ReadOnlySpan<byte> hints,
        Span<int> labels
    )
    {
        Span<uint> features = stackalloc uint[Count];
        var weights = model.Weights;
        var scores = stackalloc int[weights.Stride];
        int last = 0,
            before = 0;
        for (var i = 0; i < words.Length; i++)
        {
            if (last == 0 && IsPlain(words[i]))
            {
                before = labels[i] = 0;
                continue;
            }
            Extract(words, tags, hints, i, last, before, features);
            weights.Score(features, scores);
            var best = 0;
            for (var l = 1; l < NamesModel.Labels; l++)
                if (scores[l] > scores[best] && NamesModel.MayFollow(l, last))
                    best = l;
            before = last;
            labels[i] = last = best;
        }
    }

    /// <summary>A word that is hardly ever written with a capital, and is not here: it begins no name.</summary>
    internal static bool IsPlain(in WordFeatures word) => word.Known.Case == 1 && word.Form == word.Lower;

    /// <summary>The features of word <paramref name="i"/>.</summary>
    internal static void Extract(
        ReadOnlySpan<WordFeatures> words,
        ReadOnlySpan<int> tags,
        ReadOnlySpan<byte> hints,
        int i,
        int last,
        int before,
        Span<uint> f
    )
    {
        ref readonly var w = ref words[i];
        ref readonly var p1 = ref i > 0 ? ref words[i - 1] : ref Edge;
        ref readonly var p2 = ref i > 1 ? ref words[i - 2] : ref Edge;
        ref readonly var n1 = ref i + 1 < words.Length ? ref words[i + 1] : ref Edge;
        ref readonly var n2 = ref i + 2 < words.Length ? ref words[i + 2] : ref Edge;
        uint t0 = Tag(tags, i),
            tp1 = Tag(tags, i - 1),
            tn1 = Tag(tags, i + 1),
            tn2 = Tag(tags, i + 2);
        uint l1 = (uint)last,
            l2 = (uint)before;
        uint h0 = Hint(hints, i),
            hp = Hint(hints, i - 1),
            hn = Hint(hints, i + 1);
        var place = i == 0 ? 1u : 0u;
        uint c0 = w.Known.Cluster,
            cp = p1.Known.Cluster,
            cn = n1.Known.Cluster,
            casing = w.Known.Case;
        var k = 0;
        f[k] = Features.Of((uint)k++, l1);
        f[k] = Features.Of((uint)k++, l1, l2);
        f[k] = Features.Of((uint)k++, w.Form);
        f[k] = Features.Of((uint)k++, w.Lower);
        f[k] = Features.Of((uint)k++, w.Lower, l1);
        f[k] = Features.Of((uint)k++, p1.Lower);
        f[k] = Features.Of((uint)k++, n1.Lower);
        f[k] = Features.Of((uint)k++, p2.Lower);
        f[k] = Features.Of((uint)k++, n2.Lower);
        f[k] = Features.Of((uint)k++, p1.Lower, w.Lower);
        f[k] = Features.Of((uint)k++, w.Lower, n1.Lower);
        f[k] = Features.Of((uint)k++, p2.Lower, p1.Lower, w.Shape);
        f[k] = Features.Of((uint)k++, n1.Lower, n2.Lower, w.Shape);
        f[k] = Features.Of((uint)k++, w.Shape, place);
        f[k] = Features.Of((uint)k++, w.Shape, l1);
        f[k] = Features.Of((uint)k++, p1.Shape, w.Shape, n1.Shape);
        f[k] = Features.Of((uint)k++, w.Shape, n1.Shape);
        f[k] = Features.Of((uint)k++, w.Prefix2, w.Shape);
        f[k] = Features.Of((uint)k++, w.Prefix3, w.Shape);
        f[k] = Features.Of((uint)k++, w.Suffix2, w.Shape);
        f[k] = Features.Of((uint)k++, w.Suffix3, w.Shape);
        f[k] = Features.Of((uint)k++, w.Suffix4, w.Shape);
        f[k] = Features.Of((uint)k++, t0, l1);
        f[k] = Features.Of((uint)k++, tp1, t0, tn1);
        f[k] = Features.Of((uint)k++, t0, tn1, l1);
        f[k] = Features.Of((uint)k++, t0, tn1, tn2);
        f[k] = Features.Of((uint)k++, p1.Lower, t0);
        f[k] = Features.Of((uint)k++, n1.Lower, t0);
        f[k] = Features.Of((uint)k++, p2.Lower, tp1, t0);
        f[k] = Features.Of((uint)k++, n1.Lower, t0, l1);
        f[k] = Features.Of((uint)k++, n1.Suffix3, t0);
        f[k] = Features.Of((uint)k++, p1.Suffix3, t0);
        f[k] = Features.Of((uint)k++, c0, l1);
        f[k] = Features.Of((uint)k++, cp, c0);
        f[k] = Features.Of((uint)k++, c0, cn);
        f[k] = Features.Of((uint)k++, cp, t0);
        f[k] = Features.Of((uint)k++, cn, t0);
        f[k] = Features.Of((uint)k++, cp, t0, cn);
        f[k] = Features.Of((uint)k++, p2.Known.Cluster, cp, t0);
        f[k] = Features.Of((uint)k++, n2.Known.Cluster, cn, t0);
        f[k] = Features.Of((uint)k++, casing, w.Shape, place);
        f[k] = Features.Of((uint)k++, casing, n1.Known.Case, t0);
        f[k] = Features.Of((uint)k++, casing, p1.Known.Case, t0);
        f[k] = Features.Of((uint)k++, casing, w.Shape, l1);
        f[k] = Features.Of((uint)k++, h0, l1);
        f[k] = Features.Of((uint)k++, h0, t0, w.Shape);
        f[k] = Features.Of((uint)k++, hp, h0, hn);
        f[k] = Features.Of((uint)k++, h0, w.Lower);
        f[k] = Features.Of((uint)k++, h0, hn, l1);
        var kind = h0 & NameHints.KindMask;
        f[k] = Features.Of((uint)k++, kind, l1);
        f[k] = Features.Of((uint)k++, kind, hp & NameHints.KindMask, hn & NameHints.KindMask);
        f[k] = Features.Of((uint)k++, h0, casing, w.Shape);

        var (start, end) = Run(words, i);
        var inRun = (uint)Math.Min(i - start, 3) | (uint)Math.Min(end - start, 4) << 2;
        ref readonly var head = ref end > i + 1 ? ref words[end - 1] : ref Edge;
        ref readonly var after = ref end < words.Length ? ref words[end] : ref Edge;
        ref readonly var ahead = ref start > 0 ? ref words[start - 1] : ref Edge;
        f[k] = Features.Of((uint)k++, inRun, w.Shape, l1);
        f[k] = Features.Of((uint)k++, head.Lower);
        f[k] = Features.Of((uint)k++, head.Lower, l1, inRun);
        f[k] = Features.Of((uint)k++, head.Known.Cluster, inRun);
        f[k] = Features.Of((uint)k++, head.Suffix3, inRun);
        f[k] = Features.Of((uint)k++, Hint(hints, end - 1), inRun, l1);
        f[k] = Features.Of((uint)k++, after.Lower, inRun);
        f[k] = Features.Of((uint)k++, after.Known.Cluster, inRun);
        f[k] = Features.Of((uint)k++, ahead.Lower, inRun);
        f[k] = Features.Of((uint)k, ahead.Known.Cluster, inRun);
    }

    /// <summary>The run of capitalised words around a word, "of" and the like between them included: the last word of "National Bank of
    /// Oman" tells what the first begins. Empty where the word has no capital, and in title case.</summary>
    static (int Start, int End) Run(ReadOnlySpan<WordFeatures> words, int i)
    {
        const int Longest = 6;
        if (!HasCapital(words[i]))
            return (i, i);
        int start = i,
            end = i + 1;
        while (start > 0 && i - start < Longest)
        {
            if (HasCapital(words[start - 1]))
                start--;
            else if (start > 1 && s_links.Contains(words[start - 1].Lower) && HasCapital(words[start - 2]))
                start -= 2;
            else
                break;
        }
        while (end < words.Length && end - i < Longest)
        {
            if (HasCapital(words[end]))
                end++;
            else if (end + 1 < words.Length && s_links.Contains(words[end].Lower) && HasCapital(words[end + 1]))
                end += 2;
            else
                break;
        }
        return (start, end);
    }

    static bool HasCapital(in WordFeatures word) => word.Form != word.Lower;

    static readonly uint[] s_links = [WordFeatures.LowerHash("of"), WordFeatures.LowerHash("for"), WordFeatures.LowerHash("&")];

    static uint Tag(ReadOnlySpan<int> tags, int i) => (uint)i < (uint)tags.Length ? (uint)tags[i] + 1 : 0;

    static uint Hint(ReadOnlySpan<byte> hints, int i) => (uint)i < (uint)hints.Length ? hints[i] : 0u;

    /// <summary>Turns labels into names.</summary>
    internal static void Collect(ReadOnlySpan<int> labels, int offset, List<Name> names)
    {
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] == 0)
                continue;
            var e = i + 1;
            while (e < labels.Length && labels[e] > 0 && !NamesModel.Begins(labels[e]))
                e++;
            names.Add(new(offset + i, offset + e, NamesModel.Kind(labels[i])));
            i = e - 1;
        }
    }
}
