using OnRecord.Language;

namespace OnRecord.Training.Language;

/// <summary>Makes copies of training sentences in which a word or a short phrase stands between quotation marks, as news marks words that are
/// not its own. Corpora have few of them.</summary>
internal static class ScareQuotes
{
    const int LongestPhrase = 4;

    static readonly (string Open, string Close, double Share)[] Marks =
    [
        ("\"", "\"", 0.35),
        ("\u201c", "\u201d", 0.30),
        ("\u2018", "\u2019", 0.15),
        ("'", "'", 0.10),
        ("''", "''", 0.05),
        ("``", "''", 0.05),
    ];

    /// <summary>The sentences and, for a share of them, a copy with a part between quotation marks.</summary>
    internal static List<TrainingSentence> WithCopies(IReadOnlyList<TrainingSentence> sentences, double share, Random random)
    {
        var all = new List<TrainingSentence>(sentences);
        foreach (var s in sentences)
            if (random.NextDouble() < share && Copy(s, random) is { } copy)
                all.Add(copy);
        return all;
    }

    /// <summary>Every sentence that has a part to put between quotation marks, with one.</summary>
    internal static List<TrainingSentence> Copies(IEnumerable<TrainingSentence> sentences, Random random) =>
        [.. sentences.Select(s => Copy(s, random)).OfType<TrainingSentence>()];

    static TrainingSentence? Copy(TrainingSentence s, Random random)
    {
        if (s.Length is < 4 or > 80 || s.Xpos.Any(x => x is "``" or "''"))
            return null;
        var words = new List<int>();
        var modifiers = new List<int>();
        var phrases = new List<(int First, int End, int Head)>();
        for (var i = 0; i < s.Length; i++)
        {
            if (s.Upos[i] is not (Upos.Noun or Upos.Adj or Upos.Propn or Upos.Verb))
                continue;
            words.Add(i);
            if (s.Heads[i] == i + 1 && s.Deprels[i] is Deprel.Compound or Deprel.Amod)
                modifiers.Add(i);
        }
        var reach = Reach(s);
        for (var first = 0; first < s.Length; first++)
        for (var end = first + 2; end <= Math.Min(s.Length, first + LongestPhrase); end++)
            if (PhraseHead(s, reach, first, end) is >= 0 and var head)
                phrases.Add((first, end, head));
        var choice = random.NextDouble();
        if (choice < 0.35 && phrases.Count > 0)
        {
            var (first, end, head) = phrases[random.Next(phrases.Count)];
            return Wrap(s, first, end, head, random);
        }
        var from = choice < 0.6 && modifiers.Count > 0 ? modifiers : words;
        if (from.Count == 0)
            return null;
        var word = from[random.Next(from.Count)];
        return Wrap(s, word, word + 1, word, random);
    }

    /// <summary>First and last word under each word.</summary>
    static (int First, int Last)[] Reach(TrainingSentence s)
    {
        var reach = new (int First, int Last)[s.Length];
        for (var i = 0; i < s.Length; i++)
            reach[i] = (i, i);
        for (var i = 0; i < s.Length; i++)
        {
            var steps = 0;
            for (var h = s.Heads[i]; h < s.Length && steps++ < s.Length; h = s.Heads[h])
                reach[h] = (Math.Min(reach[h].First, i), Math.Max(reach[h].Last, i));
        }
        return reach;
    }

    /// <summary>The word that all others between the two places hang under, with all that hangs on them; -1 if there is none. Words outside
    /// may hang on the head alone: "a [special operation] in the south".</summary>
    static int PhraseHead(TrainingSentence s, (int First, int Last)[] reach, int first, int end)
    {
        var head = -1;
        for (var i = first; i < end; i++)
        {
            if (s.Upos[i] == Upos.Punct || s.Forms[i] is "n't" || s.Forms[i].StartsWith('\''))
                return -1;
            if (s.Heads[i] >= first && s.Heads[i] < end)
            {
                if (reach[i].First < first || reach[i].Last >= end)
                    return -1;
            }
            else if (head >= 0)
                return -1;
            else
                head = i;
        }
        if (head < 0 || s.Upos[head] is not (Upos.Noun or Upos.Adj or Upos.Propn or Upos.Verb))
            return -1;
        return s.Upos[first] is Upos.Det or Upos.Adp or Upos.Cconj or Upos.Sconj or Upos.Part ? -1 : head;
    }

    static TrainingSentence Wrap(TrainingSentence s, int first, int end, int head, Random random)
    {
        var (open, close) = Mark(random);
        var n = s.Length + 2;
        int At(int i) => i + (i >= first ? 1 : 0) + (i >= end ? 1 : 0); // the root, Length, becomes n
        T[] Widen<T>(T[] column, T before, T after) => [.. column[..first], before, .. column[first..end], after, .. column[end..]];
        var space = Widen(s.SpaceAfter, false, s.SpaceAfter[end - 1]);
        space[end] = false;
        return new()
        {
            Document = s.Document,
            Id = s.Id,
            Forms = Widen(s.Forms, open, close),
            Lemmas = Widen(s.Lemmas, "_", "_"),
            Upos = Widen(s.Upos, Upos.Punct, Upos.Punct),
            Xpos = Widen(s.Xpos, "``", "''"),
            Feats = Widen(s.Feats, "_", "_"),
            Heads = Widen([.. s.Heads.Select(At)], At(head), At(head)),
            Deprels = Widen(s.Deprels, Deprel.Punct, Deprel.Punct),
            SpaceAfter = space,
            StartsParagraph = s.StartsParagraph,
            IsTitleCase = s.IsTitleCase,
        };
    }

    static (string Open, string Close) Mark(Random random)
    {
        var x = random.NextDouble();
        foreach (var (open, close, share) in Marks)
            if ((x -= share) < 0)
                return (open, close);
        return ("\"", "\"");
    }
}
