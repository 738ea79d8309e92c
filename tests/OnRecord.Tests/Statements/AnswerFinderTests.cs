using OnRecord.Record;
using OnRecord.Training.Statements;
using Xunit;

namespace OnRecord.Tests.Statements;

public sealed class AnswerFinderTests
{
    const string Claim = "Tom Ferris said that the mill had dumped dye in the river. ";

    [Fact]
    public void Gold_StaysAboveItsBar() => Assert.InRange(AnswersScorer.Count(Coding.Coder).Right, 15, 20);

    [Theory]
    [InlineData("The owner, Ada Brook, denied the allegation.")]
    [InlineData("Ada Brook denied it.")]
    [InlineData("Ada Brook called it a lie.")]
    [InlineData("Ada Brook called the accusations ludicrous.")]
    [InlineData("\"That is not true,\" Ada Brook said.")]
    [InlineData("\"There is no truth in these claims,\" Ada Brook said.")]
    [InlineData("The accusation was rejected by Ada Brook.")]
    [InlineData("Ada Brook denied that any dye had been dumped.")]
    [InlineData("Ada Brook has dismissed the \"dye\" claims as a pretext to close the mill.")]
    public void Denial_AnswersTheClaim(string denial)
    {
        var record = Coding.Code(Claim + denial);
        Assert.Equal(["s1"], Answered(record));
    }

    [Theory]
    [InlineData("Ada Brook denied that she would resign.")] // something else
    [InlineData("Ada Brook rejected the offer.")] // no claim
    [InlineData("Ada Brook denied the request.")] // refused
    [InlineData("Tom Ferris denied that he had dumped dye.")] // the same speaker
    [InlineData("Ada Brook did not deny it.")] // negated
    [InlineData("\"It does not rain in May,\" Ada Brook said.")] // negated, of something else
    public void WhatDeniesNothing_AnswersNothing(string other) => Assert.Empty(Answered(Coding.Code(Claim + other)));

    [Fact]
    public void DenialInARelativeClause_AnswersTheClauseBeforeIt()
    {
        var record = Coding.Code("Tom Ferris said that the mill had dumped dye in the river, which Ada Brook denied.");
        Assert.Equal(["s1"], Answered(record));
        Assert.Equal("Ada Brook", record.Names(record.Statements[1].Source?.Actors));
    }

    static List<string> Answered(ArticleRecord record) => [.. record.Statements.SelectMany(s => s.Answers ?? [])];
}
