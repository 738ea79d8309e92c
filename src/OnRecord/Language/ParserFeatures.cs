namespace OnRecord.Language;

/// <summary>Features of a parser state, after Zhang and Nivre, "Transition-based dependency parsing with rich non-local features", ACL
/// 2011, for the arc-hybrid system.</summary>
internal static class ParserFeatures
{
    /// <summary>Features that choose the action.</summary>
    internal const int ActionCount = 122;

    /// <summary>Features that choose the relation of an arc.</summary>
    internal const int LabelCount = 42;

    const uint None = 0x3c6ef372;
    const uint Root = 0x1b873593;

    /// <summary>A sentence as the parser sees it.</summary>
    /// <param name="words">Its words.</param>
    /// <param name="tags">Labels of the tagger.</param>
    /// <param name="passed">As <see cref="CountPassed"/> fills it.</param>
    internal readonly ref struct Input(ReadOnlySpan<WordFeatures> words, ReadOnlySpan<int> tags, ReadOnlySpan<int> passed)
    {
        const int Boundary = 1 << 16;

        readonly ReadOnlySpan<WordFeatures> _words = words;
        readonly ReadOnlySpan<int> _tags = tags;
        readonly ReadOnlySpan<int> _passed = passed;

        /// <summary>Counts the verbs and the marks and words that part clauses before each word.</summary>
        /// <param name="tags">Labels of the tagger.</param>
        /// <param name="roles">What each label does to a clause: <see cref="TaggerModel.Roles"/>.</param>
        /// <param name="passed">Filled; one longer than the sentence.</param>
        internal static void CountPassed(ReadOnlySpan<int> tags, Tagger.Role[] roles, Span<int> passed)
        {
            passed[0] = 0;
            for (var i = 0; i < tags.Length; i++)
                passed[i + 1] =
                    passed[i]
                    + roles[tags[i]] switch
                    {
                        Tagger.Role.Verb => 1,
                        Tagger.Role.Boundary => Boundary,
                        _ => 0,
                    };
        }

        /// <summary>Verbs and boundaries of clauses between two words, up to three of each; 16 where a word is missing.</summary>
        internal uint Between(int left, int right)
        {
            if (left < 0 || right <= left)
                return 16;
            var n = _passed[right] - _passed[left + 1];
            return (uint)(Math.Min(n % Boundary, 3) | Math.Min(n / Boundary, 3) << 2);
        }

        internal int Length => _words.Length;

        internal uint Word(int i) =>
            (uint)i < (uint)_words.Length ? _words[i].Lower
            : i == _words.Length ? Root
            : None;

        internal uint Tag(int i) =>
            (uint)i < (uint)_tags.Length ? (uint)_tags[i] + 3
            : i == _tags.Length ? 2u
            : 1u;

        internal uint Cluster(int i) =>
            (uint)i < (uint)_words.Length ? _words[i].Known.Cluster + 3u
            : i == _words.Length ? 2u
            : 1u;

        internal uint Suffix(int i) => (uint)i < (uint)_words.Length ? _words[i].Suffix3 : None;
    }

    /// <summary>How far apart two words are, in classes; 0 where one is missing.</summary>
    internal static uint Distance(int from, int to)
    {
        var d = to - from;
        return from < 0 || to < 0 ? 0u
            : d < 5 ? (uint)d
            : d < 8 ? 5u
            : d < 13 ? 6u
            : 7u;
    }

