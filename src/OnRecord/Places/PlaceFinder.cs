using OnRecord.Actors;
using OnRecord.Knowledge;
using OnRecord.Language;

namespace OnRecord.Places;

/// <summary>Finds mentions of places and settles which place of the name is meant: by what the article says elsewhere, by the place it
/// stands beside ("Paris, Texas"), and by size.</summary>
internal static class PlaceFinder
{
    internal static IReadOnlyList<Place> Find(Document document, KnowledgeBase knowledge, ActorLayer actors) =>
        Find(document, knowledge, actors, Terms.Find(document, knowledge));

    /// <summary>With the terms already looked up.</summary>
    internal static IReadOnlyList<Place> Find(Document document, KnowledgeBase knowledge, ActorLayer actors, Terms terms)
    {
        var countries = Countries(terms);
        var found = new List<Place>();
        var chosen = new Dictionary<string, PlaceEntry?>(StringComparer.Ordinal);
        var name = 0;
        for (var i = 0; i < document.Tokens.Length; )
        {
            while (name < document.Names.Length && document.Names[name].End <= i)
                name++;
            var kind = name < document.Names.Length && document.Names[name].First <= i ? document.Names[name].Kind : NameKind.None;
            var end = name < document.Names.Length && kind != NameKind.None ? document.Names[name].End : i + 1;
            var t = terms.StartingAt(i);
            if (kind is NameKind.Person or NameKind.Organisation)
            {
                // "Moscow" taken for an organisation is a place still where the whole name is one; inside a longer name it is not
                if (t < 0 || terms.All[t].End != end || document.Names[name].First != i || kind == NameKind.Person)
                {
                    i = end;
                    continue;
                }
            }
            if (
                t >= 0
                && IsPlace(document, terms, knowledge, t, kind)
                && Choose(document, knowledge, terms, t, countries, chosen) is { } entry
            )
            {
                found.Add(Place(document, actors, terms.All[t].First, terms.All[t].End, entry));
                i = terms.All[t].End;
                continue;
            }
            if (
                kind == NameKind.Location
                && document.Names[name].First == i
                && document.SpanOf(i, end).Length > 1
                && (t < 0 || terms.All[t].End <= end)
            )
            {
                var text = document.SpanOf(i, end).Of(document.Text).ToString();
                // the tables know better than the name finder that "CNN" is no place
                if (t < 0 || terms.Find(t, SenseKind.Adjective, SenseKind.People) is null && terms.Find(t, SenseKind.Entity) is null)
                    found.Add(Place(document, actors, i, end, new(text, "unknown", null, null, null, null, 0, "")));
                i = end;
                continue;
            }
            i = t >= 0 ? terms.All[t].End : i + 1;
        }
        return found;
    }

    static Place Place(Document document, ActorLayer actors, int first, int end, PlaceEntry e)
    {
        var actor = -1;
        for (var i = first; i < end && actor < 0; i++)
            if (actors.MentionAt(i) is >= 0 and var m && actors.Mentions[m].Kind == MentionKind.Name && actors.Mentions[m].First >= first)
                actor = actors.Mentions[m].Actor;
        return new(document.SpanOf(first, end), first, end, e.Name, e.Country, e.Latitude, e.Longitude, e.GeoNamesId, e.Precision, actor);
    }

