using System.Collections.Frozen;
using OnRecord.Actors;
using OnRecord.Knowledge;
using OnRecord.Language;

namespace OnRecord.Places;

/// <summary>Settles which of several places of one name an article means: by size and kind, by what stands behind a comma, by the countries and
/// divisions that the article names, and by how near its other places are.</summary>
/// <remarks>Minimality and one sense a discourse after Leidner, Toponym Resolution in Text (2007), with a score in place of a rule.</remarks>
internal sealed class PlaceChooser(Document document, KnowledgeBase knowledge, Terms terms, string? outletCountry)
{
    // A large city outweighs a small one by its number of digits; what the article says outweighs that.
    const double Contained = 20;
    const double Country = 9;
    const double Continent = 8;
    const double Region = 6;
    const double District = 3;
    const double OtherName = -2;
    const double Capital = 2;
    const double InNamedDivision = 3;
    const double InNamedCountry = 2;
    const double InOutletCountry = 1;
    const double ContainedElsewhere = 8;
    const double Nearness = 2.5; // a place next door
    const double MostNearness = 6;
    const double NearKilometres = 100; // at which nearness has fallen to a half
    const double Doubt = 2; // candidates so much below the best are alternatives
    const int MostCandidates = 64;
    const int MostAnchors = 48;
    const int Rounds = 3;