    /// <summary>Fills <paramref name="f"/> with the features of the state.</summary>
    internal static void Actions(ParserState s, in Input x, Span<uint> f)
    {
        int s0 = s.Top,
            s1 = s.Second,
            s2 = s.Third,
            n0 = s.Next,
            n1 = n0 < x.Length ? n0 + 1 : -1,
            n2 = n0 + 1 < x.Length ? n0 + 2 : -1;
        int s0l = s0 < 0 ? -1 : s.Nodes[s0].Left1,
            s0l2 = s0 < 0 ? -1 : s.Nodes[s0].Left2,
            s0r = s0 < 0 ? -1 : s.Nodes[s0].Right1,
            s0r2 = s0 < 0 ? -1 : s.Nodes[s0].Right2,
            s1l = s1 < 0 ? -1 : s.Nodes[s1].Left1,
            s1r = s1 < 0 ? -1 : s.Nodes[s1].Right1,
            s1r2 = s1 < 0 ? -1 : s.Nodes[s1].Right2,
            n0l = s.Nodes[n0].Left1,
            n0l2 = s.Nodes[n0].Left2;
        uint s0w = x.Word(s0),
            s1w = x.Word(s1),
            n0w = x.Word(n0),
            n1w = x.Word(n1),
            n2w = x.Word(n2),
            s2w = x.Word(s2);
        uint s0t = x.Tag(s0),
            s1t = x.Tag(s1),
            s2t = x.Tag(s2),
            n0t = x.Tag(n0),
            n1t = x.Tag(n1),
            n2t = x.Tag(n2);
        uint s0lt = x.Tag(s0l),
            s0rt = x.Tag(s0r),
            s1lt = x.Tag(s1l),
            s1rt = x.Tag(s1r),
            n0lt = x.Tag(n0l);
        uint s0ld = Label(s, s0l),
            s0rd = Label(s, s0r),
            s1ld = Label(s, s1l),
            s1rd = Label(s, s1r),
            n0ld = Label(s, n0l);
        uint s0c = x.Cluster(s0),
            s1c = x.Cluster(s1),
            n0c = x.Cluster(n0);
        uint d0 = Distance(s0, n0),
            d1 = Distance(s1, s0);
        uint b0 = x.Between(s0, n0),
            b1 = x.Between(s1, s0);
        uint s0vl = s0 < 0 ? 9u : s.Nodes[s0].LeftCount,
            s0vr = s0 < 0 ? 9u : s.Nodes[s0].RightCount,
            s1vr = s1 < 0 ? 9u : s.Nodes[s1].RightCount,
            s1vl = s1 < 0 ? 9u : s.Nodes[s1].LeftCount,
            n0vl = s.Nodes[n0].LeftCount;
        uint s0sl = s0 < 0 ? 0u : s.Nodes[s0].LeftSet,
            s0sr = s0 < 0 ? 0u : s.Nodes[s0].RightSet,
            s1sr = s1 < 0 ? 0u : s.Nodes[s1].RightSet,
            s1sl = s1 < 0 ? 0u : s.Nodes[s1].LeftSet,
            n0sl = s.Nodes[n0].LeftSet;
        var depth = (uint)Math.Min(s.Depth, 4);
        var k = 0u;
        f[(int)k] = Features.Of(k++, s0w);
        f[(int)k] = Features.Of(k++, s0t);
        f[(int)k] = Features.Of(k++, s0w, s0t);
        f[(int)k] = Features.Of(k++, s1w);
        f[(int)k] = Features.Of(k++, s1t);
        f[(int)k] = Features.Of(k++, s1w, s1t);
        f[(int)k] = Features.Of(k++, s2t);
        f[(int)k] = Features.Of(k++, s2w, s2t);
        f[(int)k] = Features.Of(k++, n0w);
        f[(int)k] = Features.Of(k++, n0t);
        f[(int)k] = Features.Of(k++, n0w, n0t);
        f[(int)k] = Features.Of(k++, n1w);
        f[(int)k] = Features.Of(k++, n1t);
        f[(int)k] = Features.Of(k++, n1w, n1t);
        f[(int)k] = Features.Of(k++, n2w);
        f[(int)k] = Features.Of(k++, n2t);
        f[(int)k] = Features.Of(k++, n2w, n2t);
        // top and next
        f[(int)k] = Features.Of(k++, s0w, s0t, n0w, n0t);
        f[(int)k] = Features.Of(k++, s0w, s0t, n0w);
        f[(int)k] = Features.Of(k++, s0w, n0w, n0t);
        f[(int)k] = Features.Of(k++, s0w, s0t, n0t);
        f[(int)k] = Features.Of(k++, s0t, n0w, n0t);
        f[(int)k] = Features.Of(k++, s0w, n0w);
        f[(int)k] = Features.Of(k++, s0t, n0t);
        f[(int)k] = Features.Of(k++, n0t, n1t);
        f[(int)k] = Features.Of(k++, n0w, n1w);
        f[(int)k] = Features.Of(k++, n0w, n1t);
        f[(int)k] = Features.Of(k++, n0t, n1w);
        // second and top
        f[(int)k] = Features.Of(k++, s1w, s1t, s0w, s0t);
        f[(int)k] = Features.Of(k++, s1w, s1t, s0t);
        f[(int)k] = Features.Of(k++, s1t, s0w, s0t);
        f[(int)k] = Features.Of(k++, s1w, s0w);
        f[(int)k] = Features.Of(k++, s1t, s0t);
        f[(int)k] = Features.Of(k++, s1w, s0t);
        f[(int)k] = Features.Of(k++, s1t, s0w);
        f[(int)k] = Features.Of(k++, s1w, n0w);
        f[(int)k] = Features.Of(k++, s1t, n0t);
        f[(int)k] = Features.Of(k++, s1w, n0t);
        f[(int)k] = Features.Of(k++, s1t, n0w);
        // three and four words
        f[(int)k] = Features.Of(k++, s0t, n0t, n1t);
        f[(int)k] = Features.Of(k++, s0t, n0t, n1t, n2t);
        f[(int)k] = Features.Of(k++, s1t, s0t, n0t);
        f[(int)k] = Features.Of(k++, s1t, s0t, n0t, n1t);
        f[(int)k] = Features.Of(k++, s2t, s1t, s0t);
        f[(int)k] = Features.Of(k++, s2t, s1t, s0t, n0t);
        f[(int)k] = Features.Of(k++, n0t, n1t, n2t);
        f[(int)k] = Features.Of(k++, s0w, n0t, n1t);
        f[(int)k] = Features.Of(k++, s0t, n0w, n1t);
        f[(int)k] = Features.Of(k++, s0t, n0t, n1w);
        f[(int)k] = Features.Of(k++, s1w, s0t, n0t);
        f[(int)k] = Features.Of(k++, s1t, s0w, n0t);
        f[(int)k] = Features.Of(k++, s1t, s0t, n0w);
        // children
        f[(int)k] = Features.Of(k++, s0t, s0lt, n0t);
        f[(int)k] = Features.Of(k++, s0t, s0rt, n0t);
        f[(int)k] = Features.Of(k++, s0t, n0t, n0lt);
        f[(int)k] = Features.Of(k++, s1t, s0t, s0lt);
        f[(int)k] = Features.Of(k++, s1t, s0t, s0rt);
        f[(int)k] = Features.Of(k++, s1t, s1rt, s0t);
        f[(int)k] = Features.Of(k++, s1t, s1lt, s0t);
        f[(int)k] = Features.Of(k++, s1t, s1rt, n0t);
        f[(int)k] = Features.Of(k++, s0t, s0lt, x.Tag(s0l2));
        f[(int)k] = Features.Of(k++, s0t, s0rt, x.Tag(s0r2));
        f[(int)k] = Features.Of(k++, s1t, s1rt, x.Tag(s1r2));
        f[(int)k] = Features.Of(k++, n0t, n0lt, x.Tag(n0l2));
        f[(int)k] = Features.Of(k++, s0w, s0rt, n0t);
        f[(int)k] = Features.Of(k++, s0w, x.Word(s0l));
        f[(int)k] = Features.Of(k++, s0w, x.Word(s0r));
        f[(int)k] = Features.Of(k++, n0w, x.Word(n0l));
        f[(int)k] = Features.Of(k++, s0t, x.Word(s0l), n0t);
        f[(int)k] = Features.Of(k++, s0t, x.Word(s0r), n0w);
        f[(int)k] = Features.Of(k++, s1w, x.Word(s0l), s0t);
        f[(int)k] = Features.Of(k++, s1t, x.Word(s0l), s0w);
        f[(int)k] = Features.Of(k++, s1t, x.Word(s1r), s0t);
        // labels of children
        f[(int)k] = Features.Of(k++, s0t, s0ld, n0t);
        f[(int)k] = Features.Of(k++, s0t, s0rd, n0t);
        f[(int)k] = Features.Of(k++, s0w, s0rd, n0t);
        f[(int)k] = Features.Of(k++, s0t, n0ld, n0t);
        f[(int)k] = Features.Of(k++, s1t, s1rd, s0t);
        f[(int)k] = Features.Of(k++, s1t, s1ld, s0t);
        f[(int)k] = Features.Of(k++, s1t, s0ld, s0t);
        f[(int)k] = Features.Of(k++, s0w, s0sl);
        f[(int)k] = Features.Of(k++, s0t, s0sl);
        f[(int)k] = Features.Of(k++, s0w, s0sr);
        f[(int)k] = Features.Of(k++, s0t, s0sr, n0t);
        f[(int)k] = Features.Of(k++, s1t, s1sr, s0t);
        f[(int)k] = Features.Of(k++, s1w, s1sr);
        f[(int)k] = Features.Of(k++, s1t, s1sl, s0t);
        f[(int)k] = Features.Of(k++, n0t, n0sl);
        f[(int)k] = Features.Of(k++, s0t, s0sl, n0t, n0sl);
        // distance and valency
        f[(int)k] = Features.Of(k++, s0w, d0);
        f[(int)k] = Features.Of(k++, n0w, d0);
        f[(int)k] = Features.Of(k++, s0t, n0t, d0);
        f[(int)k] = Features.Of(k++, s1t, s0t, d1);
        f[(int)k] = Features.Of(k++, s1w, d1);
        f[(int)k] = Features.Of(k++, s0w, s0vr, s0vl);
        f[(int)k] = Features.Of(k++, s0t, s0vr, s0vl);
        f[(int)k] = Features.Of(k++, s1t, s1vr, s1vl);
        f[(int)k] = Features.Of(k++, n0t, n0vl);
        f[(int)k] = Features.Of(k++, s0t, depth, n0t);
        // clusters
        f[(int)k] = Features.Of(k++, s0c, n0c);
        f[(int)k] = Features.Of(k++, s1c, s0c);
        f[(int)k] = Features.Of(k++, s0c, n0t);
        f[(int)k] = Features.Of(k++, s0t, n0c);
        f[(int)k] = Features.Of(k++, s1c, s0c, n0t);
        f[(int)k] = Features.Of(k++, s1t, s0c);
        f[(int)k] = Features.Of(k++, s1c, s0t);
        f[(int)k] = Features.Of(k++, s1c, n0c);
        f[(int)k] = Features.Of(k++, s0w, n0c);
        f[(int)k] = Features.Of(k++, s0c, n0w);
        f[(int)k] = Features.Of(k++, s1c, s0t, n0t);
        f[(int)k] = Features.Of(k++, s1t, s0c, n0t);
        f[(int)k] = Features.Of(k++, s1t, s0t, n0c);
        f[(int)k] = Features.Of(k++, s0c, x.Cluster(n1));
        f[(int)k] = Features.Of(k++, s0c, x.Cluster(s0l), n0t);
        f[(int)k] = Features.Of(k++, s1c, x.Word(s0l), s0c);
        // what stands between
        f[(int)k] = Features.Of(k++, s0t, n0t, b0);
        f[(int)k] = Features.Of(k++, s1t, s0t, b1);
        f[(int)k] = Features.Of(k++, s1t, s0t, n0t, b0 | b1 << 5);
        f[(int)k] = Features.Of(k++, s0w, b0);
        f[(int)k] = Features.Of(k++, s1w, b1);
        f[(int)k] = Features.Of(k++, s0t, s0rd, b0, n0t);
        f[(int)k] = Features.Of(k, s1t, s1rd, b1, s0t);
    }

