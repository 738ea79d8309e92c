using OnRecord.Language;

namespace OnRecord.Events;

/// <summary>An act found in the parse, with the head tokens of who takes part.</summary>
/// <param name="Anchor">The token that names it.</param>
/// <param name="Row">The row of the lexicon that matched.</param>
/// <param name="Actors">Head tokens of those who do it.</param>
/// <param name="Recipients">Head tokens of those it is done to.</param>
/// <param name="Object">The thing it is done with, or -1.</param>
internal readonly record struct Act(int Anchor, ActRow Row, List<int> Actors, List<int> Recipients, int Object);

/// <summary>Finds acts: verbs with their subjects and objects, active and passive, and nouns with their possessors and prepositions.
/// Who does what to whom is tied by grammar alone.</summary>
internal sealed class ActFinder(ActLexicon lexicon)
{
    /// <summary>Prepositions that lead to the one an act is done to, in the order of preference.</summary>
    static readonly string[] Toward =
    [
        "to",
        "against",
        "with",
        "on",
        "upon",
        "at",
        "toward",
        "towards",
        "for",
        "of",
        "from",
        "into",
        "over",
        "near",
        "between",
    ];

    /// <summary>All acts in the order of the text.</summary>
    internal IEnumerable<Act> Find(Participants who)
    {
        var d = who.Document;
        for (var i = 0; i < d.Tokens.Length; i++)
        {
            Act? act = d.Tokens[i].Upos switch
            {
                Upos.Verb => lexicon.Verb(d.Tokens[i].Lemma) is { } rows ? Verb(who, i, rows) : null,
                Upos.Noun => lexicon.Noun(d.Tokens[i].Lemma) is { } rows ? Noun(who, i, rows) : null,
                _ => null,
            };
            if (act is { } found)
                yield return found;
        }
    }

    Act? Verb(Participants who, int v, List<ActRow> rows)
    {
        var d = who.Document;
        var passive = d.IsPassive(v);
        var obj = passive ? d.Child(v, Deprel.NsubjPass) : d.Child(v, Deprel.Obj);
        if (passive && obj < 0 && d.Tokens[v].Deprel == Deprel.Acl)
            obj = d.Tokens[v].Head; // "troops deployed by Russia"
        // "a report that X had threatened to V": no relative pronoun, for the verb has its clause
        if (obj >= 0 && d.Tokens[obj].Lower == "that" && d.Child(v, Deprel.Xcomp, Deprel.Ccomp) >= 0)
            obj = -1;
        foreach (var row in rows)
        {
            if (!Matches(d, v, obj, row))
                continue;
            var actors = new List<int>(2);
            var recipients = new List<int>(2);
            who.Collect(passive ? d.Agent(v) : d.Subject(v), actors, true);
            if (!row.GoalIsRecipient)
            {
                var iobj = d.Child(v, Deprel.Iobj);
                who.Collect(iobj, recipients, false);
                var named = obj >= 0 && row.Pattern is not ("obj" or "xcomp");
                if (recipients.Count == 0 && named)
                    who.Collect(obj, recipients, row.Type != EventType.Consult); // "met a Vietnam veteran": not the country
            }
            if (recipients.Count == 0)
                Prepositional(who, v, recipients, row);
            // "rejected the Russian proposals", "imposed sanctions on Iran"
            if (
                recipients.Count == 0
                && obj >= 0
                && row.Pattern is "obj" or "prt"
                && row.Type is not EventType.Mobilize
                && row.Mode is not "withdraw"
            )
                Inside(who, obj, recipients);
            else if (recipients.Count == 0 && obj >= 0)
                Prepositional(who, obj, recipients, row);
            if (row.Swap)
                (actors, recipients) = (recipients, actors);
            if (Accept(who, row, actors, recipients, passive))
                return new(v, row, actors, recipients, obj);
        }
        return null;
    }

    /// <summary>A phrase after the verb or noun that names the other side.</summary>
    static void Prepositional(Participants who, int head, List<int> recipients, ActRow row)
    {
        var d = who.Document;
        var best = Toward.Length;
        var at = -1;
        foreach (var c in d.Children(head))
        {
            if (c < head && d.Tokens[head].Upos == Upos.Noun || d.Tokens[c].Deprel is not (Deprel.Obl or Deprel.Nmod or Deprel.Advcl))
                continue;
            var rank = Array.IndexOf(Toward, d.CaseOf(c));
            if (
                rank < 0
                || rank >= best
                || (d.CaseOf(c) is "to" or "at" or "over" or "near" or "from" && !row.GoalIsRecipient && !NamesSide(who, c, row))
            )
                continue;
            var trial = new List<int>(1);
            who.Collect(c, trial, true);
            if (trial.Count > 0)
                (best, at) = (rank, c);
        }
        if (at >= 0)
            who.Collect(at, recipients, true);
    }

