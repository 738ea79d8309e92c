using System.Diagnostics;
using OnRecord.Language;

namespace OnRecord.Training.Language;

/// <summary>Scores the models of the Language layer on development sets: <c>score language</c>.</summary>
internal static class LanguageScorer
{
    internal static void Score(string data, string models)
    {
        ModelFile Open(string name) => ModelFile.OfCopy(File.ReadAllBytes(Path.Combine(models, name + ".bin")));
        var lexicon = new Lexicon(Open("words"));
        var tagger = new TaggerModel(Open("tagger"));
        var parser = new ParserModel(Open("parser"));
        foreach (var (name, set) in new[] { ("EWT dev", Corpora.Ewt(data, "dev")), ("GUM dev (free genres)", Corpora.Gum(data, "dev")) })
            Tree(name, set, lexicon, tagger, parser);
    }

    static void Tree(string name, List<TrainingSentence> set, Lexicon lexicon, TaggerModel tagger, ParserModel parser)
    {
        var state = new ParserState();
        var clock = new Stopwatch();
        int words = 0,
            upos = 0,
            xpos = 0,
            uas = 0,
            las = 0;
        foreach (var s in set)
        {
            clock.Start();
            var features = s.Forms.Select(f => WordFeatures.Of(f, s.IsTitleCase, lexicon)).ToArray();
            var tags = new int[s.Length];
            Tagger.Tag(tagger, features, tags);
            Parser.Parse(parser, features, tags, state);
            clock.Stop();
            for (var i = 0; i < s.Length; i++)
            {
                words++;
                if (tagger.Upos[tags[i]] == s.Upos[i])
                    upos++;
                if (tagger.Xpos[tags[i]] == s.Xpos[i])
                    xpos++;
                if (state.Heads[i] != s.Heads[i])
                    continue;
                uas++;
                if (MainRelation((Deprel)state.Labels[i]) == MainRelation(s.Deprels[i]))
                    las++;
            }
        }
        Console.WriteLine(
            $"{name}: {words:N0} words, UPOS {100.0 * upos / words:F2} XPOS {100.0 * xpos / words:F2} UAS {100.0 * uas / words:F2} LAS {100.0 * las / words:F2}; {words / clock.Elapsed.TotalSeconds:N0} words/s"
        );
    }

    static string MainRelation(Deprel d) => d.Name().Split(':')[0];
}