    /// <summary>Fills <paramref name="f"/> with the features of an arc that is about to be drawn.</summary>
    internal static void Labels(ParserState s, in Input x, int head, int child, Span<uint> f)
    {
        var side = head > child ? 1u : 2u;
        uint hw = x.Word(head),
            ht = x.Tag(head),
            cw = x.Word(child),
            ct = x.Tag(child),
            cs = x.Suffix(child),
            hc = x.Cluster(head),
            cc = x.Cluster(child);
        var d = Distance(Math.Min(head, child), Math.Max(head, child));
        int cl = s.Nodes[child].Left1,
            cl2 = s.Nodes[child].Left2,
            cr = s.Nodes[child].Right1,
            sibling = side == 1 ? s.Nodes[head].Left1 : s.Nodes[head].Right1;
        uint clw = x.Word(cl),
            clt = x.Tag(cl),
            cld = Label(s, cl),
            sd = Label(s, sibling);
        uint hset = side == 1 ? s.Nodes[head].LeftSet : s.Nodes[head].RightSet;
        var inner = side == 1 ? head - 1 : head + 1;
        var k = 0u;
        f[(int)k] = Features.Of(k++, side);
        f[(int)k] = Features.Of(k++, hw, side);
        f[(int)k] = Features.Of(k++, ht, side);
        f[(int)k] = Features.Of(k++, cw, side);
        f[(int)k] = Features.Of(k++, ct, side);
        f[(int)k] = Features.Of(k++, ht, ct, side);
        f[(int)k] = Features.Of(k++, hw, cw, side);
        f[(int)k] = Features.Of(k++, hw, ct, side);
        f[(int)k] = Features.Of(k++, ht, cw, side);
        f[(int)k] = Features.Of(k++, ht, ct, d, side);
        f[(int)k] = Features.Of(k++, hw, ht, cw, ct);
        f[(int)k] = Features.Of(k++, cw, ct, ht, side);
        f[(int)k] = Features.Of(k++, ct, x.Tag(child - 1), side);
        f[(int)k] = Features.Of(k++, ct, x.Tag(child + 1), side);
        f[(int)k] = Features.Of(k++, ht, x.Tag(head - 1), ct, side);
        f[(int)k] = Features.Of(k++, ht, x.Tag(head + 1), ct, side);
        f[(int)k] = Features.Of(k++, ct, ht, x.Tag(child - 1), x.Tag(child + 1));
        f[(int)k] = Features.Of(k++, x.Word(child - 1), ct, side);
        f[(int)k] = Features.Of(k++, x.Word(child + 1), ct, side);
        f[(int)k] = Features.Of(k++, clw, ct, side);
        f[(int)k] = Features.Of(k++, clw, ht, ct, side);
        f[(int)k] = Features.Of(k++, clw, hw, side);
        f[(int)k] = Features.Of(k++, clw, cw, side);
        f[(int)k] = Features.Of(k++, clt, cld, ct, ht);
        f[(int)k] = Features.Of(k++, x.Word(cl2), clw, ct, side);
        f[(int)k] = Features.Of(k++, Label(s, cl2), cld, ct, ht);
        f[(int)k] = Features.Of(k++, Label(s, cr), x.Tag(cr), ct, side);
        f[(int)k] = Features.Of(k++, s.Nodes[child].LeftSet, ct, ht, side);
        f[(int)k] = Features.Of(k++, s.Nodes[child].RightSet, ct, ht, side);
        f[(int)k] = Features.Of(k++, hset, ct, ht, side);
        f[(int)k] = Features.Of(k++, s.Nodes[head].LeftSet, hw, ct, side);
        f[(int)k] = Features.Of(k++, sd, ct, ht, side);
        f[(int)k] = Features.Of(k++, sd, hw, ct, side);
        f[(int)k] = Features.Of(k++, cs, ht, side);
        f[(int)k] = Features.Of(k++, x.Suffix(head), ct, side);
        f[(int)k] = Features.Of(k++, cs, x.Suffix(head), side);
        f[(int)k] = Features.Of(k++, x.Tag(inner), ct, ht, side);
        f[(int)k] = Features.Of(k++, hc, cc, side);
        f[(int)k] = Features.Of(k++, hc, ct, side);
        f[(int)k] = Features.Of(k++, ht, cc, side);
        f[(int)k] = Features.Of(k++, clw, cc, hc, side);
        f[(int)k] = Features.Of(k, clw, hc, ct, side);
    }

    static uint Label(ParserState s, int i) => i < 0 ? 99u : s.Nodes[i].Label;
}
