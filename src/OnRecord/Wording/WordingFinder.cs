using OnRecord.Language;
using OnRecord.Statements;
using OnRecord.Text;

namespace OnRecord.Wording;

/// <summary>Kind of a wording mark.</summary>
public enum WordingKind : byte
{
    /// <summary>A few quoted words from which whoever writes keeps a distance.</summary>
    ScareQuote,

    /// <summary>"allegedly", "may", "seems".</summary>
    Hedge,

    /// <summary>"reportedly", "is said to".</summary>
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
/// <param name="Why">The row of <c>knowledge/wording.tsv</c> or the rule: "wording:hedge/may".</param>
internal readonly record struct WordingMark(WordingKind Kind, Span Span, int By, string Why);

/// <summary>Describes how things are put: words of <c>knowledge/wording.tsv</c> and scare quotes, with whose words they are.</summary>
internal sealed class WordingFinder
{
    readonly WordingLexicon _lexicon;
    readonly ScareQuotes _scareQuotes;

    WordingFinder(WordingLexicon lexicon) => (_lexicon, _scareQuotes) = (lexicon, new(lexicon));

    internal static WordingFinder Load() => new(WordingLexicon.Load());

    internal List<WordingMark> Find(Document d, Quotations quotations, List<Statement> statements)
    {
        var marks = new List<WordingMark>();
        var cues = new HashSet<int>(statements.Where(s => s.Mode == StatementMode.Speech).Select(s => s.CueHead));
        for (var i = 0; i < d.Tokens.Length; i++)
            if (Match(d, i, cues) is (var row, var end))
            {
                var span = new Span(d.Tokens[i].Start, end);
                marks.Add(new(row.Kind, span, Owner(quotations, statements, span.Start), row.Id));
                while (i + 1 < d.Tokens.Length && d.Tokens[i + 1].Start < end)
                    i++;
            }
        foreach (var q in quotations.All)
            if (_scareQuotes.Is(d, quotations, statements, q))
            {
                var by = q.Depth == 0 ? -1 : Owner(quotations, statements, q.Span.Start);
                marks.Add(new(WordingKind.ScareQuote, q.Span, by, ScareQuotes.Rule));
            }
        marks.Sort((a, b) => a.Span.CompareTo(b.Span));
        return marks;
    }

    /// <summary>The first row that holds at a token, with the offset at which its words end.</summary>
    (WordingRow Row, int End)? Match(Document d, int i, HashSet<int> cues)
    {
        ref readonly var t = ref d.Tokens[i];
        foreach (var row in _lexicon.OfForm(t.Lower))
            if (row.Form == WordingForm.Phrase)
            {
                if (PhraseEnd(d, i, row.Words) is > 0 and var end)
                    return (row, end);
            }
            else if (row.Words.Length == t.Lower.Length && Stands(d, i, row) && !IsExcluded(d, i, row))
                return (row, t.End);
        if (t.Upos is Upos.Verb)
            foreach (var row in _lexicon.OfLemma(t.Lemma))
                if (StandsAsVerb(d, i, row, cues) && !IsExcluded(d, i, row))
                    return (row, row.Particle.Length > 0 ? d.Tokens[i + 1].End : t.End);
        return null;
    }

    /// <summary>The phrase as written in the table, in any case; 0 where other words stand there.</summary>
    static int PhraseEnd(Document d, int i, string phrase)
    {
        var start = d.Tokens[i].Start;
        var end = start + phrase.Length;
        return
            end <= d.Text.Length
            && d.Text.AsSpan(start, phrase.Length).Equals(phrase, StringComparison.OrdinalIgnoreCase)
            && (end == d.Text.Length || !char.IsLetter(d.Text[end]))
            ? end
            : 0;
    }

    bool Stands(Document d, int i, WordingRow row)
    {
        ref readonly var t = ref d.Tokens[i];
        return row.Form switch
        {
            WordingForm.Word => i == 0 || d.Tokens[i - 1].Lower != "-" || d.Tokens[i - 1].End < t.Start, // not "self-evidently"
            WordingForm.Adverb => t.Upos == Upos.Adv,
            WordingForm.Before => t.Upos == Upos.Adv && t.Head > i,
            WordingForm.Adjective => t.Upos == Upos.Adj || t.Deprel == Deprel.Amod,
            WordingForm.Attribute => IsAttribute(d, i),
            WordingForm.Emphatic => IsAttribute(d, i) && _lexicon.Extremes.Contains(d.Tokens[t.Head >= 0 ? t.Head : i + 1].Lemma),
            WordingForm.Modal => t.Xpos == "MD" && !IsInverted(d, i) && !IsOwnAbility(d, i),
            WordingForm.Hearsay => IsHearsay(d, i),
            _ => false,
        };
    }

