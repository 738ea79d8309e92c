using System.Collections.Frozen;
using OnRecord.Knowledge;
using OnRecord.Language;

namespace OnRecord.Actors;

/// <summary>Tells a capital or a seat of government that stands for its government ("Moscow rejected") from the place ("Moscow's subway"): by the
/// word it hangs on, where <c>knowledge/metonymy.tsv</c> has it, else by what a model has read.</summary>
internal sealed class Metonymy(KnowledgeBase knowledge)
{
    /// <summary>What the model must give for a government, in 1/256 of the logarithm of the odds; more where the article names no state.</summary>
    const int Least = 60;
    const int LeastAlone = 500;

    /// <summary>Stands in the table for every word that no other row has.</summary>
    const string Any = "*";

    static readonly Lazy<MetonymyModel?> s_model = new(MetonymyModel.Load);

    readonly FrozenDictionary<string, FrozenDictionary<string, bool>> _rows = knowledge.Metonymy;

    /// <summary>Whether a name stands for a government.</summary>
    /// <param name="d">The document.</param>
    /// <param name="terms">Its terms.</param>
    /// <param name="first">First token of the name.</param>
    /// <param name="end">One past its last.</param>
    /// <param name="head">The token that stands for it.</param>
    /// <param name="amongStates">Whether the article names states.</param>
    internal bool IsGovernment(Document d, Terms terms, int first, int end, int head, bool amongStates) =>
        Verdict(d, terms, first, end, head)
        ?? (s_model.Value is { } model && model.Score(d, terms, first, end, head) > (amongStates ? Least : LeastAlone));

    /// <summary>What the words of the table say; null where they say nothing.</summary>
    internal bool? Verdict(Document d, Terms terms, int first, int end, int head)
    {
        var tokens = d.Tokens;
        if (end + 1 < tokens.Length && IsHyphen(d, end) && tokens[end].End == tokens[end + 1].Start)
            return Row("hyphen", tokens[end + 1].Lower);
        if (first >= 2 && IsHyphen(d, first - 1) && tokens[first - 2].Lower is "anti" or "pro")
            return true;
        if (IsDateline(d, first, end) || IsBesideState(d, terms, end))
            return false;
        return Title(d, first, head) ?? Relation(d, head) ?? Surface(d, first, end);
    }

    static bool IsHyphen(Document d, int token) => d.Tokens[token].Lower is "-" or "\u2010" or "\u2011";

    /// <summary>"MOSCOW (AP) -", "Kyiv, 3 May -": the beginning of a paragraph, before a mark.</summary>
    static bool IsDateline(Document d, int first, int end)
    {
        if (end >= d.Tokens.Length || !IsFirstInLine(d, first))
            return false;
        return d.Tokens[end].Lower is "(" or "\u2014" or "\u2013" or "--"
            || d.Tokens[end].Lower == "-" && d.Tokens[end].Start > d.Tokens[end - 1].End;
    }

    static bool IsFirstInLine(Document d, int token)
    {
        var at = d.Tokens[token].Start;
        while (at > 0 && d.Text[at - 1] is ' ' or '\t' or '\u00A0')
            at--;
        return at == 0 || d.Text[at - 1] is '\n' or '\r';
    }

    /// <summary>"Washington, D.C.", "Paris, France".</summary>
    static bool IsBesideState(Document d, Terms terms, int end)
    {
        if (end + 1 >= d.Tokens.Length || d.Tokens[end].Lower != ",")
            return false;
        return d.Tokens[end + 1].Lower is "d.c." or "dc"
            || terms.StartingAt(end + 1) is >= 0 and var t
                && terms.Find(t, SenseKind.Region) is not null
                && terms.Entity(t, SenseKind.Entity) is null;
    }

    bool? Relation(Document d, int head)
    {
        var tokens = d.Tokens;
        var top = head;
        for (var i = 0; i < 8 && tokens[top].Deprel == Deprel.Conj && tokens[top].Head >= 0; i++)
            top = tokens[top].Head;
        var governor = tokens[top].Head;
        if (governor < 0)
            return Locative.Is(d, top) ? false : null;
        switch (tokens[top].Deprel)
        {
            case Deprel.Nsubj:
            case Deprel.NsubjOuter:
                return Subject(d, governor, top);
            case Deprel.NsubjPass:
                return Row("passive", tokens[governor].Lemma);
            case Deprel.Obj:
            case Deprel.Iobj:
                // "gave Brasília its roofs": what it is given tells
                if (
                    tokens[top].Deprel == Deprel.Iobj
                    && d.Child(governor, Deprel.Obj) is >= 0 and var given
                    && Row("noun", tokens[given].Lemma) == false
                )
                    return false;
                return Row("object", tokens[governor].Lemma) ?? (d.Child(governor, Deprel.Xcomp) >= 0 ? true : null);
            case Deprel.NmodPoss:
                return Row("noun", tokens[governor].Lemma);
            case Deprel.Compound:
            case Deprel.Amod:
            case Deprel.NmodUnmarked:
                // the word straight behind it before the one at the end: "Rome city officials"
                return Before(d, head + 1 < governor && tokens[head + 1].Upos == Upos.Noun ? head + 1 : governor) ?? Before(d, governor);
            case Deprel.OblAgent:
                return Row("by", tokens[governor].Lemma);
            case Deprel.Obl:
            case Deprel.Nmod:
                return Under(d, NounPhrase.Preposition(d, top), governor) ?? (Locative.Is(d, top) ? false : null);
            default:
                return Locative.Is(d, top) ? false : null;
        }
    }