    static readonly FrozenSet<string> Bearings = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "North",
        "South",
        "East",
        "West",
        "Northern",
        "Southern",
        "Eastern",
        "Western",
        "Northeast",
        "Northwest",
        "Southeast",
        "Southwest",
        "Central",
        "Centre",
        "Center"
    );

    readonly Dictionary<string, Toponym> _byName = new(StringComparer.OrdinalIgnoreCase);
    readonly List<Toponym> _all = [];
    readonly List<(PlaceEntry Place, bool IsAlternative)> _found = [];

    /// <summary>The name at a term or at tokens, with what it may mean; mentions of one name share one.</summary>
    internal Toponym Toponym(int first, int end, int term)
    {
        var name = Text(first, end);
        var beside = Beside(end);
        var key =
            beside is { } b && Candidates(name, first, end, term).Exists(c => LiesIn(c.Entry, b))
                ? $"{name}, {b.Country} {b.Division}"
                : name;
        if (!_byName.TryGetValue(key, out var toponym))
        {
            toponym = new(name);
            toponym.Candidates.AddRange(Candidates(name, first, end, term));
            _byName[key] = toponym;
            _all.Add(toponym);
            if (key != name)
                Plain(name, toponym.Candidates).Elsewhere.Add(toponym);
        }
        toponym.Count++;
        if (beside is { } around && !toponym.Around.Contains(around))
            toponym.Around.Add(around);
        return toponym;
    }

    /// <summary>A name that no token of the text stands for, as in a dateline.</summary>
    internal Toponym Toponym(string name)
    {
        if (!_byName.TryGetValue(name, out var toponym))
        {
            var candidates = Candidates(name);
            toponym = Plain(name, candidates);
        }
        toponym.Count++;
        return toponym;
    }

    List<PlaceCandidate> Candidates(string name)
    {
        var candidates = new List<PlaceCandidate>();
        var cursor = new NameIndex.Cursor(knowledge.Names);
        if (cursor.Push(name, false) && cursor.Sense >= 0)
            AddSenses(cursor.Sense, cursor.Upper, candidates);
        AddFromGazetteer(name, candidates);
        return candidates;
    }

    /// <summary>The name as it stands where no comma follows; made where there is none yet.</summary>
    Toponym Plain(string name, List<PlaceCandidate> candidates)
    {
        if (_byName.TryGetValue(name, out var plain))
            return plain;
        _byName[name] = plain = new(name);
        _all.Add(plain);
        plain.Candidates.AddRange(candidates);
        return plain;
    }

    /// <summary>Chooses for all names at once.</summary>
    internal void Choose()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var support = new Support(_all);
            foreach (var toponym in _all)
                Choose(toponym, support, round);
        }
        var named = new Support(_all.FindAll(t => !IsBearing(t)));
        foreach (var toponym in _all)
            if (IsBearing(toponym) && toponym.Entry is { } entry && !named.Names(entry) && !toponym.Around.Exists(a => LiesIn(entry, a)))
            {
                toponym.Chosen = -1;
                toponym.Alternatives.Clear();
            }
    }

    /// <summary>Whether a name only says where in a country ("the North"): a division of a country that the article does not otherwise name is not
    /// meant by it.</summary>
    static bool IsBearing(Toponym toponym) => Bearings.Contains(toponym.Name);

    void Choose(Toponym toponym, Support support, int round)
    {
        int best = -1;
        var bestScore = double.MinValue;
        Span<double> scores = stackalloc double[Math.Min(MostCandidates, toponym.Candidates.Count)];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = Score(toponym, toponym.Candidates[i], support, round);
            if (scores[i] > bestScore)
                (best, bestScore) = (i, scores[i]);
        }
        toponym.Chosen = best;
        toponym.Alternatives.Clear();
        if (best < 0)
            return;
        // a town in that division which the tables lack
        if (
            toponym.Candidates[best].Entry.Precision == "city"
            && toponym.Around.Exists(a => a.Division.Length > 0)
            && bestScore < Contained
        )
        {
            toponym.Chosen = -1;
            return;
        }
        for (var i = 0; i < scores.Length; i++)
            if (i != best && scores[i] > bestScore - Doubt)
            {
                var at = toponym.Alternatives.Count;
                while (at > 0 && scores[toponym.Alternatives[at - 1]] < scores[i])
                    at--;
                toponym.Alternatives.Insert(at, i);
            }
    }

    double Score(Toponym toponym, PlaceCandidate candidate, Support support, int round)
    {
        var score = candidate.Prior;
        foreach (var around in toponym.Around)
            if (LiesIn(candidate.Entry, around))
                return score + Contained;
        foreach (var elsewhere in toponym.Elsewhere)
            if (elsewhere.Around.Exists(a => LiesIn(candidate.Entry, a)))
                score += ContainedElsewhere;
        score += support.Country(candidate.Entry, toponym) is > 0 and var count ? InNamedCountry + Math.Min(2, count / 3.0) : 0;
        if (candidate.Entry.Country is { } country && country == outletCountry)
            score += InOutletCountry;
        if (candidate.Entry.Precision is "city" or "region" && support.HasDivision(candidate.Entry, toponym))
            score += InNamedDivision;
        if (round > 0)
            score += Math.Min(MostNearness, Nearness * support.Nearness(candidate, toponym));
        return score;
    }

    /// <summary>What the chosen places of the other names say.</summary>
    sealed class Support
    {
        readonly Dictionary<string, int> _countries = new(StringComparer.Ordinal);
        readonly Dictionary<(string, string), int> _divisions = [];
        readonly List<(Toponym Of, (double, double, double) Point)> _anchors = [];

        internal Support(List<Toponym> all)
        {
            foreach (var t in all)
            {
                if (t.Entry is not { } entry)
                {
                    // before anything is chosen: what can only lie in one country
                    if (t.Candidates.Count > 0 && t.Candidates.TrueForAll(c => c.Entry.Country == t.Candidates[0].Entry.Country))
                        Add(t.Candidates[0].Entry, t.Count);
                    continue;
                }
                Add(entry, t.Count);
                if (_anchors.Count < MostAnchors && t.Candidate is { Point: not (0, 0, 0) and var point })
                    _anchors.Add((t, point));
            }
            foreach (var t in all)
            foreach (var (country, division) in t.Around)
            {
                _countries[country] = _countries.GetValueOrDefault(country) + 1;
                if (division.Length > 0)
                    _divisions[(country, division)] = _divisions.GetValueOrDefault((country, division)) + 1;
            }
        }

        void Add(PlaceEntry entry, int count)
        {
            if (entry.Country is not { } country)
                return;
            _countries[country] = _countries.GetValueOrDefault(country) + count;
            if (entry.Division.Length > 0)
                _divisions[(country, entry.Division)] = _divisions.GetValueOrDefault((country, entry.Division)) + count;
        }

        /// <summary>Mentions of a place's country and of places in it, the name's own left out.</summary>
        internal int Country(PlaceEntry place, Toponym own) =>
            place.Country is { } country
                ? _countries.GetValueOrDefault(country) - (own.Entry is { } e && e.Country == country ? own.Count : 0)
                : 0;

        /// <summary>Whether a place's country, or any place in it, is among them.</summary>
        internal bool Names(PlaceEntry place) => place.Country is { } country && _countries.GetValueOrDefault(country) > 0;

        internal bool HasDivision(PlaceEntry place, Toponym own) =>
            place is { Country: { } country, Division: { Length: > 0 } division }
            && _divisions.GetValueOrDefault((country, division))
                - (own.Entry is { } e && e.Country == country && e.Division == division ? own.Count : 0)
                > 0;

        /// <summary>How near the other places are: one that is next door counts one.</summary>
        internal double Nearness(PlaceCandidate place, Toponym own)
        {
            if (place.Point == (0, 0, 0))
                return 0;
            var sum = 0.0;
            foreach (var (of, point) in _anchors)
                if (of != own && !of.Elsewhere.Contains(own) && !own.Elsewhere.Contains(of))
                    sum += 1 / (1 + PlaceCandidate.SquareKilometres(place.Point, point) / (NearKilometres * NearKilometres));
            return sum;
        }
    }

    List<PlaceCandidate> Candidates(string name, int first, int end, int term)
    {
        if (_byName.TryGetValue(name, out var known))
            return known.Candidates;
        var candidates = new List<PlaceCandidate>();
        var span = term >= 0 && terms.All[term].First == first && terms.All[term].End == end ? terms.All[term] : default;
        if (span.End > 0)
            AddSenses(span.Sense, span.Upper, candidates);
        AddFromGazetteer(name, candidates);
        return candidates;
    }

    void AddSenses(int sense, int upper, List<PlaceCandidate> candidates)
    {
        Entity? capital = null;
        for (var s = sense; s >= 0; s = knowledge.Names[s].Next)
            if (knowledge.Names[s] is { Kind: SenseKind.Capital } of && upper >= of.MinUpper)
                capital ??= knowledge.Entities[of.Row];
        for (var s = sense; s >= 0; s = knowledge.Names[s].Next)
            if (upper >= knowledge.Names[s].MinUpper && Entry(knowledge.Names[s]) is { } entry)
                candidates.Add(new(entry, Prior(entry) + (IsCapital(entry, capital) ? Capital : 0)));
    }

    static bool IsCapital(PlaceEntry entry, Entity? state) =>
        state is not null
        && entry is { Precision: "city", Population: > 100_000, Country: { } country }
        && state.Countries.Contains(country);

    void AddFromGazetteer(string name, List<PlaceCandidate> candidates)
    {
        _found.Clear();
        knowledge.Gazetteer.Find(name, _found);
        foreach (var (place, isAlternative) in _found)
            if (candidates.Count < MostCandidates && !candidates.Exists(c => c.Entry.GeoNamesId is { } id && id == place.GeoNamesId))
                candidates.Add(
                    new(place, Prior(place) + (isAlternative ? OtherName : 0) + (place.Precision == "city" ? 0 : District - Region))
                );
    }

    /// <summary>Whether any place has the name.</summary>
    internal bool Knows(int first, int end, int term) => Candidates(Text(first, end), first, end, term).Count > 0;

    static double Prior(PlaceEntry entry) =>
        entry.Precision switch
        {
            "country" => Country,
            "continent" => Continent,
            "city" => Math.Log10(entry.Population + 10),
            _ => Region + Math.Log10(entry.Population + 10) / 4,
        };

    static bool LiesIn(PlaceEntry entry, (string Country, string Division) around) =>
        entry.Country == around.Country
        && entry.Precision is "city" or "region"
        && (around.Division.Length == 0 || entry.Division == around.Division);

    /// <summary>The country or division behind a comma: "Paris, Texas", "Tbilisi, Georgia"; null where there is none.</summary>
    (string Country, string Division)? Beside(int end)
    {
        var tokens = document.Tokens;
        if (end + 1 >= tokens.Length || tokens[end].Lower is not ("," or "(") || terms.StartingAt(end + 1) is not (>= 0 and var t))
            return null;
        if (terms.Find(t, SenseKind.Region) is { } region && knowledge.Place(region) is { Country: { } of, Precision: "region" } place)
            return (of, place.Division);
        return terms.Entity(t, SenseKind.Entity) is { Kind: EntityKind.Country } country ? (country.Countries[0], "") : null;
    }

    /// <summary>Country of the division or country named behind a comma, or null.</summary>
    internal string? CountryBeside(int end) => Beside(end)?.Country;

    string Text(int first, int end) => document.SpanOf(first, end).Of(document.Text).ToString();

    PlaceEntry? Entry(Sense sense)
    {
        switch (sense.Kind)
        {
            case SenseKind.City or SenseKind.Region:
                return knowledge.Place(sense);
            case SenseKind.Entity when knowledge.Entities[sense.Row] is { Kind: EntityKind.Country } country:
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
