using CsCheck;
using OnRecord.Actors;
using OnRecord.Knowledge;
using OnRecord.Language;
using Xunit;

namespace OnRecord.Tests.Actors;

public class ActorFinderTests
{
    static readonly KnowledgeBase Base = KnowledgeBase.Load();

    static ActorLayer Find(string notation, string? published = "2022-02-10") => ActorFinder.Find(Parsed.Read(notation, published), Base);

    static Actor? At(ActorLayer layer, string word, int occurrence = 1)
    {
        for (var i = 0; i < layer.Document.Tokens.Length; i++)
            if (layer.Document.Form(i).SequenceEqual(word) && --occurrence == 0)
                return layer.ActorAt(i) is >= 0 and var a ? layer.Actors[a] : null;
        throw new ArgumentException($"No word '{word}'.", nameof(word));
    }

    const string Ministers = """
        Russian/ADJ/JJ/3/amod Foreign/PROPN/NNP/3/compound Minister/PROPN/NNP/4/compound Sergei/PROPN/NNP/6/nsubj/PER Lavrov/PROPN/NNP/4/flat/+PER met=meet/VERB/VBD/0/root UK/PROPN/NNP/9/compound/LOC Foreign/PROPN/NNP/9/compound Secretary/PROPN/NNP/10/compound Liz/PROPN/NNP/6/obj/PER Truss/PROPN/NNP/10/flat/+PER ~./PUNCT/./6/punct
        """;

    [Fact]
    public void TitleBeforeName_GivesOfficeCountryAndSector()
    {
        var layer = Find(Ministers);
        var lavrov = At(layer, "Sergei")!;
        Assert.Equal(
            ("Sergei Lavrov", ActorKind.Person, "Foreign Minister", 'm', true),
            (lavrov.Name, lavrov.Kind, lavrov.Title, lavrov.Gender, lavrov.IsPolitical)
        );
        Assert.Equal(["RUS"], lavrov.Countries);
        Assert.Equal(["GOV"], lavrov.Sectors);
        Assert.Equal("rus-lavrov-sergei", lavrov.KnowledgeId);
        Assert.Equal(["GBR"], At(layer, "Liz")!.Countries);
        Assert.Equal("Russia", At(layer, "Russian")!.Name);
    }

    [Fact]
    public void TitleBehindName_GivesOfficeAndCountry()
    {
        var layer = Find(
            """
            Anna/PROPN/NNP/9/nsubj/PER Berg/PROPN/NNP/1/flat/+PER ~,/PUNCT/,/7/punct Norway/PROPN/NNP/7/nmod:poss/LOC ~'s/PART/POS/4/case defence/NOUN/NN/7/compound minister/NOUN/NN/1/appos ~,/PUNCT/,/7/punct resigned=resign/VERB/VBD/0/root ~./PUNCT/./9/punct
            """
        );
        var berg = At(layer, "Anna")!;
        Assert.Equal("defence minister", berg.Title);
        Assert.Equal(["NOR"], berg.Countries);
        Assert.Equal(["GOV", "MIL"], berg.Sectors);
        Assert.Equal('f', berg.Gender);
        Assert.Null(berg.KnowledgeId);
        Assert.Same(berg, At(layer, "minister"));
    }

    [Fact]
    public void Surname_AfterFullName_IsTheSamePerson()
    {
        var layer = Find(
            Ministers
                + "\nTruss/PROPN/NNP/2/nsubj/PER left=leave/VERB/VBD/0/root ~./PUNCT/./2/punct\nShe/PRON/PRP/2/nsubj smiled=smile/VERB/VBD/0/root ~./PUNCT/./2/punct"
        );
        Assert.Same(At(layer, "Liz"), At(layer, "Truss", 2));
        Assert.Same(At(layer, "Liz"), At(layer, "She"));
    }

