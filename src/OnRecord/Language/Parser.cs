using System.Runtime.CompilerServices;

namespace OnRecord.Language;

/// <summary>Finds the head and the relation of every word in one pass from left to right with the arc-hybrid system (Kuhlmann,
/// Gómez-Rodríguez and Satta, ACL 2011), choosing greedily. Trees are projective, connected, and have one root.</summary>
internal static unsafe class Parser
{
    /// <summary>Parses one sentence.</summary>
    /// <param name="model">Weights.</param>
    /// <param name="x">The sentence.</param>
    /// <param name="s">Scratch; afterwards holds heads (the root's is the length of the sentence) and labels.</param>
    internal static void Parse(ParserModel model, in ParserFeatures.Input x, ParserState s)
    {
        Span<uint> features = stackalloc uint[ParserFeatures.ActionCount];
        var scores = stackalloc int[4];
        s.Start(x.Length);
        while (!s.IsDone)
        {
            var action = s.Forced;
            if (action < 0)
            {
                ParserFeatures.Actions(s, x, features);
                model.Actions.Score(features, scores);
                action = Best(s, scores);
            }
            Do(action, model.Labels, s, x);
        }
    }

    /// <summary>Takes the action, with the relation that the weights prefer where it draws an arc.</summary>
    static void Do(int action, SparseWeights labels, ParserState s, in ParserFeatures.Input x)
    {
        if (action == ParserState.Shift)
        {
            s.DoShift();
            return;
        }
        var head = s.HeadOf(action);
        s.Attach(action, head == s.Length ? (int)Deprel.Root : Label(labels, s, x, head, s.Top));
    }

    /// <summary>The allowed action with the highest score; the first of equals.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Best(ParserState s, int* scores)
    {
        var best = s.CanShift ? ParserState.Shift : -1;
        if (s.CanLeft && (best < 0 || scores[ParserState.Left] > scores[best]))
            best = ParserState.Left;
        if (s.CanRight && (best < 0 || scores[ParserState.Right] > scores[best]))
            best = ParserState.Right;
        return best;
    }

    /// <summary>The relation that the weights prefer for an arc that is about to be drawn.</summary>
    internal static int Label(SparseWeights weights, ParserState s, in ParserFeatures.Input x, int head, int child)
    {
        Span<uint> features = stackalloc uint[ParserFeatures.LabelCount];
        var scores = stackalloc int[weights.Stride];
        ParserFeatures.Labels(s, x, head, child, features);
        weights.Score(features, scores);
        scores[(int)Deprel.Root] = int.MinValue;
        return SparseWeights.Best(scores, weights.Labels);
    }
}
