using System.Diagnostics;
using OnRecord.Knowledge;
using OnRecord.Language;

namespace OnRecord.Training.Language;

/// <summary>Trains all models of the Language layer from the corpora: <c>train language</c>.</summary>
internal static class LanguageTrainer
{
    internal const int Seed = 20260101;
    const double HeadlineShare = 0.25;
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

        var sentences = ScareQuotes.WithCopies(
            Headlines.WithCopies(treebanks, HeadlineShare, new Random(Seed)),
            ScareQuoteShare,
            new Random(Seed)
        );
        foreach (var s in sentences)
            s.Prepare(lexicon, tags);

        var taggers = TaggerFolds.Train(sentences, tags, Seed, Log);
        File.WriteAllBytes(Path.Combine(output, "tagger.bin"), taggers.Shipped);
        Log($"tagger: {taggers.Shipped.Length:N0} bytes");

        var lemmas = LemmasTrainer.Train(treebanks, Log);
        File.WriteAllBytes(Path.Combine(output, "lemmas.bin"), lemmas);
        Log($"lemmas: {lemmas.Length:N0} bytes");

        var hints = new NameHints(KnowledgeBase.Load());
        var named = Headlines.WithCopies(Corpora.Names(data, "train"), HeadlineShare, new Random(Seed));
        foreach (var s in named)
        {
            s.Hint(hints);
            s.Prepare(lexicon, tags);
        }
        taggers.Tag(named);
        var names = NamesTrainer.Train(named, 10, Seed, Log);
        File.WriteAllBytes(Path.Combine(output, "names.bin"), names);
        Log($"names: {names.Length:N0} bytes");

        var features = MorphologyTrainer.Train(treebanks, tags.Roles, Seed, Log);
        File.WriteAllBytes(Path.Combine(output, "features.bin"), features);
        Log($"features: {features.Length:N0} bytes");

        var (fast, accurate) = ParsersTrainer.Train(sentences, tags.Roles, Seed, Log);
        File.WriteAllBytes(Path.Combine(output, "parser-fast.bin"), fast);
        File.WriteAllBytes(Path.Combine(output, "parser-accurate.bin"), accurate);
        Log($"parsers: {fast.Length:N0} and {accurate.Length:N0} bytes");
    }
}
