using OnRecord.Language;
using OnRecord.Text;

namespace OnRecord.Statements;

internal sealed partial class CandidateFinder
{
    /// <summary>"Western claims of a threat", "the minister's promise to leave", "expressed concern about".</summary>
    void Noun(Scan scan, int n)
    {
        var d = scan.D;
        var light = LightVerb(d, n);
        var owned = d.Child(n, Deprel.NmodPoss) >= 0; // "her passion for flying"
        if ((cues.Noun(d.Tokens[n].Lemma) ?? (light >= 0 || owned ? CueLexicon.Unlisted : null)) is not { } row)
            return;
        var source = NounSource(d, n, out var verb);
        var cue = verb >= 0 && n - verb < 8 && verb < n ? (verb, n + 1) : (n, n + 1);
        var far = source < 0 ? FarSource(d, n) : -1;
        foreach (var c in d.Children(n))
        {
            if (c < n)
                continue;
            ref readonly var child = ref d.Tokens[c];
            switch (child.Deprel)
            {
                case Deprel.Acl
                or Deprel.Ccomp
                or Deprel.AclRelcl
                or Deprel.Advcl when child.Deprel != Deprel.AclRelcl || d.MarkOf(c) == "that":
                    if (child.Xpos is "VBN")
                        continue;
                    AddNoun(c);
                    break;
                case Deprel.Nmod
                    when d.CaseOf(c) is "of" or "for" or "about" or "over" or "on" or "against" or "to" or "in" or "with" or "from" or "at":
                    if (c == source)
                        continue;
                    AddNoun(c);
                    break;
            }
        }
        // "makes the case that S", "took aim at N": where the parser hung it on the verb
        if (light >= 0)
            foreach (var c in d.Children(light))
                if (
                    c > n
                    && (
                        d.Tokens[c].Deprel is Deprel.Ccomp or Deprel.Xcomp
                        || d.Tokens[c].Deprel is Deprel.Obl && IsTopicCase(d.CaseOf(c))
                        || d.Tokens[c].Deprel is Deprel.Advcl && (d.MarkOf(c) == "that" || IsTopicCase(d.MarkOf(c)))
                    )
                )
                    AddNoun(c);
        // "claims that S", where the parser hung the clause elsewhere
        if (
            n + 1 < d.Tokens.Length
            && d.Tokens[n + 1] is { Lower: "that", Deprel: Deprel.Mark } that
            && that.Head > n + 1
            && d.Tokens[that.Head].Head != n
        )
            AddNoun(that.Head);
        // "His message: S" and "the plan is to V"
        if (
            d.Tokens[n].Deprel is Deprel.Nsubj
            && d.Tokens[n].Head is >= 0 and var predicate
            && d.Child(predicate, Deprel.Cop) is >= 0 and var cop
            && predicate > n
        )
            scan.Add(Frame.Noun, n, (n, n + 1), source, predicate, scan.Content(cop + 1, d.Subtree(predicate).End), row);

        void AddNoun(int c)
        {
            var (first, end) = d.Subtree(c);
            first = Math.Max(first, n + 1);
            var phrase = cue;
            if (first == n + 1 && d.Tokens[c].Deprel is Deprel.Nmod or Deprel.Obl && d.CaseToken(c) == first)
                phrase = (cue.Item1, ++first); // "criticism of"
            scan.Add(Frame.Noun, n, phrase, source, c, scan.Content(first, end), row);
            if (far >= 0)
                scan.Add(Frame.Noun, n, phrase, far, c, scan.Content(first, end), row);
        }
    }

    /// <summary>The verb whose object the noun is, where the verb says little by itself; -1 for none.</summary>
    static int LightVerb(Document d, int n)
    {
        ref readonly var t = ref d.Tokens[n];
        return t.Deprel == Deprel.Obj && t.Head >= 0 && t.Head < n && !d.IsPassive(t.Head) && IsLight(d.Tokens[t.Head].Lemma) ? t.Head : -1;
    }

    static bool IsLight(string verb) =>
        verb
            is "make"
                or "have"
                or "take"
                or "give"
                or "put"
                or "hold"
                or "draw"
                or "raise"
                or "lay"
                or "set"
                or "throw"
                or "keep"
                or "show"
                or "express"
                or "voice"
                or "issue"
                or "offer"
                or "deliver"
                or "launch"
                or "level"
                or "share"
                or "lend"
                or "file"
                or "call"
                or "start"
                or "renew"
                or "win"
                or "find"
                or "gain"
                or "come";

    /// <summary>The subject of the clause that a noun of saying stands in: "X is among the loudest when it comes to claims that".</summary>
    static int FarSource(Document d, int n)
    {
        for (int t = d.Tokens[n].Head, step = 0; t >= 0 && step < 5; t = d.Tokens[t].Head, step++)
            if (
                d.OwnSubject(t) is >= 0 and var s
                && s < n
                && d.Tokens[s].Lower is not ("it" or "there" or "which" or "that" or "what" or "this")
            )
                return s;
        return -1;
    }

