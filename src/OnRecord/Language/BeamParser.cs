namespace OnRecord.Language;

/// <summary>Parses as <see cref="Parser"/> does, but keeps the best few readings of the sentence so far and takes the best of the whole.
/// A reading far behind the best is dropped at once, so that a plain sentence costs little more than a greedy parse.</summary>
/// <remarks>Zhang and Clark, "A tale of two parsers", EMNLP 2008; readings that look alike to the features are scored once, after Huang and
/// Sagae, "Dynamic programming for linear-time incremental parsing", ACL 2010.</remarks>
internal static unsafe class BeamParser
{
    /// <summary>Weighs what could be done next.</summary>
    internal interface IScorer
    {
        /// <summary>Fills the scores of <see cref="ParserState.Shift"/>, Left and Right.</summary>
        void Score(ReadOnlySpan<uint> features, int* scores);

        /// <summary>The relation of an arc that is about to be drawn.</summary>
        int Relation(ParserState s, in ParserFeatures.Input x, int head, int child);
    }

    readonly struct Scorer(ParserModel model) : IScorer
    {
        public void Score(ReadOnlySpan<uint> features, int* scores) => model.Actions.Score(features, scores);

        public int Relation(ParserState s, in ParserFeatures.Input x, int head, int child) => Parser.Label(model.Labels, s, x, head, child);
    }

    /// <summary>Parses one sentence.</summary>
    /// <returns>The best reading, good until the beam is used again: heads (the root's is the length of the sentence) and labels.</returns>
    internal static ParserState Parse(ParserModel model, in ParserFeatures.Input x, Beam beam)
    {
        beam.Start(x.Length);
        var scorer = new Scorer(model);
        for (var step = 0; step < 2 * x.Length; step++)
            Step(scorer, x, beam);
        return beam.Best;
    }

    /// <summary>Takes each reading one action further and keeps the best.</summary>
    internal static void Step<T>(T scorer, in ParserFeatures.Input x, Beam beam)
        where T : struct, IScorer
    {
        Span<uint> features = stackalloc uint[ParserFeatures.ActionCount];
        var scores = stackalloc int[4];
        beam.Candidates.Clear();
        for (var i = 0; i < beam.Count; i++)
        {
            var s = beam.States[i];
            var score = beam.Scores[i];
            var forced = s.Forced;
            if (forced >= 0)
            {
                beam.Candidates.Add(new(score, i, forced));
                continue;
            }
            ref var memo = ref beam.Memo.Actions(s, out var isNew);
            if (isNew)
            {
                ParserFeatures.Actions(s, x, features);
                scorer.Score(features, scores);
                (memo.Shift, memo.Left, memo.Right) = (scores[0], scores[1], scores[2]);
            }
            if (s.CanShift)
                beam.Candidates.Add(new(score + memo.Shift, i, ParserState.Shift));
            if (s.CanLeft)
                beam.Candidates.Add(new(score + memo.Left, i, ParserState.Left));
            if (s.CanRight)
                beam.Candidates.Add(new(score + memo.Right, i, ParserState.Right));
        }
        beam.Keep();
        for (var i = 0; i < beam.Count; i++)
            Do(scorer, beam.Actions[i], beam.States[i], x, beam.Memo);
    }

    /// <summary>Takes the action, with the relation that the weights prefer where it draws an arc.</summary>
    internal static void Do<T>(T scorer, int action, ParserState s, in ParserFeatures.Input x, BeamMemo memo)
        where T : struct, IScorer
    {
        if (action == ParserState.Shift)
        {
            s.DoShift();
            return;
        }
        var (head, child) = (s.HeadOf(action), s.Top);
        if (head == s.Length)
        {
            s.Attach(action, (int)Deprel.Root);
            return;
        }
        ref var label = ref memo.Relation(s, head, child, out var isNew);
        if (isNew)
            label = scorer.Relation(s, x, head, child);
        s.Attach(action, label);
    }
}

/// <summary>The readings that a <see cref="BeamParser"/> keeps, and the scratch of one thread.</summary>
internal sealed class Beam(int width, int margin)
{
    /// <summary>A reading and what could be done next.</summary>
    internal readonly record struct Candidate(int Score, int Parent, int Action);

    ParserState[] _spare = NewStates(width);
    readonly int[] _uses = new int[width];

    internal readonly int[] Scores = new int[width];

    /// <summary>What led to each reading: the action, and the place in the beam of the reading before.</summary>
    internal readonly int[] Actions = new int[width];
    internal readonly int[] Parents = new int[width];
    internal readonly List<Candidate> Candidates = new(3 * width);
    internal readonly BeamMemo Memo = new();

    /// <summary>The readings, the best first.</summary>
    internal ParserState[] States { get; private set; } = NewStates(width);

    internal int Count { get; private set; }

    internal ParserState Best => States[0];

    static ParserState[] NewStates(int width) => [.. Enumerable.Range(0, width).Select(_ => new ParserState())];

    internal void Start(int length)
    {
        Count = 1;
        Scores[0] = 0;
        States[0].Start(length);
        Memo.Start();
    }

    /// <summary>Replaces the readings by copies for the best candidates; the actions are still to be taken. Of equals the first stays
    /// first.</summary>
    internal void Keep()
    {
        var kept = 0;
        Span<Candidate> best = stackalloc Candidate[width];
        foreach (var c in Candidates)
        {
            if (kept == width && c.Score <= best[^1].Score)
                continue;
            var at = kept < width ? kept++ : width - 1;
            for (; at > 0 && best[at - 1].Score < c.Score; at--)
                best[at] = best[at - 1];
            best[at] = c;
        }
        while (best[kept - 1].Score < best[0].Score - margin)
            kept--;
        Advance(best[..kept]);
    }

    void Advance(ReadOnlySpan<Candidate> best)
    {
        Array.Clear(_uses);
        foreach (var c in best)
            _uses[c.Parent]++;
        // A reading that goes on in one way needs no copy. The others are copied before any is changed.
        var states = States;
        for (var i = 0; i < best.Length; i++)
        {
            var p = best[i].Parent;
            if (--_uses[p] > 0)
            {
                _spare[i].CopyFrom(states[p]);
                continue;
            }
            (_spare[i], states[p]) = (states[p], _spare[i]);
        }
        (States, _spare) = (_spare, states);
        Count = best.Length;
        for (var i = 0; i < best.Length; i++)
            (Scores[i], Actions[i], Parents[i]) = (best[i].Score, best[i].Action, best[i].Parent);
    }
}
