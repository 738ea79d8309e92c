using System.Diagnostics;
using OnRecord.Knowledge;
using OnRecord.Language;

namespace OnRecord.Training.Language;

/// <summary>Scores the models of the Language layer on development sets: <c>score language</c>. With a folder it also writes what it parsed
/// there as CoNLL-U, for other scorers.</summary>
internal static class LanguageScorer
{
    /// <summary>The models of a folder.</summary>
    static LanguageModel Load(string models)
    {
        ModelFile Open(string name) => ModelFile.OfCopy(File.ReadAllBytes(Path.Combine(models, name + ".bin")));
        return new(Open, new(KnowledgeBase.Load()));
    }

    /// <summary>Names alone: UNER, and sentences of the news corpus marked by hand where a list of them is given.</summary>
    internal static void ScoreNames(string data, string models, string? gold)
    {
        var model = Load(models);
        NameSets(data, model);
        if (gold is not null)
            NewsNames.Score(data, gold, model);
    }

    internal static void Score(string data, string models, string? write)
    {
        var model = Load(models);
        if (write is not null)
            Directory.CreateDirectory(write);
        var (ewt, gum) = (Corpora.Ewt(data, "dev"), Corpora.Gum(data, "dev"));
        foreach (var (name, set) in new[] { ("ewt dev", ewt), ("gum dev", gum) })
        {
            Tree(name, set, model, ParserSetting.Fast);
            Tree(name, set, model, ParserSetting.Accurate);
            Raw(name, set);
            Tree(name + " as headlines", Headlines.Copies(set, new Random(LanguageTrainer.Seed + 1)), model, ParserSetting.Accurate);
            Tree(name + " with scare quotes", ScareQuotes.Copies(set, new Random(LanguageTrainer.Seed + 1)), model, ParserSetting.Accurate);
        }
        foreach (var genre in gum.GroupBy(s => s.Genre))
            Tree("gum dev, " + genre.Key, [.. genre], model, ParserSetting.Accurate);
        NameSets(data, model);
        if (write is null)
            return;
        foreach (var (file, path) in new[] { ("ewt", "ud/en_ewt-ud-dev.conllu.gz"), ("gum", "ud/en_gum-ud-dev.conllu.gz") })
        {
            using var input = Corpora.Open(Path.Combine(data, path));
            using var output = new StreamWriter(Path.Combine(write, file + ".conllu"));
            Conllu.Parse(model, input, output, ParserSetting.Accurate);
        }
        using var uner = new StringReader(Pretokenized(Corpora.Names(data, "dev")));
        using var named = new StreamWriter(Path.Combine(write, "uner.conllu"));
        Conllu.Parse(model, uner, named, ParserSetting.Accurate);
    }

    /// <summary>Columns ID and FORM alone.</summary>
    static string Pretokenized(List<TrainingSentence> set)
    {
        var b = new System.Text.StringBuilder();
        var document = "";
        foreach (var s in set)
        {
            if (s.Document != document)
                b.Append("# newdoc id = ").Append(document = s.Document).Append('\n');
            for (var i = 0; i < s.Length; i++)
                b.Append($"{i + 1}\t{s.Forms[i]}\t_\t_\t_\t_\t_\t_\t_\t{(s.SpaceAfter[i] ? "_" : "SpaceAfter=No")}\n");
            b.Append('\n');
        }
        return b.ToString();
    }

    static IEnumerable<(Document Document, TrainingSentence[] Gold)> Parse(
        List<TrainingSentence> set,
        LanguageModel model,
        ParserSetting setting
    )
    {
        var at = 0;
        foreach (var d in ConlluReader.Read(new StringReader(Pretokenized(set))))
        {
            yield return (model.Read(d, setting), [.. set.Skip(at).Take(d.Sentences.Length)]);
            at += d.Sentences.Length;
        }
    }

    static void Tree(string name, List<TrainingSentence> set, LanguageModel model, ParserSetting setting)
    {
        int words = 0,
            upos = 0,
            xpos = 0,
            lemma = 0,
            feats = 0,
            uas = 0,
            las = 0;
        foreach (var (d, gold) in Parse(set, model, setting))
        {
            for (var n = 0; n < gold.Length; n++)
            {
                var (s, first) = (gold[n], d.Sentences[n].First);
                for (var i = 0; i < s.Length; i++)
                {
                    var t = d.Tokens[first + i];
                    words++;
                    upos += t.Upos == s.Upos[i] ? 1 : 0;
                    xpos += t.Xpos == s.Xpos[i] ? 1 : 0;
                    feats += t.Feats == s.Feats[i] ? 1 : 0;
                    lemma += s.Lemmas[i] == "_" || t.Lemma.Equals(s.Lemmas[i], StringComparison.OrdinalIgnoreCase) ? 1 : 0;
                    if ((t.Head < 0 ? s.Length : t.Head - first) != s.Heads[i])
                        continue;
                    uas++;
                    las += MainRelation(t.Deprel) == MainRelation(s.Deprels[i]) ? 1 : 0;
                }
            }
        }
        var inputs = ConlluReader.Read(new StringReader(Pretokenized(set))).ToList();
        static double Seconds() => Environment.CpuUsage.TotalTime.TotalSeconds; // other programs may run beside this one
        var start = Seconds();
        var rounds = 0;
        for (; rounds < 3 || Seconds() - start < 3; rounds++)
        {
            if (rounds == 2)
                start = Seconds(); // compiled by now
            foreach (var d in inputs)
                model.Read(d, setting);
        }
        var speed = words * (rounds - 2) / (Seconds() - start);
        Console.WriteLine(
            $"{name}, gold tokens, {(setting == ParserSetting.Fast ? "fast" : "accurate")}: {words:N0} words, UPOS {100.0 * upos / words:F2} XPOS {100.0 * xpos / words:F2} features {100.0 * feats / words:F2} lemmas (case aside) {100.0 * lemma / words:F2} UAS {100.0 * uas / words:F2} LAS {100.0 * las / words:F2}; tagged, parsed and named {speed:N0} words/s of processor time"
        );
    }

