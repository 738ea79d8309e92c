using OnRecord.Actors;
using OnRecord.Knowledge;
using OnRecord.Places;
using Xunit;

namespace OnRecord.Tests.Places;

public class PlaceFinderTests
{
    static readonly KnowledgeBase Base = KnowledgeBase.Load();

    static IReadOnlyList<Place> Find(string notation)
    {
        var document = Parsed.Read(notation, "2022-02-10");
        return PlaceFinder.Find(document, Base, ActorFinder.Find(document, Base));
    }

    [Fact]
    public void City_InACountry_HasCoordinatesAndId()
    {
        var place = Assert.Single(Find("They/PRON/PRP/2/nsubj met=meet/VERB/VBD/0/root in/ADP/IN/4/case Moscow/PROPN/NNP/2/obl/LOC"));
        Assert.Equal(("Moscow", "RUS", "city", 524901, -1), (place.Name, place.Country, place.Precision, place.GeoNamesId, place.Actor));
        Assert.InRange(place.Latitude!.Value, 55, 56);
    }

    [Fact]
    public void City_BesideDivision_IsTheOneThere()
    {
        var places = Find(
            "They/PRON/PRP/2/nsubj met=meet/VERB/VBD/0/root in/ADP/IN/4/case Birmingham/PROPN/NNP/2/obl/LOC ~,/PUNCT/,/6/punct Alabama/PROPN/NNP/4/appos/LOC"
        );
        Assert.Equal(["USA", "USA"], places.Select(p => p.Country));
        Assert.InRange(places[0].Longitude!.Value, -87.5, -86);
    }

    [Fact]
    public void City_OfCountryInArticle_IsPreferred()
    {
        var places = Find(
            "Canadian/ADJ/JJ/2/amod police/NOUN/NNS/3/nsubj met=meet/VERB/VBD/0/root in/ADP/IN/5/case Hamilton/PROPN/NNP/3/obl/LOC ~,/PUNCT/,/7/punct Canada/PROPN/NNP/5/appos/LOC"
        );
        Assert.Equal("CAN", places[0].Country);
    }

    [Fact]
    public void Sea_AndRegion_HavePrecision()
    {
        var places = Find(
            "Ships/NOUN/NNS/2/nsubj left=leave/VERB/VBD/0/root the/DET/DT/5/det Black/ADJ/NNP/5/amod/LOC Sea/PROPN/NNP/2/obj/+LOC for/ADP/IN/7/case Donbas/PROPN/NNP/2/obl/LOC"
        );
        Assert.Equal([("Black Sea", "sea"), ("Donbas", "region")], places.Select(p => (p.Name, p.Precision)));
    }

    [Fact]
    public void Demonym_IsNoPlace_AndActingCountryIsBoth()
    {
        var document = Parsed.Read(
            "Russian/ADJ/JJ/2/amod ships/NOUN/NNS/3/nsubj left=leave/VERB/VBD/0/root ~./PUNCT/./3/punct\nFrance/PROPN/NNP/2/nsubj/LOC protested=protest/VERB/VBD/0/root ~./PUNCT/./2/punct"
        );
        var layer = ActorFinder.Find(document, Base);
        var place = Assert.Single(PlaceFinder.Find(document, Base, layer));
        Assert.Equal(("France", "country"), (place.Name, place.Precision));
        Assert.Equal("France", layer.Actors[place.Actor].Name);
    }

    [Fact]
    public void PersonNamedLikeACity_IsNoPlace() =>
        Assert.Empty(Find("Paris/PROPN/NNP/3/nsubj/PER Hilton/PROPN/NNP/1/flat/+PER sang=sing/VERB/VBD/0/root"));

    static IReadOnlyList<OnRecord.Record.PlacePart> Coded(string text, string? outlet = null) =>
        Coding.Coder.Code(new() { Text = text, Outlet = outlet }).Places;

    [Theory]
    [InlineData("Soldiers in the North fired across the line at South Korea on Monday, officials in Seoul said.", null)]
    [InlineData("Soldiers in the North fired on a village on Monday, officials in Cameroon said.", "CMR")]
    public void Bearing_IsADivision_OnlyOfACountryThatTheArticleNames(string text, string? country) =>
        Assert.Equal(country, Coded(text).Single(p => p.Text == "North").Country);

    [Fact]
    public void Town_NearOtherPlacesOfTheArticle_IsTheOneThere()
    {
        var places = Coded("A fire broke out in Arlington. Crews came from Fort Worth and from Dallas, and the road to Waco was closed.");
        Assert.InRange(places.Single(p => p.Text == "Arlington").Lon!.Value, -98, -96);
        places = Coded(
            "A fire broke out in Arlington. Crews came from Alexandria and from Bethesda, and the road to Baltimore was closed."
        );
        Assert.InRange(places.Single(p => p.Text == "Arlington").Lon!.Value, -78, -76);
    }

    [Fact]
    public void Name_OnceBesideItsState_IsTheSameThroughout()
    {
        var places = Coded("The fair in Paris, Texas, opened on Monday. People from all over Paris came.");
        Assert.All(places.Where(p => p.Text == "Paris"), p => Assert.Equal("USA", p.Country));
    }

    [Fact]
    public void County_AsAWhole_IsNoTown()
    {
        var place = Assert.Single(Coded("A storm hit Tarrant County on Monday."));
        Assert.Equal(("Tarrant County", "region"), (place.Name, place.Precision));
        Assert.InRange(place.Lat!.Value, 32, 33.5);
    }

    [Fact]
    public void Name_OfSeveralPlacesAlike_HasAlternatives()
    {
        var place = Coded("The bank opened a branch in Springfield last year.").Single(p => p.Text == "Springfield");
        Assert.NotEmpty(place.Alternatives!);
        Assert.DoesNotContain(place.Alternatives!, a => a.GeoNameId is { } id && id == place.GeoNameId);
    }
}
