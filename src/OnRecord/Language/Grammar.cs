namespace OnRecord.Language;

/// <summary>Questions to the parse that several stages ask: who is the subject, is it negated, what modal governs it.</summary>
internal static class Grammar
{
    /// <summary>How far up a chain of conjuncts, controlled verbs and participles a subject is looked for.</summary>
    const int LongestControl = 5;

    /// <summary>The token of a run whose head lies outside it: the one that stands for the run in the tree.</summary>
    internal static int HeadOf(this Document d, int first, int end)
    {
        for (var i = end - 1; i >= first; i--)
            if (d.Tokens[i].Head is var h && (h < first || h >= end) && d.Tokens[i].Upos is not (Upos.Punct or Upos.Det))
                return i;
        return end - 1;
    }

    /// <summary>The verb's understood subject: its own, else that of the verb it is conjoined to, controlled by or attached to as a
    /// participle; the modified noun for a participle that modifies one. -1 when grammar gives none.</summary>
    internal static int Subject(this Document d, int verb)
    {
        for (var step = 0; step < LongestControl && verb >= 0; step++)
        {
            var own = d.OwnSubject(verb);
            if (own >= 0)
                return own;
            ref readonly var t = ref d.Tokens[verb];
            switch (t.Deprel)
            {
                case Deprel.Xcomp:
                    // "urged Russia to leave": the object is the one who leaves
                    var obj = d.Child(t.Head, Deprel.Obj, Deprel.Iobj);
                    if (obj >= 0 && obj < verb && d.Tokens[verb].Xpos is "VB" or "VBG" && !IsSubjectControl(d.Tokens[t.Head].Lemma))
                        return obj;
                    // "is expected to leave", "was forced to leave"
                    if (d.Child(t.Head, Deprel.NsubjPass) is >= 0 and var passive)
                        return passive;
                    verb = t.Head;
                    break;
                case Deprel.Conj:
                    if (d.Child(verb, Deprel.NsubjPass) >= 0)
                        return -1;
                    verb = t.Head;
                    break;
                case Deprel.Advcl or Deprel.Parataxis:
                    if (t.Xpos is not ("VBG" or "VBN" or "VB") || d.Child(verb, Deprel.NsubjPass) >= 0)
                        return -1;
                    verb = t.Head;
                    break;
                case Deprel.Acl:
                    return t.Xpos is "VBG" || d.IsMainVerb(verb) ? t.Head : -1;
                default:
                    return -1;
            }
        }
        return -1;
    }

    /// <summary>The subject that hangs on the verb itself, active only; -1 without.</summary>
    internal static int OwnSubject(this Document d, int verb)
    {
        foreach (var c in d.Children(verb))
            if (d.Tokens[c].Deprel is Deprel.Nsubj or Deprel.NsubjOuter)
                return c;
        return -1;
    }

    /// <summary>Whether the verb is in the passive: it has a passive subject or auxiliary, or is a bare participle with an agent or
    /// after a noun.</summary>
    internal static bool IsPassive(this Document d, int verb)
    {
        foreach (var c in d.Children(verb))
            if (d.Tokens[c].Deprel is Deprel.NsubjPass or Deprel.AuxPass or Deprel.OblAgent)
                return true;
        return d.Tokens[verb] is { Xpos: "VBN", Deprel: Deprel.Acl } && !d.IsMainVerb(verb);
    }

    /// <summary>"Workers protested in Lyon": a sentence whose only verb the parser took for a participle on its subject.</summary>
    static bool IsMainVerb(this Document d, int verb)
    {
        var noun = d.Tokens[verb].Head;
        return d.Tokens[verb] is { Deprel: Deprel.Acl, Xpos: "VBN" }
            && noun >= 0
            && noun < verb
            && d.Tokens[noun] is { Deprel: Deprel.Root, Upos: Upos.Noun or Upos.Propn }
            && d.Child(noun, Deprel.Cop) < 0
            && d.Child(verb, Deprel.AuxPass, Deprel.OblAgent) < 0
            && d.Subtree(verb).End >= d.Subtree(noun).End - 1;
    }

    /// <summary>The one who does it in a passive clause ("by X"), or -1.</summary>
    internal static int Agent(this Document d, int verb)
    {
        foreach (var c in d.Children(verb))
            if (d.Tokens[c].Deprel == Deprel.OblAgent || (d.Tokens[c].Deprel == Deprel.Obl && d.CaseOf(c) == "by"))
                return c;
        return -1;
    }

    /// <summary>The preposition of a noun in lower case, or "".</summary>
    internal static string CaseOf(this Document d, int noun)
    {
        foreach (var c in d.Children(noun))
            if (d.Tokens[c].Deprel == Deprel.Case && d.Tokens[c].Upos != Upos.Part)
                return d.Tokens[c].Lower;
        return "";
    }

    /// <summary>The first token of the noun's preposition, or -1.</summary>
    internal static int CaseToken(this Document d, int noun)
    {
        foreach (var c in d.Children(noun))
            if (d.Tokens[c].Deprel == Deprel.Case && d.Tokens[c].Upos != Upos.Part)
                return c;
        return -1;
    }

    /// <summary>The subordinator ("that", "if", "to") of a clause in lower case, or "".</summary>
    internal static string MarkOf(this Document d, int clause)
    {
        foreach (var c in d.Children(clause))
            if (d.Tokens[c].Deprel == Deprel.Mark)
                return d.Tokens[c].Lower;
        return "";
    }

    /// <summary>The token that negates a word ("not", "never", "no"), or -1.</summary>
    internal static int Negation(this Document d, int word)
    {
        foreach (var c in d.Children(word))
            if (
                d.Tokens[c].Lower is "not" or "n't" or "never" or "no" or "neither" or "nor" or "hardly"
                && d.Tokens[c].Deprel is Deprel.Advmod or Deprel.Det or Deprel.CcPreconj or Deprel.Cc
            )
                return c;
        return -1;
    }

    /// <summary>The modal auxiliary of a verb ("will", "may"), or -1.</summary>
    internal static int Modal(this Document d, int verb)
    {
        foreach (var c in d.Children(verb))
            if (d.Tokens[c] is { Deprel: Deprel.Aux, Xpos: "MD" })
                return c;
        return -1;
    }

    /// <summary>Whether the token starts or is under a word of the sentence that is marked as an infinitive by "to".</summary>
    internal static bool IsInfinitive(this Document d, int verb) => d.MarkOf(verb) == "to";

    /// <summary>Verbs whose infinitive is done by their subject although they have an object: "promised Kyiv to help".</summary>
    static bool IsSubjectControl(string lemma) =>
        lemma is "promise" or "vow" or "threaten" or "pledge" or "use" or "take" or "have" or "need";
}
