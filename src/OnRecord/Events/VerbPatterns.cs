using OnRecord.Knowledge;
using OnRecord.Language;

namespace OnRecord.Events;

/// <summary>Verbs with words beside them and the type that coders of political events gave them (<c>knowledge/verb-patterns.tsv</c>). They are votes
/// for a model and no verdicts: the patterns were made for headlines and leave much to the reader.</summary>
internal sealed class VerbPatterns
{
    /// <summary>Words on either side of the verb that a pattern reaches.</summary>
    const int Reach = 10;
    const int ShortestStem = 4;

    sealed record Pattern(EventType Type, string[] Before, string[] Behind);

    readonly Dictionary<string, List<string>> _blocks = new(StringComparer.Ordinal);
    readonly Dictionary<string, EventType> _types = new(StringComparer.Ordinal);
    readonly Dictionary<string, HashSet<string>> _sets = new(StringComparer.Ordinal);
    readonly Dictionary<string, List<Pattern>> _patterns = new(StringComparer.Ordinal);

    internal static VerbPatterns Load()
    {
        var patterns = new VerbPatterns();
        foreach (var row in EmbeddedTable.Rows("verb-patterns"))
            patterns.Add(row);
        return patterns;
    }

    void Add(string[] row)
    {
        switch (row[0])
        {
            case "verbs":
                foreach (var verb in row[3].Split('|'))
                {
                    if (!_blocks.TryGetValue(verb, out var blocks))
                        _blocks[verb] = blocks = [];
                    blocks.Add(row[1]);
                }
                if (row[2].Length > 0)
                    _types[row[1]] = Enum.Parse<EventType>(row[2], true);
                break;
            case "set":
                _sets[row[1]] = new(row[3].Split('|'), StringComparer.Ordinal);
                break;
            default:
                if (!_patterns.TryGetValue(row[1], out var list))
                    _patterns[row[1]] = list = [];
                list.Add(new(Enum.Parse<EventType>(row[2], true), Words(row[3]), Words(row.Length > 4 ? row[4] : "")));
                break;
        }
    }

    static string[] Words(string side) => side.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The blocks of synonyms that a verb stands in.</summary>
    internal IReadOnlyList<string> BlocksOf(string lemma) => _blocks.GetValueOrDefault(lemma) ?? (IReadOnlyList<string>)[];

    /// <summary>The type of a block by itself, or null.</summary>
    internal EventType? TypeOf(string block) => _types.TryGetValue(block, out var type) ? type : null;

    /// <summary>The type of the pattern that has most of its words beside the verb, and how many; null where none holds.</summary>
    internal (EventType Type, int Words)? Best(Document d, int verb, string block)
    {
        (EventType, int)? best = null;
        var most = 0;
        if (_patterns.TryGetValue(block, out var patterns))
            foreach (var p in patterns)
                if (
                    p.Before.Length + p.Behind.Length is var words
                    && words > most
                    && Stands(d, verb, -1, p.Before)
                    && Stands(d, verb, 1, p.Behind)
                )
                    (best, most) = ((p.Type, words), words);
        return best;
    }

    /// <summary>Whether the words stand in their order on one side of the verb.</summary>
    bool Stands(Document d, int verb, int step, string[] words)
    {
        var sentence = d.Sentences[d.Tokens[verb].Sentence];
        var at = step > 0 ? 0 : words.Length - 1;
        for (
            int i = verb + step, n = 0;
            n < Reach && at >= 0 && at < words.Length && i >= sentence.First && i < sentence.End;
            i += step, n++
        )
            if (Is(d.Tokens[i], words[at]))
                at += step;
        return at < 0 || at >= words.Length;
    }

    bool Is(in Token token, string word) =>
        word[0] == '&'
            ? _sets.TryGetValue(word, out var set) && (set.Contains(token.Lemma) || set.Contains(token.Lower))
            : token.Lower == word
                || token.Lemma == word
                || word.Length >= ShortestStem && token.Lower.StartsWith(word, StringComparison.Ordinal);
}
