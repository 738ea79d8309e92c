using OnRecord.Knowledge;
using OnRecord.Language;

namespace OnRecord.Actors;

/// <summary>Turns names into actors and gathers the names of one actor.</summary>
internal sealed class NameMentions
{
    readonly Document _document;
    readonly KnowledgeBase _knowledge;
    readonly Terms _terms;
    readonly NameUnits _units;
    readonly ActorRegistry _registry;
    readonly string? _outletCountry;
    readonly Persons _persons;
    readonly Capitals _capitals;

    internal NameMentions(Document document, KnowledgeBase knowledge, Terms terms, NameUnits units, ActorRegistry registry)
    {
        (_document, _knowledge, _terms, _units, _registry) = (document, knowledge, terms, units, registry);
        _outletCountry = knowledge.CountryOfOutlet(document.Article.Outlet);
        _capitals = new(document, terms, units, knowledge);
        _persons = new(document, knowledge, terms, units, registry, _capitals);
    }

    internal void Run()
    {
        foreach (var unit in _units.All)
            Resolve(unit);
        _persons.CheckTitles();
    }

    void Resolve(NameUnit unit)
    {
        var head = _document.HeadOf(unit.First, unit.End);
        if (unit.Kind != NameKind.Location && Owner(unit.First) is null && _capitals.Body(unit.Term, _outletCountry) is { } body)
        {
            unit.Actor = _registry.Of(body);
            _registry.Mention(unit.First, unit.End, head, MentionKind.Name, unit.Actor);
            return;
        }
        if (unit.Kind == NameKind.Person && !IsSurelyEntity(unit))
        {
            unit.Actor = _persons.Resolve(unit, head);
            return;
        }
        if (unit.Term >= 0)
        {
            if (_terms.Find(unit.Term, SenseKind.Entity) is { } entity && Entity(unit, head, _knowledge.Entities[entity.Row]))
                return;
            if (_terms.Find(unit.Term, SenseKind.Adjective, SenseKind.People) is not null && Demonym(unit, head))
                return;
            if (_terms.Entity(unit.Term, SenseKind.Capital) is { } country)
            {
                Capital(unit, head, country);
                return;
            }
            if (_terms.Find(unit.Term, SenseKind.Person, SenseKind.Surname) is not null)
            {
                unit.Actor = _persons.Resolve(unit, head);
                return;
            }
        }
        if (unit.Kind == NameKind.Organisation)
            Organisation(unit, head);
    }

    /// <summary>The name finder may take "Hamas" for a person; it is right about "Jordan" and "Chad", which are given names too.</summary>
    bool IsSurelyEntity(NameUnit unit) =>
        unit.Term >= 0
        && _terms.Find(unit.Term, SenseKind.Entity, SenseKind.Adjective) is not null
        && _terms.Find(unit.Term, SenseKind.Given) is null
        && _terms.Find(unit.Term, SenseKind.Person, SenseKind.Surname) is null;

    bool Entity(NameUnit unit, int head, Entity entity)
    {
        if (entity.Unless.Length > 0 && _capitals.SpeaksAgainst(entity))
            return true; // a place at most
        if (IsForeignAcronym(unit, entity))
            return false;
        // "the Internet Research Agency (IRA)": what the article has spelled out
        if (IsAcronym(unit) && _registry.ByKey("org " + _document.Form(unit.First).ToString().ToLowerInvariant()) is >= 0 and var spelled)
        {
            unit.Actor = spelled;
            _registry.Mention(unit.First, unit.End, head, MentionKind.Name, spelled);
            return true;
        }
        if (entity.Kind == EntityKind.Seat && _capitals.IsBuilding(unit, head))
            return true;
        var isModifier = NounPhrase.IsModifier(_document, head);
        // "French National Assembly" is in the tables, "Austrian National Assembly" is not: the country that is stated wins.
        if (
            entity.Kind == EntityKind.Organisation
            && entity.Countries.Length == 1
            && Owner(unit.First) is { Actor: >= 0 } owner
            && _registry.Actors[owner.Actor] is { Kind: ActorKind.Country } country
            && !country.Countries.Contains(entity.Countries[0])
        )
        {
            Organisation(unit, head);
            return true;
        }
        unit.Actor = _registry.Of(entity);
        var isPlace = entity.Kind == EntityKind.Country && !isModifier && Locative.Is(_document, head);
        _registry.Mention(unit.First, unit.End, head, MentionKind.Name, unit.Actor, isPlace);
        return true;
    }

    bool IsAcronym(NameUnit unit) =>
        unit.End - unit.First == 1 && _document.Form(unit.First) is { Length: >= 3 and <= 5 } form && form.IndexOfAnyInRange('a', 'z') < 0;

    /// <summary>"SPD" is a German party only in an article that has to do with Germany; elsewhere it may be a police department.</summary>
    bool IsForeignAcronym(NameUnit unit, Entity entity) =>
        entity.Kind is EntityKind.Party or EntityKind.Group or EntityKind.Organisation
        && entity.Countries is [var country]
        && country != "USA"
        && unit.End - unit.First == 1
        && _document.Form(unit.First) is { Length: <= 5 } form
        && form.IndexOfAnyInRange('a', 'z') < 0
        && !_capitals.IsNamed(country);

