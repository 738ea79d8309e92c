using OnRecord.Knowledge;
using OnRecord.Language;

namespace OnRecord.Actors;

/// <summary>Turns nouns for people and bodies into actors: "Russian troops", "the foreign secretary", "Western officials", "the
/// ministry".</summary>
internal sealed class NominalMentions(Document document, KnowledgeBase knowledge, Terms terms, NameUnits units, ActorRegistry registry)
{
    readonly Nominal _nominal = new(knowledge);
    readonly HashSet<int> _taken = []; // heads that are mentions already
    readonly RoleBearers _bearers = new(registry, knowledge);

    internal void Run()
    {
        foreach (var m in registry.Mentions)
            _taken.Add(m.Head);
        foreach (var term in terms.All)
            Resolve(term);
    }

    void Resolve(Term term)
    {
        var t = terms.StartingAt(term.First);
        var office = terms.Office(t);
        var agent = terms.Agent(t);
        if (office is null && agent is null || office is { IsAddress: true })
            return;
        var head = term.End - 1;
        if (
            document.Tokens[head].Upos is not (Upos.Noun or Upos.Propn or Upos.Num)
            && !(document.Tokens[head].Upos == Upos.Adj && term.End - term.First > 1)
        )
            return;
        if (units.Covering(head) is not null || _taken.Contains(head) || IsTitleOfName(term, office, agent))
            return;
        // "police station", "government spending": the noun behind it is what the phrase is about
        if (NounPhrase.IsModifier(document, head) && document.Tokens[head].Upos == Upos.Noun && agent is not { Political: 'p' })
            return;
        _nominal.Read(document, terms, units, registry, term);
        var mention = Spread(term);
        var actor = office is not null ? Holder(office, t, agent) : -1;
        if (actor < 0 && agent is not null && office is not { Role.Length: > 0 })
            actor = OfAgent(agent, t);
        else if (actor < 0)
            actor = NewOffice(office, agent, t);
        if (actor >= 0)
            registry.Mention(mention.First, mention.End, head, MentionKind.Nominal, actor);
    }

    /// <summary>Whether the noun stands straight before a person's name and is a title.</summary>
    bool IsTitleOfName(Term term, Office? office, Agent? agent)
    {
        if (term.End >= document.Tokens.Length)
            return false;
        if (
            units.Covering(term.End) is { Actor: >= 0 } unit
            && unit.First == term.End
            && registry.Actors[unit.Actor].Kind == ActorKind.Person
        )
            return office is { Flag: not ' ' } || agent is { Kind: not 'o' } && document.Tokens[term.End - 1].Upos != Upos.Verb;
        // "his Danish counterpart Defence Minister Nils Holm"
        return terms.StartingAt(term.End) is >= 0 and var next
            && terms.Office(next) is { Flag: 'b' } nextOffice
            && IsTitleOfName(terms.All[next], nextOffice, null);
    }

    /// <summary>The mention's tokens: determiner and modifiers before the noun, "of ..." behind it.</summary>
    (int First, int End) Spread(Term term)
    {
        var end = term.End;
        foreach (var c in document.Children(term.End - 1))
            if (
                c >= term.End
                && document.Tokens[c].Deprel == Deprel.Nmod
                && NounPhrase.Preposition(document, c) is "of" or "from" or "for" or "to" or "close" or "at"
                && document.Subtree(c) is var (first, last)
                && first >= end
                && last - first <= 12
            )
                end = Math.Max(end, last);
        return (_nominal.First, end);
    }

    /// <summary>The person of the article, or of the tables, that holds the office; -1 when that is not clear.</summary>
    int Holder(Office office, int term, Agent? agent)
    {
        if (terms.Find(term, SenseKind.Offices) is not null || _nominal.IsIndefinite)
            return -1;
        var role = office.Role;
        var countries = _nominal.Countries;
        if (role == "counterpart")
        {
            if (countries.Count == 0 || registry.Mentions.Count == 0)
                return -1;
            role = _bearers.LatestRole(term < 0 ? 0 : terms.All[term].First);
        }
        return _bearers.Find(office.Title, role, countries, _nominal.Organisations, _nominal.IsFormer || agent is { Political: 'x' });
    }

