using OnRecord.Knowledge;
using OnRecord.Language;

namespace OnRecord.Actors;

/// <summary>Decides which actors take part in politics. Strict: a country that is only somewhere, a person without an office and a company
/// do not, and no event is coded without an actor that does.</summary>
internal static class Politics
{
    internal static void Mark(Document document, Terms terms, ActorRegistry registry)
    {
        foreach (var m in registry.Mentions)
        {
            var actor = registry.Actors[m.Actor];
            if (actor.IsPolitical || actor.Kind is not (ActorKind.Country or ActorKind.Bloc))
                continue;
            actor.IsPolitical = !m.IsPlace && !IsEverydayAdjective(document, terms, m.Head);
        }
        foreach (var actor in registry.Actors)
            if (actor.Kind == ActorKind.Person)
                actor.IsPolitical = HasPoliticalSector(actor);
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
    static bool IsEverydayAdjective(Document document, Terms terms, int token)
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
            || lemma
                is "attack"
                    or "strike"
                    or "airstrike"
                    or "claim"
                    or "proposal"
                    or "aid"
                    or "support"
                    or "threat"
                    or "policy"
                    or "weapon"
                    or "missile"
                    or "drone"
                    or "raid"
                    or "offensive"
                    or "war"
                    or "withdrawal"
                    or "sanction"
                    or "effort"
                    or "demand"
                    or "ally"
                    or "side"
                    or "bloc"
                    or "alliance"
                    or "power"
                    or "response"
                    or "border"
                    or "territory"
                    or "soil"
                    or "airspace"
                    or "water"
                    or "arms"
                    or "buildup"
                    or "crackdown"
                    or "blockade"
                    or "siege"
                    or "bombing"
                    or "shelling"
                    or "hacking"
                    or "propaganda"
                    or "court"
        );
    }
}
