using OnRecord.Language;

namespace OnRecord.Training.Language;

/// <summary>Learns the <see cref="Tagger"/>.</summary>
internal static class TaggerTrainer
{
    /// <summary>The model's bytes: the mean of what was learned in several orders, which errs less than each.</summary>
    internal static byte[] Write(TagSet tags, IReadOnlyList<SparseTrainer> trained, double prune, Action<string> log)
    {
        var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write("TAG1"u8);
        writer.Write(tags.Labels.Length);
        foreach (var (upos, xpos) in tags.Labels)
        {
            writer.Write((byte)upos);
            writer.Write((byte)xpos.Length);
            writer.Write(System.Text.Encoding.ASCII.GetBytes(xpos));
        }
        SparseTrainer.Mean(trained).Write(writer, 0.3, prune, log);
        return bytes.ToArray();
    }

    /// <summary>Trains on prepared sentences.</summary>
    internal static SparseTrainer Train(IReadOnlyList<TrainingSentence> sentences, TagSet tags, int epochs, int seed, Action<string> log)
    {
        var random = new Random(seed);
        var trainer = new SparseTrainer(tags.Labels.Length);
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        Span<uint> features = stackalloc uint[Tagger.Count];
        var dropout = new Dropout(Tagger.Count, 0.15, random);
        var roles = tags.Roles;
        var scores = new int[tags.Labels.Length];
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            random.Shuffle(order);
            int right = 0,
                all = 0;
            foreach (var o in order)
            {
                var s = sentences[o];
                int last = -1,
                    before = -1,
                    verb = -1;
                for (var i = 0; i < s.Length; i++)
                {
                    Tagger.Extract(s.Words, i, last, before, verb, features);
                    var used = dropout.Thin(features);
                    trainer.Score(used, scores);
                    var best = 0;
                    for (var l = 1; l < scores.Length; l++)
                        if (scores[l] > scores[best])
                            best = l;
                    trainer.Tick();
                    if (best != s.Tags[i])
                        trainer.Update(used, s.Tags[i], best);
                    else
                        right++;
                    all++;
                    before = last;
                    last = best;
                    verb = Tagger.Next(verb, i, roles[best]);
                }
            }
            log($"tagger epoch {epoch}: {100.0 * right / all:F2} % right while learning");
        }
        return trainer;
    }
}
