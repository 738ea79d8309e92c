using OnRecord.Language;

namespace OnRecord.Training.Language;

/// <summary>Learns both parsers: the greedy one, and the one with a beam, which starts from its weights. Each is the mean of what was
/// learned in several orders of the sentences; a mean errs less than each of its parts.</summary>
internal static class ParsersTrainer
{
    const int GreedyOrders = 2;
    const int GreedyEpochs = 10;
    const int BeamOrders = 6;
    const int BeamEpochs = 2;
    const int BeamWidth = 8;
    const int FastBuckets = 260_000; // of 16 bytes
    const int AccurateBuckets = 750_000;
    const int Delta = 16; // a correction, in units
    const double Unit = 1.0 / 16; // of the weights of the greedy parser

    /// <summary>The bytes of the models.</summary>
    /// <param name="Fast">Actions of the greedy parser.</param>
    /// <param name="Accurate">Actions of the parser with a beam.</param>
    /// <param name="Relations">For both.</param>
    internal sealed record Trained(byte[] Fast, byte[] Accurate, byte[] Relations);

    /// <summary>Trains on sentences with predicted tags.</summary>
    internal static Trained Train(
        IReadOnlyList<TrainingSentence> sentences,
        Tagger.Role[] roles,
        int seed,
        Action<string> log,
        int greedyOrders = GreedyOrders,
        int beamOrders = BeamOrders
    )
    {
        var greedy = Each(greedyOrders, i => ParserTrainer.Train(sentences, roles, GreedyEpochs, seed + i, i == 0 ? log : _ => { }));
        var start = ActionTrainer.Mean([.. greedy.Select(g => g.Actions)], Unit);
        var relations = Bytes("REL1", w => SparseTrainer.Mean([.. greedy.Select(g => g.Labels)]).Write(w, 0.3, 1.0, log));
        return Train(start, relations, sentences, roles, seed, log, beamOrders);
    }

    /// <summary>From the greedy parser to both.</summary>
    static Trained Train(
        ActionTrainer start,
        byte[] relations,
        IReadOnlyList<TrainingSentence> sentences,
        Tagger.Role[] roles,
        int seed,
        Action<string> log,
        int beamOrders
    )
    {
        var fast = Bytes("PAR2", w => start.Write(w, 0.2 / Unit, FastBuckets, true, log));
        var labels = new ParserModel(ModelFile.OfCopy(fast), ModelFile.OfCopy(relations)).Labels;
        var beams = Each(
            beamOrders,
            i =>
            {
                var trainer = new BeamTrainer(start.Copy(), labels, roles, BeamWidth, seed + 1 + i);
                for (var epoch = 1; epoch <= BeamEpochs; epoch++)
                    trainer.Epoch(sentences, Delta, $"beam epoch {epoch}", i == 0 ? log : _ => { });
                return trainer.Actions;
            }
        );
        return new(fast, Bytes("PAR2", w => ActionTrainer.Mean(beams, 1).Write(w, 0.8 / Unit, AccurateBuckets, false, log)), relations);
    }

    /// <summary>The results of several trainings, two at a time.</summary>
    internal static T[] Each<T>(int orders, Func<int, T> train)
    {
        var results = new T[orders];
        Parallel.For(0, orders, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i => results[i] = train(i));
        return results;
    }

    static byte[] Bytes(string magic, Action<BinaryWriter> write)
    {
        var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(System.Text.Encoding.ASCII.GetBytes(magic));
        write(writer);
        return bytes.ToArray();
    }
}
