using OnRecord.Knowledge;
using OnRecord.Language;

namespace OnRecord.Actors;

/// <summary>What stands before and behind a noun and tells whose it is. One instance is used for many nouns.</summary>
internal sealed class Nominal(KnowledgeBase knowledge)
{
    internal int First { get; private set; }
    internal int NounFirst { get; private set; }
    internal int NounEnd { get; private set; }

    /// <summary>First token of the country or body before the noun.</summary>
    internal int OwnerFirst { get; private set; }

    /// <summary>One past the last token of the country or body behind the noun, or 0.</summary>
    internal int OwnerEnd { get; private set; }
    internal List<string> Countries { get; } = [];
    internal List<string> Sectors { get; } = [];

    /// <summary>Blocs, groups, parties and bodies it belongs to.</summary>
    internal List<int> Organisations { get; } = [];
    internal bool IsDefinite { get; private set; }
    internal bool IsIndefinite { get; private set; }
    internal bool IsFormer { get; private set; }

    internal void Read(Document document, Terms terms, NameUnits units, ActorRegistry registry, Term term)
    {
        Countries.Clear();
        Sectors.Clear();
        Organisations.Clear();
        (IsDefinite, IsIndefinite, IsFormer) = (false, false, false);
        (NounFirst, NounEnd, OwnerFirst, OwnerEnd) = (term.First, term.End, term.First, 0);
        var start = document.Sentences[document.Tokens[term.First].Sentence].First;
        First = Leftwards(document, terms, units, registry, term.First, start);
        Rightwards(document, terms, units, registry, term.End - 1);
    }

    int Leftwards(Document document, Terms terms, NameUnits units, ActorRegistry registry, int i, int start)
    {
        var owned = false;
        for (var steps = 0; i > start && steps < 12; steps++)
        {
            ref readonly var t = ref document.Tokens[i - 1];
            if (units.Covering(i - 1) is { } unit)
            {
                if (owned && !Coordinates(document, unit.End))
                    return i;
                if (!IsDirected(document, unit))
                {
                    if (Add(terms, registry, unit))
                        OwnerFirst = unit.First;
                    owned = true;
                }
                i = unit.First;
                continue;
            }
            switch (t.Lower)
            {
                case "the" or "this" or "that" or "these" or "those" or "his" or "her" or "its" or "their" or "our" or "my":
                    IsDefinite = true;
                    return i - 1;
                case "a" or "an" or "another" or "one" or "some" or "several" or "many" or "any" or "no" or "every" or "each":
                    IsIndefinite = true;
                    return i - 1;
                case "former" or "ex" or "late" or "then":
                    IsFormer = true;
                    break;
                case "and" or "," or "&" when owned && units.Covering(i - 2) is { End: var end } && end == i - 1:
                    break;
                case "'s" or "’s" or "'" or "’":
                    IsDefinite = true;
                    break;
                case "-":
                    break;
                default:
                    if (
                        t.Upos is not (Upos.Adj or Upos.Noun or Upos.Propn or Upos.Num)
                        && !(t.Upos == Upos.Verb && t.Xpos is "VBN" or "VBG" && owned == false && t.Head > i - 1 && t.Deprel == Deprel.Amod)
                    )
                        return i;
                    break;
            }
            i--;
        }
        return i;
    }

    /// <summary>"US and Iraqi troops": the name before goes with the one already read.</summary>
    static bool Coordinates(Document document, int end) =>
        end < document.Tokens.Length && document.Tokens[end].Lower is "and" or "," or "&" or "-";

    /// <summary>"Russian-backed rebels", "pro-Russian separatists": not of that country.</summary>
    bool IsDirected(Document document, NameUnit unit)
    {
        var tokens = document.Tokens;
        if (unit.First >= 2 && tokens[unit.First - 1].Lower == "-" && tokens[unit.First - 2].Lower is "pro" or "anti" or "non")
            return true;
        // "African-American", "Asian-American"
        if (unit.End + 1 < tokens.Length && tokens[unit.End].Lower == "-" && tokens[unit.End + 1].Lower == "american")
            return true;
        return unit.End + 1 < tokens.Length
            && tokens[unit.End].Lower == "-"
            && knowledge.Words("directed").Contains(tokens[unit.End + 1].Lower);
    }

    bool Add(Terms terms, ActorRegistry registry, NameUnit unit)
    {
        if (unit.Actor < 0)
        {
            if (unit.Term < 0 || terms.Entity(unit.Term, SenseKind.Capital) is not { } state)
                return false;
            Countries.AddNew(state.Countries);
            return true;
        }
        var owner = registry.Actors[unit.Actor];
        Countries.AddNew(owner.Countries);
        if (owner.Kind == ActorKind.Country)
        {
            Sectors.AddNew(owner.Sectors); // PRE of breakaway regions
            return true;
        }
        if (owner.Kind == ActorKind.Person)
            return false;
        if (owner.IsPolitical || owner.Kind == ActorKind.Bloc)
            Sectors.AddNew(owner.Sectors);
        if (!Organisations.Contains(unit.Actor))
            Organisations.Add(unit.Actor);
        return true;
    }

    /// <summary>"officials of the EU", "a former agent of the Interior Ministry", "sources close to the Kremlin".</summary>
    void Rightwards(Document document, Terms terms, NameUnits units, ActorRegistry registry, int head)
    {
        if (Countries.Count > 0 || Organisations.Count > 0)
            return;
        foreach (var c in document.Children(head))
        {
            if (c <= head || document.Tokens[c].Deprel is not (Deprel.Nmod or Deprel.Amod))
                continue;
            var preposition = NounPhrase.Preposition(document, c);
            var noun = c;
            if (document.Tokens[c].Lower == "close" && document.Child(c, Deprel.Obl) is >= 0 and var obl)
                (noun, preposition) = (obl, "to");
            if (preposition is not ("of" or "from" or "for" or "at" or "to" or "with" or "in"))
                continue;
            var unit = units.Covering(noun);
            if (unit is null || (preposition == "in" && unit.Actor >= 0 && registry.Actors[unit.Actor].Kind != ActorKind.Organisation))
                continue;
            if (!Add(terms, registry, unit))
                continue;
            OwnerEnd = unit.End;
            return;
        }
    }
}
