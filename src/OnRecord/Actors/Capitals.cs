using OnRecord.Knowledge;
using OnRecord.Language;

namespace OnRecord.Actors;

/// <summary>Tells a capital that stands for its government ("Moscow rejected") from the city ("a restaurant in Moscow").</summary>
internal sealed class Capitals
{
    readonly Document _document;
    readonly Terms _terms;
    readonly NameUnits _units;
    readonly KnowledgeBase _knowledge;
    readonly int _states;
    readonly HashSet<string> _named = new(StringComparer.Ordinal);
    readonly Dictionary<string, bool> _against = new(StringComparer.Ordinal);

    internal Capitals(Document document, Terms terms, NameUnits units, KnowledgeBase knowledge)
    {
        (_document, _terms, _units, _knowledge) = (document, terms, units, knowledge);
        _states = CountStates();
    }

    /// <summary>States, blocs and seats of government by name or adjective: without any, cities are cities.</summary>
    int CountStates()
    {
        var n = 0;
        foreach (var unit in _units.All)
            if (
                unit.Term >= 0
                && (_terms.Entity(unit.Term, SenseKind.Entity) ?? _terms.Entity(unit.Term, SenseKind.Adjective))
                    is { Kind: EntityKind.Country or EntityKind.Bloc or EntityKind.Seat or EntityKind.Group }
            )
                n++;
        foreach (var unit in _units.All)
            if (
                unit.Term >= 0
                && (
                    _terms.Entity(unit.Term, SenseKind.Adjective)
                    ?? _terms.Entity(unit.Term, SenseKind.People)
                    ?? _terms.Entity(unit.Term, SenseKind.Capital)
                    ?? (_terms.Entity(unit.Term, SenseKind.Entity) is { Kind: EntityKind.Country or EntityKind.Seat } e ? e : null)
                )
                    is { Countries: [var country] }
            )
                _named.Add(country);
        return n;
    }

    /// <summary>Words that make a capital in "with", "by" or as a subject no government: what cities do.</summary>
    bool IsCityLife(string lemma) => _knowledge.Words("city-life").Contains(lemma);

    /// <summary>Words with "to" and "from" that need somebody at the other end.</summary>
    bool NeedsRecipient(string lemma) => _knowledge.Words("recipient").Contains(lemma);

    internal bool IsGovernment(NameUnit unit, int head, Entity country)
    {
        if (_states == 0 || country.Countries.Length == 0)
            return false;
        var tokens = _document.Tokens;
        var token = head;
        for (var i = 0; i < 8 && tokens[token].Deprel == Deprel.Conj && tokens[token].Head >= 0; i++)
            token = tokens[token].Head;
        var governor = tokens[token].Head;
        var lemma = governor >= 0 ? tokens[governor].Lemma : "";
        switch (tokens[token].Deprel)
        {
            case Deprel.Nsubj:
            case Deprel.NsubjOuter:
                return !IsCityLife(lemma) && tokens[governor].Upos is Upos.Verb or Upos.Aux && _document.Child(governor, Deprel.Cop) < 0;
            case Deprel.NsubjPass:
            case Deprel.Obj:
            case Deprel.Iobj:
                return !IsCityLife(lemma) && IsDoneToGovernments(lemma);
            case Deprel.OblAgent:
                return true;
            case Deprel.NmodPoss:
                return governor >= 0 && IsPossessedByGovernments(governor);
            case Deprel.Obl:
            case Deprel.Nmod:
                return NounPhrase.Preposition(_document, token) switch
                {
                    "with" or "against" or "between" => true,
                    "by" => true,
                    "to" or "from" => NeedsRecipient(lemma),
                    _ => false,
                };
            case Deprel.Compound:
            case Deprel.Amod:
                // "Moscow-backed separatists"
                return unit.End < tokens.Length - 1
                    && tokens[unit.End].Lower == "-"
                    && tokens[unit.End + 1].Lower is "backed" or "led" or "supported" or "installed";
            default:
                return false;
        }
    }

    /// <summary>Verbs whose object is a government rather than a town.</summary>
    bool IsDoneToGovernments(string lemma) => _knowledge.Words("government-object").Contains(lemma);

    /// <summary>"Moscow's proposals", not "Moscow's streets": the thing is said, decided or fought by somebody.</summary>
    bool IsPossessedByGovernments(int noun)
    {
        if (
            _terms.Covering(noun) is >= 0 and var t
            && (_terms.Agent(t) is { Political: 'p' } || _terms.Office(t) is { Sectors.Length: > 0 })
        )
            return true;
        return _knowledge.Words("government-possession").Contains(_document.Tokens[noun].Lemma);
    }

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
