using OnRecord.Language;

namespace OnRecord.Training.Language;

/// <summary>Learns the <see cref="Parser"/> with a dynamic oracle: it follows its own choices nine times in ten, so that it learns what is
/// best after a mistake (Goldberg and Nivre, "Training deterministic parsers with non-deterministic oracles", TACL 2013).</summary>
internal static class ParserTrainer
{
    const double Exploration = 0.9;
    const double DropoutRate = 0.1;

    /// <summary>Trains on sentences with predicted tags and returns the model's bytes.</summary>
    internal static byte[] Train(IReadOnlyList<TrainingSentence> sentences, int epochs, int seed, int bits, Action<string> log)
    {
        var random = new Random(seed);
        var actions = new ActionTrainer();
        var labels = new SparseTrainer(Enum.GetValues<Deprel>().Length);
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        var state = new ParserState();
        var dropout = new Dropout(ParserFeatures.ActionCount, DropoutRate, random);
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            random.Shuffle(order);
            var tally = new Tally();
            foreach (var o in order)
                Learn(sentences[o], state, actions, labels, dropout, random, epoch > 1, ref tally);
            log(
                $"parser epoch {epoch}: actions {100.0 * tally.Right / tally.Actions:F2} %, labels {100.0 * tally.RightLabels / tally.Labels:F2} % right while learning"
            );
        }
        var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write("PAR1"u8);
        actions.Write(writer, 0.2, bits, log);
        labels.Write(writer, 0.3, 1.0, log);
        return bytes.ToArray();
    }

    struct Tally
    {
        internal int Right;
        internal int Actions;
        internal int RightLabels;
        internal int Labels;
    }

    static void Learn(
        TrainingSentence sentence,
        ParserState s,
        ActionTrainer actions,
        SparseTrainer labels,
        Dropout dropout,
        Random random,
        bool explore,
        ref Tally tally
    )
    {
        var x = new ParserFeatures.Input(sentence.Words, sentence.PredictedTags);
        Span<uint> features = stackalloc uint[ParserFeatures.ActionCount];
        Span<uint> labelFeatures = stackalloc uint[ParserFeatures.LabelCount];
        Span<int> scores = stackalloc int[3];
        Span<int> costs = stackalloc int[3];
        Span<int> labelScores = stackalloc int[64];
        s.Start(sentence.Length);
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
                var some = dropout.Thin(features);
                actions.Score(some, scores);
                Costs(s, sentence.Heads, costs);
                var least = Math.Min(costs[0], Math.Min(costs[1], costs[2]));
                int gold = -1,
                    predicted = -1;
                for (var a = 0; a < 3; a++)
                {
                    if (costs[a] == int.MaxValue)
                        continue;
                    if (predicted < 0 || scores[a] > scores[predicted])
                        predicted = a;
                    if (costs[a] == least && (gold < 0 || scores[a] > scores[gold]))
                        gold = a;
                }
                actions.Tick();
                tally.Actions++;
                if (costs[predicted] > least)
                    actions.Update(some, gold, predicted);
                else
                    tally.Right++;
                action = explore && random.NextDouble() < Exploration ? predicted : gold;
            }
            if (action == ParserState.Shift)
            {
                s.DoShift();
                continue;
            }
            var child = s.Top;
            var head = action == ParserState.Left ? s.Next : s.Second;
            var label = (int)Deprel.Root;
            if (head < s.Length)
            {
                ParserFeatures.Labels(s, x, head, child, labelFeatures);
                var some = dropout.Thin(labelFeatures);
                labels.Score(some, labelScores);
                labelScores[(int)Deprel.Root] = int.MinValue;
                label = 0;
                for (var l = 1; l < Enum.GetValues<Deprel>().Length; l++)
                    if (labelScores[l] > labelScores[label])
                        label = l;
                if (sentence.Heads[child] == head)
                {
                    var right = (int)sentence.Deprels[child];
                    labels.Tick();
                    tally.Labels++;
                    if (label != right)
                        labels.Update(some, right, label);
                    else
                        tally.RightLabels++;
                }
            }
            s.Attach(action, label);
        }
    }

    /// <summary>How many arcs of the gold tree each action puts out of reach; <see cref="int.MaxValue"/> if it is not allowed.</summary>
    static void Costs(ParserState s, int[] heads, Span<int> costs)
    {
        int top = s.Top,
            second = s.Second,
            next = s.Next,
            n = s.Length;
        int topNeedsBuffer = heads[top] > next ? 1 : 0,
            topHasNext = heads[top] == next ? 1 : 0,
            topHasSecond = heads[top] == second ? 1 : 0;
        var childrenAhead = 0; // words still to come that depend on the top
        for (var i = next; i < n; i++)
            if (heads[i] == top)
                childrenAhead++;
        costs[ParserState.Left] = s.CanLeft ? childrenAhead + topNeedsBuffer + topHasSecond : int.MaxValue;
        costs[ParserState.Right] = s.CanRight ? childrenAhead + topNeedsBuffer + topHasNext : int.MaxValue;
        if (!s.CanShift)
        {
            costs[ParserState.Shift] = int.MaxValue;
            return;
        }
        var lost = 0;
        for (var i = 0; i < s.Depth; i++)
        {
            var w = s.Stack[i];
            if (heads[w] == next || w != top && heads[next] == w)
                lost++;
        }
        costs[ParserState.Shift] = lost;
    }
}
