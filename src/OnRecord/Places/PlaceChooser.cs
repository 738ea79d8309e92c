using OnRecord.Actors;
using OnRecord.Knowledge;
using OnRecord.Language;

namespace OnRecord.Places;

/// <summary>Settles which of several places of one name an article means.</summary>
internal sealed class PlaceChooser
{
    // A large city outweighs a small one by its number of digits; what the article says outweighs that.
    const double Beside = 20;
    const double Country = 12;
    const double Region = 6;
    const double InNamedDivision = 3;
    const double InNamedCountry = 2;
    const double Capital = 2;

    readonly Document _document;
    readonly KnowledgeBase _knowledge;
    readonly Terms _terms;
    readonly Dictionary<string, int> _countries = new(StringComparer.Ordinal);
    readonly Dictionary<(string, string), int> _divisions = [];
    readonly Dictionary<string, PlaceEntry?> _chosen = new(StringComparer.OrdinalIgnoreCase);

    internal PlaceChooser(Document document, KnowledgeBase knowledge, Terms terms)
    {
        (_document, _knowledge, _terms) = (document, knowledge, terms);
        for (var t = 0; t < terms.All.Count; t++)
        {
            if (
                (Named(terms.Entity(t, SenseKind.Entity)) ?? terms.Entity(t, SenseKind.Adjective) ?? terms.Entity(t, SenseKind.Capital)) is
                { Countries: [var country] }
            )
                _countries[country] = _countries.GetValueOrDefault(country) + 1;
            if (
                terms.Find(t, SenseKind.Region) is { } sense
                && knowledge.Place(sense) is { Country: { } of, Division: { Length: > 0 } division }
            )
            {
                _divisions[(of, division)] = _divisions.GetValueOrDefault((of, division)) + 1;
                _countries[of] = _countries.GetValueOrDefault(of) + 1;
            }
        }
    }

    /// <summary>"Georgia" alone is no evidence of the country.</summary>
    static Entity? Named(Entity? entity) => entity is { Unless.Length: 0 } ? entity : null;

    /// <summary>The place that a term means; null where the tables have none that fits. Apart from places with a division behind them
    /// ("Paris, Texas") one name means one place throughout an article.</summary>
    internal PlaceEntry? Choose(int term)
    {
        var span = _terms.All[term];
        var beside = TermBeside(span.End);
        var name = _document.SpanOf(span.First, span.End).Of(_document.Text).ToString();
        if (beside < 0 && _chosen.TryGetValue(name, out var known))
            return known;
        PlaceEntry? best = null;
        var bestScore = double.MinValue;
        for (var s = span.Sense; s >= 0; s = _knowledge.Names[s].Next)
        {
            var sense = _knowledge.Names[s];
            if (span.Upper < sense.MinUpper || Entry(sense) is not { } entry)
                continue;
            var score = Score(term, entry, beside);
            if (score > bestScore)
                (best, bestScore) = (entry, score);
        }
        // a town in that division which the tables lack: known by name and country only
        if (best is { Precision: "city" } && beside >= 0 && bestScore < Beside)
            best = new(name, "city", CountryBeside(span.End), null, null, null, 0, "");
        if (beside < 0 || !_chosen.ContainsKey(name))
            _chosen[name] = best;
        return best;
    }

    double Score(int term, PlaceEntry entry, int beside)
    {
        var score = Math.Log10(entry.Population + 10);
        if (_terms.Entity(term, SenseKind.Capital) is { } state && state.Countries.Contains(entry.Country))
            score += Capital;
        score += entry.Precision switch
        {
            "country" => Country,
            "city" => 0,
            _ => Region,
        };
        if (entry.Country is { } country)
        {
            if (_countries.TryGetValue(country, out var count))
                score += InNamedCountry + Math.Min(2, count / 3.0);
            if (entry.Precision == "city" && _divisions.ContainsKey((country, entry.Division)))
                score += InNamedDivision;
        }
        return beside >= 0 && LiesIn(entry, beside) ? score + Beside : score;
    }

    /// <summary>Whether a place lies in one of the countries and divisions that a term may mean.</summary>
    bool LiesIn(PlaceEntry entry, int term)
    {
        for (var s = _terms.All[term].Sense; s >= 0; s = _knowledge.Names[s].Next)
            if (
                _knowledge.Names[s].Kind is SenseKind.Region or SenseKind.Entity
                && Entry(_knowledge.Names[s]) is { Country: not null } around
                && around.Country == entry.Country
                && (around.Division.Length == 0 || entry.Division.Length == 0 || around.Division == entry.Division)
            )
                return true;
        return false;
    }

    /// <summary>The country or division behind a comma: "Paris, Texas", "Tbilisi, Georgia"; -1 where there is none.</summary>
    int TermBeside(int end)
    {
        if (end + 1 >= _document.Tokens.Length || _document.Tokens[end].Lower != "," || _terms.StartingAt(end + 1) is not (>= 0 and var t))
            return -1;
        if (_terms.Find(t, SenseKind.Region) is { } region && _knowledge.Place(region).Country is not null)
            return t;
        return -1;
    }

    /// <summary>Country of the division or country named behind a comma, or null.</summary>
    internal string? CountryBeside(int end) =>
        TermBeside(end) is >= 0 and var t && _terms.Find(t, SenseKind.Region) is { } region ? _knowledge.Place(region).Country : null;

    PlaceEntry? Entry(Sense sense)
    {
        switch (sense.Kind)
        {
            case SenseKind.City or SenseKind.Region:
                return _knowledge.Place(sense);
            case SenseKind.Entity when _knowledge.Entities[sense.Row] is { Kind: EntityKind.Country } country:
                return new(
                    country.Name,
                    country.IsState ? "country" : "region",
                    country.Countries[0],
                    country.Latitude,
                    country.Longitude,
                    country.GeoNamesId,
                    0,
                    ""
                );
            default:
                return null;
        }
    }
}