    /// <summary>Whose saying it is: possessor, "by X", a demonym or name before the noun, or the subject of the verb that governs it.
    /// </summary>
    static int NounSource(Document d, int n, out int verb)
    {
        verb = -1;
        foreach (var c in d.Children(n))
            if (
                d.Tokens[c].Deprel == Deprel.NmodPoss
                || (d.Tokens[c].Deprel is Deprel.Nmod or Deprel.Obl or Deprel.OblAgent && d.CaseOf(c) is "by" or "among" or "between")
            )
                return c;
        // "claims made by Western officials"
        foreach (var c in d.Children(n))
            if (d.Tokens[c] is { Deprel: Deprel.Acl, Xpos: "VBN" } && d.Agent(c) is >= 0 and var agent)
                return agent;
        ref readonly var t = ref d.Tokens[n];
        if (t.Deprel is Deprel.Obj && t.Head >= 0 && d.Tokens[t.Head].Upos is Upos.Verb or Upos.Aux && !d.IsPassive(t.Head))
        {
            verb = t.Head;
            return d.Subject(t.Head);
        }
        foreach (var c in d.Children(n))
            if (
                c < n
                && d.Tokens[c].Deprel is Deprel.Amod or Deprel.Compound
                && char.IsUpper(d.Text[d.Tokens[c].Start])
                && d.Tokens[c].Upos is Upos.Propn or Upos.Adj
            )
                return c;
        foreach (var c in d.Children(n))
            if (d.Tokens[c].Deprel is Deprel.Nmod && d.CaseOf(c) is "from" or "of" && d.Tokens[c].Upos is Upos.Propn)
                return c;
        return -1;
    }

    /// <summary>"X is confident that S", "X is afraid of N".</summary>
    void Adjective(Scan scan, int a)
    {
        var d = scan.D;
        var row = cues.Adjective(d.Tokens[a].Lemma) ?? CueLexicon.Unlisted;
        var cop = d.Child(a, Deprel.Cop);
        var source = d.Subject(a);
        if (cop < 0 && d.Tokens[a].Deprel is Deprel.Xcomp && d.Tokens[a].Head is var h && h >= 0)
            (cop, source) = (h, d.Subject(h)); // "remained hopeful"
        if (source < 0)
            return;
        var cue = (cop >= 0 && cop < a && a - cop < 5 ? cop : a, a + 1);
        foreach (var c in d.Children(a))
            if (
                c > a
                && d.Tokens[c].Deprel is Deprel.Ccomp or Deprel.Xcomp or Deprel.Advcl or Deprel.Obl or Deprel.Acl
                && (d.Tokens[c].Deprel != Deprel.Obl || IsTopicCase(d.CaseOf(c)))
            )
            {
                var (first, end) = d.Subtree(c);
                var adjacent = first == a + 1 && d.Tokens[c].Deprel == Deprel.Obl && d.CaseToken(c) == first; // "nervous about"
                scan.Add(
                    Frame.Adjective,
                    a,
                    adjacent ? (cue.Item1, first + 1) : cue,
                    source,
                    c,
                    scan.Content(adjacent ? first + 1 : first, end),
                    row
                );
                if (d.Tokens[c].Deprel == Deprel.Xcomp && source < a)
                    scan.Add(Frame.Seeming, a, cue, -1, c, WithSubject(scan, source, c), row); // "is certain to leave"
            }
    }

    static readonly CueRow According = new("cue:according to", CueAct.Say, StatementMode.Speech, Commitment.Neutral);

    /// <summary>"S, according to X" and "According to X, S".</summary>
    static void AccordingTo(Scan scan, int a)
    {
        var d = scan.D;
        // the noun: where the parse hangs "according" as case, its head; else its own object
        var noun = d.Tokens[a].Head > a + 1 && d.Tokens[a].Deprel is Deprel.Case ? d.Tokens[a].Head : -1;
        foreach (var c in d.Children(a))
            if (noun < 0 && c > a + 1 && d.Tokens[c].Upos is Upos.Noun or Upos.Propn or Upos.Pron)
                noun = c;
        for (var i = a + 2; noun < 0 && i < d.Sentences[d.Tokens[a].Sentence].End && i < a + 8; i++)
            if (d.Tokens[i].Upos is Upos.Noun or Upos.Propn or Upos.Pron)
                noun = i;
        if (noun < 0)
            return;
        var (_, end) = d.Subtree(noun);
        end = Math.Max(end, noun + 1);
        // the clause it stands in: up to the first verb or predicate above
        var clause = d.Tokens[a].Head == noun ? d.Tokens[noun].Head : d.Tokens[a].Head;
        while (
            clause >= 0
            && d.Tokens[clause].Upos is not (Upos.Verb or Upos.Aux)
            && d.Tokens[clause].Deprel is not (Deprel.Root or Deprel.Ccomp or Deprel.Conj)
        )
            clause = d.Tokens[clause].Head;
        var s = d.Sentences[d.Tokens[a].Sentence];
        var range = clause >= 0 ? d.Subtree(clause) : (s.First, s.End);
        if (clause >= 0 && clause > a && d.Tokens[clause].Deprel is Deprel.Ccomp)
            range = (Math.Min(range.First, a), range.Item2);
        scan.Add(Frame.AccordingTo, a, (a, a + 2), noun, clause >= 0 ? clause : a, scan.Without(range, (a, end)), According);
        // the parser may have hung it too low or too high
        var whole = scan.Without((s.First, s.End), (a, end));
        if (range != (s.First, s.End))
            scan.Add(Frame.AccordingTo, a, (a, a + 2), noun, a, whole, According);
        if (whole.Count == 2)
            foreach (var part in whole)
                scan.Add(Frame.AccordingTo, a, (a, a + 2), noun, a, [part], According);
    }
}
