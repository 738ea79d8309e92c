using OnRecord.Actors;
using OnRecord.Language;
using OnRecord.Text;

namespace OnRecord.Statements;

/// <summary>Ties each statement's source to actors. First persons inside a quotation are its speaker. Prefers nobody to a guess.</summary>
internal static class Speakers
{
    internal static void Resolve(Document d, Quotations quotations, ActorLayer actors, List<Statement> statements)
    {
        foreach (var s in statements)
        {
            if (s.SourceHead < 0)
                continue;
            if (s.Frame is Frame.Turn or Frame.Signature or Frame.Headline or Frame.Colon)
            {
                if (s.Frame == Frame.Turn && Bearer(d, actors, s) is >= 0 and var bearer)
                    Add(s, bearer, 97);
                else
                    AddMentionWithin(actors, s);
                continue;
            }
            // "its spokeswoman, Irina Belova, said": the name beside the office
            foreach (var c in d.Children(s.SourceHead))
                if (
                    d.Tokens[c].Deprel is Deprel.Appos or Deprel.Flat
                    && actors.MentionAt(c) is >= 0 and var named
                    && actors.Actors[actors.Mentions[named].Actor].Kind == ActorKind.Person
                )
                    Add(s, actors.Mentions[named].Actor, 97);
            if (s.Speakers.Count == 0)
                AddActorsAt(d, actors, s.SourceHead, s);
            // "NATO and Washington rejected": each of them
            foreach (var c in d.Children(s.SourceHead))
                if (d.Tokens[c].Deprel == Deprel.Conj && c < s.Source.End)
                    AddActorsAt(d, actors, c, s);
            if (s.Speakers.Count == 0)
                foreach (var c in d.Children(s.SourceHead))
                    if (d.Tokens[c].Deprel == Deprel.Appos && actors.ActorAt(c) is >= 0 and var a)
                        Add(s, a, 96);
            if (s.Speakers.Count == 0 && d.Tokens[s.SourceHead].Lower is "who" or "which" or "that")
                Relative(d, actors, s);
        }
        Pronouns(d, actors, statements);
        FirstPersons(d, quotations, statements);
    }

    /// <summary>How many sentences back a speaker may stand for "he said" to mean that one.</summary>
    const int FurthestSpeaker = 4;

    /// <summary>"he said": the last named person before it who spoke or was the subject of a clause, where the gender does not
    /// contradict; nobody when two fit equally near.</summary>
    static void Pronouns(Document d, ActorLayer actors, List<Statement> statements)
    {
        foreach (var s in statements)
        {
            if (s.SourceHead < 0 || s.Speakers.Count > 0 || d.Tokens[s.SourceHead].Lower is not ("he" or "she"))
                continue;
            var gender = d.Tokens[s.SourceHead].Lower == "he" ? 'm' : 'f';
            var first = Math.Max(0, d.Tokens[s.SourceHead].Sentence - FurthestSpeaker);
            var best = -1;
            for (var i = s.SourceHead - 1; i >= 0 && d.Tokens[i].Sentence >= first && best < 0; i--)
            {
                if (
                    s.Covers(d.Tokens[i].Start)
                    || actors.MentionAt(i) < 0
                    || d.Tokens[i].Deprel is not (Deprel.Nsubj or Deprel.NsubjPass or Deprel.NmodPoss)
                )
                    continue;
                var actor = actors.ActorAt(i);
                var a = actors.Actors[actor];
                if (a.Kind == ActorKind.Person && (a.Gender is null || a.Gender == gender))
                    best = actor;
            }
            if (best >= 0)
                Add(s, best, 88);
        }
    }

    static void AddActorsAt(Document d, ActorLayer actors, int token, Statement s)
    {
        var mention = actors.MentionAt(token);
        // the parse may head "Defence Secretary Ben Wallace" by the title, the mention by the name
        if (mention < 0)
            foreach (var c in d.Children(token))
                if (d.Tokens[c].Deprel is Deprel.Flat && d.Tokens[c].Upos == Upos.Propn && actors.MentionAt(c) is >= 0 and var m)
                    mention = m;
        if (mention < 0)
            return;
        var kind = actors.Mentions[mention].Kind;
        Add(
            s,
            actors.Mentions[mention].Actor,
            kind == MentionKind.Name ? 99
                : kind == MentionKind.Nominal ? 96
                : 88
        );
    }

    /// <summary>A label is no part of a sentence, so its words are looked at and not what the parse hangs on them.</summary>
    static void AddMentionWithin(ActorLayer actors, Statement s)
    {
        for (var token = s.Source.End - 1; token >= s.Source.First; token--)
            if (actors.MentionAt(token) is >= 0 and var m)
            {
                Add(s, actors.Mentions[m].Actor, actors.Mentions[m].Kind == MentionKind.Name ? 99 : 96);
                return;
            }
    }

    /// <summary>"BROOK: S": the one person of the article whose full name ends so; -1 for none or several.</summary>
    static int Bearer(Document d, ActorLayer actors, Statement s)
    {
        var label = d.SpanOf(s.Source.First, s.Source.End).Of(d.Text);
        var found = -1;
        for (var a = 0; a < actors.Actors.Count; a++)
        {
            var name = actors.Actors[a].Name;
            if (
                actors.Actors[a].Kind != ActorKind.Person
                || name.Length <= label.Length
                || name[^(label.Length + 1)] != ' '
                || !name.AsSpan().EndsWith(label, StringComparison.OrdinalIgnoreCase)
            )
                continue;
            if (found >= 0)
                return -1;
            found = a;
        }
        return found;
    }

    static void Add(Statement s, int actor, int confidence)
    {
        if (s.Speakers.Contains(actor))
            return;
        s.Speakers.Add(actor);
        s.SpeakerConfidence = s.Speakers.Count == 1 ? confidence : Math.Min(s.SpeakerConfidence, confidence);
    }

    /// <summary>"the minister, who said": the noun that the relative clause modifies.</summary>
    static void Relative(Document d, ActorLayer actors, Statement s)
    {
        for (int t = s.SourceHead, step = 0; t >= 0 && step < 5; t = d.Tokens[t].Head, step++)
            if (d.Tokens[t].Deprel == Deprel.AclRelcl)
            {
                if (d.Tokens[t].Head is >= 0 and var noun && actors.ActorAt(noun) is >= 0 and var a)
                    Add(s, a, 96);
                return;
            }
    }

    /// <summary>"I" and "we" inside a quotation stand for its speaker.</summary>
    static void FirstPersons(Document d, Quotations quotations, List<Statement> statements)
    {
        foreach (var s in statements)
        {
            if (
                s.SourceHead < 0
                || s.Speakers.Count > 0
                || s.NestedIn < 0
                || d.Tokens[s.SourceHead].Lower is not ("i" or "we" or "my" or "our")
            )
                continue;
            if (quotations.OuterAt(d.Tokens[s.SourceHead].Start) < 0)
                continue;
            var outer = s.NestedIn;
            while (outer >= 0 && statements[outer].Speakers.Count == 0)
                outer = statements[outer].NestedIn;
            if (outer >= 0)
                foreach (var a in statements[outer].Speakers)
                    Add(s, a, 93);
        }
    }
}
