using OnRecord.Knowledge;
using OnRecord.Language;

namespace OnRecord.Actors;

/// <summary>Tells a capital that stands for its government ("Moscow rejected") from the city ("a restaurant in Moscow").</summary>
internal sealed class Capitals
{
    readonly Document _document;
    readonly Terms _terms;
    readonly NameUnits _units;
    readonly Metonymy _metonymy;
    readonly HashSet<string> _named = new(StringComparer.Ordinal);
    readonly HashSet<string> _nations = new(StringComparer.Ordinal); // states, blocs and seats by name or adjective: without any, cities are cities
    readonly HashSet<string> _evident = new(StringComparer.Ordinal);
    readonly Dictionary<string, int> _mentions = new(StringComparer.Ordinal);
    readonly KnowledgeBase _knowledge;
    readonly Dictionary<string, bool> _against = new(StringComparer.Ordinal);

    internal Capitals(Document document, Terms terms, NameUnits units, KnowledgeBase knowledge)
    {
        (_document, _terms, _units, _knowledge, _metonymy) = (document, terms, units, knowledge, new(knowledge));
        ReadNames();
    }

    /// <summary>Notes which nations, countries and organisations the article's names have to do with.</summary>
    void ReadNames()
    {
        foreach (var unit in _units.All)
        {
            if (unit.Term < 0)
                continue;
            var adjective = _terms.Entity(unit.Term, SenseKind.Adjective);
            var entity = _terms.Entity(unit.Term, SenseKind.Entity);
            if ((entity ?? adjective) is { Kind: EntityKind.Country or EntityKind.Bloc or EntityKind.Seat or EntityKind.Group } nation)
                _nations.Add(nation.Id);
            var derived = adjective ?? _terms.Entity(unit.Term, SenseKind.People) ?? _terms.Entity(unit.Term, SenseKind.Capital);
            if (derived is { Countries: [var meant] })
                _mentions[meant] = _mentions.GetValueOrDefault(meant) + 1;
            if (entity is { Kind: not EntityKind.Outlet, Countries: [var of] })
            {
                _evident.Add(of);
                _mentions[of] = _mentions.GetValueOrDefault(of) + 1;
            }
            if ((derived ?? (entity is { Kind: EntityKind.Country or EntityKind.Seat } ? entity : null)) is { Countries: [var country] })
                _named.Add(country);
        }
        _evident.UnionWith(_named);
    }

    /// <summary>The one body of the name that the article can mean: that of the only country it has to do with that has one, or of the country
    /// named most; null where there is none.</summary>
    internal Entity? Body(int term, string? outletCountry)
    {
        Entity? best = null;
        var most = 0;
        for (var s = term < 0 ? -1 : _terms.All[term].Sense; s >= 0; s = _knowledge.Names[s].Next)
        {
            if (
                _knowledge.Names[s].Kind != SenseKind.Body
                || _knowledge.Entities[_knowledge.Names[s].Row] is not { Countries: [var country] } body
            )
                continue;
            var count = 2 * _mentions.GetValueOrDefault(country) + (country == outletCountry ? 1 : 0);
            if (count > most)
                (best, most) = (body, count);
            else if (count == most)
                best = null;
        }
        return best;
    }

    /// <summary>Whether the article has to do with a country: names it, its people, its capital, or a body, party or group of it.</summary>
    internal bool IsEvident(string country) => _evident.Contains(country);

    /// <summary>Whose seat a town is: its country's; or that of a bloc, where the article does not name the country ("Brussels" in news that has
    /// nothing to do with Belgium), one that it names before others.</summary>
    internal Entity SeatOf(int term, Entity country)
    {
        if (_nations.Contains(country.Id))
            return country;
        Entity? bloc = null;
        for (var s = _terms.All[term].Sense; s >= 0; s = _knowledge.Names[s].Next)
            if (_knowledge.Names[s].Kind == SenseKind.Capital && _knowledge.Entities[_knowledge.Names[s].Row] is { IsState: false } entity)
                bloc = bloc is null || !_nations.Contains(bloc.Id) && _nations.Contains(entity.Id) ? entity : bloc;
        return bloc ?? country;
    }

    /// <summary>Whether a capital or a seat of government stands for the government.</summary>
    internal bool IsGovernment(NameUnit unit, int head) =>
        _metonymy.IsGovernment(_document, _terms, unit.First, unit.End, head, _nations.Count > 0);

    /// <summary>Whether a seat of government is the building here ("a fence around the Kremlin").</summary>
    internal bool IsBuilding(NameUnit unit, int head) => _metonymy.Verdict(_document, _terms, unit.First, unit.End, head) == false;

    /// <summary>Whether the article names the country, by name, adjective, people or capital.</summary>
    internal bool IsNamed(string country) => _named.Contains(country);

    /// <summary>Whether the article holds one of the words that speak against a country of the name (Georgia and Atlanta), and nothing of
    /// the country itself.</summary>
    internal bool SpeaksAgainst(Entity country)
    {
        if (!_against.TryGetValue(country.Id, out var against))
            _against[country.Id] = against = WordsSpeakAgainst(country);
        return against;
    }

    bool WordsSpeakAgainst(Entity country)
    {
        foreach (var unit in _units.All)
            if (
                unit.Term >= 0
                && (
                    _terms.Entity(unit.Term, SenseKind.Adjective)?.Id == country.Id
                    || _terms.Entity(unit.Term, SenseKind.Capital)?.Id == country.Id
                )
            )
                return false;
        foreach (var token in _document.Tokens)
        foreach (var word in country.Unless)
            if (token.Lower == ActorRegistry.LastWord(word) && char.IsUpper(_document.Text[token.Start]))
                return true;
        return false;
    }
}
