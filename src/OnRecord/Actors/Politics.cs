using OnRecord.Knowledge;
using OnRecord.Language;

namespace OnRecord.Actors;

/// <summary>Decides which actors take part in politics. Strict: a country that is only somewhere, a person without an office and a company
/// do not, and no event is coded without an actor that does.</summary>
internal static class Politics
{
    internal static void Mark(Document document, KnowledgeBase knowledge, Terms terms, ActorRegistry registry)
    {
        foreach (var m in registry.Mentions)
        {
            var actor = registry.Actors[m.Actor];
            if (actor.IsPolitical || actor.Kind is not (ActorKind.Country or ActorKind.Bloc))
                continue;
            actor.IsPolitical = !m.IsPlace && !IsEverydayAdjective(document, knowledge, terms, m.Head);
        }
        var american = IsAmerican(registry);
        for (var i = 0; i < registry.Actors.Count; i++)
        {
            var actor = registry.Actors[i];
            if (actor.Kind != ActorKind.Person)
                continue;
            actor.IsPolitical = HasPoliticalSector(actor);
            if (american && actor.Countries.Count == 0 && registry.Notes[i].Role is "senator" or "rep")
                actor.Countries.Add("USA");
        }
    }

    /// <summary>"Sen." and "Rep." without a country are American where most of what the article names is.</summary>
    static bool IsAmerican(ActorRegistry registry)
    {
        int american = 0,
            others = 0;
        foreach (var m in registry.Mentions)
            if (registry.Actors[m.Actor].Countries is [var country])
                if (country == "USA")
                    american++;
                else
                    others++;
        return american > 0 && american >= others;
    }

    static bool HasPoliticalSector(Actor actor)
    {
        foreach (var s in actor.Sectors)
            if (
                s
                is "GOV"
                    or "MIL"
                    or "LEG"
                    or "PTY"
                    or "OPP"
                    or "REB"
                    or "UAF"
                    or "SPY"
                    or "COP"
                    or "JUD"
                    or "PRE"
                    or "SOC"
                    or "IGO"
                    or "PRM"
                    or "ELI"
            )
                return true;
        return false;
    }

    /// <summary>"Italian restaurant": an adjective of a country before a thing is not the state. Before an agent or office it is, and before
    /// a noun of doing ("Russian invasion"), which ends as such nouns do.</summary>
    static bool IsEverydayAdjective(Document document, KnowledgeBase knowledge, Terms terms, int token)
    {
        if (!NounPhrase.IsModifier(document, token))
            return false;
        var noun = document.Tokens[token].Head;
        if (
            terms.Covering(noun) is >= 0 and var t
            && (terms.Agent(t) is { Political: not 'x' } || terms.Office(t) is { Sectors.Length: > 0 })
        )
            return false;
        var lemma = document.Tokens[noun].Lemma;
        return !(
            lemma.EndsWith("sion", StringComparison.Ordinal)
            || lemma.EndsWith("tion", StringComparison.Ordinal)
            || lemma.EndsWith("ment", StringComparison.Ordinal)
            || knowledge.Words("political-noun").Contains(lemma)
        );
    }
}