    /// <summary>"Russian troops": the adjective names the country. "Russians", "the French": its people, a group.</summary>
    bool Demonym(NameUnit unit, int head)
    {
        var adjective = _terms.Entity(unit.Term, SenseKind.Adjective);
        var people = _terms.Entity(unit.Term, SenseKind.People);
        var asAdjective =
            adjective is not null
            && (people is null || NounPhrase.IsModifier(_document, head) || NounPhrase.NounFollows(_document, unit.End));
        if (asAdjective)
        {
            unit.Actor = _registry.Of(adjective!);
            _registry.Mention(unit.First, unit.End, head, MentionKind.Name, unit.Actor);
            return true;
        }
        var entity = people ?? adjective!;
        var text = _document.SpanOf(unit.First, unit.End).Of(_document.Text).ToString();
        var plural = text.EndsWith('s') || text.EndsWith("men", StringComparison.Ordinal) || adjective is not null;
        var key = "people " + entity.Id + (plural ? "s" : "");
        if (_registry.ByKey(key) is >= 0 and var known)
            unit.Actor = known;
        else if (entity.Kind is EntityKind.Group or EntityKind.Party)
            unit.Actor = _registry.Of(entity);
        else
        {
            var actor = new Actor
            {
                Name = text,
                Kind = ActorKind.Group,
                IsPolitical = true,
                Confidence = 80,
            };
            actor.Countries.AddRange(entity.Countries);
            actor.Sectors.Add("CVL");
            if (entity.Kind == EntityKind.Bloc)
                actor.MemberOf.Add(_registry.Of(entity));
            unit.Actor = _registry.Add(actor, key);
            _registry.Notes[unit.Actor].IsPlural = plural;
        }
        _registry.Mention(unit.First, unit.End, head, MentionKind.Name, unit.Actor);
        return true;
    }

    void Capital(NameUnit unit, int head, Entity country)
    {
        country = _capitals.SeatOf(unit.Term, country);
        if (!_capitals.IsGovernment(unit, head))
            return;
        unit.Actor = _registry.Of(country);
        _registry.Mention(unit.First, unit.End, head, MentionKind.Name, unit.Actor);
    }

    void Organisation(NameUnit unit, int head)
    {
        var name = _document.SpanOf(unit.First, unit.End).Of(_document.Text).ToString();
        var owner = Owner(unit.First);
        var country = owner is { Actor: >= 0 } ? _registry.Actors[owner.Actor].Countries : [];
        // What is inside tells the country and the sector: "Ukrainian Defence Ministry", "Supreme Court of India".
        Agent? agent = null;
        Entity? inner = null;
        for (var i = unit.First; i < unit.End; i++)
        {
            var t = _terms.StartingAt(i);
            if (t < 0)
                continue;
            agent = _terms.Agent(t) ?? agent;
            inner ??= _terms.Entity(t, SenseKind.Adjective) ?? _terms.Entity(t, SenseKind.Entity);
        }
        var political = agent is { Political: 'p' } || agent is { Political: 'n', Kind: 'o' } && (inner is not null || country.Count > 0);
        var key = "org " + (political && country.Count > 0 ? country[0] + " " : "") + name.ToLowerInvariant();
        unit.Actor = _registry.ByKey(key);
        if (unit.Actor < 0)
        {
            var actor = new Actor
            {
                Name = name,
                Kind = ActorKind.Organisation,
                IsPolitical = political,
                Confidence = 85,
            };
            if (political)
                actor.Countries.AddNew(inner is { Kind: EntityKind.Country } ? inner.Countries : country);
            if (agent is not null)
                actor.Sectors.AddNew(agent.Sectors);
            unit.Actor = _registry.Add(actor, key);
            _registry.Alias("org " + name.ToLowerInvariant(), unit.Actor);
            if (agent is not null)
                _registry.AddHead(agent.Noun, unit.Actor);
            _registry.AddHead(ActorRegistry.LastWord(name), unit.Actor);
            if (Initials(unit) is { } initials)
                _registry.Alias("org " + initials, unit.Actor);
        }
        _registry.Mention(unit.First, unit.End, head, MentionKind.Name, unit.Actor);
    }

    /// <summary>The name that owns what starts at a token: "Russia's ...", "Russian ...", "UK ...".</summary>
    NameUnit? Owner(int first)
    {
        var i = first - 1;
        if (i >= 0 && _document.Tokens[i].Lower is "'s" or "’s" or "'")
            i--;
        else if (i < 0 || !NounPhrase.IsModifierWord(_document, i))
            return null;
        return _units.Covering(i);
    }

    string? Initials(NameUnit unit)
    {
        Span<char> letters = stackalloc char[8];
        var n = 0;
        for (var i = unit.First; i < unit.End && n < letters.Length; i++)
            if (char.IsUpper(_document.Form(i)[0]))
                letters[n++] = char.ToLowerInvariant(_document.Form(i)[0]);
        return n >= 3 ? letters[..n].ToString() : null;
    }
}