    [Fact]
    public void SameSurname_OtherGivenName_IsAnotherPerson()
    {
        var layer = Find(
            """
            Anna/PROPN/NNP/3/nsubj/PER Berg/PROPN/NNP/1/flat/+PER met=meet/VERB/VBD/0/root Paul/PROPN/NNP/3/obj/PER Berg/PROPN/NNP/4/flat/+PER ~./PUNCT/./3/punct
            """
        );
        Assert.NotSame(At(layer, "Anna"), At(layer, "Paul"));
    }

    [Fact]
    public void PronounAfterQuotation_IsTheSpeakerBefore()
    {
        var layer = Find(
            """
            Paul/PROPN/NNP/3/nsubj/PER Berg/PROPN/NNP/1/flat/+PER spoke=speak/VERB/VBD/0/root ~./PUNCT/./3/punct
            "/PUNCT/``/3/punct ~We/PRON/PRP/3/nsubj agree/VERB/VBP/7/ccomp ~,/PUNCT/,/3/punct ~"/PUNCT/''/3/punct he/PRON/PRP/7/nsubj said=say/VERB/VBD/0/root ~./PUNCT/./7/punct
            """
        );
        Assert.Same(At(layer, "Paul"), At(layer, "he"));
        Assert.Null(At(layer, "We"));
    }

    [Fact]
    public void Pronoun_OfTwoMen_IsLeftAlone()
    {
        var layer = Find(
            """
            Paul/PROPN/NNP/5/nsubj/PER Berg/PROPN/NNP/1/flat/+PER and/CCONJ/CC/4/cc Karl/PROPN/NNP/1/conj/PER met=meet/VERB/VBD/0/root ~./PUNCT/./5/punct
            Otto/PROPN/NNP/5/nsubj/PER Lind/PROPN/NNP/1/flat/+PER saw=see/VERB/VBD/0/root ~./PUNCT/./3/punct
            """.Replace("5/nsubj/PER Lind", "3/nsubj/PER Lind", StringComparison.Ordinal)
                + "\nReporters/NOUN/NNS/2/nsubj asked=ask/VERB/VBD/0/root him/PRON/PRP/2/obj ~./PUNCT/./2/punct"
        );
        Assert.NotNull(layer);
        Assert.NotSame(At(layer, "Paul"), At(layer, "Otto"));
    }

    [Fact]
    public void Capital_ThatActs_IsTheGovernment_AndInTheCityIsNone()
    {
        var layer = Find(
            """
            Moscow/PROPN/NNP/2/nsubj/LOC rejected=reject/VERB/VBD/0/root the/DET/DT/5/det Ukrainian/ADJ/JJ/5/amod offer/NOUN/NN/2/obj in/ADP/IN/7/case Paris/PROPN/NNP/2/obl/LOC ~./PUNCT/./2/punct
            """
        );
        Assert.Equal("RUS", At(layer, "Moscow")!.KnowledgeId);
        Assert.True(At(layer, "Moscow")!.IsPolitical);
        Assert.Null(At(layer, "Paris"));
    }

    [Fact]
    public void Country_SomewhereOnly_IsAPlaceAndNotPolitical()
    {
        var layer = Find(
            """
            We/PRON/PRP/2/nsubj ate=eat/VERB/VBD/0/root noodles/NOUN/NNS/2/obj in/ADP/IN/5/case Thailand/PROPN/NNP/2/obl/LOC ~./PUNCT/./2/punct
            The/DET/DT/3/det French/ADJ/JJ/3/amod bakery/NOUN/NN/4/nsubj closed=close/VERB/VBD/0/root ~./PUNCT/./4/punct
            """
        );
        Assert.False(At(layer, "Thailand")!.IsPolitical);
        Assert.True(layer.Mentions[layer.MentionAt(4)].IsPlace);
        Assert.False(At(layer, "French")!.IsPolitical);
        Assert.DoesNotContain(layer.Actors, a => a.IsPolitical);
    }

