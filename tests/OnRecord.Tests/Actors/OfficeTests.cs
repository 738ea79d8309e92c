using OnRecord.Knowledge;
using OnRecord.Record;
using OnRecord.Training.Actors;
using OnRecord.Training.Statements;
using Xunit;

namespace OnRecord.Tests.Actors;

public class OfficeTests
{
    static ActorPart Actor(string text, string name, string published = "2022-02-10") =>
        Coding.Coder.Code(new() { Text = text, Published = published }).Actors.Single(a => a.Name == name);

    /// <summary>Ministers on a day, each with a second source; the bar is 95 in a hundred.</summary>
    [Fact]
    public void Gold_Ministers_AreMostlyKnown()
    {
        var (right, all) = OfficeHolderScorer.Ask(KnowledgeBase.Load(), GoldTable.Rows("ministers.tsv"), null);
        Assert.Equal(100, all);
        Assert.InRange(right, 95, all);
    }

    [Fact]
    public void Tables_Cover_SixtyStatesWithMinistersAndAllWithHeads()
    {
        var knowledge = KnowledgeBase.Load();
        foreach (var role in (string[])["foreign", "defence"])
            Assert.InRange(
                knowledge.People.Where(p => p.Spells.Exists(s => s.Role == role)).Select(p => p.Country).Distinct().Count(),
                60,
                300
            );
        var heads = knowledge.Rows("heads").Select(r => r[3]).ToHashSet();
        Assert.Subset(heads, knowledge.Entities.Where(e => e.IsState && e.Id != "ATA").Select(e => e.Id).ToHashSet());
        Assert.All(
            knowledge.Rows("heads").Concat(knowledge.Rows("ministers")),
            r => Assert.Contains(r[12], (string[])["known", "wikidata"])
        );
    }

    [Fact]
    public void Office_InTheText_IsConfirmedByTheTables()
    {
        var role = Actor("British Defence Secretary Ben Wallace spoke on Thursday.", "Ben Wallace").Role!;
        Assert.Equal(("Defence Secretary", "text", "2022-02-10", "confirms"), (role.Title, role.From, role.ValidOn, role.Knowledge));
    }

    [Fact]
    public void Office_HeldBySomebodyElse_IsContradicted()
    {
        var role = Actor("British Defence Secretary Ben Wallace spoke on Thursday.", "Ben Wallace", "2024-02-10").Role!;
        Assert.Equal(("2024-02-10", "contradicts"), (role.ValidOn, role.Knowledge));
    }

    [Theory]
    [InlineData("Former British Defence Secretary Ben Wallace spoke in London on Thursday.", "2024-02-10")]
    [InlineData("British Defence Secretary Ben Wallace spoke on Thursday.", null)]
    public void Office_FormerOrOnNoDay_IsNotChecked(string text, string? published) =>
        Assert.Null(
            Coding.Coder.Code(new() { Text = text, Published = published }).Actors.Single(a => a.Name == "Ben Wallace").Role?.Knowledge
        );

    [Fact]
    public void Office_InThePlural_IsOneForEach()
    {
        const string text = "Sens. Jane Doe and John Roe voted with Presidents Bush and Obama in the United States.";
        Assert.Equal("Sen.", Actor(text, "Jane Doe").Role!.Title);
    }

    [Theory]
    [InlineData("The Senate voted on Monday, CNN reported. Americans were divided.", "US Senate")]
    [InlineData("The Senate voted on Monday. Canadians were divided, and Canada waits.", "Senate of Canada")]
    [InlineData("The Senate voted on Monday.", "Senate")]
    public void NameOfSeveralBodies_IsThatOfTheCountryOfTheArticle(string text, string name) =>
        Assert.Contains(Coding.Coder.Code(new() { Text = text }).Actors, a => a.Name == name);

    [Fact]
    public void Acronym_SpelledOutBefore_IsNotTheKnownGroup()
    {
        var record = Coding.Coder.Code(
            new() { Text = "Britain named the Internet Research Agency (IRA) on Monday. The IRA denied it, as Britain had expected." }
        );
        Assert.DoesNotContain(record.Actors, a => a.Kb == "IRA");
    }

    [Fact]
    public void NameOfAMinister_WhereItsCountryIsNotNamed_IsSomebodyElse()
    {
        const string name = "Penny Wong"; // the Australian foreign minister
        Assert.Null(Actor("Penny Wong, who keeps bees, sold honey at the fair.", name).Kb);
        Assert.NotNull(Actor("Penny Wong flew home to Australia.", name, "2023-02-10").Kb);
    }
}
