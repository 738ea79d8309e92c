using OnRecord.Knowledge;
using OnRecord.Language;

namespace OnRecord.Events;

/// <summary>One row of <c>knowledge/acts.tsv</c>: a word, what must stand with it, and the act it names then.</summary>
internal sealed record ActRow(string Id, EventType Type, string? Mode, string Pattern, string[] Arguments)
{
    /// <summary>Both sides must matter to politics.</summary>
    internal bool BothPolitical { get; init; }

    /// <summary>The one who does it may go unnamed, as in a passive.</summary>
    internal bool MayLackActor { get; init; }

    /// <summary>The grammatical subject is the recipient: a host.</summary>
    internal bool Swap { get; init; }

    /// <summary>Without a recipient, all who take part are actors.</summary>
    internal bool Reciprocal { get; init; }

    /// <summary>The goal of a journey is its recipient.</summary>
    internal bool GoalIsRecipient { get; init; }

    /// <summary>The saying is the act.</summary>
    internal bool IsSpeech { get; init; }
}

/// <summary>An operator over acts: a row of <c>knowledge/operators.tsv</c>.</summary>
internal sealed record OperatorRow(string Id, Stance Stance, bool Negative, Certainty Certainty);

/// <summary>The words that name acts, the classes of things they are done with, and the words that govern them.</summary>
internal sealed class ActLexicon
{
    readonly Dictionary<string, List<ActRow>> _verbs = new(StringComparer.Ordinal);
    readonly Dictionary<string, List<ActRow>> _nouns = new(StringComparer.Ordinal);
    readonly Dictionary<string, HashSet<string>> _classes = new(StringComparer.Ordinal);
    readonly Dictionary<string, List<string>> _ofLemma = new(StringComparer.Ordinal);
    readonly Dictionary<(string, char), OperatorRow> _operators = [];

    internal static ActLexicon Load()
    {
        var lexicon = new ActLexicon();
        foreach (var row in EmbeddedTable.Rows("objects"))
            lexicon._classes[row[0]] = new(row[1].Split(' '), StringComparer.Ordinal);
        foreach (var (objectClass, lemmas) in lexicon._classes)
        foreach (var lemma in lemmas)
        {
            if (!lexicon._ofLemma.TryGetValue(lemma, out var classes))
                lexicon._ofLemma[lemma] = classes = [];
            classes.Add(objectClass);
        }
        foreach (var row in EmbeddedTable.Rows("acts"))
            lexicon.AddAct(row);
        foreach (var row in EmbeddedTable.Rows("operators"))
            lexicon._operators.TryAdd(
                (row[0], row[1][0]),
                new($"operator:{row[0]}/{row[1]}", Enum.Parse<Stance>(row[2], true), row[3] == "-", Enum.Parse<Certainty>(row[4], true))
            );
        return lexicon;
    }

    void AddAct(string[] row)
    {
        var pattern = row[2];
        var colon = pattern.IndexOf(':', StringComparison.Ordinal);
        var kind = colon < 0 ? pattern : pattern[..colon];
        string[] arguments = colon < 0 ? [] : pattern[(colon + 1)..].Split('|');
        if (kind is "obj" or "of" && Array.Find(arguments, a => !_classes.ContainsKey(a)) is { } unknown)
            throw new InvalidOperationException($"knowledge/acts.tsv: {row[0]}: objects.tsv has no class {unknown}.");
        var flags = row.Length > 5 ? row[5].Split(' ') : [];
        var act = new ActRow(
            $"act:{row[0]}/{row[1]}/{pattern}",
            Enum.Parse<EventType>(row[3], true),
            row[4].Length > 0 ? row[4] : null,
            kind,
            arguments
        )
        {
            BothPolitical = flags.Contains("2"),
            MayLackActor = flags.Contains("p"),
            Swap = flags.Contains("swap"),
            Reciprocal = flags.Contains("recip"),
            GoalIsRecipient = flags.Contains("place"),
            IsSpeech = flags.Contains("speech"),
        };
        var table = row[1] == "v" ? _verbs : _nouns;
        if (!table.TryGetValue(row[0], out var rows))
            table[row[0]] = rows = [];
        rows.Add(act);
        // what asks for more is tried first
        rows.Sort((a, b) => Specific(b) != Specific(a) ? Specific(b).CompareTo(Specific(a)) : string.CompareOrdinal(a.Id, b.Id));
    }

    static int Specific(ActRow row) =>
        row.Pattern switch
        {
            "obj" or "of" or "consequence" => 3,
            "prt" or "mod" => 4,
            "prep" or "case" or "xcomp" or "ccomp" => 2,
            _ => 1,
        };

    /// <summary>The rows of a verb, the most specific first; null when it names no act.</summary>
    internal List<ActRow>? Verb(string lemma) => _verbs.GetValueOrDefault(lemma);

    /// <summary>The rows of a noun, the most specific first; null when it names no act.</summary>
    internal List<ActRow>? Noun(string lemma) => _nouns.GetValueOrDefault(lemma);

    /// <summary>The classes of objects that a lemma is in.</summary>
    internal IReadOnlyList<string> ClassesOf(string lemma) => _ofLemma.GetValueOrDefault(lemma) ?? (IReadOnlyList<string>)[];

    internal bool IsOf(string objectClass, string lemma) => _classes[objectClass].Contains(lemma);

    /// <summary>Whether a token's lemma is of the class.</summary>
    internal bool IsOf(string objectClass, in Token token) => IsOf(objectClass, token.Lemma) || IsOf(objectClass, token.Lower);

    /// <summary>What the word does to an act that it governs; null for most words.</summary>
    internal OperatorRow? Operator(string lemma, char partOfSpeech) => _operators.GetValueOrDefault((lemma, partOfSpeech));
}
