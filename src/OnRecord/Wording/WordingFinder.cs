using OnRecord.Knowledge;
using OnRecord.Language;
using OnRecord.Statements;
using OnRecord.Text;

namespace OnRecord.Wording;

/// <summary>Kind of a wording mark.</summary>
public enum WordingKind : byte
{
    /// <summary>A few quoted words inside the author's own sentence.</summary>
    ScareQuote,

    /// <summary>"allegedly", "apparently".</summary>
    Hedge,

    /// <summary>"reportedly".</summary>
    Evidential,

    /// <summary>A verb of saying that colours: "claimed", "boasted".</summary>
    LoadedVerb,

    /// <summary>"massive", "absolutely".</summary>
    Intensifier,
}

/// <summary>A mark of wording.</summary>
/// <param name="Kind">What.</param>
/// <param name="Span">UTF-16.</param>
/// <param name="By">Index of the statement whose words they are; -1 for the outlet.</param>
internal readonly record struct WordingMark(WordingKind Kind, Span Span, int By);

/// <summary>Describes how things are put: words of <c>knowledge/wording.tsv</c> and scare quotes, with whose words they are.</summary>
internal sealed class WordingFinder
{
    /// <summary>A longer quotation is speech.</summary>
    const int LongestScareQuote = 3;

    readonly Dictionary<string, WordingKind> _words = new(StringComparer.Ordinal);
    readonly HashSet<string> _verbs = new(StringComparer.Ordinal);

    internal static WordingFinder Load()
    {
        var finder = new WordingFinder();
        foreach (var row in EmbeddedTable.Rows("wording"))
        foreach (var lemma in row[1].Split(' '))
            if (row[0] == "loaded-verb")
                finder._verbs.Add(lemma);
            else
                finder._words.TryAdd(
                    lemma,
                    row[0] == "hedge" ? WordingKind.Hedge
                        : row[0] == "evidential" ? WordingKind.Evidential
                        : WordingKind.Intensifier
                );
        return finder;
    }

    internal List<WordingMark> Find(Document d, Quotations quotations, List<Statement> statements)
    {
        var marks = new List<WordingMark>();
        var cues = new HashSet<int>(statements.Select(s => s.CueHead));
        for (var i = 0; i < d.Tokens.Length; i++)
        {
            ref readonly var t = ref d.Tokens[i];
            if (t.Upos is Upos.Adv or Upos.Adj && _words.TryGetValue(t.Lower, out var kind))
                marks.Add(new(kind, t.Span, Owner(d, quotations, statements, t.Start)));
            else if (t.Upos == Upos.Verb && cues.Contains(i) && _verbs.Contains(t.Lemma))
                marks.Add(new(WordingKind.LoadedVerb, t.Span, Owner(d, quotations, statements, t.Start)));
        }
        foreach (var q in quotations.Outer)
            if (
                q.Closed
                && q.Inner.Of(d.Text) is var words
                && words.Count(' ') < LongestScareQuote
                && !words.ContainsAny(",.!?")
                && StandsInSentence(d, q)
            )
                marks.Add(new(WordingKind.ScareQuote, q.Span, -1));
        marks.Sort((a, b) => a.Span.CompareTo(b.Span));
        return marks;
    }

    /// <summary>Letters before it in its sentence: a quotation that opens a sentence is speech or a title.</summary>
    static bool StandsInSentence(Document d, Quotation q)
    {
        var i = d.TokenAt(q.Span.Start);
        return i < d.Tokens.Length
            && d.Tokens[i].Start < q.Span.End
            && d.Tokens[d.Sentences[d.Tokens[i].Sentence].First].Start < q.Span.Start;
    }

    /// <summary>Quoted words are their speaker's; all others, also in indirect speech, are the outlet's.</summary>
    static int Owner(Document d, Quotations quotations, List<Statement> statements, int offset)
    {
        if (quotations.OuterAt(offset) < 0)
            return -1;
        for (var i = 0; i < statements.Count && statements[i].Hull.Start <= offset; i++)
            if (statements[i].Covers(offset))
                return i;
        return -1;
    }
}
