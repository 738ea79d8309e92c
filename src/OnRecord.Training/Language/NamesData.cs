using OnRecord.Knowledge;
using OnRecord.Language;

namespace OnRecord.Training.Language;

/// <summary>What <see cref="NameFinder"/> learns from: sentences that were marked by hand, then raw news that a first model has read.</summary>
internal static class NamesData
{
    /// <summary>All sentences with names, tagged, with what the tables of names say of their words.</summary>
    /// <param name="data">Folder of the corpora.</param>
    /// <param name="lexicon">Words.</param>
    /// <param name="tags">Labels of the tagger.</param>
    /// <param name="unseen">A tagger that has not seen the document of a sentence.</param>
    /// <param name="tagger">The tagger that ships, for raw news.</param>
    /// <param name="log">Told what is done.</param>
    internal static List<TrainingSentence> Sentences(
        string data,
        Lexicon lexicon,
        TagSet tags,
        Func<TrainingSentence, TaggerModel> unseen,
        TaggerModel tagger,
        Action<string> log
    )
    {
        var knowledge = KnowledgeBase.Load();
        var hints = new NameHints(knowledge);
        var all = Headlines.WithCopies(
            [.. Corpora.Names(data, "train"), .. Corpora.Gum(data, "train")],
            LanguageTrainer.HeadlineShare,
            new Random(LanguageTrainer.Seed)
        );
        foreach (var s in all)
        {
            s.Hint(hints);
            s.Prepare(lexicon, tags);
            s.PredictedTags = new int[s.Length];
            Tagger.Tag(unseen(s), s.Words, s.PredictedTags);
        }
        log($"names: {all.Count:N0} sentences marked by hand");
        var first = new NamesModel(ModelFile.OfCopy(NamesTrainer.Train(all, 2, LanguageTrainer.Seed, 0, _ => { })));
        var rules = new SilverRules(knowledge.Words("organisation-end"), tagger.Upos);
        var silver = new NewsSilver(lexicon, tags, tagger, hints, rules, first);
        var news = silver.Sentences(data, NewsNames.HeldOut(), log);
        return [.. all, .. all, .. news]; // what was marked by hand counts twice
    }
}
