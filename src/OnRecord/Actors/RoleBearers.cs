using System.Collections.Frozen;
using OnRecord.Knowledge;
using OnRecord.Language;

namespace OnRecord.Actors;

/// <summary>Finds who "the foreign secretary" is: a person of the article that the text gave the office, or the one that the tables know
/// to have held it on the day.</summary>
internal sealed class RoleBearers
{
    const int LookBack = 48;

    /// <summary>Offices that one person at a time holds in a country or organisation.</summary>
    static readonly FrozenSet<string> Unique =
        "president vice-president premier chancellor monarch crown-prince supreme-leader pope foreign defence interior finance sg"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    readonly ActorRegistry _registry;
    readonly KnowledgeBase _knowledge;
    readonly List<int> _people = [];
    readonly List<(int Token, int Actor)> _order = [];

    internal RoleBearers(ActorRegistry registry, KnowledgeBase knowledge)
    {
        (_registry, _knowledge) = (registry, knowledge);
        for (var i = 0; i < registry.Actors.Count; i++)
            if (registry.Actors[i] is { Kind: ActorKind.Person, Title: not null } && !registry.Notes[i].IsFormer)
                _people.Add(i);
        foreach (var m in registry.Mentions)
            if (registry.Actors[m.Actor].Kind is ActorKind.Person or ActorKind.Country or ActorKind.Bloc)
                _order.Add((m.First, m.Actor));
    }

    /// <summary>The one person who fits, or -1.</summary>
    internal int Find(string title, string role, List<string> countries, List<int> organisations, bool former)
    {
        // "the foreign secretary" is the one whom the text calls so, not his Russian counterpart, a foreign minister
        var exact = Single(title, "", countries);
        if (exact >= 0)
            return exact;
        var found = exact == Several ? Several : Single(title, role, countries);
        if (found == Several && countries.Count == 0 && organisations.Count == 0 && !former)
            return Dominant(title, role);
        if (found != None || former || !Unique.Contains(role) || _registry.Published is null)
            return Math.Max(found, -1);
        var of =
            countries.Count == 1 ? countries[0]
            : countries.Count == 0 && organisations is [var o] ? _registry.Actors[o].KnowledgeId
            : null;
        return of is not null && _knowledge.Holder(of, role, _registry.Published) is { } known ? Known(known) : -1;
    }

    /// <summary>Where several hold the office, "the president" is the one that the article is about: named at least twice as often as any
    /// other, and three times or more.</summary>
    int Dominant(string title, string role)
    {
        int best = -1,
            most = 0,
            second = 0;
        for (var i = 0; i < Math.Min(_people.Count, LookBack); i++)
        {
            if (!Fits(title, role, _people[i]))
                continue;
            var count = _registry.Notes[_people[i]].Names;
            if (count > most)
                (best, most, second) = (_people[i], count, most);
            else
                second = Math.Max(second, count);
        }
        return most >= 3 && most >= 2 * second ? best : -1;
    }

    const int None = -1;
    const int Several = -2;

    int Single(string title, string role, List<string> countries)
    {
        var found = None;
        for (var i = 0; i < Math.Min(_people.Count, LookBack); i++)
        {
            var actor = _registry.Actors[_people[i]];
            if (!Fits(title, role, _people[i]))
                continue;
            if (countries.Count > 0 && !actor.Countries.Contains(countries[0]))
                continue;
            if (found >= 0)
                return Several;
            found = _people[i];
        }
        return found;
    }

    bool Fits(string title, string role, int person)
    {
        var has = _registry.Notes[person].Role;
        if (role.Length > 0 && has == role)
            return true;
        if (_registry.Actors[person].Title is not { } own)
            return false;
        var last = ActorRegistry.LastWord(own);
        // "the minister" may be any minister, "the defence minister" only that one
        return own.Equals(title, StringComparison.OrdinalIgnoreCase) || (!title.Contains(' ') && last == title);
    }

    int Known(KnownPerson known)
    {
        var key = "person " + known.Id;
        if (_registry.ByKey(key) is >= 0 and var met)
            return met;
        var spell = known.At(_registry.Published);
        var actor = new Actor
        {
            Name = known.Name,
            Kind = ActorKind.Person,
            KnowledgeId = known.Id,
            WikidataId = known.WikidataId,
            Gender = known.Gender,
            Title = spell?.Title,
            Confidence = 80,
            IsPolitical = true,
        };
        if (known.Country is not null)
            actor.Countries.Add(known.Country);
        if (spell is not null)
            actor.Sectors.AddRange(spell.Sectors);
        var index = _registry.Add(actor, key);
        _registry.Notes[index].Role = spell?.Role ?? "";
        return index;
    }

    /// <summary>Role of the person mentioned last before the token.</summary>
    internal string LatestRole(int token)
    {
        for (var (i, steps) = (Before(token), 0); i >= 0 && steps < LookBack; i--, steps++)
            if (_registry.Actors[_order[i].Actor].Kind == ActorKind.Person)
                return _registry.Notes[_order[i].Actor].Role;
        return "";
    }

    /// <summary>The state or bloc that "the country" means: the only one in this sentence before it or in the last.</summary>
    internal int LatestState(bool bloc, Document document, int token)
    {
        var found = -1;
        var sentence = document.Tokens[token].Sentence;
        for (var (i, steps) = (Before(token), 0); i >= 0 && steps < LookBack; i--, steps++)
        {
            var (at, actor) = _order[i];
            if (document.Tokens[at].Sentence < sentence - 1)
                break;
            if (_registry.Actors[actor].Kind != (bloc ? ActorKind.Bloc : ActorKind.Country) || actor == found)
                continue;
            if (found >= 0)
                return -1;
            found = actor;
        }
        return found;
    }

    int Before(int token)
    {
        int low = 0,
            high = _order.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_order[middle].Token < token)
                low = middle + 1;
            else
                high = middle;
        }
        return low - 1;
    }
}