    /// <summary>How often each country is named, by name, adjective or capital.</summary>
    static Dictionary<string, int> Countries(Terms terms)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var t = 0; t < terms.All.Count; t++)
            if (
                (terms.Entity(t, SenseKind.Entity) ?? terms.Entity(t, SenseKind.Adjective) ?? terms.Entity(t, SenseKind.Capital)) is
                { Countries: [var country] }
            )
                counts[country] = counts.GetValueOrDefault(country) + 1;
        return counts;
    }

    /// <summary>A country, a capital or a region of the tables is a place by itself; another city only where the name finder says
    /// so or where it is large, for many bear common names.</summary>
    static bool IsPlace(Document document, Terms terms, KnowledgeBase knowledge, int term, NameKind kind)
    {
        var first = terms.All[term].First;
        if (document.Tokens[first].Upos is Upos.Pron or Upos.Aux or Upos.Verb or Upos.Adp)
            return false;
        var adjective = terms.Find(term, SenseKind.Adjective) is not null;
        if (terms.Entity(term, SenseKind.Entity) is { Kind: EntityKind.Country })
            return !(adjective && NounPhrase.IsModifier(document, terms.All[term].End - 1));
        if (adjective || terms.Find(term, SenseKind.People) is not null)
            return false;
        if (terms.Find(term, SenseKind.Region) is not null)
            return kind != NameKind.None || terms.All[term].End - first > 1 || document.Tokens[first].Upos == Upos.Propn;
        if (terms.Find(term, SenseKind.Capital) is not null)
            return true;
        if (terms.Find(term, SenseKind.City) is not { } city)
            return false;
        return kind == NameKind.Location
            || kind == NameKind.Organisation
            || (
                document.Tokens[first].Upos == Upos.Propn
                && terms.Find(term, SenseKind.Given) is null
                && knowledge.Place(city).Population > 500_000
            );
    }

    /// <summary>Which place is meant. One name means one place throughout an article.</summary>
    static PlaceEntry? Choose(
        Document document,
        KnowledgeBase knowledge,
        Terms terms,
        int term,
        Dictionary<string, int> countries,
        Dictionary<string, PlaceEntry?> chosen
    )
    {
        var span = terms.All[term];
        var beside = Beside(document, knowledge, terms, span.End);
        var key = string.Concat(document.SpanOf(span.First, span.End).Of(document.Text), "|", beside?.Name);
        if (chosen.TryGetValue(key, out var known))
            return known;
        // "Moscow, Idaho" settles later mentions of Moscow too
        PlaceEntry? best = null;
        var bestScore = double.MinValue;
        for (var s = span.Sense; s >= 0; s = knowledge.Names[s].Next)
        {
            var sense = knowledge.Names[s];
            if (span.Upper < sense.MinUpper || Entry(knowledge, sense) is not { } entry)
                continue;
            var score = Math.Log10(entry.Population + 10);
            if (terms.Entity(term, SenseKind.Capital) is { } state && state.Countries.Contains(entry.Country))
                score += 2;
            if (entry.Precision is "country")
                score += 12;
            else if (entry.Precision is not "city")
                score += 6;
            if (entry.Country is { } country && countries.TryGetValue(country, out var count))
                score += 2 + Math.Min(2, count / 3.0);
            if (beside is { } b)
                score +=
                    b.Country == entry.Country && (b.Division.Length == 0 || entry.Division.Length == 0 || b.Division == entry.Division)
                        ? 20
                        : 0;
            if (score > bestScore)
                (best, bestScore) = (entry, score);
        }
        chosen[key] = best;
        if (beside is not null)
            chosen[string.Concat(document.SpanOf(span.First, span.End).Of(document.Text), "|")] = best;
        return best;
    }

    static PlaceEntry? Entry(KnowledgeBase knowledge, Sense sense)
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

    /// <summary>The country or division behind a comma: "Paris, Texas", "London, Ontario", "Tbilisi, Georgia".</summary>
    static PlaceEntry? Beside(Document document, KnowledgeBase knowledge, Terms terms, int end)
    {
        if (end + 1 >= document.Tokens.Length || document.Tokens[end].Lower != "," || terms.StartingAt(end + 1) is not (>= 0 and var t))
            return null;
        if (terms.Find(t, SenseKind.Region) is { } region && knowledge.Place(region) is { Country: not null } place)
            return place;
        return terms.Find(t, SenseKind.Entity) is { } country ? Entry(knowledge, country) : null;
    }
}