    /// <summary>A move "to Eastern Europe" names a place; arms "to Ukraine" name who gets them.</summary>
    static bool NamesSide(Participants who, int noun, ActRow row) =>
        who.ActorAt(noun) >= 0 && (row.Type is not EventType.Retreat || who.Document.CaseOf(noun) is not "to")
        || who.Document.CaseOf(noun) is "to";

    /// <summary>Who stands inside the object: "sanctions on Iran", "the Russian proposals", "Iran's assets".</summary>
    static void Inside(Participants who, int obj, List<int> recipients)
    {
        var d = who.Document;
        foreach (var c in d.Children(obj))
            if (
                d.Tokens[c].Deprel == Deprel.Nmod
                && d.CaseOf(c) is "on" or "against" or "with" or "to" or "for" or "from" or "by" or "of" or "between"
            )
                who.Collect(c, recipients, true);
        if (recipients.Count == 0)
            who.Collect(obj, recipients, true);
    }

    Act? Noun(Participants who, int n, List<ActRow> rows)
    {
        var d = who.Document;
        // a noun that only modifies another ("attack helicopters", "talks venue") names no act
        if (d.Tokens[n].Deprel is Deprel.Compound or Deprel.Amod)
            return null;
        foreach (var row in rows)
        {
            if (!Matches(d, n, -1, row))
                continue;
            var actors = new List<int>(2);
            var recipients = new List<int>(2);
            foreach (var c in d.Children(n))
                switch (d.Tokens[c].Deprel)
                {
                    case Deprel.NmodPoss:
                    case Deprel.Amod or Deprel.Compound when c < n:
                        who.Collect(c, actors, false);
                        break;
                    case Deprel.Nmod or Deprel.Obl or Deprel.OblAgent when c > n:
                        Phrase(who, c, row, actors, recipients);
                        break;
                }
            // "held talks with X", "launched an attack on X": the light verb's subject does it
            if (actors.Count == 0 && d.Tokens[n].Deprel is Deprel.Obj && d.Tokens[n].Head is >= 0 and var verb)
            {
                if (
                    lexicon.Verb(d.Tokens[verb].Lemma) is { } taken
                    && taken.Exists(r => r.Pattern == "obj" && r.Arguments.Any(a => lexicon.IsOf(a, d.Tokens[n].Lemma)))
                )
                    return null; // the verb's own row has it
                who.Collect(d.Subject(verb), actors, true);
                if (recipients.Count == 0)
                    Prepositional(who, verb, recipients, row);
            }
            if (Accept(who, row, actors, recipients, false))
                return new(n, row, actors, recipients, -1);
        }
        return null;
    }

    /// <summary>"of" names who does it for moves and who suffers it for attacks; "by" who does it; "between" both sides.</summary>
    static void Phrase(Participants who, int c, ActRow row, List<int> actors, List<int> recipients)
    {
        switch (who.Document.CaseOf(c))
        {
            case "by":
            case "between" or "among":
                who.Collect(c, actors, true);
                break;
            case "of":
                who.Collect(
                    c,
                    row.Type is EventType.Mobilize or EventType.Retreat && row.Mode is not "release" || row.Type is EventType.Protest
                        ? actors
                        : recipients,
                    true
                );
                break;
            case "from" when row.Type is EventType.Request or EventType.Support or EventType.Accuse:
                who.Collect(c, actors, true);
                break;
            case "in" or "at" when row.GoalIsRecipient:
                who.Collect(c, recipients, false);
                break;
            case "on" or "against" or "with" or "to" or "for" or "into" or "near" or "over" or "upon" or "from" or "toward" or "towards":
                who.Collect(c, recipients, true);
                break;
        }
        // "a build-up of troops near the border of X": the phrase may hang on what is moved
        if (row.Type == EventType.Mobilize && recipients.Count == 0)
            foreach (var g in who.Document.Children(c))
                if (
                    g > c
                    && who.Document.Tokens[g].Deprel == Deprel.Nmod
                    && who.Document.CaseOf(g) is "near" or "against" or "toward" or "towards"
                )
                    who.Collect(g, recipients, true);
    }

