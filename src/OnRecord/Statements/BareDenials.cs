using OnRecord.Actors;
using OnRecord.Language;
using OnRecord.Text;

namespace OnRecord.Statements;

/// <summary>Denials whose content only refers to what was said: "Y denied it", ", which Y denied", "the claim was rejected by Y". There is
/// little in them for the statement model to judge, and without them a claim would seem to stand unanswered.</summary>
internal static class BareDenials
{
    /// <summary>The model did not take it: below what the setting reported-speech asks for.</summary>
    const int CueConfidence = 50;

    internal static void Add(Document d, Quotations quotations, ActorLayer actors, List<Statement> statements)
    {
        List<Statement>? found = null;
        for (var i = 0; i < d.Tokens.Length; i++)
            if (
                d.Tokens[i].Upos == Upos.Verb
                && AnswerFinder.Of("bare").Contains(d.Tokens[i].Lemma)
                && !statements.Exists(s => s.CueHead == i)
                && Build(d, i) is { } denial
            )
                (found ??= []).Add(denial);
        if (found is null)
            return;
        Speakers.Resolve(d, quotations, actors, found);
        foreach (var denial in found)
            Insert(d, statements, denial);
    }

    static Statement? Build(Document d, int verb)
    {
        // "would deny it", "refused to deny it", "did not deny it"
        if (
            d.Modal(verb) >= 0
            || d.Negation(verb) >= 0
            || d.MarkOf(verb) is "to" or "if" or "unless"
            || d.Tokens[verb].Deprel == Deprel.Xcomp
        )
            return null;
        var passive = d.IsPassive(verb);
        var content = passive ? d.Child(verb, Deprel.NsubjPass) : d.Child(verb, Deprel.Obj);
        var source = passive ? d.Agent(verb) : d.Subject(verb);
        if (content < 0 || source < 0 || content == source || d.Tokens[source].Lower is "it" or "that" or "which" or "this")
            return null;
        var (first, end) = d.Subtree(content);
        // "the offer, which Y rejected" is about the offer
        if (d.Tokens[content].Lower == "which" && d.Tokens[verb].Lemma is not ("deny" or "dispute"))
            return null;
        if (!IsReference(d, content) || (first <= verb && verb < end))
            return null;
        var statement = new Statement
        {
            Frame = passive ? Frame.Passive : Frame.Object,
            CueHead = verb,
            Cue = (CueStart(d, verb), verb + 1),
            SourceHead = source,
            Source = SourceRange(d, source, verb),
            Content = [d.SpanOf(first, end)],
            Act = CueAct.Deny,
            Mode = StatementMode.Speech,
            CueLemma = d.Tokens[verb].Lemma,
            CueConfidence = CueConfidence,
        };
        statement.Why.Add($"cue:{statement.CueLemma}/v@{d.Tokens[verb].Start}");
        statement.Why.Add("bare-denial");
        return statement;
    }

    /// <summary>A pronoun, or a noun for what was said with nothing but a determiner.</summary>
    static bool IsReference(Document d, int token)
    {
        if (d.Tokens[token].Lower is "it" or "this" or "that" or "which" or "these" or "those" or "them")
            return true;
        if (!AnswerFinder.IsClaimNoun(d.Tokens[token].Lemma))
            return false;
        foreach (var c in d.Children(token))
            if (d.Tokens[c].Deprel is not (Deprel.Det or Deprel.Amod or Deprel.NmodPoss))
                return false;
        return true;
    }

    /// <summary>With the auxiliaries and adverbs right before the verb.</summary>
    static int CueStart(Document d, int verb)
    {
        var first = verb;
        while (
            first > 0 && d.Tokens[first - 1] is { Deprel: Deprel.Aux or Deprel.AuxPass or Deprel.Advmod, Head: var head } && head == verb
        )
            first--;
        return first;
    }

    static (int, int) SourceRange(Document d, int source, int verb)
    {
        var (first, end) = d.Subtree(source);
        if (d.CaseToken(source) is >= 0 and var preposition && preposition < source)
            first = preposition + 1;
        if (verb > source)
            end = Math.Min(end, verb);
        while (end > source + 1 && d.Tokens[end - 1].Upos == Upos.Punct)
            end--;
        return (first, end);
    }

    /// <summary>At its place in the order of the text. ", which Y denied" is no part of the claim that it follows, so it is nested only where
    /// the whole sentence around it is.</summary>
    static void Insert(Document d, List<Statement> statements, Statement denial)
    {
        var at = statements.FindIndex(s => s.Hull.CompareTo(denial.Hull) > 0);
        if (at < 0)
            at = statements.Count;
        foreach (var s in statements)
            if (s.NestedIn >= at)
                s.NestedIn++;
        var isAside = d.Tokens[d.TokenAt(denial.Hull.Start)].Lower == "which";
        for (var j = at - 1; j >= 0 && !isAside && denial.NestedIn < 0; j--)
            if (statements[j].Covers(d.Tokens[denial.CueHead].Start) && statements[j].Hull.Contains(denial.Hull))
                denial.NestedIn = j;
        statements.Insert(at, denial);
    }
}
