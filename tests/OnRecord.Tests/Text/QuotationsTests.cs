using System.Diagnostics;
using OnRecord.Text;
using Xunit;

namespace OnRecord.Tests.Text;

public class QuotationsTests
{
    static List<string> Read(string text, bool inner = false)
    {
        var layout = Layout.Of(new() { Text = text, NotBody = [] });
        return [.. Quotations.Of(text, layout.Paragraphs).All.Select(q => (inner ? q.Inner : q.Span).Of(text).ToString())];
    }

    [Theory]
    [InlineData("She said \"the bridge will open\" on Monday.", "\"the bridge will open\"")]
    [InlineData("She said “the bridge will open” on Monday.", "“the bridge will open”")]
    [InlineData("She said ''the bridge will open'' on Monday.", "''the bridge will open''")]
    [InlineData("She said ``the bridge will open'' on Monday.", "``the bridge will open''")]
    [InlineData("She said «the bridge will open» on Monday.", "«the bridge will open»")]
    [InlineData("She said „the bridge will open“ on Monday.", "„the bridge will open“")]
    [InlineData("She said ‘the bridge will open’ on Monday.", "‘the bridge will open’")]
    [InlineData("She said 'the bridge will open' on Monday.", "'the bridge will open'")]
    [InlineData("She said ”the bridge will open” on Monday.", "”the bridge will open”")]
    public void EachStyle_IsOneQuotation(string text, string expected) => Assert.Equal([expected], Read(text));

    [Theory]
    [InlineData("The mayor's plan isn't the council's.")]
    [InlineData("The mayor’s plan isn’t the workers’ wish.")]
    [InlineData("Back in the '90s they'd give 'em a hand.")]
    [InlineData("It measured 6' by 4'.")]
    public void Apostrophes_AreNoQuotations(string text) => Assert.Empty(Read(text));

    [Fact]
    public void ApostrophesInsideSingleMarks_DoNotCloseThem() =>
        Assert.Equal(["‘We don’t own the farmers’ land, it’s theirs,’"], Read("‘We don’t own the farmers’ land, it’s theirs,’ he said."));

    [Fact]
    public void AQuotationInsideAnother_IsNested()
    {
        const string text = "\"He told me 'leave the harbour now' twice,\" she said.";
        var all = Quotations.Of(text, Layout.Of(new() { Text = text, NotBody = [] }).Paragraphs).All;
        Assert.Equal([0, 1], all.Select(q => q.Depth));
        Assert.Equal("'leave the harbour now'", all[1].Span.Of(text).ToString());
    }

    [Fact]
    public void ASplitQuotation_IsTwo() => Assert.Equal(["“The road,”", "“is closed.”"], Read("“The road,” she said, “is closed.”"));

    [Fact]
    public void OpeningMarkOnEachParagraph_IsOneChain()
    {
        const string text = "“The first part goes on.\n\n“The second part ends,” she said.\n\n“Another one.”";
        var outer = Quotations.Of(text, Layout.Of(new() { Text = text, NotBody = [] }).Paragraphs).Outer;
        Assert.Equal(3, outer.Count);
        Assert.Equal(outer[0].Chain, outer[1].Chain);
        Assert.NotEqual(outer[1].Chain, outer[2].Chain);
        Assert.False(outer[0].Closed);
    }

    [Fact]
    public void AMissingClosingMark_EndsWithTheParagraph()
    {
        var found = Read("“We go on, said the captain.\n\nNobody answered.");
        Assert.Equal(["“We go on, said the captain."], found);
    }

    [Fact]
    public void AnyText_SpansLieInTheTextAndNest() =>
        CsCheck.Check.Sample(
            CodePointsTests.AnyText,
            text =>
            {
                foreach (var q in Quotations.Of(text, Layout.Of(new() { Text = text }).Paragraphs).All)
                {
                    Assert.InRange(q.Span.Start, 0, text.Length);
                    Assert.InRange(q.Span.End, q.Span.Start, text.Length);
                    Assert.True(q.Span.Contains(q.Inner));
                }
            }
        );

    [Theory]
    [InlineData("\"")]
    [InlineData("“")]
    [InlineData("'")]
    [InlineData(" 'a")]
    [InlineData("” ")]
    public void TenThousandUnbalancedMarks_TakeNoTimeToSpeakOf(string mark)
    {
        var text = string.Concat(Enumerable.Repeat(mark, 10_000));
        var clock = Stopwatch.StartNew();
        Read(text);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(2), $"{clock.Elapsed}");
    }

    [Fact]
    public void OuterAt_GivesTheQuotationOverAnOffset()
    {
        const string text = "He said \"yes\" and \"no\".";
        var q = Quotations.Of(text, Layout.Of(new() { Text = text, NotBody = [] }).Paragraphs);
        Assert.Equal(-1, q.OuterAt(0));
        Assert.Equal(0, q.OuterAt(text.IndexOf("yes", StringComparison.Ordinal)));
        Assert.Equal(1, q.OuterAt(text.IndexOf("no\"", StringComparison.Ordinal)));
        Assert.Equal(-1, q.OuterAt(text.Length - 1));
    }
}