    int NewOffice(Office? office, Agent? agent, int term)
    {
        if (office is null)
            return -1;
        var plural = terms.Find(term, SenseKind.Offices) is not null;
        return Make(
            office.Title,
            office.Sectors,
            plural ? 'g' : 'p',
            office.Sectors.Length > 0 || _nominal.Countries.Count > 0
                ? agent?.UnnamedClass ?? (IsState(office.Sectors) ? "officials" : null)
                : agent?.UnnamedClass,
            office.Sectors.Length > 0 && office.Sectors[0] is not ("REL" or "EDU" or "JRN" or "JUD") || office.Role.Length > 0 ? 'n' : 'x',
            plural,
            office.Role
        );
    }

    static bool IsState(string[] sectors) => sectors.Length > 0 && sectors[0] is "GOV" or "MIL" or "COP" or "JUD" or "SPY" or "LEG";

    int OfAgent(Agent agent, int term)
    {
        var plural = terms.Find(term, SenseKind.Agents) is not null || agent.UnnamedClass is not null && agent.Kind != 'p';
        // "the country", "the alliance": one named before, when there is just one
        if (agent.Noun is "country" or "nation" or "state" or "alliance" or "bloc" && !plural)
            return _nominal.Countries.Count == 0 && _nominal.IsDefinite
                ? _bearers.LatestState(agent.Noun is "alliance" or "bloc", document, _nominal.First)
                : -1;
        return Make(agent.Noun, agent.Sectors, agent.Kind, agent.UnnamedClass, agent.Political, plural, "");
    }

    int Make(string noun, string[] sectors, char kind, string? unnamed, char political, bool plural, string role)
    {
        var n = _nominal;
        var isPolitical = political == 'p' || political == 'n' && (n.Countries.Count > 0 || n.Organisations.Count > 0);
        var key =
            $"noun {noun}{(plural ? "s" : "")} {string.Join(' ', n.Countries)} {string.Join(' ', n.Organisations)} {(n.IsFormer ? "former" : "")}";
        var known = n.IsIndefinite && !plural ? -1 : registry.ByKey(key);
        if (known < 0 && n is { IsDefinite: true, Organisations.Count: 0 } && !n.IsFormer)
            known = registry.ByHead(Head(noun, plural), n.Countries);
        if (known >= 0)
            return known;
        var actor = new Actor
        {
            Name = Name(noun, plural),
            Kind =
                unnamed is not null || kind == 'p' ? ActorKind.Unnamed
                : kind == 'o' ? ActorKind.Organisation
                : ActorKind.Group,
            UnnamedClass = unnamed,
            IsPolitical = isPolitical,
            Confidence = n.Countries.Count > 0 ? 85 : 70,
            Gender = Gender(noun),
        };
        actor.Countries.AddRange(n.Countries);
        actor.Sectors.AddNew(sectors);
        actor.Sectors.AddNew(n.Sectors);
        actor.MemberOf.AddRange(n.Organisations);
        if (kind == 'p' && role.Length > 0)
            (actor.Title, actor.TitleFromText) = (document.SpanOf(n.NounFirst, n.NounEnd).Of(document.Text).ToString(), true);
        var index = registry.Add(actor, n.IsIndefinite && !plural ? null : key);
        registry.Notes[index].IsPlural = plural;
        registry.AddHead(Head(noun, plural), index);
        return index;
    }

    static string Head(string noun, bool plural) => plural ? ActorRegistry.LastWord(noun) + "s" : ActorRegistry.LastWord(noun);

    static char? Gender(string noun) =>
        noun switch
        {
            "man" or "boy" or "father" or "son" or "husband" or "brother" or "king" or "prince" => 'm',
            "woman" or "girl" or "mother" or "daughter" or "wife" or "sister" or "queen" or "princess" or "actress" => 'f',
            _ when noun.EndsWith("woman", StringComparison.Ordinal) => 'f',
            _ when noun.EndsWith("man", StringComparison.Ordinal) => 'm',
            _ => null,
        };

    /// <summary>The words from the first modifier that tells whose they are.</summary>
    string Name(string noun, bool plural)
    {
        var first = Math.Min(_nominal.OwnerFirst, _nominal.NounFirst);
        var end = _nominal.NounEnd;
        if (_nominal.OwnerEnd > end)
        {
            end = _nominal.OwnerEnd;
            first = _nominal.IsDefinite || _nominal.IsIndefinite ? Math.Min(first, _nominal.First + 1) : Math.Min(first, _nominal.First);
        }
        // "Belova's deputy in Oslo": not from the middle of the possessor
        while (first < _nominal.NounFirst && (document.Tokens[first].Upos == Upos.Punct || document.Tokens[first].Xpos == "POS"))
            first++;
        var name = document.SpanOf(first, end).Of(document.Text).ToString();
        return name.Contains('\n') ? noun + (plural ? "s" : "") : name;
    }
}