    [Theory]
    [InlineData("Russian", "troops", "NNS", ActorKind.Group, null, "RUS", "MIL")]
    [InlineData("British", "officials", "NNS", ActorKind.Unnamed, "officials", "GBR", "GOV")]
    [InlineData("French", "farmers", "NNS", ActorKind.Group, null, "FRA", "AGR")]
    [InlineData("Turkish", "media", "NNS", ActorKind.Unnamed, "media", "TUR", "JRN")]
    [InlineData("Iranian", "police", "NNS", ActorKind.Unnamed, "officials", "IRN", "COP")]
    public void AgentNoun_WithAdjective_HasCountryAndSector(
        string adjective,
        string noun,
        string tag,
        object kind,
        string? unnamed,
        string country,
        string sector
    )
    {
        var actor = At(Find($"{adjective}/ADJ/JJ/2/amod {noun}/NOUN/{tag}/3/nsubj gathered=gather/VERB/VBD/0/root"), noun)!;
        Assert.Equal((kind, unnamed, true), (actor.Kind, actor.UnnamedClass, actor.IsPolitical));
        Assert.Equal([country], actor.Countries);
        Assert.Equal([sector], actor.Sectors);
        Assert.Equal($"{adjective} {noun}", actor.Name);
    }

    [Fact]
    public void WesternOfficials_BelongToTheWest()
    {
        var layer = Find("Western/ADJ/JJ/2/amod officials/NOUN/NNS/3/nsubj warned=warn/VERB/VBD/0/root");
        var officials = At(layer, "officials")!;
        Assert.Equal("the West", layer.Actors[Assert.Single(officials.MemberOf)].Name);
        Assert.Empty(officials.Countries);
    }

    [Fact]
    public void FormerOfficer_OfService_HasItsCountryAndSector()
    {
        var officer = At(
            Find(
                "A/DET/DT/3/det former/ADJ/JJ/3/amod officer/NOUN/NN/9/nsubj of/ADP/IN/6/case the/DET/DT/6/det Security/PROPN/NNP/3/nmod Service/PROPN/NNP/6/flat of/ADP/IN/10/case spoke=speak/VERB/VBD/0/root"
                    .Replace("of/ADP/IN/10/case spoke", "of/ADP/IN/9/case Ukraine/PROPN/NNP/6/nmod spoke", StringComparison.Ordinal)
                    .Replace("9/nsubj", "10/nsubj", StringComparison.Ordinal)
            ),
            "officer"
        )!;
        Assert.Equal(["UKR"], officer.Countries);
        Assert.Contains("SPY", officer.Sectors);
        Assert.Equal(ActorKind.Unnamed, officer.Kind);
    }

    [Fact]
    public void TitleAlone_MeansTheOneWhoHoldsIt()
    {
        var layer = Find(
            Ministers + "\nThe/DET/DT/3/det foreign/ADJ/JJ/3/amod secretary/NOUN/NN/4/nsubj left=leave/VERB/VBD/0/root ~./PUNCT/./4/punct"
        );
        Assert.Same(At(layer, "Liz"), At(layer, "secretary"));
    }

    [Fact]
    public void OfficeOfCountry_WithoutName_IsTheHolderOnTheDay()
    {
        const string text =
            "The/DET/DT/3/det French/ADJ/JJ/3/amod president/NOUN/NN/4/nsubj spoke=speak/VERB/VBD/0/root ~./PUNCT/./4/punct";
        Assert.Equal("Emmanuel Macron", At(Find(text), "president")!.Name);
        Assert.Equal("Francois Hollande", At(Find(text, "2015-01-01"), "president")!.Name);
        Assert.Equal(ActorKind.Unnamed, At(Find(text, null), "president")!.Kind);
    }

