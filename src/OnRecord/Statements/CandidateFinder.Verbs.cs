using OnRecord.Language;
using OnRecord.Text;

namespace OnRecord.Statements;

internal sealed partial class CandidateFinder
{
    void Verb(Scan scan, int v)
    {
        var d = scan.D;
        ref readonly var t = ref d.Tokens[v];
        var listed = cues.Verb(t.Lemma);
        var row = listed ?? CueLexicon.Unlisted;
        if (d.IsPassive(v))
        {
            Passive(scan, v, listed);
            return;
        }
        var source = CoordinateCue(d, v) is >= 0 and var other ? d.Subject(other) : d.Subject(v);
        // a subject between quotation marks is part of what is said: '"Threats, ultimatums - no," Y added'
        if (
            source >= 0
            && scan.Q.OuterAt(t.Start) < 0
            && scan.Q.OuterAt(d.Tokens[source].Start) is >= 0 and var marks
            && scan.Q.Outer[marks].Inner.Of(d.Text).Contains(' ')
        )
            source = NounNextTo(scan, v, source < v, source > v);
        source = NotTheDay(d, source);
        if (source < 0 && listed is not null && t.Xpos == "VBG")
            source = FarSource(d, v); // "saying that": who the participle speaks of
        var cue = (v, v + 1);
        var particle = d.Child(v, Deprel.CompoundPrt);
        if (particle == v + 1)
            cue = (v, v + 2);

        var open = listed is null && source >= 0 && d.Tokens[source].Head == v;
        var before = scan.Found.Count;
        foreach (var c in d.Children(v))
        {
            ref readonly var child = ref d.Tokens[c];
            switch (child.Deprel)
            {
                case Deprel.Ccomp:
                    scan.Add(c < v ? Frame.Parenthetical : Frame.Clause, v, cue, source, c, Clause(scan, v, c), row);
                    if (c < v && source >= 0 && GoesOn(d, v, source) is >= 0 and var rest)
                        scan.Add(Frame.Parenthetical, v, cue, source, c, [.. Clause(scan, v, c), .. Clause(scan, v, rest)], row);
                    break;
                case Deprel.Parataxis when c > v && source >= 0 && OpensSpeech(d, c):
                    scan.Add(Frame.Clause, v, cue, source, c, Clause(scan, v, c), row);
                    break;
                case Deprel.Xcomp when (listed is not null || open) && c > v:
                    scan.Add(Frame.Infinitive, v, cue, source, c, Clause(scan, v, c), row);
                    if (IsSeeming(t.Lemma) && source >= 0 && source < v)
                        scan.Add(Frame.Seeming, v, cue, -1, c, WithSubject(scan, source, c), row);
                    break;
                case Deprel.Obj or Deprel.Iobj when listed is not null && c > v && ToldThat(d, t.Lemma, c) is >= 0 and var told:
                    scan.Add(Frame.Clause, v, cue, source, told, scan.Content(d.Subtree(told).First, d.Subtree(told).End), row);
                    break;
                case Deprel.Obj when (listed is not null || open) && source >= 0 && c != source:
                    var end = d.Subtree(c).End;
                    var complement = ObjectComplement(d, v, c);
                    scan.Add(
                        Frame.Object,
                        v,
                        cue,
                        source,
                        c,
                        scan.Content(d.Subtree(c).First, complement >= 0 ? d.Subtree(complement).End : end),
                        row
                    );
                    if (Ground(d, v, c) is >= 0 and var ground)
                        scan.Add(Frame.Object, v, cue, source, c, scan.Content(d.Subtree(c).First, d.Subtree(ground).End), row);
                    break;
                case Deprel.Obl when (listed is not null || open) && c > v && IsTopicCase(d.CaseOf(c)):
                case Deprel.Advcl when listed is not null && c > v && child.Xpos == "VBG" && IsTopicCase(d.MarkOf(c)):
                    var (first, last) = d.Subtree(c);
                    var adjacent = first == cue.Item2 && d.CaseToken(c) == first;
                    scan.Add(
                        Frame.Oblique,
                        v,
                        adjacent ? (v, first + 1) : cue,
                        source,
                        c,
                        scan.Content(adjacent ? first + 1 : first, last),
                        row
                    );
                    break;
            }
        }

        if (t.Deprel is Deprel.Parataxis or Deprel.Discourse && t.Head >= 0 && source >= 0 && d.Subtree(v).End - d.Subtree(v).First < 40)
            scan.Add(Frame.Parenthetical, v, cue, source, t.Head, scan.Without(d.Subtree(t.Head), d.Subtree(v)), row);
        else if (listed is { Mode: StatementMode.Speech } && source >= 0)
            SetOff(scan, v, cue, source, row);
        if (scan.Q.OuterAt(t.Start) < 0)
            NextToQuotation(scan, v, cue, source, row);
        if (listed is not null && t.Deprel == Deprel.AclRelcl && source >= 0 && d.Child(v, Deprel.Obj) < 0)
            Relative(scan, v, cue, source, row);
        if (listed is { Mode: StatementMode.Speech } && source >= 0 && scan.Found.Count == before)
            RestOfSentence(scan, v, cue, source, row);
    }

