using System.Collections.Frozen;
using OnRecord.Actors;
using OnRecord.Knowledge;
using OnRecord.Language;
using OnRecord.Text;

namespace OnRecord.Places;

/// <summary>Finds mentions of places and settles which place of the name is meant: by what the article says elsewhere, by the place it
/// stands beside ("Paris, Texas"), and by size.</summary>
internal static class PlaceFinder
{
    /// <summary>A name that is a place, before it is settled which.</summary>
    readonly record struct Mention(int First, int End, Toponym? Of);

    internal static IReadOnlyList<Place> Find(Document document, KnowledgeBase knowledge, ActorLayer actors) =>
        Find(document, knowledge, actors, Terms.Find(document, knowledge));

    /// <summary>With the terms already looked up.</summary>
    internal static IReadOnlyList<Place> Find(Document document, KnowledgeBase knowledge, ActorLayer actors, Terms terms) =>
        Find(document, knowledge, actors, terms, null).Places;

    /// <summary>With the place of a dateline, which stands apart: no token of the text is it.</summary>
    internal static (IReadOnlyList<Place> Places, Place? Dateline) Find(
        Document document,
        KnowledgeBase knowledge,
        ActorLayer actors,
        Terms terms,
        Span? origin
    )
    {
        var chooser = new PlaceChooser(document, knowledge, terms, knowledge.CountryOfOutlet(document.Article.Outlet));
        var mentions = Mentions(document, knowledge, terms, chooser);
        var writtenIn = origin is { Length: > 0 } words ? chooser.Toponym(words.Of(document.Text).ToString()) : null;
        chooser.Choose();
        var found = new List<Place>(mentions.Count);
        foreach (var mention in mentions)
        {
            var name = document.SpanOf(mention.First, mention.End).Of(document.Text).ToString();
            var entry = mention.Of?.Entry ?? new(name, "unknown", chooser.CountryBeside(mention.End), null, null, null, 0, "");
            var place = Place(document, actors, mention.First, mention.End, entry);
            found.Add(
                mention.Of is { Alternatives.Count: > 0 } of
                    ? place with
                    {
                        Alternatives = of.Alternatives.ConvertAll(a => of.Candidates[a].Entry),
                    }
                    : place
            );
        }
        return (found, writtenIn?.Entry is { } at ? OfEntry(origin!.Value, -1, -1, at, -1) : null);
    }

    static List<Mention> Mentions(Document document, KnowledgeBase knowledge, Terms terms, PlaceChooser chooser)
    {
        var found = new List<Mention>();
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
            var isName = kind == NameKind.Location && document.Names[name].First == i;
            // "Oakham County" is not Oakham, "Bay City" no bay: a longer name that the tables know, or that ends so
            if (isName && (t < 0 || terms.All[t].End < end) && Whole(document, chooser, i, end, t) is { End: > 0 } whole)
            {
                found.Add(whole);
                i = end;
                continue;
            }
            if (t >= 0 && IsPlace(document, terms, knowledge, t, kind) && chooser.Knows(i, terms.All[t].End, t))
            {
                found.Add(new(i, terms.All[t].End, chooser.Toponym(i, terms.All[t].End, t)));
                i = terms.All[t].End;
                continue;
            }
            if (isName && document.SpanOf(i, end).Length > 1 && (t < 0 || terms.All[t].End <= end))
            {
                // the tables know better than the name finder that "CNN" is no place
                if (t < 0 || terms.Find(t, SenseKind.Adjective, SenseKind.People) is null && terms.Find(t, SenseKind.Entity) is null)
                    found.Add(new(i, end, Unsettled(document, chooser, i, end)));
                i = end;
                continue;
            }
            i = t >= 0 ? terms.All[t].End : i + 1;
        }
        return found;
    }

    /// <summary>A name as a whole, where the tables have it or where its last word says that it is another place than the one in it.</summary>
    static Mention Whole(Document document, PlaceChooser chooser, int first, int end, int term)
    {
        if (chooser.Knows(first, end, -1))
            return new(first, end, chooser.Toponym(first, end, -1));
        return term >= 0 && IsBody(document, end) ? new(first, end, null) : default;
    }

    /// <summary>"Northeast Nebraska", "downtown Oakham": the place that the last words name; null where the tables lack it.</summary>
    static Toponym? Unsettled(Document document, PlaceChooser chooser, int first, int end)
    {
        while (first < end - 1 && s_directions.Contains(document.Tokens[first].Lower))
        {
            first++;
            if (document.Form(first) is "-")
                first++;
            if (first < end && chooser.Knows(first, end, -1))
                return chooser.Toponym(first, end, -1);
        }
        return null;
    }

    static readonly FrozenSet<string> s_directions =
        "north south east west northern southern eastern western northeast northwest southeast southwest northeastern northwestern southeastern southwestern central downtown upstate greater inner rural metro metropolitan suburban old upper lower mid"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a name ends in a word that makes it another place than the town in it.</summary>
    static bool IsBody(Document document, int end) =>
        document.Tokens[end - 1].Lower
            is "county"
                or "river"
                or "lake"
                or "island"
                or "islands"
                or "airport"
                or "street"
                or "road"
                or "avenue"
                or "park"
                or "square"
                or "bridge"
                or "mountain"
                or "mountains"
                or "valley"
                or "bay"
                or "beach";

    static Place Place(Document document, ActorLayer actors, int first, int end, PlaceEntry e)
    {
        var actor = -1;
        for (var i = first; i < end && actor < 0; i++)
            if (actors.MentionAt(i) is >= 0 and var m && actors.Mentions[m].Kind == MentionKind.Name && actors.Mentions[m].First >= first)
                actor = actors.Mentions[m].Actor;
        return OfEntry(document.SpanOf(first, end), first, end, e, actor);
    }

    static Place OfEntry(Span span, int first, int end, PlaceEntry e, int actor) =>
        new(span, first, end, e.Name, e.Country, e.Latitude, e.Longitude, e.GeoNamesId, e.Precision, actor);

    /// <summary>A country, a capital or a region of the tables is a place by itself; another city only where the name finder says
    /// so or where it is large, for many bear common names.</summary>
    static bool IsPlace(Document document, Terms terms, KnowledgeBase knowledge, int term, NameKind kind)
    {
        var first = terms.All[term].First;
        if (document.Tokens[first].Upos is Upos.Pron or Upos.Aux or Upos.Verb or Upos.Adp)
            return false;
        var adjective = terms.Find(term, SenseKind.Adjective) is not null;
        if (terms.Entity(term, SenseKind.Entity) is { Kind: EntityKind.Country })
            return true;
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
}
