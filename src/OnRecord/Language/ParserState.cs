namespace OnRecord.Language;

/// <summary>What the parser knows while it reads a sentence: a stack, the next word, and the arcs drawn so far. The artificial root is the
/// word after the last (Ballesteros and Nivre, "Going to the roots of dependency parsing", 2013).</summary>
internal sealed class ParserState
{
    internal const int Shift = 0;

    /// <summary>The next word becomes the head of the top of the stack.</summary>
    internal const int Left = 1;

    /// <summary>The second of the stack becomes the head of the top.</summary>
    internal const int Right = 2;

    internal int[] Stack = [];
    internal int Depth;
    internal int Next;
    internal int Length;
    internal int[] Heads = [];
    internal byte[] Labels = [];
    internal int[] Left1 = [];
    internal int[] Left2 = [];
    internal int[] Right1 = [];
    internal int[] Right2 = [];
    internal byte[] LeftCount = [];
    internal byte[] RightCount = [];
    internal uint[] LeftSet = [];
    internal uint[] RightSet = [];

    /// <summary>Starts on a sentence of <paramref name="length"/> words.</summary>
    internal void Start(int length)
    {
        if (Stack.Length < length + 1)
        {
            var n = Math.Max(length + 1, 2 * Stack.Length);
            Stack = new int[n];
            Heads = new int[n];
            Labels = new byte[n];
            Left1 = new int[n];
            Left2 = new int[n];
            Right1 = new int[n];
            Right2 = new int[n];
            LeftCount = new byte[n];
            RightCount = new byte[n];
            LeftSet = new uint[n];
            RightSet = new uint[n];
        }
        Length = length;
        Depth = 0;
        Next = 0;
        foreach (var a in (ReadOnlySpan<int[]>)[Heads, Left1, Left2, Right1, Right2])
            a.AsSpan(0, length + 1).Fill(-1);
        Labels.AsSpan(0, length + 1).Clear();
        LeftCount.AsSpan(0, length + 1).Clear();
        RightCount.AsSpan(0, length + 1).Clear();
        LeftSet.AsSpan(0, length + 1).Clear();
        RightSet.AsSpan(0, length + 1).Clear();
    }

    /// <summary>Only the root waits and one word is left on the stack.</summary>
    internal bool IsDone => Next == Length && Depth == 0;

    internal bool CanShift => Next < Length;

    /// <summary>The root takes a single word: the last one on the stack.</summary>
    internal bool CanLeft => Depth > 0 && (Next < Length || Depth == 1);

    internal bool CanRight => Depth > 1;

    internal int Top => Depth > 0 ? Stack[Depth - 1] : -1;

    internal int Second => Depth > 1 ? Stack[Depth - 2] : -1;

    internal int Third => Depth > 2 ? Stack[Depth - 3] : -1;

    internal void DoShift() => Stack[Depth++] = Next++;

    /// <summary>Draws an arc to the top of the stack and takes it off.</summary>
    internal void Attach(int action, int label)
    {
        var child = Stack[--Depth];
        if (action == Left)
        {
            var head = Next;
            (Heads[child], Labels[child]) = (head, (byte)label);
            (Left2[head], Left1[head]) = (Left1[head], child);
            if (LeftCount[head] < 3)
                LeftCount[head]++;
            LeftSet[head] |= 1u << (label & 31);
        }
        else
        {
            var head = Stack[Depth - 1];
            (Heads[child], Labels[child]) = (head, (byte)label);
            (Right2[head], Right1[head]) = (Right1[head], child);
            if (RightCount[head] < 3)
                RightCount[head]++;
            RightSet[head] |= 1u << (label & 31);
        }
    }
}
