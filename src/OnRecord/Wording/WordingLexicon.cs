using OnRecord.Knowledge;

namespace OnRecord.Wording;

/// <summary>How a word of <c>knowledge/wording.tsv</c> has to stand to count; described in the head of the table.</summary>
internal enum WordingForm : byte
{
#pragma warning disable CS1591 // the head of the table says what each is
    Word,
    Adverb,
    Before,
    Adjective,
    Attribute,
    Emphatic,
    Modal,
    Seems,
    Appears,
    Hearsay,
    Phrase,
    Saying,
    Cue,
#pragma warning restore CS1591
}

/// <summary>A word or phrase of the table.</summary>
/// <param name="Id">Named in a record's <c>why</c>: "wording:hedge/may".</param>
/// <param name="Kind">What it marks.</param>
/// <param name="Form">How it has to stand.</param>
/// <param name="Words">Lower case; a lemma for the forms of verbs.</param>
/// <param name="Particle">The word that follows it ("out" of "lash out"), or "".</param>
/// <param name="NotWith">Lemmas beside which it means something else.</param>
internal sealed record WordingRow(string Id, WordingKind Kind, WordingForm Form, string Words, string Particle, HashSet<string> NotWith);

/// <summary>The rows of <c>knowledge/wording.tsv</c> by their first word.</summary>
internal sealed class WordingLexicon
{
    static readonly WordingRow[] s_none = [];
    static readonly string[] s_kinds = ["scare-quote", "hedge", "evidential", "loaded-verb", "intensifier"];

    readonly Dictionary<string, WordingRow[]> _forms = new(StringComparer.Ordinal);
    readonly Dictionary<string, WordingRow[]> _lemmas = new(StringComparer.Ordinal);

    /// <summary>Nouns of extremes, which "total" and "complete" heighten.</summary>
    internal HashSet<string> Extremes { get; } = new(StringComparer.Ordinal);

    /// <summary>Verbs that give words as somebody's or as a name.</summary>
    internal HashSet<string> NamingVerbs { get; } = new(StringComparer.Ordinal);

    /// <summary>Nouns before a title, a name or a word that is only mentioned.</summary>
    internal HashSet<string> NamingNouns { get; } = new(StringComparer.Ordinal);

    internal static WordingLexicon Load()
    {
        var lexicon = new WordingLexicon();
        foreach (var row in EmbeddedTable.Rows("wording"))
        {
            var words = row[2].Split(row[1] == "phrase" ? '|' : ' ');
            var set =
                row[0] == "extreme" ? lexicon.Extremes
                : row[0] != "naming" ? null
                : row[1] == "verb" ? lexicon.NamingVerbs
                : lexicon.NamingNouns;
            if (set is not null)
            {
                set.UnionWith(words);
                continue;
            }
            var kind = (WordingKind)Array.IndexOf(s_kinds, row[0]);
            var form = Enum.Parse<WordingForm>(row[1], true);
            var not = row.Length > 3 ? row[3].Split(' ').ToHashSet(StringComparer.Ordinal) : [];
            foreach (var w in words)
                lexicon.Add(row[0], w, kind, form, not);
        }
        return lexicon;
    }

    void Add(string kindName, string words, WordingKind kind, WordingForm form, HashSet<string> not)
    {
        var parts = words.Split('_');
        var row = new WordingRow(
            $"wording:{kindName}/{words.Replace(' ', '_')}",
            kind,
            form,
            parts[0],
            parts.Length > 1 ? parts[1] : "",
            not
        );
        var first = form == WordingForm.Phrase ? words.Split(' ')[0] : parts[0];
        var table = form >= WordingForm.Saying || form is WordingForm.Seems or WordingForm.Appears ? _lemmas : _forms;
        Put(table, first, row);
        // the tokenizer takes most words apart at a hyphen
        if (first.IndexOf('-', StringComparison.Ordinal) is > 0 and var hyphen)
            Put(table, first[..hyphen], row);
    }

    /// <summary>A longer row comes before a shorter one: "lash out" before "lash".</summary>
    static void Put(Dictionary<string, WordingRow[]> table, string key, WordingRow row) =>
        table[key] = [.. table.GetValueOrDefault(key, s_none).Append(row).OrderByDescending(r => r.Id.Length)];

    /// <summary>Rows that begin with a word as written, in lower case.</summary>
    internal WordingRow[] OfForm(string lower) => _forms.GetValueOrDefault(lower, s_none);

    /// <summary>Rows of verbs.</summary>
    internal WordingRow[] OfLemma(string lemma) => _lemmas.GetValueOrDefault(lemma, s_none);
}
