using OnRecord.Language;
using OnRecord.Statements;
using Xunit;

namespace OnRecord.Tests.Statements;

/// <summary>What is proposed is the most that can be found.</summary>
public class CandidateFinderTests
{
    static readonly LanguageModel Model = LanguageModel.Load();
    static readonly CandidateFinder Finder = new(CueLexicon.Load());

    static (Document Document, List<Candidate> Found) Find(string text)
    {
        var d = Model.Read(new() { Text = text });
        return (d, Finder.Find(d, d.Quotations));
    }

    static string Words(Document d, Candidate c) => string.Join(" … ", c.Content.Select(s => s.Of(d.Text).ToString()));

    [Theory]
    [InlineData("Ada Brook blasted the council over the delay.", "Brook", "blasted", "the council over the delay")]
    [InlineData("The council made the case that the bridge was safe.", "council", "made the case", "that the bridge was safe")]
    [InlineData("The plan was widely seen as a gamble.", null, "was", "The plan … as a gamble")]
    [InlineData("The minister was asked about the missing funds.", null, "was", "the missing funds")]
    [InlineData("Her distrust of bankers was well known.", "Her", "distrust", "bankers")]
    [InlineData("The governor blamed the guards for the escape.", "governor", "blamed", "the guards for the escape")]
    [InlineData("Ada Brook said that the bridge was safe, adding that it would open in May.", "Brook", "said", "that the bridge was safe")]
    [InlineData(
        "The fee would rise, the mayor said, unless the state paid.",
        "mayor",
        "said",
        "The fee would rise … unless the state paid"
    )]
    [InlineData("On Friday, Ada Brook told the press that the bridge was safe.", "Brook", "told", "that the bridge was safe")]
    public void EachConstruction_IsProposed(string text, string? source, string cue, string content)
    {
        var (d, found) = Find(text);
        Assert.True(
            found.Exists(c =>
                Words(d, c) == content
                && d.SpanOf(c.CueRange.First, c.CueRange.End).Of(d.Text).StartsWith(cue, StringComparison.Ordinal)
                && (
                    source is null
                        ? c.Source < 0
                        : c.Source >= 0
                            && d.SpanOf(StatementFinder.SourceRange(d, c).First, StatementFinder.SourceRange(d, c).End)
                                .Of(d.Text)
                                .Contains(source, StringComparison.Ordinal)
                )
            ),
            string.Join(
                "\n",
                found.Select(c =>
                    $"{(c.Source < 0 ? "nobody" : d.Form(c.Source))} | {d.SpanOf(c.CueRange.First, c.CueRange.End).Of(d.Text)} | {Words(d, c)} ({c.Frame}, {c.Variant}, {c.Origin})"
                )
            )
        );
    }

    [Fact]
    public void ParticipleUnderAnotherClause_HasTheSubjectsAboveItAsSources()
    {
        var (d, found) = Find("Ada Brook opened the debate in the hall saying that the bridge was safe.");
        Assert.Contains(found, c => d.Tokens[c.Cue].Lower == "saying" && c.Source >= 0 && d.Form(c.Source) is "Ada" or "Brook");
    }

    [Fact]
    public void NoOtherSource_StandsInTheContent()
    {
        var (d, found) = Find("The union said that the mayor, who had promised that wages would rise, had lied, and Ada Brook agreed.");
        Assert.All(
            found.Where(c => c.Origin is SourceOrigin.Above or SourceOrigin.Beside),
            c => Assert.False(c.Covers(d.Tokens[c.Source].Start))
        );
    }
}
