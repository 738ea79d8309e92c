using OnRecord.Language;

namespace OnRecord.Training.Coreference;

/// <summary>Scores chains on GUM: <c>score coreference</c>. The measure is defined in docs/evaluation.md.</summary>
internal static class CoreferenceScorer
{
    /// <summary>A mention of the system under test.</summary>
    readonly record struct Found(int First, int End, int Head, bool IsName, int Chain)
    {
        internal static List<Found> Of(Chain[] chains) =>
            [.. chains.SelectMany((c, i) => c.Mentions.Select(m => new Found(m.First, m.End, m.Head, m.Kind == MentionKind.Name, i)))];
    }

    /// <summary>Counts of one set of pronouns.</summary>
    internal sealed class Tally
    {
        /// <summary>Pronouns whose gold chain holds a named person.</summary>
        internal int Named;

        /// <summary>Of these, in a system chain with a name.</summary>
        internal int Resolved;

        /// <summary>Of these, where the nearest name of the system chain lies in the gold chain.</summary>
        internal int Right;

        /// <summary>Other third-person pronouns in a system chain with a name.</summary>
        internal int Others;

        /// <summary>Of these, where that name lies in the pronoun's gold chain: countries, organisations, places.</summary>
        internal int OthersRight;

        public override string ToString() =>
            $"{Named, 5} pronouns, resolved {Share(Resolved, Named), 5:F1} %, right of those {Share(Right, Resolved), 5:F1} %; others tied to a name {Others}, right {Share(OthersRight, Others):F1} %";

        static double Share(int part, int whole) => whole == 0 ? 0 : 100.0 * part / whole;
    }

    /// <summary>Scores the models of the build on a part of GUM.</summary>
    /// <param name="data">Folder of the corpora.</param>
    /// <param name="models">Folder of coreference.bin.</param>
    /// <param name="split">Part of GUM.</param>
    /// <param name="folds">Above 1: trains on all folds but one and scores that one, in turn.</param>
    /// <param name="errors">Prints what was not resolved rightly.</param>
    internal static void Score(string data, string models, string split, int folds, bool errors)
    {
        var examples = CoreferenceTrainer.Examples(data, split);
        var tallies = new SortedDictionary<string, Tally>(StringComparer.Ordinal);
        var shared = CoreferenceTrainer.Corpus();
        for (var fold = 0; fold < Math.Max(1, folds); fold++)
        {
            var bytes =
                folds <= 1
                    ? File.ReadAllBytes(Path.Combine(models, "coreference.bin"))
                    : CoreferenceTrainer.Learn([.. examples.Where((_, i) => i % folds != fold)], shared, _ => { });
            var finder = new ChainFinder(ModelFile.OfCopy(bytes), shared.Knowledge, shared.Lexicon);
            foreach (var (gold, document) in examples.Where((_, i) => folds <= 1 || i % folds == fold))
                Count(gold, document, Found.Of(finder.Find(document)), tallies, errors);
        }
        foreach (var (name, tally) in tallies)
            Console.WriteLine($"{name, -38} {tally}");
        if (folds <= 1)
            Speed(
                examples,
                new(ModelFile.OfCopy(File.ReadAllBytes(Path.Combine(models, "coreference.bin"))), shared.Knowledge, shared.Lexicon)
            );
    }

    /// <summary>Processor time of finding chains, parsing aside.</summary>
    static void Speed(List<CoreferenceTrainer.Example> examples, ChainFinder finder)
    {
        const int rounds = 20;
        var start = 0.0;
        for (var round = -rounds; round < rounds; round++) // the first half compiles
        {
            if (round == 0)
                start = Environment.CpuUsage.TotalTime.TotalMicroseconds;
            foreach (var (_, document) in examples)
                finder.Find(document);
        }
        var tokens = examples.Sum(e => e.Document.Tokens.Length);
        Console.WriteLine(
            $"chains: {(Environment.CpuUsage.TotalTime.TotalMicroseconds - start) / rounds / tokens:F2} microseconds a token"
        );
    }

    static void Count(GoldDocument gold, Document document, List<Found> found, SortedDictionary<string, Tally> tallies, bool errors)
    {
        var named = gold.Mentions.Where(m => m.IsNamed && m.Type == "person").Select(m => m.Chain).ToHashSet();
        var at = found.Where(m => m.End - m.First == 1).ToLookup(m => m.First);
        for (var i = 0; i < gold.Pronouns.Length; i++)
        {
            if (gold.Pronouns[i] == 0)
                continue;
            var chain = gold.Single(i)?.Chain ?? -1;
            var isNamed = chain >= 0 && named.Contains(chain);
            var name = at[i].Select(m => Nearest(found, m)).FirstOrDefault(n => n is not null);
            var right = name is { } n && chain >= 0 && gold.ChainOf(n.First, n.End, n.Head) == chain;
            if (errors && isNamed && !right && gold.Pronouns[i] == 3)
                Console.WriteLine(
                    $"{gold.Id} {i} {(name is null ? "silent" : "wrong")}: {document.Form(i)} -> {(name is { } w ? document.SpanOf(w.First, w.End).Of(document.Text).ToString() + "@" + w.First + "=" + gold.ChainOf(w.First, w.End, w.Head) : "-")} gold {chain} {Gold(gold, document, chain)} | {Window(document, i)}"
                );
            foreach (var set in Sets(gold, gold.Pronouns[i]))
            {
                if (!tallies.TryGetValue(set, out var t))
                    tallies[set] = t = new();
                if (isNamed)
                {
                    t.Named++;
                    t.Resolved += name is null ? 0 : 1;
                    t.Right += right ? 1 : 0;
                }
                else if (name is not null)
                {
                    t.Others++;
                    t.OthersRight += right ? 1 : 0;
                }
            }
        }
    }

    static string Gold(GoldDocument gold, Document document, int chain)
    {
        var m = gold.Mentions.First(m => m.Chain == chain && m.IsNamed);
        return document.SpanOf(m.First, m.End).Of(document.Text).ToString();
    }

    static string Window(Document d, int token)
    {
        var s = d.Sentences[d.Tokens[token].Sentence];
        var first = d.Sentences[Math.Max(0, d.Tokens[token].Sentence - 1)].First;
        return (token > first ? d.SpanOf(first, token).Of(d.Text) : "").ToString().Replace('\n', ' ')
            + " ["
            + d.Form(token).ToString()
            + "] "
            + (token + 1 < s.End ? d.SpanOf(token + 1, s.End).Of(d.Text).ToString() : "");
    }

    /// <summary>The sets a pronoun counts in.</summary>
    static IEnumerable<string> Sets(GoldDocument gold, int person)
    {
        var who = person == 3 ? "third person" : "first and second person";
        yield return $"all genres, {who}";
        yield return $"all genres, all persons";
        yield return $"{gold.Genre}, {who}";
        if (gold.Genre is "news" or "interview")
            yield return $"news+interview, {who}";
    }

    /// <summary>The name of the mention's chain that stands nearest, one before it first; null without a name.</summary>
    static Found? Nearest(List<Found> found, Found mention)
    {
        Found? best = null;
        foreach (var m in found)
            if (m.IsName && m.Chain == mention.Chain && (best is not { } b || Distance(m) < Distance(b)))
                best = m;
        return best;

        int Distance(Found m) => m.First <= mention.First ? 2 * (mention.First - m.First) : 2 * (m.First - mention.First) + 1;
    }
}
