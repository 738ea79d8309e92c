using OnRecord.Language;

namespace OnRecord.Training.Language;

/// <summary>Learns both parsers: the greedy one, and the one with a beam, which starts from its weights. Each is the mean of what was
/// learned in several orders of the sentences; a mean errs less than each of its parts.</summary>
internal static class ParsersTrainer
{
    const int Orders = 4;
    const int GreedyEpochs = 10;
    const int BeamEpochs = 4;
    const int BeamWidth = 8;
    const double Unit = 1.0 / 16; // what a weight of 1 in the beam's training stands for
    const int Delta = 16;

    /// <summary>Trains on sentences with predicted tags and returns the bytes of both models.</summary>
    internal static (byte[] Fast, byte[] Accurate) Train(
        IReadOnlyList<TrainingSentence> sentences,
        Tagger.Role[] roles,
        int seed,
        Action<string> log
    )
    {
        var greedy = Each(i => ParserTrainer.Train(sentences, roles, GreedyEpochs, seed + i, i == 0 ? log : _ => { }));
        var start = ActionTrainer.Mean([.. greedy.Select(g => g.Actions)], Unit);
        var labels = Labels([.. greedy.Select(g => g.Labels)], log);
        var weights = new SparseWeights(ModelFile.OfCopy(labels));
        var fast = Write(start, 0.2, 18, true, labels, log);
        var beams = Each(i =>
        {
            var trainer = new BeamTrainer(start.Copy(), weights, roles, BeamWidth, seed + i);
            for (var epoch = 1; epoch <= BeamEpochs; epoch++)
                trainer.Epoch(sentences, Delta, $"beam epoch {epoch}", i == 0 ? log : _ => { });
            return trainer.Actions;
        });
        return (fast, Write(ActionTrainer.Mean(beams, 1), 0.8, 19, false, labels, log));
    }

    static T[] Each<T>(Func<int, T> train)
    {
        var results = new T[Orders];
        Parallel.For(0, Orders, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i => results[i] = train(i));
        return results;
    }

    static byte[] Labels(SparseTrainer[] trained, Action<string> log)
    {
        var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        SparseTrainer.Mean(trained).Write(writer, 0.3, 1.0, log);
        return bytes.ToArray();
    }

    static byte[] Write(ActionTrainer actions, double step, int bits, bool centre, byte[] labels, Action<string> log)
    {
        var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write("PAR1"u8);
        actions.Write(writer, step / Unit, bits, centre, log);
        writer.Write(labels);
        return bytes.ToArray();
    }
}