    static bool StandsAsVerb(Document d, int i, WordingRow row, HashSet<int> cues) =>
        (
            row.Particle.Length == 0
            || i + 1 < d.Tokens.Length && d.Tokens[i + 1].Lower == row.Particle && d.Tokens[i + 1].Sentence == d.Tokens[i].Sentence
        )
        && row.Form switch
        {
            WordingForm.Appears => IsAppearance(d, i),
            WordingForm.Cue => cues.Contains(i),
            WordingForm.Saying => d.Tokens[i].Deprel != Deprel.Amod,
            _ => true,
        };

    /// <summary>An adjective or participle before its noun. At the start of a sentence the parser takes some for verbs.</summary>
    static bool IsAttribute(Document d, int i)
    {
        ref readonly var t = ref d.Tokens[i];
        return t.Deprel == Deprel.Amod && t.Head > i
            || t.Upos is Upos.Adj or Upos.Verb
                && i == d.Sentences[t.Sentence].First
                && i + 1 < d.Sentences[t.Sentence].End
                && d.Tokens[i + 1].Upos is Upos.Noun;
    }

    /// <summary>"May he rest", "could you come": a wish or a question, in which the modal stands before the subject.</summary>
    static bool IsInverted(Document d, int i) =>
        d.Tokens[i].Head is > -1 and var verb && d.OwnSubject(verb) is var subject && subject > i && subject < verb;

    /// <summary>"I could say more": what the speaker is able to do.</summary>
    static bool IsOwnAbility(Document d, int i) =>
        d.Tokens[i].Lower == "could"
        && d.Tokens[i].Head is > -1 and var verb
        && d.OwnSubject(verb) is >= 0 and var me
        && d.Tokens[me].Lower == "i";

    /// <summary>"appears to have changed", "it appears that", "appears safe"; not "appeared in court".</summary>
    static bool IsAppearance(Document d, int i)
    {
        foreach (var c in d.Children(i))
            if (d.Tokens[c].Deprel is Deprel.Xcomp or Deprel.Ccomp or Deprel.Csubj && c > i)
                return true;
        return false;
    }

    /// <summary>"is said to", "it is believed that", "the ship, thought to be": passive, and without the one who says so.</summary>
    static bool IsHearsay(Document d, int i)
    {
        ref readonly var t = ref d.Tokens[i];
        if (t.Xpos is not ("VBN" or "VBD" or "JJ") || d.Agent(i) >= 0)
            return false;
        var beforeTo =
            i + 2 < d.Tokens.Length && d.Tokens[i + 1].Lower == "to" && d.Tokens[i + 2].Upos is not (Upos.Det or Upos.Propn or Upos.Pron);
        if (d.Child(i, Deprel.AuxPass, Deprel.Cop) >= 0)
            return beforeTo || d.Child(i, Deprel.Ccomp, Deprel.Csubj) >= 0 && d.Child(i, Deprel.NsubjPass, Deprel.Expl) >= 0;
        // "He said to take it down" is no passive
        var active = d.OwnSubject(i) is >= 0 and var subject && (d.Tokens[subject].Upos == Upos.Pron || t.Lemma is "say" or "report");
        return beforeTo && d.Tokens[i + 1].Xpos == "TO" && !active;
    }

    /// <summary>Words beside which it means something else: the one before, the one after, the head; for a verb the nouns under it.</summary>
    static bool IsExcluded(Document d, int i, WordingRow row)
    {
        if (row.NotWith.Count == 0)
            return false;
        bool Is(int token) =>
            token >= 0
            && token < d.Tokens.Length
            && d.Tokens[token].Sentence == d.Tokens[i].Sentence
            && (row.NotWith.Contains(d.Tokens[token].Lemma) || row.NotWith.Contains(d.Tokens[token].Lower));
        if (Is(i - 1) || Is(i + 1))
            return true;
        if (row.Form < WordingForm.Saying)
            return Is(d.Tokens[i].Head);
        foreach (var c in d.Children(i))
            if (d.Tokens[c].Upos is Upos.Noun or Upos.Propn && Is(c))
                return true;
        return false;
    }

    /// <summary>Quoted words are their speaker's; all others, also in indirect speech, are the outlet's.</summary>
    static int Owner(Quotations quotations, List<Statement> statements, int offset)
    {
        if (quotations.OuterAt(offset) < 0)
            return -1;
        for (var i = 0; i < statements.Count && statements[i].Hull.Start <= offset; i++)
            if (statements[i].Covers(offset))
                return i;
        return -1;
    }
}
