using OnRecord.Language;
using OnRecord.Statements;
using OnRecord.Text;

namespace OnRecord.Events;

/// <summary>On whose word an act stands and how it is held: operators above the act in the parse (modals, negation, control verbs,
/// nouns such as "threat of", conditions), then the statement in whose content the act stands, else the outlet.</summary>
internal sealed class ViewFinder(ActLexicon lexicon)
{
    const int HighestOperator = 8;

    /// <summary>The first view of an act and when the text places it.</summary>
    internal (View View, EventWhen When) Find(Document d, List<Statement> statements, int anchor)
    {
        var holder = Holder(d, statements, anchor);
        var scope = holder >= 0 ? statements[holder] : null;
        var view = new View(holder, Stance.Asserted, false, Certainty.Certain);
        var when = Tense(d, Predicate(d, anchor));
        view = Local(d, anchor, view, ref when);
        view = Above(d, anchor, scope, view, ref when);
        if (scope is not null)
            view = Held(d, scope, anchor, view, ref when);
        return (view, when);
    }

    /// <summary>The innermost statement whose content holds the act; -1 when the outlet tells it itself.</summary>
    internal static int Holder(Document d, List<Statement> statements, int anchor)
    {
        var best = -1;
        var offset = d.Tokens[anchor].Start;
        for (var i = 0; i < statements.Count; i++)
        {
            var s = statements[i];
            if (s.Hull.Start > offset)
                break;
            // "is expected to" without a source is the outlet's own expectation
            if (
                s.CueHead != anchor
                && !(s.Frame == Frame.Passive && s.SourceHead < 0)
                && s.Covers(offset)
                && (best < 0 || statements[best].Hull.Contains(s.Hull))
            )
                best = i;
        }
        return best;
    }

    /// <summary>The verb that carries the act's tense: itself, or for a noun the verb that governs it.</summary>
    static int Predicate(Document d, int anchor)
    {
        for (int t = anchor, step = 0; t >= 0 && step < 4; t = d.Tokens[t].Head, step++)
            if (d.Tokens[t].Upos is Upos.Verb or Upos.Aux || d.Child(t, Deprel.Cop) >= 0)
                return t;
        return anchor;
    }

    static EventWhen Tense(Document d, int verb)
    {
        var progressive = d.Tokens[verb].Xpos == "VBG";
        foreach (var c in d.Children(verb))
            if (d.Tokens[c].Deprel is Deprel.Aux or Deprel.AuxPass or Deprel.Cop)
                switch (d.Tokens[c].Lower)
                {
                    case "will" or "'ll" or "’ll" or "wo" or "shall":
                        return EventWhen.Future;
                    case "is" or "are" or "'s" or "'re" or "am" when progressive:
                        return EventWhen.Ongoing;
                    case "has" or "have" or "had" or "was" or "were" or "did" or "been":
                        return EventWhen.Past;
                }
        return d.Tokens[verb].Xpos is "VBZ" or "VBP" && d.Sentences[d.Tokens[verb].Sentence].Zone != Zone.Headline
            ? EventWhen.Ongoing
            : EventWhen.Past;
    }

    /// <summary>Negation, modals and conditions on the act's own clause.</summary>
    View Local(Document d, int anchor, View view, ref EventWhen when)
    {
        if (d.Negation(anchor) is >= 0 and var no)
            view = view with { Negative = !view.Negative, Span = d.Tokens[no].Span, Why = "negation@" + d.Tokens[no].Start };
        var modal = d.Modal(anchor);
        if (modal >= 0 && lexicon.Operator(d.Tokens[modal].Lower, 'm') is { } row)
            view = Apply(d, row, modal, view, ref when);
        if (IsConditionMark(d.MarkOf(anchor)))
            return Conditional(d, view, d.Subtree(anchor), ref when);
        if (d.Tokens[anchor].Upos == Upos.Verb && (modal >= 0 || d.IsInfinitive(anchor) || when == EventWhen.Future))
            foreach (var c in d.Children(anchor))
                if (d.Tokens[c].Deprel == Deprel.Advcl && IsConditionMark(d.MarkOf(c)))
                    return Conditional(d, view, d.Subtree(c), ref when);
        if (
            d.Tokens[anchor].Upos == Upos.Verb
            && (modal >= 0 || when == EventWhen.Future)
            && ShortCondition(d, anchor) is { End: > 0 } condition
        )
            return Conditional(d, view, condition, ref when);
        return view;
    }