    bool Matches(Document d, int word, int obj, ActRow row)
    {
        switch (row.Pattern)
        {
            case "-":
                return true;
            case "intr":
                return obj < 0 && d.Child(word, Deprel.Xcomp, Deprel.Ccomp) < 0;
            case "obj":
                return obj >= 0 && HasClass(d, obj, row.Arguments);
            case "xcomp":
                return d.Child(word, Deprel.Xcomp) is >= 0 and var x && d.IsInfinitive(x);
            case "ccomp":
                return d.Child(word, Deprel.Ccomp) >= 0;
            case "consequence":
                return d.Child(word, Deprel.Ccomp, Deprel.Obl) is >= 0 and var clause && SpeaksOfConsequence(d, clause);
            case "of":
                foreach (var c in d.Children(word))
                    if (
                        (d.Tokens[c].Deprel == Deprel.Nmod && d.CaseOf(c) == "of" || d.Tokens[c].Deprel is Deprel.Compound)
                        && HasClass(d, c, row.Arguments)
                    )
                        return true;
                return false;
            case "case":
            case "prep":
                foreach (var c in d.Children(word))
                    if (d.Tokens[c].Deprel is Deprel.Obl or Deprel.Nmod or Deprel.OblAgent && row.Arguments.Contains(d.CaseOf(c)))
                        return true;
                    // "asked Moscow for help": the preposition may hang on the noun that follows
                    else if (d.Tokens[c].Deprel is Deprel.CompoundPrt or Deprel.Advmod && row.Arguments.Contains(d.Tokens[c].Lower))
                        return true;
                // possessors and demonyms name the side as well: "Russia's attack"
                foreach (var c in d.Children(word))
                    if (row.Pattern == "prep" && d.Tokens[word].Upos == Upos.Noun && d.Tokens[c].Deprel is Deprel.NmodPoss)
                        return row.Type is EventType.Assault or EventType.Consult or EventType.Retreat;
                return false;
            case "prt":
                foreach (var c in d.Children(word))
                    if (d.Tokens[c].Deprel is Deprel.CompoundPrt or Deprel.Advmod && c > word && row.Arguments.Contains(d.Tokens[c].Lower))
                        return true;
                return false;
            case "mod":
                foreach (var c in d.Children(word))
                    if (c < word && row.Arguments.Contains(d.Tokens[c].Lower))
                        return true;
                return false;
            default:
                return false;
        }
    }

    /// <summary>The noun, one of its conjuncts, or the noun after "of" in a quantity ("thousands of troops") is of a class.</summary>
    bool HasClass(Document d, int noun, string[] classes)
    {
        if (Array.Exists(classes, k => lexicon.IsOf(k, d.Tokens[noun])))
            return true;
        foreach (var c in d.Children(noun))
            if (
                (
                    d.Tokens[c].Deprel == Deprel.Conj
                    || d.Tokens[c].Deprel == Deprel.Nmod && d.CaseOf(c) == "of" && IsQuantity(d.Tokens[noun].Lemma)
                ) && Array.Exists(classes, k => lexicon.IsOf(k, d.Tokens[c]))
            )
                return true;
        return false;
    }

    static bool IsQuantity(string lemma) =>
        lemma
            is "thousand"
                or "hundred"
                or "dozen"
                or "ten"
                or "million"
                or "number"
                or "quantity"
                or "amount"
                or "lot"
                or "range"
                or "package"
                or "group"
                or "batch"
                or "shipment"
                or "delivery"
                or "pair"
                or "series"
                or "round"
                or "set"
                or "kind"
                or "type"
                or "load"
                or "majority"
                or "wave";

    bool SpeaksOfConsequence(Document d, int clause)
    {
        var (first, end) = d.Subtree(clause);
        for (var i = first; i < end; i++)
            if (lexicon.IsOf("consequence", d.Tokens[i].Lemma) && d.Tokens[i].Upos is Upos.Noun or Upos.Verb)
                return true;
        return false;
    }

    /// <summary>Somebody who matters to politics must do it (or suffer it, in a passive); nobody does it to himself.</summary>
    static bool Accept(Participants who, ActRow row, List<int> actors, List<int> recipients, bool passive)
    {
        recipients.RemoveAll(r => actors.Exists(a => who.IsSame(a, r)));
        if (row.Type == EventType.Protest && actors.Exists(a => who.Actor(a).Sectors.Contains("MIL")))
            return false; // an army that marches does not protest
        if (row.Type == EventType.Protest && actors.Count > 0 && who.IsPolitical(recipients))
            return true; // whoever protests against a government takes part in politics
        if (row.BothPolitical && row.Reciprocal && recipients.Count == 0 && Several(who, actors))
            return who.IsPolitical(actors);
        if (actors.Count == 0)
            return row.MayLackActor && passive && recipients.Count > 0 && who.IsPolitical(recipients);
        if (row.BothPolitical)
            return recipients.Count > 0 && who.IsPolitical(actors) && who.IsPolitical(recipients);
        return who.IsPolitical(actors);
    }

    static bool Several(Participants who, List<int> actors) =>
        actors.Count > 1 && !who.IsSame(actors[0], actors[^1])
        || actors.Count == 1 && who.Document.Tokens[actors[0]].Xpos is "NNS" or "NNPS";
}
