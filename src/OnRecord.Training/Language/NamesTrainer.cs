using OnRecord.Language;

namespace OnRecord.Training.Language;

/// <summary>Learns <see cref="NameFinder"/>.</summary>
internal static class NamesTrainer
{
    const int Epochs = 10;

    /// <summary>Orders of the model that ships.</summary>
    internal const int Orders = 3;

    /// <summary>Weights below it hardly tell, and are two thirds of all.</summary>
    internal const double Prune = 1.1;

    /// <summary>Trains on sentences with names and predicted tags and returns the model's bytes: the mean of what is learned in several
    /// orders of the sentences.</summary>
    /// <param name="sentences">With features, tags and hints.</param>
    /// <param name="orders">How many.</param>
    /// <param name="seed">Of the orders and of what is left out.</param>
    /// <param name="prune">Weights below it are dropped.</param>
    /// <param name="log">Told how it goes.</param>
    internal static byte[] Train(IReadOnlyList<TrainingSentence> sentences, int orders, int seed, double prune, Action<string> log)
    {
        var trained = new SparseTrainer[orders];
        Parallel.For(
            0,
            orders,
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            i => trained[i] = Train(sentences, seed + i, i == 0 ? log : _ => { })
        );
        var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write("NAM1"u8);
        SparseTrainer.Mean(trained).Write(writer, 0.15, prune, log);
        return bytes.ToArray();
    }

    static SparseTrainer Train(IReadOnlyList<TrainingSentence> sentences, int seed, Action<string> log)
    {
        var random = new Random(seed);
        var trainer = new SparseTrainer(NamesModel.Labels);
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        Span<uint> features = stackalloc uint[NameFinder.Count];
        var dropout = new Dropout(NameFinder.Count, 0.3, random);
        Span<int> scores = stackalloc int[NamesModel.Labels];
        var gold = sentences.Select(s => s.Names!.Select(Label).ToArray()).ToArray();
        for (var epoch = 1; epoch <= Epochs; epoch++)
        {
            random.Shuffle(order);
            int right = 0,
                all = 0;
            foreach (var o in order)
            {
                var s = sentences[o];
                int last = 0,
                    before = 0;
                for (var i = 0; i < s.Length; i++)
                {
                    if (last == 0 && NameFinder.IsPlain(s.Words[i]))
                    {
                        before = 0;
                        continue;
                    }
                    NameFinder.Extract(s.Words, s.PredictedTags, s.Hints, i, last, before, features);
                    var used = dropout.Thin(features);
                    trainer.Score(used, scores);
                    var best = 0;
                    for (var l = 1; l < NamesModel.Labels; l++)
                        if (scores[l] > scores[best] && NamesModel.MayFollow(l, last))
                            best = l;
                    trainer.Tick();
                    var truth = gold[o][i];
                    all++;
                    if (best == truth)
                        right++;
                    else if (NamesModel.MayFollow(truth, last)) // the rest of a name whose begin was missed can't be found
                        trainer.Update(used, truth, best);
                    before = last;
                    last = NamesModel.MayFollow(truth, last) && random.NextDouble() < 0.5 ? truth : best;
                }
            }
            log($"names epoch {epoch}: {100.0 * right / all:F2} % of words right while learning");
        }
        return trainer;
    }

    internal static int Label(string tag) =>
        tag switch
        {
            "B-PER" => NamesModel.Label(NameKind.Person, true),
            "I-PER" => NamesModel.Label(NameKind.Person, false),
            "B-ORG" => NamesModel.Label(NameKind.Organisation, true),
            "I-ORG" => NamesModel.Label(NameKind.Organisation, false),
            "B-LOC" => NamesModel.Label(NameKind.Location, true),
            "I-LOC" => NamesModel.Label(NameKind.Location, false),
            _ => 0,
        };
}
