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

    /// <summary>A word with the arcs drawn to and from it.</summary>
    internal struct Node
    {
        /// <summary>Index of the head, -1 while it has none.</summary>
        internal int Head;

        /// <summary>The outermost dependent to the left, -1 for none; then the one drawn before it.</summary>
        internal int Left1;
        internal int Left2;

        /// <summary>The outermost dependent to the right, -1 for none; then the one drawn before it.</summary>
        internal int Right1;
        internal int Right2;

        /// <summary>The relations of the dependents on each side: bit = <see cref="Deprel"/> modulo 32.</summary>
        internal uint LeftSet;
        internal uint RightSet;

        /// <summary>Relation to the head, a <see cref="Deprel"/>.</summary>
        internal byte Label;

        /// <summary>How many dependents each side has, 3 for more.</summary>
        internal byte LeftCount;
        internal byte RightCount;
    }

    internal int[] Stack = [];
    internal int Depth;
    internal int Next;
    internal int Length;
    internal Node[] Nodes = [];

    static readonly Node s_bare = new()
    {
        Head = -1,
        Left1 = -1,
        Left2 = -1,
        Right1 = -1,
        Right2 = -1,
    };

    /// <summary>Starts on a sentence of <paramref name="length"/> words.</summary>
    internal void Start(int length)
    {
        Reserve(length + 1);
        Length = length;
        Depth = 0;
        Next = 0;
        Nodes.AsSpan(0, length + 1).Fill(s_bare);
    }

    /// <summary>Becomes the same as another state.</summary>
    internal void CopyFrom(ParserState other)
    {
        Reserve(other.Length + 1);
        (Length, Depth, Next) = (other.Length, other.Depth, other.Next);
        other.Stack.AsSpan(0, Depth).CopyTo(Stack);
        other.Nodes.AsSpan(0, Length + 1).CopyTo(Nodes);
    }

    void Reserve(int nodes)
    {
        if (Nodes.Length >= nodes)
            return;
        nodes = Math.Max(nodes, 2 * Nodes.Length);
        Stack = new int[nodes];
        Nodes = new Node[nodes];
    }

    /// <summary>Only the root waits and no word is left on the stack.</summary>
    internal bool IsDone => Next == Length && Depth == 0;

    internal bool CanShift => Next < Length;

    /// <summary>The root takes a single word: the last one on the stack.</summary>
    internal bool CanLeft => Depth > 0 && (Next < Length || Depth == 1);

    internal bool CanRight => Depth > 1;

    /// <summary>The one action that is allowed, or -1 where there is a choice.</summary>
    internal int Forced =>
        Depth == 0 ? Shift
        : Next < Length ? -1
        : Depth == 1 ? Left
        : Right;

    internal int Top => Depth > 0 ? Stack[Depth - 1] : -1;

    internal int Second => Depth > 1 ? Stack[Depth - 2] : -1;

    internal int Third => Depth > 2 ? Stack[Depth - 3] : -1;

    internal void DoShift() => Stack[Depth++] = Next++;

    /// <summary>The head that <paramref name="action"/> gives the top of the stack.</summary>
    internal int HeadOf(int action) => action == Left ? Next : Second;

    /// <summary>Draws an arc to the top of the stack and takes it off.</summary>
    internal void Attach(int action, int label)
    {
        var child = Stack[--Depth];
        var head = action == Left ? Next : Stack[Depth - 1];
        (Nodes[child].Head, Nodes[child].Label) = (head, (byte)label);
        ref var h = ref Nodes[head];
        if (action == Left)
        {
            (h.Left2, h.Left1) = (h.Left1, child);
            if (h.LeftCount < 3)
                h.LeftCount++;
            h.LeftSet |= 1u << (label & 31);
        }
        else
        {
            (h.Right2, h.Right1) = (h.Right1, child);
            if (h.RightCount < 3)
                h.RightCount++;
            h.RightSet |= 1u << (label & 31);
        }
    }
}
