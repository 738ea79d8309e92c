namespace OnRecord.Language;

/// <summary>What can be said of a whole tree that a parser could not see while it built it: grandparents, all dependents of a word in order,
/// what stands at the edges of a phrase, how alike two coordinated phrases are.</summary>
/// <remarks>After Zhang and Clark, "Syntactic processing using the generalized perceptron and beam search", CL 2011, section 5; Charniak and
/// Johnson, "Coarse-to-fine n-best parsing and MaxEnt discriminative reranking", ACL 2005.</remarks>
internal sealed class TreeFeatures
{
    struct Place
    {
        internal int Left; // first word of the phrase
        internal int Right; // last
        internal int Inner; // the dependent on the same side that is nearer to the head, -1 for none
        internal int LastLeft;
        internal int LastRight;
        internal uint Lefts; // hash of the relations on each side
        internal uint Rights;
        internal uint Case; // its preposition or mark
        internal int Size => Right - Left + 1;
    }

    Place[] _places = [];
    uint[] _features = new uint[256];
    int _count;

    void Add(uint f)
    {
        if (_count == _features.Length)
            Array.Resize(ref _features, 2 * _count);
        _features[_count++] = f;
    }

    /// <summary>Looks at a tree before <see cref="Of"/> and <see cref="Key"/> are asked for its words.</summary>
    internal void Start(in ParserFeatures.Input x, ReadOnlySpan<ParserState.Node> tree) => Fill(x, tree[..x.Length]);

    /// <summary>Features of a word: its arc, and the word with all its dependents. Good until the next call.</summary>
    internal ReadOnlySpan<uint> Of(in ParserFeatures.Input x, ReadOnlySpan<ParserState.Node> tree, int word)
    {
        _count = 0;
        if (tree[word].Head == x.Length)
            Root(x, word);
        else
            Arc(x, tree, word);
        Frame(x, tree, word);
        return _features.AsSpan(0, _count);
    }

    /// <summary>Stands for everything of the tree that the features of a word look at: trees of a sentence with the same key give the word the
    /// same features.</summary>
    internal ulong Key(ReadOnlySpan<ParserState.Node> tree, int word)
    {
        var h = tree[word].Head;
        ref readonly var p = ref _places[word];
        ref readonly var q = ref _places[h];
        var s = p.Inner;
        var key = Mix(0x9e3779b97f4a7c15, Pack(h, tree[h].Head, p.Left, p.Right));
        key = Mix(key, Pack(q.Left, q.Right, tree[word].Label << 8 | tree[h].Label, s));
        key = Mix(key, p.Lefts | (ulong)p.Rights << 32);
        key = Mix(key, p.Case | (ulong)q.Lefts << 32);
        key = Mix(key, q.Case);
        if (s < 0)
            return key;
        var ss = _places[s].Inner;
        return Mix(key, _places[s].Case | (ulong)(uint)(tree[s].Label << 8 | (ss < 0 ? 99 : tree[ss].Label)) << 32);
    }

    static ulong Pack(int a, int b, int c, int d) => (ushort)a | (ulong)(ushort)b << 16 | (ulong)(ushort)c << 32 | (ulong)(ushort)d << 48;

    static ulong Mix(ulong h, ulong x)
    {
        h = (h ^ x) * 0xff51afd7ed558ccd;
        return h ^ (h >> 29);
    }

    void Fill(in ParserFeatures.Input x, ReadOnlySpan<ParserState.Node> tree)
    {
        var n = tree.Length;
        if (_places.Length < n + 1)
            _places = new Place[2 * n + 1];
        for (var i = 0; i <= n; i++)
            _places[i] = new()
            {
                Left = i,
                Right = i,
                Inner = -1,
                LastLeft = -1,
                LastRight = -1,
            };
        for (var i = 0; i < n; i++)
        {
            var (h, l) = (tree[i].Head, (Deprel)tree[i].Label);
            for (var a = h; a != n && i < _places[a].Left; a = tree[a].Head)
                _places[a].Left = i;
            for (var a = h; a != n && i > _places[a].Right; a = tree[a].Head)
                _places[a].Right = i;
            ref var head = ref _places[h];
            if (l == Deprel.Punct)
                continue;
            if (l is Deprel.Case or Deprel.Mark && i < h && head.Case == 0)
                head.Case = x.Word(i);
            if (i < h)
            {
                if (head.LastLeft >= 0)
                    _places[head.LastLeft].Inner = i;
                head.LastLeft = i;
                head.Lefts = Features.Of(1, head.Lefts, (uint)l);
            }
            else
            {
                _places[i].Inner = head.LastRight;
                head.LastRight = i;
                head.Rights = Features.Of(2, head.Rights, (uint)l);
            }
        }
    }

