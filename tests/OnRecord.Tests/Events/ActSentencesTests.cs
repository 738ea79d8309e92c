using System.Text.RegularExpressions;
using OnRecord.Events;
using OnRecord.Training.Statements;
using Xunit;

namespace OnRecord.Tests.Events;

/// <summary>The sentences written for this project that the model of acts learns from.</summary>
public partial class ActSentencesTests
{
    static readonly List<string[]> Rows = GoldTable.Rows("acts-sentences.tsv");

    [Fact]
    public void Sentences_AreManyAndCoverEveryRoot()
    {
        Assert.InRange(Rows.Count, 600, 5000);
        foreach (var (root, _) in DyadModel.Roots)
            Assert.InRange(Rows.Count(r => r[0] == root), 25, 1000);
    }

    [Fact]
    public void Sentence_HasBothPartiesMarkedOnceAndAKnownRoot() =>
        Assert.All(
            Rows,
            r =>
            {
                Assert.Contains(r[0], DyadModel.Roots.Select(x => x.Root));
                Assert.Single(Source().Matches(r[1]));
                Assert.Single(Target().Matches(r[1]));
            }
        );

    [Fact]
    public void Sentences_DifferInMoreThanTheirParties()
    {
        var frames = Rows.Select(r => Target().Replace(Source().Replace(r[1], "S"), "T")).ToList();
        Assert.Equal(frames.Count, frames.Distinct().Count());
    }

    [GeneratedRegex("<s>[^<>]+</s>")]
    private static partial Regex Source();

    [GeneratedRegex("<t>[^<>]+</t>")]
    private static partial Regex Target();
}
