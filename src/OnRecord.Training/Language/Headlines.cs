using OnRecord.Language;

namespace OnRecord.Training.Language;

/// <summary>Makes copies of training sentences that are written as headlines are: title case or all capitals, most without the full stop.
/// Corpora have few headlines, and news stands on them.</summary>
internal static class Headlines
{
    static readonly HashSet<string> Small = new(StringComparer.Ordinal)
    {
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "to",
        "for",
        "and",
        "or",
        "but",
        "at",
        "by",
        "with",
        "from",
        "as",
        "vs.",
        "n't",
        "'s",
        "'",
    };

    /// <summary>The sentences and, for a share of them, a copy as a headline.</summary>
    internal static List<TrainingSentence> WithCopies(IReadOnlyList<TrainingSentence> sentences, double share, Random random)
    {
        var all = new List<TrainingSentence>(sentences);
        foreach (var s in sentences)
            if (s.Length is >= 4 and <= 30 && random.NextDouble() < share)
                all.Add(Copy(s, random));
        return all;
    }

    /// <summary>Every sentence that could be a headline, as one.</summary>
    internal static List<TrainingSentence> Copies(IEnumerable<TrainingSentence> sentences, Random random) =>
        [.. sentences.Where(s => s.Length is >= 4 and <= 30).Select(s => Copy(s, random))];

    static TrainingSentence Copy(TrainingSentence s, Random random)
    {
        var n = s.Length;
        var last = n - 1;
        if (s.Forms[last] == "." && s.Upos[last] == Upos.Punct && !s.Heads.Contains(last) && random.NextDouble() < 0.9)
            n--;
        var capitals = random.NextDouble() < 0.1;
        var smallWords = random.NextDouble() < 0.85;
        var forms = new string[s.Length];
        for (var i = 0; i < s.Length; i++)
        {
            var f = s.Forms[i];
            forms[i] =
                capitals ? f.ToUpperInvariant()
                : i > 0 && smallWords && Small.Contains(f) || f.StartsWith('\'') || f == "n't" ? f
                : char.ToUpperInvariant(f[0]) + f[1..];
        }
        return s.With(forms, n, true);
    }
}
