using OnRecord.Language;
using OnRecord.Statements;
using Xunit;

namespace OnRecord.Tests.Statements;

/// <summary>A build without learned weights.</summary>
public class StatementRulesTests
{
    static readonly LanguageModel Model = LanguageModel.Load();
    static readonly StatementFinder Finder = new(CueLexicon.Load(), null, new());

    static List<string> Contents(string text)
    {
        var d = Model.Read(new() { Text = text });
        return Finder.Choose(d, d.Quotations).ConvertAll(c => string.Concat(c.Content.Select(s => s.Of(d.Text).ToString())));
    }

    [Theory]
    [InlineData("Ada Brook said that the bridge was safe.", "that the bridge was safe")]
    [InlineData("\"The bridge is safe,\" Ada Brook said.", "\"The bridge is safe,\"")]
    [InlineData("The bridge is safe, according to the mayor.", "The bridge is safe")]
    [InlineData("The mayor vowed to close the bridge.", "to close the bridge")]
    public void PlainConstructions_AreFound(string text, string content) => Assert.Contains(content, Contents(text));

    [Theory]
    [InlineData("The mayor walked to the bridge and counted the boats.")]
    [InlineData("Rain covered the hills for a week.")]
    public void WhatSaysNothing_IsNotFound(string text) => Assert.Empty(Contents(text));

    [Fact]
    public void WholeBuild_HasNothingToTell() => Assert.Empty(Coder.Notes);
}