    /// <summary>"if necessary", "if asked": a condition without a subject, wherever the parser has hung it.</summary>
    static (int First, int End) ShortCondition(Document d, int anchor)
    {
        var end = d.Sentences[d.Tokens[anchor].Sentence].End;
        for (var i = anchor + 1; i + 1 < end; i++)
            if (d.Tokens[i].Lower == "if" && (d.Tokens[i + 1].Upos == Upos.Adj || d.Tokens[i + 1].Xpos == "VBN"))
                return (i, i + 2);
            else if (d.Tokens[i].Upos == Upos.Verb && d.OwnSubject(i) >= 0)
                break;
        return default;
    }

    static bool IsConditionMark(string mark) => mark is "if" or "unless" or "should" or "provided";

    static View Conditional(Document d, View view, (int First, int End) clause, ref EventWhen when)
    {
        when = EventWhen.Future;
        return view with
        {
            Stance = Stance.Conditional,
            Certainty = Certainty.Possible,
            Span = d.Tokens[clause.First].Span,
            Condition = d.SpanOf(clause.First, clause.End),
            Why = "condition@" + d.Tokens[clause.First].Start,
        };
    }

    static View Apply(Document d, OperatorRow row, int at, View view, ref EventWhen when)
    {
        if (row.Stance != Stance.Asserted && view.Stance == Stance.Asserted)
        {
            view = view with
            {
                Stance = row.Stance,
                Certainty = row.Certainty,
                Span = d.Tokens[at].Span,
                Why = row.Id + "@" + d.Tokens[at].Start,
            };
            when = EventWhen.Future;
        }
        if (row.Negative)
            view = view with
            {
                Negative = !view.Negative,
                Refused = d.Tokens[at].Lemma is "refuse" or "decline",
                Span = d.Tokens[at].Span,
                Why = row.Id + "@" + d.Tokens[at].Start,
            };
        return view;
    }

    /// <summary>Words above the act, up to the cue of the statement that holds it.</summary>
    View Above(Document d, int anchor, Statement? scope, View view, ref EventWhen when)
    {
        for (int t = anchor, step = 0; step < HighestOperator; step++)
        {
            var head = d.Tokens[t].Head;
            if (head < 0)
                break;
            if (scope is not null && (head == scope.CueHead || !scope.Covers(d.Tokens[head].Start)))
                break;
            var link = d.Tokens[t].Deprel;
            var infinitive = d.IsInfinitive(t);
            // "to support its allies": a purpose is not said to have been reached
            if (link is Deprel.Advcl && infinitive && view.Stance == Stance.Asserted)
            {
                view = view with { Stance = Stance.Expected, Certainty = Certainty.Possible, Why = "purpose@" + d.Tokens[t].Start };
                when = EventWhen.Future;
            }
            if (link is Deprel.Advcl && IsConditionMark(d.MarkOf(t)))
                return Conditional(d, view, d.Subtree(t), ref when);
            if (
                Governs(d, link, t)
                && Operator(d, head) is { } row
                && (link != Deprel.Ccomp || row.Stance != Stance.Demanded || d.Tokens[t].Xpos == "VB")
            )
                view = Apply(d, row, head, view, ref when);
            if (
                link is Deprel.Xcomp or Deprel.Ccomp or Deprel.Obj or Deprel.Nsubj or Deprel.NsubjPass or Deprel.Obl or Deprel.Conj
                && view.Stance == Stance.Asserted
            )
            {
                if (
                    d.Modal(head) is >= 0 and var modal
                    && lexicon.Operator(d.Tokens[modal].Lower, 'm') is { } modalRow
                    && IsTransparent(d, head, link)
                )
                    view = Apply(d, modalRow, modal, view, ref when);
            }
            // "is not considering asking": not asked, whatever is considered
            if (
                link is Deprel.Xcomp or Deprel.Obj or Deprel.Nsubj or Deprel.NsubjPass
                && d.Negation(head) is >= 0 and var no
                && IsTransparent(d, head, link)
            )
                view = view with { Negative = !view.Negative, Span = d.Tokens[no].Span, Why = "negation@" + d.Tokens[no].Start };
            if (link is Deprel.Advcl or Deprel.Parataxis or Deprel.AclRelcl)
                break; // what stands above another clause does not bear on this one
            t = head;
        }
        return view;
    }

