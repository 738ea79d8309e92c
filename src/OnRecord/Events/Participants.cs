using OnRecord.Actors;
using OnRecord.Language;

namespace OnRecord.Events;

/// <summary>Finds who takes part in an act by grammar: from a token that stands in a role to the actors it names.</summary>
internal sealed class Participants(Document d, ActorLayer actors)
{
    internal Document Document => d;

    /// <summary>Adds the head tokens of the actors that a noun phrase names: the noun itself with its conjuncts, else its apposition,
    /// else the possessor or demonym in it ("the Russian proposals" names Russia where <paramref name="within"/> allows it).</summary>
    internal void Collect(int token, List<int> heads, bool within)
    {
        if (token < 0)
            return;
        var before = heads.Count;
        // "spokesman Y", "the minister, Y": the person before the office
        foreach (var c in d.Children(token))
            if (
                d.Tokens[c].Deprel is Deprel.Flat or Deprel.Appos
                && actors.ActorAt(c) is >= 0 and var named
                && actors.Actors[named].Kind == ActorKind.Person
            )
                Add(c, heads);
        if (heads.Count == before)
            Add(token, heads);
        foreach (var c in d.Children(token))
            if (d.Tokens[c].Deprel == Deprel.Conj)
                Add(c, heads);
        if (heads.Count == before)
            foreach (var c in d.Children(token))
                if (d.Tokens[c].Deprel is Deprel.Appos or Deprel.Flat)
                    Add(c, heads);
        if (heads.Count == before && d.Tokens[token].Lower is "who" or "which" or "that" && Antecedent(token) is >= 0 and var noun)
            Collect(noun, heads, false);
        if (heads.Count == before && d.Tokens[token].Lower is "it" or "they" && SubjectAbove(token) is >= 0 and var subject)
            Add(subject, heads);
        if (heads.Count == before && within)
            foreach (var c in d.Children(token))
                if (d.Tokens[c].Deprel is Deprel.NmodPoss or Deprel.Amod or Deprel.Compound)
                    Add(c, heads);
        if (heads.Count == before && within)
            foreach (var c in d.Children(token))
                if (d.Tokens[c].Deprel == Deprel.Nmod && d.CaseOf(c) is "of" or "from" or "against" or "by")
                    Add(c, heads);
    }

    /// <summary>"X would pay if it invaded": the subject of the clause above, where it is a state, a bloc or an organisation.</summary>
    int SubjectAbove(int pronoun)
    {
        for (int t = d.Tokens[pronoun].Head, step = 0; t >= 0 && step < 6; t = d.Tokens[t].Head, step++)
            if (
                t != d.Tokens[pronoun].Head
                && d.Child(t, Deprel.Nsubj, Deprel.NsubjPass) is >= 0 and var s
                && s < pronoun
                && actors.ActorAt(s) is >= 0 and var a
                && actors.Actors[a].Kind is ActorKind.Country or ActorKind.Bloc or ActorKind.Organisation
            )
                return s;
        return -1;
    }

    /// <summary>The noun that a relative pronoun stands for, or -1.</summary>
    int Antecedent(int pronoun)
    {
        for (int t = pronoun, step = 0; t >= 0 && step < 5; t = d.Tokens[t].Head, step++)
            if (d.Tokens[t].Deprel == Deprel.AclRelcl)
                return d.Tokens[t].Head;
        return -1;
    }

    void Add(int token, List<int> heads)
    {
        if (actors.ActorAt(token) >= 0 && !heads.Contains(token))
            heads.Add(token);
    }

    internal int ActorAt(int token) => actors.ActorAt(token);

    internal Actor Actor(int token) => actors.Actors[actors.ActorAt(token)];

    internal bool IsPolitical(List<int> heads) => heads.Exists(h => Actor(h).IsPolitical);

    internal bool IsSame(int a, int b) => actors.ActorAt(a) == actors.ActorAt(b);

    internal Mention Mention(int token) => actors.Mentions[actors.MentionAt(token)];
}
