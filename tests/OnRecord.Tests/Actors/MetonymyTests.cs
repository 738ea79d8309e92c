using OnRecord.Training.Actors;
using Xunit;

namespace OnRecord.Tests.Actors;

public class MetonymyTests
{
    /// <summary>Capitals of 200 sentences as government or place; the bar is 92 in a hundred.</summary>
    [Fact]
    public void Gold_OwnSentences_IsMostlyRight()
    {
        var (right, all) = MetonymyScorer.Sentences(Coding.Coder, null);
        Assert.Equal(200, all);
        Assert.InRange(right, 184, all);
    }

    static bool IsActor(string text, string capital) =>
        Coding.Coder.Code(new() { Text = text }).Actors.Any(a => a.Kind == "country" && a.Mentions.Any(m => m.Text == capital));

    [Theory]
    [InlineData("Oslo has rejected the Danish offer.", "Oslo")]
    [InlineData("The Oslo-backed rebels left Denmark.", "Oslo")]
    [InlineData("Denmark cut its ties with Oslo.", "Oslo")]
    [InlineData("Oslo's demands were not met by Denmark.", "Oslo")]
    [InlineData("A letter from Oslo reached the Danish envoy.", "Oslo")]
    public void Capital_ThatActs_IsItsState(string text, string capital) => Assert.True(IsActor(text, capital));

    [Theory]
    [InlineData("OSLO (Reuters) - Denmark has closed two ports.", "OSLO")]
    [InlineData("Danish tourists love the Oslo subway.", "Oslo")]
    [InlineData("A Danish train to Oslo was late.", "Oslo")]
    [InlineData("Talks with Denmark were held in Oslo.", "Oslo")]
    [InlineData("The capital, Oslo, is far from Denmark.", "Oslo")]
    [InlineData("A Danish nurse moved to Paris, Texas.", "Paris")]
    public void Capital_ThatIsSomewhere_IsNoActor(string text, string capital) => Assert.False(IsActor(text, capital));

    [Theory]
    [InlineData("Brussels has rejected the budget of Italy.", "European Union")]
    [InlineData("NATO is divided. Brussels has rejected the budget of Italy.", "NATO")]
    [InlineData("Brussels has rejected the French offer, a Belgian minister said.", "Belgium")]
    public void Brussels_ThatActs_IsWhoeverTheArticleIsAbout(string text, string name) =>
        Assert.Contains(Coding.Coder.Code(new() { Text = text }).Actors, a => a.Name == name && a.Mentions.Any(m => m.Text == "Brussels"));

    [Fact]
    public void Seat_AsABuilding_IsNoActor()
    {
        Assert.False(IsActor("Workmen painted the roof of the Kremlin.", "Kremlin"));
        Assert.True(IsActor("The Kremlin said that it would not reply.", "Kremlin"));
    }
}