    /// <summary>"the plan that the minister rejected", "a contest she never foresaw": the noun that the clause modifies.</summary>
    static void Relative(Scan scan, int v, (int, int) cue, int source, CueRow row)
    {
        var d = scan.D;
        var noun = d.Tokens[v].Head;
        if (noun < 0 || noun > v)
            return;
        var first = d.Subtree(noun).First;
        var end = Math.Min(d.Subtree(v).First, Math.Max(noun + 1, v));
        while (end > noun + 1 && IsRelative(d.Tokens[end - 1].Lower))
            end--;
        scan.Add(Frame.Object, v, cue, source, noun, scan.Content(first, end), row);
    }

    /// <summary>A verb of saying to which the parser gave a speaker and no words: what stands before its clause, or all after it.</summary>
    static void RestOfSentence(Scan scan, int v, (int, int End) cue, int source, CueRow row)
    {
        var d = scan.D;
        var s = d.Sentences[d.Tokens[v].Sentence];
        if (source < s.First || source >= s.End || d.Tokens[v].Xpos is not ("VBD" or "VBZ" or "VBP"))
            return;
        var first = Math.Min(v, d.Subtree(source).First);
        if (first > s.First + 1)
            scan.Add(Frame.Parenthetical, v, cue, source, -1, scan.Content(s.First, first), row);
        var after = cue.End < s.End && d.Tokens[cue.End].Lower == "," ? cue.End + 1 : cue.End;
        if (after < s.End - 1 && source < v && d.Tokens[after].Upos is not (Upos.Cconj or Upos.Sconj))
            scan.Add(Frame.Clause, v, cue, source, -1, scan.Content(cue.End, s.End), row);
    }

    /// <summary>"S, the mayor said, unless S": the clause behind the speaker that a comma sets off; -1 without.</summary>
    static int GoesOn(Document d, int verb, int source)
    {
        foreach (var c in d.Children(verb))
            if (c > Math.Max(verb, source) && d.Tokens[c].Deprel is Deprel.Ccomp or Deprel.Advcl or Deprel.Conj)
            {
                var first = d.Subtree(c).First;
                return d.Tokens[first].Lower == "," || first > 0 && d.Tokens[first - 1].Lower == "," ? c : -1;
            }
        return -1;
    }

    /// <summary>"On Friday, Ada Brook said": where the parser took the day for the subject and the speaker for its twin, the speaker.</summary>
    static int NotTheDay(Document d, int source)
    {
        if (source < 0 || !IsDay(d.Tokens[source].Lower))
            return source;
        foreach (var c in d.Children(source))
            if (
                c > source
                && d.Tokens[c].Deprel is Deprel.Conj or Deprel.Appos or Deprel.Nmod
                && d.Tokens[c].Upos is Upos.Propn or Upos.Noun or Upos.Pron
                && d.Child(c, Deprel.Cc) < 0
            )
                return c;
        return source;
    }

