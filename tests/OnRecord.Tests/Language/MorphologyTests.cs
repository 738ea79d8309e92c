using OnRecord.Language;
using OnRecord.Text;
using Xunit;

namespace OnRecord.Tests.Language;

public sealed class MorphologyTests
{
    static readonly LanguageModel Model = LanguageModel.Load();

    static string Feats(string text, string word) =>
        Model.Read(new Article { Text = text, NotBody = [] }).Tokens.First(t => t.Lower == word).Feats;

    [Theory]
    [InlineData("The ships left the harbour.", "ships", "Number=Plur")]
    [InlineData("The ship left the harbour.", "ship", "Number=Sing")]
    [InlineData("The harbour is small.", "small", "Degree=Pos")]
    [InlineData("She praised him.", "him", "Case=Acc|Gender=Masc|Number=Sing|Person=3|PronType=Prs")]
    public void TagAndWord_GiveTheFeatures(string text, string word, string expected) => Assert.Equal(expected, Feats(text, word));

    [Theory]
    [InlineData("The troops were tired.", "were", "Number=Plur")]
    [InlineData("They say it.", "say", "Number=Plur")]
    [InlineData("I say it.", "say", "Person=1")]
    public void Subject_TellsNumberAndPersonOfTheVerb(string text, string word, string part) =>
        Assert.Contains(part, Feats(text, word).Split('|'));

    [Theory]
    [InlineData("The bridge was seized.", "seized", true)]
    [InlineData("They have seized the bridge.", "seized", false)]
    public void PassiveAuxiliary_MakesTheParticiplePassive(string text, string word, bool passive) =>
        Assert.Equal(passive, Feats(text, word).Contains("Voice=Pass", StringComparison.Ordinal));

    [Fact]
    public void WordWithoutFeatures_HasAnUnderscore() => Assert.Equal("_", Feats("It rained.", "."));
}