    static uint Two(uint a, uint b) => a << 16 | b;

    static uint Bucket(int size) =>
        size < 5 ? (uint)size
        : size < 8 ? 5u
        : size < 13 ? 6u
        : size < 21 ? 7u
        : 8u;

    void Root(in ParserFeatures.Input x, int c)
    {
        Add(Features.Of(100, x.Tag(c)));
        Add(Features.Of(101, x.Word(c)));
        Add(Features.Of(102, x.Tag(c), x.Cluster(c)));
        Add(Features.Of(103, x.Tag(c), Bucket(c)));
    }

    void Arc(in ParserFeatures.Input x, ReadOnlySpan<ParserState.Node> tree, int c)
    {
        int h = tree[c].Head,
            g = tree[h].Head;
        ref readonly var p = ref _places[c];
        ref readonly var q = ref _places[h];
        uint l = tree[c].Label,
            lh = tree[h].Label,
            side = c < h ? 1u : 2u;
        uint cT = x.Tag(c),
            hT = x.Tag(h),
            gT = x.Tag(g),
            cW = x.Word(c),
            hW = x.Word(h),
            gW = x.Word(g),
            cC = x.Cluster(c),
            hC = x.Cluster(h);
        var ls = l << 2 | side;
        var d = ParserFeatures.Distance(Math.Min(h, c), Math.Max(h, c));
        var between = x.Between(Math.Min(h, c), Math.Max(h, c));
        if ((Deprel)l == Deprel.Punct)
        {
            var edge = side == 1 ? (c == q.Left ? 1u : 0u) : (c == q.Right ? 1u : 0u);
            Add(Features.Of(1, cW, hT, edge << 2 | side));
            Add(Features.Of(2, cW, lh, edge << 2 | side));
            Add(Features.Of(3, cW, Two(hT, x.Tag(c - 1)), x.Tag(c + 1), side));
            Add(Features.Of(4, cW, hT, d, side));
            Add(Features.Of(5, cW, Two(hT, gT), lh, side));
            return;
        }
        // the arc
        Add(Features.Of(10, ls, hT, cT, d));
        Add(Features.Of(11, ls, hW, cW));
        Add(Features.Of(12, ls, hW, cT));
        Add(Features.Of(13, ls, hT, cW));
        Add(Features.Of(14, ls, hC, cC));
        Add(Features.Of(15, ls, hC, cT));
        Add(Features.Of(16, ls, hT, cC));
        Add(Features.Of(17, ls, hT, cT, between));
        Add(Features.Of(18, ls, lh, between));
        // the head's head
        var side2 =
            h == g ? 0u
            : h < g ? 1u
            : 2u;
        Add(Features.Of(20, ls, lh << 2 | side2, Two(cT, hT), gT));
        Add(Features.Of(21, ls, lh << 2 | side2, gT));
        Add(Features.Of(22, ls, cW, hT, gW));
        Add(Features.Of(23, ls, cW, hW, gT));
        Add(Features.Of(24, ls, cT, hW, gT));
        Add(Features.Of(25, ls, cC, hC, x.Cluster(g)));
        Add(Features.Of(26, ls, lh, hW));
        Add(Features.Of(27, ls, lh, cW));
        // its preposition or mark
        if (p.Case != 0)
        {
            Add(Features.Of(30, ls, p.Case, hW));
            Add(Features.Of(31, ls, p.Case, hT, cT));
            Add(Features.Of(32, ls, p.Case, hT, cW));
            Add(Features.Of(33, ls, p.Case, hC, cC));
            Add(Features.Of(34, ls, p.Case, Two(hT, gT), lh));
            Add(Features.Of(35, ls, p.Case, hC, d));
            Add(Features.Of(36, ls, p.Case, hT, between));
        }
        else
            Add(Features.Of(37, ls, hT, cT));
        // the dependent beside it
        var s = p.Inner;
        var (sT, sl) = (x.Tag(s), s < 0 ? 99u : tree[s].Label);
        var sCase = s < 0 ? 0 : _places[s].Case;
        Add(Features.Of(40, ls, sl, hT));
        Add(Features.Of(41, ls, sl, hW));
        Add(Features.Of(42, ls, Two(sT, sl), hT, cT));
        Add(Features.Of(43, ls, Two(sT, sl), hW, cT));
        if (s >= 0)
        {
            var ss = _places[s].Inner;
            Add(Features.Of(44, ls, sl, x.Word(s), cW));
            Add(Features.Of(45, ls, hT, x.Word(s), cT));
            Add(Features.Of(46, ls, hT, sT, cW));
            Add(Features.Of(47, ls, sl, sCase, p.Case));
            Add(Features.Of(48, ls, Two(sT, ss < 0 ? 99u : tree[ss].Label), Two(hT, sl), cT));
            Add(Features.Of(49, ls, sl, x.Cluster(s), cC));
        }
        // the edges of the phrase
        var size = Bucket(p.Size);
        Add(Features.Of(50, ls, cT, size));
        Add(Features.Of(51, ls, hT, size, Bucket(x.Length - p.Right)));
        Add(Features.Of(52, ls, cT, Two(x.Tag(p.Right), x.Tag(p.Right + 1))));
        Add(Features.Of(53, ls, cT, Two(x.Tag(p.Left - 1), x.Tag(p.Left))));
        Add(Features.Of(54, ls, x.Word(p.Left - 1), x.Word(p.Left)));
        Add(Features.Of(55, ls, x.Word(p.Right + 1), hT));
        Add(Features.Of(56, ls, x.Word(p.Left), cT, hT));
        Add(Features.Of(57, ls, Two(x.Tag(p.Left - 1), x.Tag(p.Right + 1)), hT, cT));
        Add(Features.Of(58, ls, hT, size, p.Case));
        if ((Deprel)l == Deprel.Conj)
        {
            var alike = (hT == cT ? 1u : 0u) | (q.Case == p.Case ? 2u : 0u) | (x.Suffix(h) == x.Suffix(c) ? 4u : 0u);
            alike |= q.Lefts == p.Lefts ? 8u : 0u;
            Add(Features.Of(60, hT, cT, alike));
            Add(Features.Of(61, hT, alike, d));
            Add(Features.Of(62, q.Case, p.Case, hT, cT));
            Add(Features.Of(63, Two(hT, cT), lh, d));
            Add(Features.Of(64, Two(hT, cT), Bucket(c - q.Left), size));
            Add(Features.Of(65, hT, cT, q.Lefts, p.Lefts));
            Add(Features.Of(66, Two(hT, cT), Two(gT, lh), x.Tag(p.Left - 1)));
        }
    }

    /// <summary>A word and all its dependents.</summary>
    void Frame(in ParserFeatures.Input x, ReadOnlySpan<ParserState.Node> tree, int c)
    {
        ref readonly var p = ref _places[c];
        if (p.LastLeft < 0 && p.LastRight < 0)
            return;
        uint t = x.Tag(c),
            w = x.Word(c),
            l = tree[c].Label;
        Add(Features.Of(70, t, p.Lefts, p.Rights));
        Add(Features.Of(71, w, p.Lefts, p.Rights));
        Add(Features.Of(72, t, l, p.Lefts));
        Add(Features.Of(73, t, l, p.Rights));
        Add(Features.Of(74, w, p.Rights));
        Add(Features.Of(75, w, p.Lefts));
        Add(Features.Of(76, x.Cluster(c), p.Lefts, p.Rights));
        Add(Features.Of(77, x.Cluster(c), l, p.Rights));
        Add(Features.Of(78, l, p.Lefts, p.Rights));
    }
}