    /// <summary>The words beside the name, where the parse does not lead to one of the table.</summary>
    bool? Surface(Document d, int first, int end)
    {
        var tokens = d.Tokens;
        var before = first - 1;
        while (before > 0 && tokens[before].Upos is Upos.Det or Upos.Adj && tokens[before].Lower is not "new")
            before--;
        if (before >= 0 && _rows.ContainsKey(tokens[before].Lower) && tokens[before].Upos is Upos.Adp or Upos.Part or Upos.Adv)
        {
            var above = before - 1;
            while (above > 0 && tokens[above].Upos == Upos.Adv)
                above--;
            if (above >= 0 && Row(tokens[before].Lower, tokens[above].Lemma) is { } under)
                return under;
        }
        // the sentence goes on with its verb: "The dam, Addis Ababa insists, ..."
        if (end < tokens.Length && tokens[end].Xpos is "VBZ" or "VBD" && Row("subject", tokens[end].Lemma) is { } subject)
            return subject;
        // "...," replied Bamako.
        return before > 1 && before == first - 1 && tokens[before].Xpos == "VBD" && d.Quotations.OuterAt(tokens[before - 1].Start) >= 0
            ? Row("subject", tokens[before].Lemma)
            : null;
    }

    /// <summary>A noun that the name stands before.</summary>
    bool? Before(Document d, int noun) => Row("modifier", d.Tokens[noun].Lemma) ?? Row("noun", d.Tokens[noun].Lemma);

    bool? Row(string kind, string word) =>
        _rows.TryGetValue(kind, out var words)
            ? words.TryGetValue(word, out var answer)
                ? answer
                : words.TryGetValue(Any, out answer)
                    ? answer
                    : null
            : null;

    bool? Subject(Document d, int verb, int own)
    {
        var tokens = d.Tokens;
        if (d.Child(verb, Deprel.Cop) >= 0)
            return Row("copula", tokens[verb].Lemma) ?? Row("title", tokens[verb].Lemma);
        if (Row("subject", tokens[verb].Lemma) is { } answer)
            return answer;
        if (d.Child(verb, Deprel.Xcomp) is >= 0 and var inner && tokens[inner].Upos == Upos.Verb)
            return Subject(d, inner, own);
        if (d.Child(verb, Deprel.Obj) is >= 0 and var thing && thing != own)
            return Row("thing", tokens[thing].Lemma);
        return d.Child(verb, Deprel.Ccomp) >= 0 ? true : null;
    }

    /// <summary>A preposition, with the verb or noun above it or the verb's object: "sell bombs to".</summary>
    bool? Under(Document d, string? preposition, int governor)
    {
        if (preposition is null || !_rows.TryGetValue(preposition, out var words))
            return null;
        // "the orders came from Moscow": what comes tells more than that it does
        foreach (var deprel in (ReadOnlySpan<Deprel>)[Deprel.Obj, Deprel.Nsubj])
            if (d.Child(governor, deprel) is >= 0 and var thing && words.TryGetValue(d.Tokens[thing].Lemma, out var of) && of)
                return true;
        if (words.TryGetValue(d.Tokens[governor].Lemma, out var answer))
            return answer;
        // "the patience of Moscow" is as good as "Moscow's patience"
        if (preposition == "of" && Row("noun", d.Tokens[governor].Lemma) is { } owned)
            return owned;
        return words.TryGetValue(Any, out answer) ? answer : null;
    }

    /// <summary>"the capital, Asmara"; "Moscow, the junta's chief supplier"; "Kigali, which denied".</summary>
    bool? Title(Document d, int first, int head)
    {
        var tokens = d.Tokens;
        if (tokens[head].Deprel == Deprel.Appos && tokens[head].Head is >= 0 and var noun && Row("title", tokens[noun].Lemma) is { } above)
            return above;
        if (first > 0 && tokens[first - 1].Upos == Upos.Noun && Row("title", tokens[first - 1].Lemma) is { } before)
            return before;
        foreach (var c in d.Children(head))
            switch (tokens[c].Deprel)
            {
                case Deprel.Appos when Row("title", tokens[c].Lemma) is { } behind:
                    return behind;
                case Deprel.AclRelcl when d.Child(c, Deprel.Nsubj) is >= 0 and var who && tokens[who].Lower is "which" or "that" or "who":
                    if (Subject(d, c, who) is { } told)
                        return told;
                    break;
                default:
                    break;
            }
        return null;
    }
}
