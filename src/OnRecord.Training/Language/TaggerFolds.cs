using OnRecord.Language;

namespace OnRecord.Training.Language;

/// <summary>Trains the tagger that ships, and for each fold of the documents one that has not seen them: what is trained on tags after it
/// must see tags as wrong as those of new text.</summary>
internal sealed class TaggerFolds
{
    const int Folds = 5;
    const int Orders = 3;

    readonly TaggerModel[] _models = new TaggerModel[Folds];

    /// <summary>The bytes of the tagger that ships.</summary>
    internal byte[] Shipped { get; private set; } = [];

    /// <summary>Trains on sentences that are prepared, and fills their <see cref="TrainingSentence.PredictedTags"/>.</summary>
    internal static TaggerFolds Train(IReadOnlyList<TrainingSentence> sentences, TagSet tags, int seed, Action<string> log)
    {
        var t = new TaggerFolds();
        var orders = new SparseTrainer[Orders];
        // The largest first, so that the two threads end together.
        Parallel.For(
            0,
            Orders + Folds,
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            i =>
            {
                if (i < Orders)
                    orders[i] = TaggerTrainer.Train(sentences, tags, 9, seed + Folds + i, i == 0 ? log : _ => { });
                else
                {
                    var fold = i - Orders;
                    var seen = sentences.Where(s => s.Fold(Folds) != fold).ToList();
                    var trained = TaggerTrainer.Train(seen, tags, 5, seed + fold, _ => { });
                    t._models[fold] = new(ModelFile.OfCopy(TaggerTrainer.Write(tags, [trained], _ => { })));
                }
            }
        );
        t.Shipped = TaggerTrainer.Write(tags, orders, log);
        t.Tag(sentences);
        var right = sentences.Sum(s => s.PredictedTags.Where((p, i) => p == s.Tags[i]).Count());
        log($"tags by taggers that have not seen the document: {100.0 * right / sentences.Sum(s => (long)s.Length):F2} % right");
        return t;
    }

    /// <summary>Tags each sentence by the tagger that has not seen its document.</summary>
    internal void Tag(IEnumerable<TrainingSentence> sentences)
    {
        foreach (var s in sentences)
        {
            s.PredictedTags = new int[s.Length];
            Tagger.Tag(_models[s.Fold(Folds)], s.Words, s.PredictedTags);
        }
    }
}
