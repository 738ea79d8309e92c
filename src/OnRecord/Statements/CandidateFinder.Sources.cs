using OnRecord.Language;

namespace OnRecord.Statements;

internal sealed partial class CandidateFinder
{
    /// <summary>How many other sources are proposed beside the one that grammar gives first.</summary>
    const int MostOtherSources = 4;

    /// <summary>Where grammar leaves a choice or the parser may be wrong, other sources for the same cue and content: subjects of the
    /// clauses above, the noun next to the cue, the noun that a relative pronoun stands for, nobody.</summary>
    static void AddSources(Scan scan, Candidate c)
    {
        if (c.Cue < 0 || c.Frame is Frame.AccordingTo or Frame.Seeming or Frame.Colon)
            return;
        var d = scan.D;
        Span<(int Token, SourceOrigin Origin)> found = stackalloc (int, SourceOrigin)[MostOtherSources];
        var count = 0;

        if (c.Source >= 0 && IsRelative(d.Tokens[c.Source].Lower))
            for (int t = c.Cue, step = 0; t >= 0 && step < 4; t = d.Tokens[t].Head, step++)
                if (d.Tokens[t].Deprel is Deprel.AclRelcl or Deprel.AdvclRelcl)
                {
                    Propose(scan, c, d.Tokens[t].Head, SourceOrigin.Antecedent, found, ref count);
                    break;
                }
        if (c.Frame is not Frame.Passive)
        {
            // two words that both hang as subject: one of them is a slip of the parser
            foreach (var child in d.Children(c.Cue))
                if (d.Tokens[child].Deprel is Deprel.Nsubj && child != c.Source && d.Tokens[child].Upos != Upos.Verb)
                    Propose(scan, c, child, SourceOrigin.Own, found, ref count);
            for (int t = d.Tokens[c.Cue].Head, step = 0, subjects = 0; t >= 0 && step < 6 && subjects < 2; t = d.Tokens[t].Head, step++)
                if (d.OwnSubject(t) is >= 0 and var subject && d.Tokens[subject].Lower is not ("it" or "there" or "what" or "this"))
                {
                    Propose(scan, c, subject, SourceOrigin.Above, found, ref count);
                    subjects++;
                }
            if (c.Origin != SourceOrigin.Own)
                Propose(scan, c, Beside(scan, c.CueRange), SourceOrigin.Beside, found, ref count);
        }
        if (c.Source >= 0 && c.Origin != SourceOrigin.Own)
            Propose(scan, c, -1, SourceOrigin.Nobody, found, ref count);
        for (var i = 0; i < count; i++)
            scan.AddSource(c, found[i].Token, found[i].Origin);
    }

    static void Propose(Scan scan, Candidate c, int token, SourceOrigin origin, Span<(int Token, SourceOrigin Origin)> found, ref int count)
    {
        if (count == found.Length || token == c.Source || token == c.Cue || (token < 0 && origin != SourceOrigin.Nobody))
            return;
        if (token >= 0 && (c.Covers(scan.D.Tokens[token].Start) || token == c.ContentHead))
            return;
        for (var i = 0; i < count; i++)
            if (found[i].Token == token)
                return;
        found[count++] = (token, origin);
    }

    /// <summary>The noun, name or pronoun right before the cue, adverbs and auxiliaries aside, or right behind it; -1 for none. A name that
    /// is also an adjective counts by its capital.</summary>
    static int Beside(Scan scan, (int First, int End) cue)
    {
        var d = scan.D;
        var s = d.Sentences[d.Tokens[cue.First].Sentence];
        for (var i = cue.First - 1; i >= s.First && i > cue.First - 6; i--)
            if (CanBeSource(scan, i))
                return i;
            else if (d.Tokens[i].Upos is not (Upos.Aux or Upos.Adv or Upos.Part) && d.Tokens[i].Lower is not ("," or ")"))
                break;
        for (var i = cue.End; i < s.End && i < cue.End + 4; i++)
            if (CanBeSource(scan, i))
            {
                while (i + 1 < s.End && d.Tokens[i + 1].Upos == Upos.Propn && d.Tokens[i].Upos is Upos.Noun or Upos.Propn)
                    i++;
                return i;
            }
            else if (d.Tokens[i].Upos is not (Upos.Det or Upos.Adj))
                break;
        return -1;
    }

    static bool CanBeSource(Scan scan, int token)
    {
        ref readonly var t = ref scan.D.Tokens[token];
        return (t.Upos is Upos.Propn or Upos.Noun or Upos.Pron || t.Upos == Upos.Adj && char.IsUpper(scan.D.Text[t.Start]))
            && scan.Q.OuterAt(t.Start) < 0;
    }

    static bool IsRelative(string word) => word is "who" or "which" or "that" or "whom" or "whose";
}
