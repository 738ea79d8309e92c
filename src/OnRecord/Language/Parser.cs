using System.Runtime.CompilerServices;

namespace OnRecord.Language;

/// <summary>Finds the head and the relation of every word in one pass from left to right with the arc-hybrid system (Kuhlmann,
/// Gómez-Rodríguez and Satta, ACL 2011), choosing greedily. Trees are projective, connected, and have one root.</summary>
internal static unsafe class Parser
{
    /// <summary>Parses one sentence.</summary>
    /// <param name="model">Weights.</param>
    /// <param name="words">The words.</param>
    /// <param name="tags">Labels of the <see cref="Tagger"/>.</param>
    /// <param name="s">Scratch; afterwards holds heads (the root's is the length of the sentence) and labels.</param>
    internal static void Parse(ParserModel model, ReadOnlySpan<WordFeatures> words, ReadOnlySpan<int> tags, ParserState s)
    {
        var x = new ParserFeatures.Input(words, tags);
        Span<uint> features = stackalloc uint[ParserFeatures.ActionCount];
        var scores = stackalloc int[Math.Max(4, model.Labels.Stride)];
        s.Start(words.Length);
        while (!s.IsDone)
        {
            int action;
            if (s.Depth == 0)
                action = ParserState.Shift;
            else if (s.Next == s.Length)
                action = s.Depth == 1 ? ParserState.Left : ParserState.Right;
            else
            {
                ParserFeatures.Actions(s, x, features);
                model.Actions.Score(features, scores);
                action = Best(s, scores);
            }
            if (action == ParserState.Shift)
            {
                s.DoShift();
                continue;
            }
            var head = action == ParserState.Left ? s.Next : s.Second;
            s.Attach(action, head == s.Length ? (int)Deprel.Root : Label(model.Labels, s, x, head, s.Top, scores));
        }
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

    static int Label(SparseWeights weights, ParserState s, in ParserFeatures.Input x, int head, int child, int* scores)
    {
        Span<uint> features = stackalloc uint[ParserFeatures.LabelCount];
        ParserFeatures.Labels(s, x, head, child, features);
        weights.Score(features, scores);
        scores[(int)Deprel.Root] = int.MinValue;
        return SparseWeights.Best(scores, weights.Labels);
    }
}
