using OnRecord.Knowledge;
using OnRecord.Language;

namespace OnRecord.Training.Language;

/// <summary>What <see cref="NameFinder"/> learns from.</summary>
internal static class NamesData
{
    /// <summary>All sentences with names, tagged, with what the tables of names say of their words.</summary>
    /// <param name="data">Folder of the corpora.</param>
    /// <param name="lexicon">Words.</param>
    /// <param name="tags">Labels of the tagger.</param>
    /// <param name="tagger">The tagger for a sentence: one that has not seen its document.</param>
    /// <param name="log">Told what is done.</param>
    internal static List<TrainingSentence> Sentences(
        string data,
        Lexicon lexicon,
        TagSet tags,
        Func<TrainingSentence, TaggerModel> tagger,
        TaggerModel shipped,
        Action<string> log
    )
    {
        var knowledge = KnowledgeBase.Load();
        var hints = new NameHints(knowledge);
        var x = Environment.GetEnvironmentVariable("X") ?? "";
        List<TrainingSentence> named = [.. Corpora.Names(data, "train")];
        if (x.Contains("gum"))
            named.AddRange(Corpora.Gum(data, "train"));
        var all = Headlines.WithCopies(named, LanguageTrainer.HeadlineShare, new Random(LanguageTrainer.Seed));
        foreach (var s in all)
        {
            s.Hint(hints);
            s.Prepare(lexicon, tags);
            s.PredictedTags = new int[s.Length];
            Tagger.Tag(tagger(s), s.Words, s.PredictedTags);
        }
        log($"names: {all.Count:N0} sentences");
        if (!x.Contains("sil"))
            return all;
        var first = new NamesModel(ModelFile.OfCopy(NamesTrainer.Train(all, 10, LanguageTrainer.Seed, log)));
        var silver = new NewsSilver(lexicon, tags, shipped, hints, new(knowledge.Words("organisation-end")), first);
        int E(string n, int d) => int.Parse(Environment.GetEnvironmentVariable(n) ?? d.ToString());
        var more = silver.Sentences(data, E("ONE", 20), NewsNames.Ids("tests/gold/names-news.tsv"), log);
        var random = new Random(LanguageTrainer.Seed);
        for (var i = E("REP", 1); i > 1; i--)
            all.AddRange(all[..(all.Count / (E("REP", 1) - i + 1))]);
        all.AddRange(more);
        return all;
    }
}