    /// <summary>Whether the head's tense and negation are the act's own: "held talks", "is willing to visit", not "said that".</summary>
    static bool IsTransparent(Document d, int head, Deprel link) =>
        link is Deprel.Xcomp or Deprel.Conj
        || (link is Deprel.Obj or Deprel.Nsubj or Deprel.NsubjPass && d.Tokens[head].Upos is Upos.Verb or Upos.Aux or Upos.Adj);

    static bool Governs(Document d, Deprel link, int t) =>
        link is Deprel.Xcomp or Deprel.Ccomp or Deprel.Acl or Deprel.Obj or Deprel.NsubjPass
        || (link is Deprel.Nmod or Deprel.Obl && d.CaseOf(t) is "of" or "for" or "about")
        || (link is Deprel.Advcl && d.IsInfinitive(t));

    OperatorRow? Operator(Document d, int head) =>
        d.Tokens[head].Upos switch
        {
            Upos.Verb => lexicon.Operator(d.Tokens[head].Lemma, 'v'),
            Upos.Noun => lexicon.Operator(d.Tokens[head].Lemma, 'n'),
            Upos.Adj => lexicon.Operator(d.Tokens[head].Lemma, 'a'),
            _ => null,
        };

    /// <summary>What the statement that holds the act makes of it.</summary>
    View Held(Document d, Statement s, int anchor, View view, ref EventWhen when)
    {
        var cue = s.CueHead >= 0 ? d.Tokens[s.CueHead].Span : default;
        switch (s.Act)
        {
            case CueAct.Deny when s.Mode is StatementMode.Speech:
                return view with { Stance = Stance.Denied, Negative = true, Certainty = Certainty.Certain, Span = cue, Why = "held:deny" };
            case CueAct.Deny when s.Mode is StatementMode.Intention:
                return view with { Negative = !view.Negative, Refused = true, Span = cue, Why = "held:refuse" };
            case CueAct.Doubt:
                return view with
                {
                    Certainty = Certainty.Possible,
                    Stance = view.Stance == Stance.Asserted ? Stance.Expected : view.Stance,
                    Span = cue,
                    Why = "held:doubt",
                };
        }
        if (view.Stance != Stance.Asserted)
            return view;
        var row =
            s.CueHead >= 0 && s.Frame is Frame.Infinitive or Frame.Object or Frame.Oblique or Frame.Noun or Frame.Passive or Frame.Adjective
                ? Operator(d, s.CueHead)
                : null;
        if (row is { Negative: false } && row.Stance != Stance.Asserted)
        {
            when = EventWhen.Future;
            return view with { Stance = row.Stance, Certainty = row.Certainty, Span = cue, Why = row.Id };
        }
        var demanded =
            s.Act == CueAct.Demand
            && s.Mode is not StatementMode.Ruling
            && d.Tokens[anchor].Xpos is "VB" or "NN"
            && s.Frame is not Frame.Quote;
        if (demanded)
        {
            when = EventWhen.Future;
            return view with { Stance = Stance.Demanded, Certainty = Certainty.Possible, Span = cue, Why = "held:demand" };
        }
        if (s.Commitment == Commitment.Distancing)
            return view with { Certainty = Certainty.Probable, Span = cue };
        return view;
    }
}
