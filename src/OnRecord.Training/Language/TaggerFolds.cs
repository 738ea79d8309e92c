using OnRecord.Language;

namespace OnRecord.Training.Language;

/// <summary>Trains the tagger that ships, and for each fold of the documents one that has not seen them: what is trained on tags after it
/// must see tags as wrong as those of new text.</summary>
internal sealed class TaggerFolds
{
    const int Folds = 5;
    const int Orders = 3;
    const double Prune = 0.5; // a mean of several has smaller weights
    const double FoldPrune = 0.8;

    readonly TaggerModel[] _models;

    /// <summary>The tagger that ships.</summary>
    internal TaggerModel Shipped { get; }

    /// <summary>Its bytes.</summary>
    internal byte[] Bytes { get; }

    TaggerFolds(byte[] shipped, byte[][] folds)
    {
        Bytes = shipped;
        Shipped = Model(shipped);
        _models = [.. folds.Select(Model)];
    }

    /// <summary>Trains on sentences that are prepared, and fills their <see cref="TrainingSentence.PredictedTags"/>.</summary>
    internal static TaggerFolds Train(IReadOnlyList<TrainingSentence> sentences, TagSet tags, int seed, Action<string> log)
    {
        var orders = new SparseTrainer[Orders];
        var folds = new byte[Folds][];
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
                    folds[i - Orders] = Fold(sentences, tags, i - Orders, seed);
            }
        );
        var t = new TaggerFolds(TaggerTrainer.Write(tags, orders, Prune, log), folds);
        t.Tag(sentences);
        var right = sentences.Sum(s => s.PredictedTags.Where((p, i) => p == s.Tags[i]).Count());
        log($"tags by taggers that have not seen the document: {100.0 * right / sentences.Sum(s => (long)s.Length):F2} % right");
        return t;
    }

    /// <summary>The tagger that ships as it is, and those of the folds.</summary>
    /// <param name="shipped">Its bytes.</param>
    /// <param name="sentences">What it was trained on.</param>
    /// <param name="tags">The labels.</param>
    /// <param name="seed">The seed it was trained with.</param>
    /// <param name="folder">Where the taggers of the folds are kept and found again, or null.</param>
    internal static TaggerFolds Open(byte[] shipped, IReadOnlyList<TrainingSentence> sentences, TagSet tags, int seed, string? folder)
    {
        var folds = new byte[Folds][];
        Parallel.For(
            0,
            Folds,
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            fold =>
            {
                var path = folder is null ? null : Path.Combine(folder, $"tagger-{fold}.bin");
                folds[fold] = File.Exists(path) ? File.ReadAllBytes(path) : Fold(sentences, tags, fold, seed);
                if (path is not null)
                    File.WriteAllBytes(path, folds[fold]);
            }
        );
        return new(shipped, folds);
    }

    static byte[] Fold(IReadOnlyList<TrainingSentence> sentences, TagSet tags, int fold, int seed) =>
        TaggerTrainer.Write(
            tags,
            [TaggerTrainer.Train([.. sentences.Where(s => s.Fold(Folds) != fold)], tags, 5, seed + fold, _ => { })],
            FoldPrune,
            _ => { }
        );

    static TaggerModel Model(byte[] bytes) => new(ModelFile.OfCopy(bytes));

    /// <summary>The tagger that has not seen the document of a sentence.</summary>
    internal TaggerModel Unseen(TrainingSentence sentence) => _models[sentence.Fold(Folds)];

    /// <summary>Tags each sentence by the tagger that has not seen its document.</summary>
    internal void Tag(IEnumerable<TrainingSentence> sentences)
    {
        foreach (var s in sentences)
        {
            s.PredictedTags = new int[s.Length];
            Tagger.Tag(Unseen(s), s.Words, s.PredictedTags);
        }
    }
}
