namespace OnRecord.Cli.Tests;

public sealed class QueryArgumentsTests
{
    /// <summary>What a shell hands on, and the query it is.</summary>
    [Theory]
    [InlineData("sanctions|speaker:ben wallace", "sanctions speaker:\"ben wallace\"")]
    [InlineData("speaker:ben wallace", "speaker:\"ben wallace\"")]
    [InlineData("does:RUS to:UKR NOT factuality:denied", "does:RUS to:UKR NOT factuality:denied")]
    [InlineData("act:deny harvest", "act:deny harvest")] // no act has two words
    [InlineData("since:2022 harvest", "since:2022 harvest")]
    [InlineData("speaker:smith OR harvest", "speaker:smith OR harvest")]
    [InlineData("speaker:smith -harvest", "speaker:smith -harvest")]
    [InlineData("speaker:(smith jones)", "speaker:(smith jones)")]
    [InlineData("speaker:\"ben wallace\" ban", "speaker:\"ben wallace\" ban")]
    [InlineData("speker:smith harvest", "speker:smith harvest")]
    [InlineData("grain harvest", "grain harvest")]
    public void Arguments_AreOneQuery(string arguments, string query) => Assert.Equal(query, SearchCommand.Joined(arguments.Split('|')));
}
