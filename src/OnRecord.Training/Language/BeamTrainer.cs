using OnRecord.Language;
using OnRecord.Text;

namespace OnRecord.Training.Language;

/// <summary>Learns the actions of <see cref="BeamParser"/> as a structured perceptron that starts from the weights of the greedy parser.
/// Where the best reading of the beam beats the gold one by most, the weights are corrected along both (Huang, Fayong and Guo, "Structured
/// perceptron with inexact search", NAACL 2012).</summary>
internal sealed class BeamTrainer(ActionTrainer actions, SparseWeights labels, Tagger.Role[] roles, int width, int seed)
{
    const uint Drop = (uint)(0.3 * uint.MaxValue); // share of features left out
    const uint Noise = (uint)(0.03 * uint.MaxValue); // share of relations taken to be the second best

    readonly Random _random = new(seed);
    readonly Beam _beam = new(width, int.MaxValue / 2);
    readonly ParserState _gold = new();
    readonly BeamMemo _memo = new();
    readonly List<(int Action, int Parent)> _history = [];
    uint _mask;

    readonly unsafe struct Scorer(ActionTrainer trainer, SparseWeights labels, uint mask) : BeamParser.IScorer
    {
        public void Score(ReadOnlySpan<uint> features, int* scores)
        {
            Span<uint> kept = stackalloc uint[ParserFeatures.ActionCount];
            trainer.Score(Thin(features, mask, kept), new(scores, 4));
        }

        public int Relation(ParserState s, in ParserFeatures.Input x, int head, int child)
        {
            Span<uint> features = stackalloc uint[ParserFeatures.LabelCount];
            var scores = stackalloc int[labels.Stride];
            ParserFeatures.Labels(s, x, head, child, features);
            labels.Score(features, scores);
            scores[(int)Deprel.Root] = int.MinValue;
            var best = SparseWeights.Best(scores, labels.Labels);
            // Relations of sentences that were learned from are nearly all right; those of new text are not.
            if (Fnv.Mix(mask + (uint)(head * 401 + child)) >= Noise)
                return best;
            scores[best] = int.MinValue;
            return SparseWeights.Best(scores, labels.Labels);
        }
    }

    /// <summary>Leaves out a part of the features, the same in all states of a sentence.</summary>
    static ReadOnlySpan<uint> Thin(ReadOnlySpan<uint> features, uint mask, Span<uint> kept)
    {
        var n = 0;
        foreach (var f in features)
            if (Fnv.Mix(f ^ mask) >= Drop)
                kept[n++] = f;
        return kept[..n];
    }

    /// <summary>One pass over the sentences in an order of its own.</summary>
    internal void Epoch(IReadOnlyList<TrainingSentence> sentences, int delta, string name, Action<string> log)
    {
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        _random.Shuffle(order);
        var right = 0;
        foreach (var o in order)
        {
            _mask = (uint)_random.NextInt64(uint.MaxValue);
            actions.Tick();
            right += Learn(sentences[o], delta) ? 1 : 0;
        }
        log($"{name}: {100.0 * right / order.Length:F2} % of sentences right while learning");
    }

    bool Learn(TrainingSentence sentence, int delta)
    {
        var x = sentence.ParserInput(roles);
        var n = 2 * sentence.Length;
        Span<int> right = stackalloc int[n];
        _beam.Start(sentence.Length);
        _gold.Start(sentence.Length);
        _memo.Start();
        _history.Clear();
        int rightScore = 0,
            worst = -1,
            violation = 0;
        for (var step = 0; step < n; step++)
        {
            rightScore += GoldStep(sentence, x, out right[step]);
            BeamParser.Step(new Scorer(actions, labels, _mask), x, _beam);
            for (var i = 0; i < width; i++)
                _history.Add(i < _beam.Count ? (_beam.Actions[i], _beam.Parents[i]) : (-1, -1));
            if (_beam.Scores[0] - rightScore is var by && by > violation)
                (worst, violation) = (step, by);
        }
        if (worst < 0)
            return true;
        Span<int> found = stackalloc int[worst + 1];
        for (int step = worst, i = 0; step >= 0; step--)
            (found[step], i) = _history[step * width + i];
        right = right[..(worst + 1)];
        var same = right.CommonPrefixLength(found);
        Correct(right, same, x, sentence.Length, delta);
        Correct(found, same, x, sentence.Length, -delta);
        return false;
    }

    /// <summary>Takes the gold action and returns its score.</summary>
    unsafe int GoldStep(TrainingSentence sentence, in ParserFeatures.Input x, out int action)
    {
        var score = 0;
        action = _gold.Forced;
        if (action < 0)
        {
            action = ParserTrainer.GoldAction(_gold, sentence.Heads);
            Span<uint> features = stackalloc uint[ParserFeatures.ActionCount];
            var scores = stackalloc int[4];
            ParserFeatures.Actions(_gold, x, features);
            new Scorer(actions, labels, _mask).Score(features, scores);
            score = scores[action];
        }
        BeamParser.Do(new Scorer(actions, labels, _mask), action, _gold, x, _memo);
        return score;
    }

    /// <summary>Adds to the weights of the actions of a path after its first <paramref name="same"/>.</summary>
    void Correct(ReadOnlySpan<int> path, int same, in ParserFeatures.Input x, int length, int delta)
    {
        Span<uint> features = stackalloc uint[ParserFeatures.ActionCount];
        _gold.Start(length);
        for (var step = 0; step < path.Length; step++)
        {
            if (step >= same && _gold.Forced < 0)
            {
                ParserFeatures.Actions(_gold, x, features);
                actions.Add(Thin(features, _mask, features), path[step], delta, grow: false);
            }
            BeamParser.Do(new Scorer(actions, labels, _mask), path[step], _gold, x, _memo);
        }
    }

    /// <summary>What was learned.</summary>
    internal ActionTrainer Actions => actions;
}
