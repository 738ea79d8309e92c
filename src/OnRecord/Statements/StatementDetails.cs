using OnRecord.Actors;
using OnRecord.Dates;
using OnRecord.Language;
using OnRecord.Text;

namespace OnRecord.Statements;

/// <summary>What else the text says of a statement: how much is quoted, whom it is about, to whom, where and when it was said, whether
/// it was refused, and which claim a denial answers.</summary>
internal static class StatementDetails
{
    internal static void Fill(
        Document d,
        Quotations quotations,
        ActorLayer actors,
        IReadOnlyList<TimeExpression> times,
        List<Statement> statements
    )
    {
        BareDenials.Add(d, quotations, actors, statements);
        foreach (var s in statements)
        {
            s.Kind = KindOf(d, quotations, s);
            About(d, actors, s);
            if (s.CueHead < 0)
                continue;
            s.Negated = d.Negation(s.CueHead) >= 0;
            s.Addressee = AddresseeOf(d, actors, s);
            s.Venue = VenueOf(d, s);
            s.Time = TimeOf(d, times, s);
        }
        AnswerFinder.Fill(d, statements);
    }

    static StatementKind KindOf(Document d, Quotations quotations, Statement s)
    {
        int quoted = 0,
            plain = 0;
        foreach (var span in s.Content)
            for (var i = d.TokenAt(span.Start); i < d.Tokens.Length && d.Tokens[i].Start < span.End; i++)
                if (d.Tokens[i].Upos != Upos.Punct)
                    _ = quotations.OuterAt(d.Tokens[i].Start) >= 0 ? quoted++ : plain++;
        // one that stands wholly inside somebody's quotation is told in that one's words
        if (
            quoted > 0
            && plain == 0
            && s.CueHead >= 0
            && quotations.OuterAt(d.Tokens[s.CueHead].Start) is >= 0 and var around
            && quotations.Outer[around].Span.Contains(s.Hull)
        )
            return StatementKind.Indirect;
        return quoted == 0 ? StatementKind.Indirect
            : plain == 0 ? StatementKind.Direct
            : StatementKind.Mixed;
    }

    static void About(Document d, ActorLayer actors, Statement s)
    {
        foreach (var span in s.Content)
            for (var i = d.TokenAt(span.Start); i < d.Tokens.Length && d.Tokens[i].Start < span.End; i++)
                if (
                    actors.MentionAt(i) is >= 0 and var m
                    && actors.Mentions[m].Kind != MentionKind.Pronoun
                    && !s.About.Contains(actors.Mentions[m].Actor)
                )
                    s.About.Add(actors.Mentions[m].Actor);
    }

    static int AddresseeOf(Document d, ActorLayer actors, Statement s)
    {
        foreach (var c in d.Children(s.CueHead))
        {
            if (s.Covers(d.Tokens[c].Start) || c == s.SourceHead || d.Tokens[c].Xpos is "WDT" or "WP")
                continue;
            if (
                d.Tokens[c].Deprel is Deprel.Iobj
                || (
                    d.Tokens[c].Deprel is Deprel.Obj
                    && s.Frame is not (Frame.Object or Frame.Noun)
                    && d.Tokens[c].Upos is Upos.Propn or Upos.Noun or Upos.Pron
                )
            )
                return c;
            if (d.Tokens[c].Deprel is Deprel.Obl && d.CaseOf(c) is "to" && actors.ActorAt(c) >= 0)
                return c;
        }
        return -1;
    }

    /// <summary>The occasion or medium: an interview, a briefing, a post; "speaking to X" and "at X".</summary>
    static (int, int) VenueOf(Document d, Statement s)
    {
        foreach (var c in d.Children(s.CueHead))
        {
            if (s.Covers(d.Tokens[c].Start))
                continue;
            if (d.Tokens[c].Deprel is Deprel.Obl && IsOccasion(d, c))
                return WithoutCase(d, c);
            if (
                d.Tokens[c].Deprel is Deprel.Advcl
                && d.Tokens[c].Lemma is "speak" or "talk" or "write" or "testify" or "address" or "appear"
            )
                foreach (var g in d.Children(c))
                    if (
                        (d.Tokens[g].Deprel is Deprel.Obl && d.CaseOf(g) is "to" or "on" or "at" or "in")
                        || d.Tokens[g].Deprel is Deprel.Obj
                    )
                        return WithoutCase(d, g);
        }
        // "told officials at the headquarters"
        if (s.Addressee >= 0)
            foreach (var c in d.Children(s.Addressee))
                if (d.Tokens[c].Deprel is Deprel.Nmod && d.CaseOf(c) is "at" or "in" or "on" or "during")
                    return WithoutCase(d, c);
        return default;
    }

    static (int, int) WithoutCase(Document d, int noun)
    {
        var (first, end) = d.Subtree(noun);
        var preposition = d.CaseToken(noun);
        return (preposition >= first && preposition < noun ? preposition + 1 : first, end);
    }

    static bool IsOccasion(Document d, int noun) =>
        d.CaseOf(noun) is "in" or "at" or "on" or "during" or "via" or "through" or "after" or "before"
        && d.Tokens[noun].Lemma
            is "interview"
                or "statement"
                or "briefing"
                or "conference"
                or "speech"
                or "tweet"
                or "post"
                or "letter"
                or "email"
                or "e-mail"
                or "address"
                or "press"
                or "meeting"
                or "rally"
                or "hearing"
                or "summit"
                or "parliament"
                or "headquarters"
                or "twitter"
                or "facebook"
                or "telegram"
                or "television"
                or "tv"
                or "radio"
                or "podcast"
                or "debate"
                or "event"
                or "ceremony"
                or "call"
                or "message"
                or "report"
                or "memo"
                or "video"
                or "session"
                or "forum";

    /// <summary>The time that hangs on the cue, or on the "speaking on Thursday" beside it, outside the content.</summary>
    static int TimeOf(Document d, IReadOnlyList<TimeExpression> times, Statement s)
    {
        var sentence = d.Sentences[d.Tokens[s.CueHead].Sentence];
        for (var i = TimeExpression.FirstFrom(times, sentence.First); i < times.Count && times[i].First < sentence.End; i++)
        {
            if (times[i].Kind is TimeKind.Duration or TimeKind.Set || s.Covers(times[i].Span.Start))
                continue;
            for (int t = times[i].First, step = 0; t >= 0 && step < 6; t = d.Tokens[t].Head, step++)
            {
                if (t == s.CueHead)
                    return i;
                if (
                    t != times[i].First
                    && (t < times[i].First || t >= times[i].End)
                    && d.Tokens[t].Upos is Upos.Verb
                    && !(d.Tokens[t].Head == s.CueHead && IsBeside(d, t, s))
                )
                    break;
            }
        }
        return -1;
    }

    /// <summary>A clause beside the cue, also where the parse makes "said, speaking on the radio" its complement.</summary>
    static bool IsBeside(Document d, int verb, Statement s) =>
        d.Tokens[verb].Deprel is Deprel.Advcl || d.Tokens[verb].Xpos == "VBG" && !s.Covers(d.Tokens[verb].Start);
}
