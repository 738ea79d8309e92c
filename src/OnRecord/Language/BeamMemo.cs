using System.Runtime.CompilerServices;

namespace OnRecord.Language;

/// <summary>Remembers, for one sentence, scores of actions and relations of arcs. Readings in a beam differ in few places, and what the
/// features see of them is mostly the same. The keys hold everything that <see cref="ParserFeatures"/> look at.</summary>
internal sealed class BeamMemo
{
    const int Size = 1 << 10;

    internal struct Entry
    {
        internal ulong Key; // 0 = empty
        internal int Shift;
        internal int Left;
        internal int Right;
    }

    readonly Entry[] _actions = new Entry[Size];
    readonly (ulong Key, int Label)[] _labels = new (ulong, int)[Size];

    internal void Start()
    {
        Array.Clear(_actions);
        Array.Clear(_labels);
    }

    /// <summary>The place for the scores of a state.</summary>
    /// <param name="s">The state.</param>
    /// <param name="isNew">The scores are not there yet and are to be filled in.</param>
    internal ref Entry Actions(ParserState s, out bool isNew)
    {
        int s0 = s.Top,
            s1 = s.Second;
        ref readonly var n = ref s.Nodes[s.Next];
        ref readonly var a = ref s0 < 0 ? ref n : ref s.Nodes[s0];
        ref readonly var b = ref s1 < 0 ? ref n : ref s.Nodes[s1];
        var key = Mix(0x9e3779b97f4a7c15, Pack(s0, s1, s.Third, s.Next));
        key = Mix(key, Pack(a.Left1, a.Left2, a.Right1, a.Right2));
        key = Mix(key, Pack(b.Left1, b.Right1, b.Right2, n.Left1));
        key = Mix(
            key,
            Pack(n.Left2, Label(s, a.Left1) << 8 | Label(s, a.Right1), Label(s, b.Left1) << 8 | Label(s, b.Right1), Label(s, n.Left1))
        );
        key = Mix(key, a.LeftSet | (ulong)a.RightSet << 32);
        key = Mix(key, b.LeftSet | (ulong)b.RightSet << 32);
        var counts = a.LeftCount | a.RightCount << 2 | b.LeftCount << 4 | b.RightCount << 6 | n.LeftCount << 8 | Math.Min(s.Depth, 4) << 10;
        key = Mix(key, n.LeftSet | (ulong)counts << 32) | 1;
        ref var entry = ref _actions[key >> 54];
        isNew = entry.Key != key;
        entry.Key = key;
        return ref entry;
    }

    /// <summary>The place for the relation of an arc that is about to be drawn.</summary>
    /// <param name="s">The state.</param>
    /// <param name="head">Head.</param>
    /// <param name="child">Dependent.</param>
    /// <param name="isNew">The relation is not there yet and is to be filled in.</param>
    internal ref int Relation(ParserState s, int head, int child, out bool isNew)
    {
        ref readonly var h = ref s.Nodes[head];
        ref readonly var c = ref s.Nodes[child];
        var sibling = head > child ? h.Left1 : h.Right1;
        var key = Mix(0x2545f4914f6cdd1d, Pack(head, child, c.Left1, c.Left2));
        key = Mix(key, Pack(c.Right1, Label(s, c.Left1) << 8 | Label(s, c.Left2), Label(s, c.Right1) << 8 | Label(s, sibling), 0));
        key = Mix(key, c.LeftSet | (ulong)c.RightSet << 32);
        key = Mix(key, h.LeftSet | (ulong)h.RightSet << 32) | 1;
        ref var entry = ref _labels[key >> 54];
        isNew = entry.Key != key;
        entry.Key = key;
        return ref entry.Label;
    }

    static int Label(ParserState s, int node) => node < 0 ? 99 : s.Nodes[node].Label;

    static ulong Pack(int a, int b, int c, int d) => (ushort)a | (ulong)(ushort)b << 16 | (ulong)(ushort)c << 32 | (ulong)(ushort)d << 48;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static ulong Mix(ulong h, ulong x)
    {
        h = (h ^ x) * 0xff51afd7ed558ccd;
        return h ^ (h >> 29);
    }
}