    static string MainRelation(Deprel d) => d.Name().Split(':')[0];

    /// <summary>Words and sentences found in the plain text of each paragraph.</summary>
    static void Raw(string name, List<TrainingSentence> set)
    {
        int gold = 0,
            found = 0,
            right = 0,
            goldSentences = 0,
            foundSentences = 0,
            rightSentences = 0;
        var clock = new Stopwatch();
        var confusions = new Dictionary<string, int>();
        for (var at = 0; at < set.Count; )
        {
            var text = new System.Text.StringBuilder();
            var words = new HashSet<OnRecord.Text.Span>();
            var sentences = new HashSet<OnRecord.Text.Span>();
            do
            {
                var s = set[at++];
                if (text.Length > 0)
                    text.Append(' ');
                var start = text.Length;
                for (var i = 0; i < s.Length; i++)
                {
                    words.Add(new(text.Length, text.Length + s.Forms[i].Length));
                    text.Append(s.Forms[i]);
                    if (s.SpaceAfter[i] && i + 1 < s.Length)
                        text.Append(' ');
                }
                sentences.Add(new(start, text.Length));
            } while (at < set.Count && !set[at].StartsParagraph);
            var paragraph = text.ToString();
            var spans = new List<OnRecord.Text.Span>();
            var ends = new List<int>();
            clock.Start();
            Tokenizer.Tokenize(paragraph, new(0, paragraph.Length), spans);
            SentenceSplitter.Split(paragraph, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(spans), ends);
            clock.Stop();
            gold += words.Count;
            found += spans.Count;
            right += spans.Count(words.Contains);
            goldSentences += sentences.Count;
            foundSentences += ends.Count;
            var first = 0;
            foreach (var end in ends)
            {
                rightSentences += sentences.Contains(new(spans[first].Start, spans[end - 1].End)) ? 1 : 0;
                first = end;
            }
            if (Environment.GetEnvironmentVariable("ONRECORD_ERRORS") is not null)
                foreach (var w in words.Where(w => !spans.Contains(w)))
                {
                    var s = Math.Max(0, w.Start - 8);
                    var key =
                        paragraph[s..w.Start]
                        + "["
                        + w.Of(paragraph).ToString()
                        + "]"
                        + paragraph[w.End..Math.Min(paragraph.Length, w.End + 8)];
                    Console.WriteLine("  " + key);
                }
        }
        double F(int r, int g, int f) => 200.0 * r / (g + f);
        Console.WriteLine(
            $"{name}, plain paragraphs: words F1 {F(right, gold, found):F2}, sentences F1 {F(rightSentences, goldSentences, foundSentences):F2}; {found / clock.Elapsed.TotalSeconds:N0} words/s"
        );
    }

    static void NameSets(string data, LanguageModel model)
    {
        var uner = Corpora.Names(data, "dev");
        Names("UNER dev", uner, model);
        bool IsNews(TrainingSentence s) =>
            s.Document.StartsWith("weblog", StringComparison.Ordinal) || s.Document.StartsWith("newsgroup", StringComparison.Ordinal);
        Names("UNER dev, weblogs and newsgroups", [.. uner.Where(IsNews)], model);
    }

    static void Names(string set, List<TrainingSentence> sentences, LanguageModel model)
    {
        Span<int> gold = stackalloc int[4];
        Span<int> found = stackalloc int[4];
        Span<int> right = stackalloc int[4];
        foreach (var (d, parsed) in Parse(sentences, model, ParserSetting.Accurate))
        {
            var names = new HashSet<Name>(d.Names);
            foreach (var n in names)
                found[(int)n.Kind]++;
            for (var n = 0; n < parsed.Length; n++)
            {
                var (s, first) = (parsed[n], d.Sentences[n].First);
                for (var i = 0; i < s.Length; i++)
                {
                    if (!s.Names![i].StartsWith('B'))
                        continue;
                    var e = i + 1;
                    while (e < s.Length && s.Names[e].StartsWith('I'))
                        e++;
                    var kind = s.Names[i] switch
                    {
                        "B-PER" => NameKind.Person,
                        "B-ORG" => NameKind.Organisation,
                        _ => NameKind.Location,
                    };
                    gold[(int)kind]++;
                    right[(int)kind] += names.Contains(new(first + i, first + e, kind)) ? 1 : 0;
                }
            }
        }
        for (var kind = NameKind.Person; kind <= NameKind.Location; kind++)
        {
            Report($"{set}, {kind}", gold[(int)kind], found[(int)kind], right[(int)kind]);
            gold[0] += gold[(int)kind];
            found[0] += found[(int)kind];
            right[0] += right[(int)kind];
        }
        Report(set, gold[0], found[0], right[0]);
    }

    internal static void Report(string name, int gold, int found, int right) =>
        Console.WriteLine(
            $"{name}: {gold} names, P {100.0 * right / found:F1} R {100.0 * right / gold:F1} F1 {200.0 * right / (gold + found):F1}"
        );
}
