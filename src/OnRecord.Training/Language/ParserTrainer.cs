using OnRecord.Language;

namespace OnRecord.Training.Language;

/// <summary>Learns the <see cref="Parser"/> with a dynamic oracle: it follows its own choices nine times in ten, so that it learns what is
/// best after a mistake (Goldberg and Nivre, "Training deterministic parsers with non-deterministic oracles", TACL 2013).</summary>
internal static class ParserTrainer
{
    const double Exploration = 0.9;
    const double DropoutRate = 0.1;

    /// <summary>What is learned: weights of the actions and of the relations.</summary>
    internal sealed record Trained(ActionTrainer Actions, SparseTrainer Labels);

    /// <summary>Trains on sentences with predicted tags.</summary>
    internal static Trained Train(IReadOnlyList<TrainingSentence> sentences, Tagger.Role[] roles, int epochs, int seed, Action<string> log)
    {
        var random = new Random(seed);
        var actions = new ActionTrainer();
        var labels = new SparseTrainer(Enum.GetValues<Deprel>().Length);
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        var state = new ParserState();
        var dropout = new Dropout(ParserFeatures.ActionCount, DropoutRate, random);
        var labelDropout = new Dropout(ParserFeatures.LabelCount, DropoutRate, random);
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            random.Shuffle(order);
            var tally = new Tally();
            foreach (var o in order)
                Learn(sentences[o], roles, state, actions, labels, dropout, labelDropout, random, epoch > 1, ref tally);
            log(
                $"parser epoch {epoch}: actions {100.0 * tally.Right / tally.Actions:F2} %, labels {100.0 * tally.RightLabels / tally.Labels:F2} % right while learning"
            );
        }
        return new(actions, labels);
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
        Tagger.Role[] roles,
        ParserState s,
        ActionTrainer actions,
        SparseTrainer labels,
        Dropout dropout,
        Dropout labelDropout,
        Random random,
        bool explore,
        ref Tally tally
    )
    {
        var x = sentence.ParserInput(roles);
        Span<uint> features = stackalloc uint[ParserFeatures.ActionCount];
        Span<uint> labelFeatures = stackalloc uint[ParserFeatures.LabelCount];
        Span<int> scores = stackalloc int[3];
        Span<int> costs = stackalloc int[3];
        Span<int> labelScores = stackalloc int[64];
        s.Start(sentence.Length);
        while (!s.IsDone)
        {
            var action = s.Forced;
            if (action < 0)
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
            var head = s.HeadOf(action);
            var label = (int)Deprel.Root;
            if (head < s.Length)
            {
                ParserFeatures.Labels(s, x, head, child, labelFeatures);
                var some = labelDropout.Thin(labelFeatures);
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

    /// <summary>An action that puts the fewest arcs of the gold tree out of reach: of several an arc before a shift.</summary>
    internal static int GoldAction(ParserState s, int[] heads)
    {
        Span<int> costs = stackalloc int[3];
        Costs(s, heads, costs);
        var best = ParserState.Left;
        if (costs[ParserState.Right] < costs[best])
            best = ParserState.Right;
        return costs[ParserState.Shift] < costs[best] ? ParserState.Shift : best;
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
