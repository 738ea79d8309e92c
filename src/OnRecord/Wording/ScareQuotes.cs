using OnRecord.Language;
using OnRecord.Statements;
using OnRecord.Text;

namespace OnRecord.Wording;

/// <summary>Tells a few quoted words from which whoever writes keeps a distance from titles, names, words that are mentioned as words, and
/// words that the sentence gives as somebody's.</summary>
internal sealed class ScareQuotes(WordingLexicon lexicon)
{
    /// <summary>In <c>why</c> of a scare quote.</summary>
    internal const string Rule = "wording:scare-quote";

    /// <summary>A longer quotation is speech.</summary>
    const int MostWords = 4;

    internal bool Is(Document d, Quotations quotations, List<Statement> statements, Quotation q)
    {
        var words = q.Inner.Of(d.Text);
        if (!q.Closed || q.Depth > 1 || words.Count(' ') >= MostWords || words.ContainsAny(",.!?;:"))
            return false;
        var first = d.TokenAt(q.Inner.Start);
        var end = d.TokenAt(q.Inner.End - 1) + 1;
        if (first >= end || end > d.Tokens.Length || d.Tokens[first].Start < q.Inner.Start || !words.ContainsAnyInRange('a', 'z'))
            return false;
        var sentence = d.Sentences[d.Tokens[first].Sentence];
        return !IsWhole(d, sentence, q)
            && !IsMeasure(d, q)
            && !IsName(d, sentence, first, end)
            && !IsMentioned(d, sentence, first, end)
            && !IsReported(d, quotations, statements, q, first, end);
    }

    /// <summary>Nothing but the quotation in its sentence: speech.</summary>
    static bool IsWhole(Document d, Sentence s, Quotation q)
    {
        for (var i = s.First; i < s.End; i++)
            if (d.Tokens[i].Upos != Upos.Punct && !q.Span.Contains(d.Tokens[i].Start))
                return false;
        return true;
    }

    /// <summary>19": inches.</summary>
    static bool IsMeasure(Document d, Quotation q) => q.Span.Start > 0 && char.IsAsciiDigit(d.Text[q.Span.Start - 1]);

    /// <summary>Titles and names have capitals; a nickname stands between names.</summary>
    static bool IsName(Document d, Sentence sentence, int first, int end)
    {
        var opens = first - 1 <= sentence.First; // the capital of the first word may be that of the sentence
        int capitals = 0,
            small = 0;
        for (var i = first; i < end; i++)
            if (i == first && opens)
                continue;
            else if (char.IsUpper(d.Text[d.Tokens[i].Start]))
                capitals++;
            else if (d.Tokens[i].Upos is Upos.Noun or Upos.Verb or Upos.Adj or Upos.Adv)
                small++;
        if (capitals > 0 && small == 0)
            return true;
        var after = end + 1; // behind the closing mark
        if (opens && end - first == 1)
            return d.Tokens[first].Upos == Upos.Propn && after < sentence.End && d.Tokens[after].Upos is Upos.Verb or Upos.Aux;
        return false;
    }

    /// <summary>'the word "strike"', '"moor" means'.</summary>
    bool IsMentioned(Document d, Sentence sentence, int first, int end)
    {
        var before = first - 1;
        // "a single word: ...", "the mere mention of ..."
        while (before >= sentence.First && (d.Tokens[before].Upos == Upos.Punct || d.Tokens[before].Lower == "of"))
            before--;
        if (before >= sentence.First && lexicon.NamingNouns.Contains(d.Tokens[before].Lemma))
            return true;
        return end + 2 < sentence.End && d.Tokens[end + 1].Lemma == "mean" && d.Tokens[end + 2].Lower != "that";
    }

    /// <summary>Inside what a statement attributes in the author's words, or what a verb of naming or saying governs: 'called it "absurd"'.
    /// </summary>
    bool IsReported(Document d, Quotations quotations, List<Statement> statements, Quotation q, int first, int end)
    {
        var top = d.HeadOf(first, end);
        // 'boards "research" vessel': a word put before a noun of the author's own is seldom what the source said
        var modifies = d.Tokens[top].Deprel is Deprel.Amod or Deprel.Compound && d.Tokens[top].Head >= end;
        var around = q.Depth > 0 ? quotations.OuterAt(q.Span.Start) : -1;
        foreach (var s in statements)
        {
            if (modifies || s.Hull.Start > q.Span.Start)
                break;
            if (
                s.Mode is not (StatementMode.Perception or StatementMode.Ruling)
                && s.CueHead >= 0
                && s.Covers(q.Inner.Start)
                && !(q.Span.Contains(s.Hull) && IsPartOfPhrase(d, first, end))
                // of a quotation's own speaker all its words are; what counts is who is reported inside it
                && (around < 0 || quotations.Outer[around].Span.Contains(d.Tokens[s.CueHead].Start))
            )
                return true;
        }
        while (
            d.Tokens[top] is { Deprel: Deprel.Amod or Deprel.Compound or Deprel.Advmod or Deprel.Conj, Head: >= 0 and var up } && up != top
        )
            top = up;
        return IsNamed(d, top)
            // the parser often hangs a quoted word on what is named: 'called the report "nonsense"'
            || top >= first
                && d.Tokens[top].Head is >= 0 and var named
                && named < first
                && d.Tokens[named].Upos is Upos.Noun or Upos.Propn or Upos.Pron
                && IsNamed(d, named);
    }

    /// <summary>'For all its "openness", the agency publishes': a preposition or a determiner outside the marks belongs to the quoted noun, so
    /// that a verb nearby does not say it.</summary>
    static bool IsPartOfPhrase(Document d, int first, int end)
    {
        foreach (var c in d.Children(d.HeadOf(first, end)))
            if (c < first && d.Tokens[c].Deprel is Deprel.Case or Deprel.Det or Deprel.NmodPoss && d.Tokens[c].Lower != "as")
                return true;
        return false;
    }

    bool IsNamed(Document d, int token) =>
        d.Tokens[token].Deprel is not (Deprel.Nsubj or Deprel.NsubjPass)
        && d.Tokens[token].Head is >= 0 and var verb
        && lexicon.NamingVerbs.Contains(d.Tokens[verb].Lemma)
        && d.Tokens[verb].Upos == Upos.Verb;
}
