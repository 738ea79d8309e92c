using System.Diagnostics;
using OnRecord.Language;

namespace OnRecord.Training.Language;

/// <summary>Trains all models of the Language layer from the corpora: <c>train language</c>.</summary>
internal static class LanguageTrainer
{
    internal const int Seed = 20260101;
    internal const double HeadlineShare = 0.25;
    const double ScareQuoteShare = 0.1;

    /// <summary>Counts words in raw news and writes words.bin without tags, which <see cref="Train"/> adds.</summary>
    internal static void TrainWords(string data, string output)
    {
        var clock = Stopwatch.StartNew();
        Directory.CreateDirectory(output);
        var words = WordsTrainer.Train(data, Seed, line => Console.WriteLine($"[{clock.Elapsed.TotalSeconds, 6:F0} s] {line}"));
        File.WriteAllBytes(
            Path.Combine(output, "words.bin"),
            LexiconTrainer.Bytes(words.ToDictionary(w => w.Key, w => new Lexicon.Entry(0, w.Value.Cluster, w.Value.Case)))
        );
    }

    internal static void Train(string data, string output)
    {
        var clock = Stopwatch.StartNew();
        var gate = new object();
        void Log(string line)
        {
            lock (gate)
                Console.WriteLine($"[{clock.Elapsed.TotalSeconds, 6:F0} s] {line}");
        }
        Directory.CreateDirectory(output);
        var wordsPath = Path.Combine(output, "words.bin");
        var treebanks = Corpora.Treebanks(data, "train");
        Log($"{treebanks.Count:N0} sentences, {treebanks.Sum(s => s.Length):N0} words");
        var tags = new TagSet(treebanks);
        var lexiconBytes = LexiconTrainer.Train(
            treebanks,
            File.Exists(wordsPath) ? new(ModelFile.OfCopy(File.ReadAllBytes(wordsPath))) : null
        );
        File.WriteAllBytes(wordsPath, lexiconBytes);
        var lexicon = new Lexicon(ModelFile.OfCopy(lexiconBytes));

        var sentences = Copies(treebanks);
        foreach (var s in sentences)
            s.Prepare(lexicon, tags);

        var taggers = TaggerFolds.Train(sentences, tags, Seed, Log);
        File.WriteAllBytes(Path.Combine(output, "tagger.bin"), taggers.Bytes);
        Log($"tagger: {taggers.Bytes.Length:N0} bytes");

        var lemmas = LemmasTrainer.Train(treebanks, Log);
        File.WriteAllBytes(Path.Combine(output, "lemmas.bin"), lemmas);
        Log($"lemmas: {lemmas.Length:N0} bytes");

        TrainNames(data, output, lexicon, tags, taggers, Log);

        var features = MorphologyTrainer.Train(treebanks, tags.Roles, Seed, Log);
        File.WriteAllBytes(Path.Combine(output, "features.bin"), features);
        Log($"features: {features.Length:N0} bytes");

        TrainParsers(output, sentences, tags, Log);
        TrainTrees(output, sentences, tags, null, Log);
    }

    /// <summary>Trains names alone, with the words and the tagger that a folder has: <c>train names</c>.</summary>
    /// <param name="data">Folder of the corpora.</param>
    /// <param name="output">Folder of the models.</param>
    /// <param name="folds">A folder where the taggers of the folds are kept and found again, or null.</param>
    internal static void TrainNames(string data, string output, string? folds) =>
        WithFolds(data, output, folds, (lexicon, tags, taggers, _, log) => TrainNames(data, output, lexicon, tags, taggers, log));

    /// <summary>Trains the parsers alone, likewise: <c>train parsers</c>.</summary>
    internal static void TrainParsers(string data, string output, string? folds) =>
        WithTags(data, output, folds, (sentences, tags, log) => TrainParsers(output, sentences, tags, log));

    /// <summary>Trains the choice among finished trees alone, likewise: <c>train trees</c>.</summary>
    internal static void TrainTrees(string data, string output, string? folds) =>
        WithTags(data, output, folds, (sentences, tags, log) => TrainTrees(output, sentences, tags, folds, log));

    /// <summary>Trains on sentences with tags by taggers that have not seen them.</summary>
    static void WithTags(string data, string output, string? folds, Action<List<TrainingSentence>, TagSet, Action<string>> train) =>
        WithFolds(
            data,
            output,
            folds,
            (_, tags, taggers, sentences, log) =>
            {
                taggers.Tag(sentences);
                train(sentences, tags, log);
            }
        );

    static void WithFolds(
        string data,
        string output,
        string? folds,
        Action<Lexicon, TagSet, TaggerFolds, List<TrainingSentence>, Action<string>> train
    )
    {
        var clock = Stopwatch.StartNew();
        void Log(string line) => Console.WriteLine($"[{clock.Elapsed.TotalSeconds, 6:F0} s] {line}");
        ModelFile Open(string name) => ModelFile.OfCopy(File.ReadAllBytes(Path.Combine(output, name + ".bin")));
        var treebanks = Corpora.Treebanks(data, "train");
        var tags = new TagSet(treebanks);
        var lexicon = new Lexicon(Open("words"));
        var sentences = Copies(treebanks);
        foreach (var s in sentences)
            s.Prepare(lexicon, tags);
        var taggers = TaggerFolds.Open(File.ReadAllBytes(Path.Combine(output, "tagger.bin")), sentences, tags, Seed, folds);
        train(lexicon, tags, taggers, sentences, Log);
    }

    static void TrainParsers(string output, List<TrainingSentence> sentences, TagSet tags, Action<string> log)
    {
        var parsers = ParsersTrainer.Train(sentences, tags.Roles, Seed, log);
        File.WriteAllBytes(Path.Combine(output, "parser-fast.bin"), parsers.Fast);
        File.WriteAllBytes(Path.Combine(output, "parser-accurate.bin"), parsers.Accurate);
        File.WriteAllBytes(Path.Combine(output, "relations.bin"), parsers.Relations);
        log($"parsers: {parsers.Fast.Length:N0} and {parsers.Accurate.Length:N0}, relations {parsers.Relations.Length:N0} bytes");
    }

    static void TrainTrees(string output, List<TrainingSentence> sentences, TagSet tags, string? folds, Action<string> log)
    {
        var trees = TreesTrainer.Train(sentences, tags.Roles, Seed, folds, log);
        File.WriteAllBytes(Path.Combine(output, "trees.bin"), trees);
        log($"trees: {trees.Length:N0} bytes");
    }

    static List<TrainingSentence> Copies(List<TrainingSentence> treebanks) =>
        ScareQuotes.WithCopies(Headlines.WithCopies(treebanks, HeadlineShare, new Random(Seed)), ScareQuoteShare, new Random(Seed));

    static void TrainNames(string data, string output, Lexicon lexicon, TagSet tags, TaggerFolds taggers, Action<string> log)
    {
        var sentences = NamesData.Sentences(data, lexicon, tags, taggers.Unseen, taggers.Shipped, log);
        var names = NamesTrainer.Train(sentences, NamesTrainer.Orders, Seed, NamesTrainer.Prune, log);
        File.WriteAllBytes(Path.Combine(output, "names.bin"), names);
        log($"names: {names.Length:N0} bytes");
    }
}
