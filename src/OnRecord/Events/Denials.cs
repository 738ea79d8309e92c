using OnRecord.Language;
using OnRecord.Statements;

namespace OnRecord.Events;

/// <summary>Adds the view of those who deny an act that somebody else holds to be so.</summary>
internal static class Denials
{
    internal static void Add(Document d, List<Statement> statements, List<Event> events)
    {
        for (var i = 0; i < statements.Count; i++)
        {
            var denial = statements[i];
            if (denial.Act != CueAct.Deny || denial.Mode != StatementMode.Speech)
                continue;
            foreach (var e in events)
            {
                if (
                    e.Views.Exists(v => v.Statement == i)
                    || !e.Views.Exists(v => v.Statement >= 0 && IsAnswered(statements, denial, v.Statement))
                    || !Names(d, denial, e)
                )
                    continue;
                var cue = denial.CueHead >= 0 ? d.Tokens[denial.CueHead].Span : default;
                e.Views.Add(new View(i, Stance.Denied, true, Certainty.Certain) { Span = cue, Why = "denied@" + cue.Start });
                e.Why.Add("denied@" + cue.Start);
            }
        }
    }

    static bool IsAnswered(List<Statement> statements, Statement denial, int holder)
    {
        for (var s = holder; s >= 0; s = statements[s].NestedIn)
            if (denial.Answers.Contains(s))
                return true;
        return false;
    }

    /// <summary>The denial's content uses the act's own word.</summary>
    static bool Names(Document d, Statement denial, Event e)
    {
        foreach (var span in denial.Content)
            for (var i = d.TokenAt(span.Start); i < d.Tokens.Length && d.Tokens[i].Start < span.End; i++)
                if (d.Tokens[i].Lemma == d.Tokens[e.Anchor].Lemma)
                    return true;
        return false;
    }
}
