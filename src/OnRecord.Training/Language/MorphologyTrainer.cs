using OnRecord.Language;

namespace OnRecord.Training.Language;

/// <summary>Learns <see cref="Morphology"/> from gold trees with predicted tags.</summary>
internal static class MorphologyTrainer
{
    const int LeastCount = 4;
    const int Epochs = 6;

    /// <summary>Trains and returns the model's bytes.</summary>
    internal static byte[] Train(IReadOnlyList<TrainingSentence> sentences, Tagger.Role[] roles, int seed, Action<string> log)
    {
        var values = sentences
            .SelectMany(s => s.Feats)
            .CountBy(f => f)
            .Where(c => c.Value >= LeastCount)
            .Select(c => c.Key)
            .Order(StringComparer.Ordinal)
            .ToArray();
        var index = values.Index().ToDictionary(v => v.Item, v => v.Index);
        var random = new Random(seed);
        var trainer = new SparseTrainer(values.Length);
        var dropout = new Dropout(Morphology.Count, 0.1, random);
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        Span<uint> features = stackalloc uint[Morphology.Count];
        var scores = new int[values.Length];
        for (var epoch = 1; epoch <= Epochs; epoch++)
        {
            random.Shuffle(order);
            int right = 0,
                all = 0;
            foreach (var o in order)
            {
                var s = sentences[o];
                var x = s.ParserInput(roles);
                var nodes = s.GoldNodes();
                var around = new Morphology.Surroundings[s.Length];
                Morphology.Read(nodes, s.Length, around);
                for (var i = 0; i < s.Length; i++)
                {
                    if (!index.TryGetValue(s.Feats[i], out var gold))
                        continue;
                    Morphology.Extract(x, nodes, around, i, features);
                    var some = dropout.Thin(features);
                    trainer.Score(some, scores);
                    var best = 0;
                    for (var l = 1; l < scores.Length; l++)
                        if (scores[l] > scores[best])
                            best = l;
                    trainer.Tick();
                    all++;
                    if (best == gold)
                        right++;
                    else
                        trainer.Update(some, gold, best);
                }
            }
            log($"features epoch {epoch}: {100.0 * right / all:F2} % right while learning");
        }
        var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write("MOR1"u8);
        writer.Write(values.Length);
        foreach (var v in values)
        {
            writer.Write((byte)v.Length);
            writer.Write(System.Text.Encoding.ASCII.GetBytes(v));
        }
        trainer.Write(writer, 0.2, 0.8, log);
        return bytes.ToArray();
    }
}