    static bool IsDay(string word) =>
        word
            is "monday"
                or "tuesday"
                or "wednesday"
                or "thursday"
                or "friday"
                or "saturday"
                or "sunday"
                or "today"
                or "yesterday"
                or "tonight";

    /// <summary>Verbs whose subject belongs to what seems: nobody is named to whom it does.</summary>
    static bool IsSeeming(string lemma) => lemma is "seem" or "appear" or "look" or "sound" or "feel" or "tend" or "prove";

    static List<Span> WithSubject(Scan scan, int subject, int complement)
    {
        var content = scan.Content(scan.D.Subtree(subject).First, scan.D.Subtree(subject).End);
        content.AddRange(scan.Content(scan.D.Subtree(complement).First, scan.D.Subtree(complement).End));
        return content;
    }

    /// <summary>"told the agency that S": the clause, where the parser hung it on the one who was told; else -1.</summary>
    static int ToldThat(Document d, string lemma, int hearer)
    {
        if (lemma is not ("tell" or "inform" or "assure" or "warn" or "remind" or "notify" or "convince" or "promise" or "advise"))
            return -1;
        foreach (var c in d.Children(hearer))
            if (c > hearer && d.Tokens[c].Deprel is Deprel.AclRelcl or Deprel.Acl && d.Tokens[d.Subtree(c).First].Lower == "that")
                return c;
        return -1;
    }

    /// <summary>The clause under a verb. A clause before its verb ("S, he said") and one after are one run of tokens each; a verb inside
    /// its clause cuts it in two. Coordination that the parser hung too low or too high is set right by the form of the verbs.</summary>
    List<Span> Clause(Scan scan, int verb, int clause)
    {
        var d = scan.D;
        var (first, end) = d.Subtree(clause);
        if (verb >= first && verb < end)
            return scan.Without((first, end), d.Subtree(verb));
        if (clause > verb)
        {
            // "warned that X would face A and be forced to B": a bare infinitive can't go on from "warned"
            foreach (var c in d.Children(verb))
                if (c > clause && d.Tokens[c].Deprel == Deprel.Conj && IsBare(d, c))
                    end = Math.Max(end, d.Subtree(c).End);
            // "noted that X was slow and reiterated B": the second is said by the one who noted
            foreach (var c in d.Children(clause))
                if (c > clause && CoordinateCue(d, c) == verb)
                    end = Math.Min(end, d.Subtree(c).First);
        }
        if (end > first && d.Tokens[end - 1].Upos == Upos.Cconj)
            end--;
        return scan.Content(first, end);
    }

    static bool IsBare(Document d, int verb)
    {
        var form = d.Tokens[verb].Xpos == "VB";
        foreach (var c in d.Children(verb))
            if (d.Tokens[c].Deprel is Deprel.Nsubj or Deprel.NsubjPass or Deprel.Mark)
                return false;
            else if (d.Tokens[c].Deprel is Deprel.Aux or Deprel.AuxPass or Deprel.Cop)
                form = d.Tokens[c].Xpos == "VB";
        return form;
    }

    /// <summary>A verb of saying without a subject, coordinated with the content of another in the same tense, whose speaker it shares;
    /// -1 when it is not one.</summary>
    int CoordinateCue(Document d, int v)
    {
        ref readonly var t = ref d.Tokens[v];
        if (
            t.Deprel != Deprel.Conj
            || t.Upos != Upos.Verb
            || t.Xpos is not ("VBD" or "VBZ")
            || d.OwnSubject(v) >= 0
            || cues.Verb(t.Lemma) is not { Mode: StatementMode.Speech }
        )
            return -1;
        var clause = t.Head;
        if (
            clause < 0
            || d.Tokens[clause].Deprel != Deprel.Ccomp
            || d.Tokens[clause].Head is not (>= 0 and var first)
            || d.Tokens[first].Xpos != t.Xpos
        )
            return -1;
        var subject = d.OwnSubject(clause);
        return subject >= 0 && d.Tokens[subject].Upos is Upos.Noun && cues.Verb(d.Tokens[first].Lemma) is not null ? first : -1;
    }