    [Fact]
    public void Ministry_Again_IsTheOneBefore()
    {
        var layer = Find(
            """
            Russia/PROPN/NNP/4/nmod:poss/LOC ~'s/PART/POS/1/case Foreign/PROPN/NNP/4/compound/ORG Ministry/PROPN/NNP/5/nsubj/+ORG protested=protest/VERB/VBD/0/root ~./PUNCT/./5/punct
            The/DET/DT/2/det ministry/NOUN/NN/3/nsubj waited=wait/VERB/VBD/0/root ~./PUNCT/./3/punct
            """
        );
        var ministry = At(layer, "Ministry")!;
        Assert.Equal(["RUS"], ministry.Countries);
        Assert.Equal((ActorKind.Organisation, true), (ministry.Kind, ministry.IsPolitical));
        Assert.Same(ministry, At(layer, "ministry"));
    }

    [Fact]
    public void Who_IsTheNounItsClauseModifies()
    {
        var layer = Find(
            "Paul/PROPN/NNP/7/nsubj/PER Berg/PROPN/NNP/1/flat/+PER ~,/PUNCT/,/5/punct who/PRON/WP/5/nsubj won=win/VERB/VBD/1/acl:relcl ~,/PUNCT/,/5/punct left=leave/VERB/VBD/0/root"
        );
        Assert.Same(At(layer, "Paul"), At(layer, "who"));
    }

    [Fact]
    public void OrdinaryLife_HasNoPoliticalActors()
    {
        var layer = Find(
            """
            The/DET/DT/2/det chef/NOUN/NN/6/nsubj at/ADP/IN/4/case Bella/PROPN/NNP/2/nmod/ORG kindly/ADV/RB/6/advmod offered=offer/VERB/VBD/0/root Maria/PROPN/NNP/6/iobj/PER Lopez/PROPN/NNP/7/flat/+PER Italian/ADJ/JJ/10/amod wine/NOUN/NN/6/obj from/ADP/IN/12/case Rome/PROPN/NNP/10/nmod/LOC ~./PUNCT/./6/punct
            The/DET/DT/2/det staff/NOUN/NN/3/nsubj smiled=smile/VERB/VBD/0/root ~./PUNCT/./3/punct
            """
        );
        Assert.DoesNotContain(layer.Actors, a => a.IsPolitical);
    }

    [Fact]
    public void AnyWords_NeverThrow_AndMentionsAreInOrder()
    {
        string[] words =
            "Russia/PROPN/NNP/0/root/LOC the/DET/DT/0/root president/NOUN/NN/0/root 's/PART/POS/0/root ,/PUNCT/,/0/root Paul/PROPN/NNP/0/root/PER Berg/PROPN/NNP/0/root/PER UN/PROPN/NNP/0/root/ORG he/PRON/PRP/0/root their/PRON/PRP$/0/root it/PRON/PRP/0/root officials/NOUN/NNS/0/root Moscow/PROPN/NNP/0/root -/PUNCT/-/0/root of/ADP/IN/0/root \"/PUNCT/``/0/root who/PRON/WP/0/root and/CCONJ/CC/0/root Sen./PROPN/NNP/0/root counterpart/NOUN/NN/0/root country/NOUN/NN/0/root (/PUNCT/(/0/root R/X/X/0/root".Split(
                ' '
            );
        Gen.Int[0, words.Length - 1]
            .Array[1, 14]
            .Sample(picks =>
            {
                var line = string.Join(
                    ' ',
                    picks.Select((p, i) => i == 0 ? words[p] : words[p].Replace("/0/root", "/1/nmod", StringComparison.Ordinal))
                );
                var layer = Find(line);
                for (var i = 1; i < layer.Mentions.Count; i++)
                    Assert.True(layer.Mentions[i].First >= layer.Mentions[i - 1].First);
                Assert.All(layer.Mentions, m => Assert.InRange(m.Actor, 0, layer.Actors.Count - 1));
            });
    }

    [Fact]
    public void EmptyDocument_HasNoActors() => Assert.Empty(Find("").Actors);
}
