using OnRecord.Knowledge;
using OnRecord.Language;

namespace OnRecord.Statements;

/// <summary>What a cue word means: a row of <c>knowledge/cues.tsv</c>.</summary>
/// <param name="Id">Named in a record's <c>why</c>: "cue:claim/n".</param>
/// <param name="Act">What it does.</param>
/// <param name="Mode">What kind of attitude.</param>
/// <param name="Commitment">How far it commits the author.</param>
internal sealed record CueRow(string Id, CueAct Act, StatementMode Mode, Commitment Commitment);

/// <summary>The words that attribute, by part of speech.</summary>
internal sealed class CueLexicon
{
    readonly Dictionary<string, CueRow> _verbs = new(StringComparer.Ordinal);
    readonly Dictionary<string, CueRow> _nouns = new(StringComparer.Ordinal);
    readonly Dictionary<string, CueRow> _adjectives = new(StringComparer.Ordinal);

    /// <summary>Used for a verb that is in no row but has a quotation or a that-clause: plain saying.</summary>
    internal static CueRow Unlisted { get; } = new("cue:*", CueAct.Say, StatementMode.Speech, Commitment.Neutral);

    /// <summary>Of the embedded table.</summary>
    internal static CueLexicon Load() => Of(EmbeddedTable.Rows("cues"));

    /// <summary>Of rows as cues.tsv has them.</summary>
    /// <exception cref="KnowledgeException">A row names an act, mode or commitment that there is not.</exception>
    internal static CueLexicon Of(IEnumerable<string[]> rows)
    {
        var lexicon = new CueLexicon();
        foreach (var row in rows)
        {
            var cue = new CueRow($"cue:{row[0]}/{row[1]}", Value<CueAct>(row, 2), Value<StatementMode>(row, 3), Value<Commitment>(row, 4));
            lexicon.Table(row[1]).Add(row[0], cue);
        }
        return lexicon;
    }

    static T Value<T>(string[] row, int column)
        where T : struct, Enum =>
        Enum.TryParse<T>(row[column], true, out var value)
            ? value
            : throw new KnowledgeException(
                $"cues.tsv: {row[0]}: {row[column]} is none of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}."
            );

    internal CueRow? Verb(string lemma) => _verbs.GetValueOrDefault(lemma);

    internal CueRow? Noun(string lemma) => _nouns.GetValueOrDefault(lemma);

    internal CueRow? Adjective(string lemma) => _adjectives.GetValueOrDefault(lemma);

    /// <summary>The row for a token by its part of speech, or null.</summary>
    internal CueRow? Of(in Token token) =>
        token.Upos switch
        {
            Upos.Verb or Upos.Aux => Verb(token.Lemma),
            Upos.Noun => Noun(token.Lemma),
            Upos.Adj => Adjective(token.Lemma),
            _ => null,
        };

    Dictionary<string, CueRow> Table(string pos) =>
        pos switch
        {
            "v" => _verbs,
            "n" => _nouns,
            "a" => _adjectives,
            _ => throw new InvalidOperationException($"knowledge/cues.tsv: part of speech {pos} is not v, n or a."),
        };
}