    /// <summary>"said: S" and "said, "S"": loose clauses after a colon or an opening mark.</summary>
    static bool OpensSpeech(Document d, int clause)
    {
        var first = d.Subtree(clause).First;
        return first > 0 && d.Tokens[first - 1].Lower is ":" or "," or "\"" or "“" or "''" or "``" or "‘" or "'"
            || d.Tokens[first].Lower is "\"" or "“" or "''" or "``" or "‘";
    }

    /// <summary>"called the vote a sham", "described it as unfair", "accused him of lying": what is said of the object.</summary>
    static int ObjectComplement(Document d, int verb, int obj)
    {
        foreach (var c in d.Children(verb))
            if (
                c > obj
                && (
                    d.Tokens[c].Deprel == Deprel.Xcomp && d.Tokens[c].Upos != Upos.Verb
                    || d.Tokens[c].Deprel is Deprel.Obl or Deprel.Advcl && (d.CaseOf(c) is "as" or "of" || d.MarkOf(c) is "as" or "of")
                )
            )
                return c;
        return -1;
    }

    /// <summary>"blasted the minister for her silence": what for; -1 without.</summary>
    static int Ground(Document d, int verb, int obj)
    {
        foreach (var c in d.Children(verb))
            if (
                c > obj
                && d.Tokens[c].Deprel is Deprel.Obl or Deprel.Advcl
                && (d.CaseOf(c) is "for" or "over" or "with" or "from" or "to" || d.MarkOf(c) is "for" or "over" or "with" or "from")
            )
                return c;
        return -1;
    }

    static bool IsTopicCase(string preposition) =>
        preposition
            is "of"
                or "about"
                or "for"
                or "on"
                or "against"
                or "over"
                or "to"
                or "in"
                or "with"
                or "from"
                or "upon"
                or "at"
                or "as"
                or "into";

    /// <summary>"S, X has announced." and "S, X said, S": a verb of saying without a complement, with its subject beside it, set off by
    /// commas, however the parser has hung it: what it says is the rest of the sentence.</summary>
    static void SetOff(Scan scan, int v, (int, int) cue, int source, CueRow row)
    {
        var d = scan.D;
        foreach (var c in d.Children(v))
            if (d.Tokens[c].Deprel is Deprel.Ccomp or Deprel.Xcomp or Deprel.Obj)
                return;
        var s = d.Sentences[d.Tokens[v].Sentence];
        if (source < s.First || source >= s.End || Math.Abs(source - v) > 12)
            return;
        var (first, end) = (Math.Min(v, d.Subtree(source).First), Math.Max(v + 1, d.Subtree(source).End));
        foreach (var c in d.Children(v))
            if (d.Tokens[c].Deprel is Deprel.Aux or Deprel.Advmod or Deprel.Obl or Deprel.OblUnmarked && c > first - 3)
                (first, end) = (Math.Min(first, d.Subtree(c).First), Math.Max(end, d.Subtree(c).End));
        while (first < v && d.Tokens[first].Upos == Upos.Punct)
            first++;
        if (first <= s.First || first > v || d.Tokens[first - 1].Lower != ",")
            return;
        var last = end >= s.End || d.Tokens[end].Upos == Upos.Punct;
        if (!last)
            return;
        var content = scan.Content(s.First, first - 1);
        if (end < s.End && d.Tokens[end].Lower == ",")
            content.AddRange(scan.Content(end + 1, s.End));
        scan.Add(Frame.Parenthetical, v, cue, source, d.Tokens[v].Head >= 0 ? d.Tokens[v].Head : -1, content, row, true);
    }
}
