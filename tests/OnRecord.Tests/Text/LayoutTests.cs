using OnRecord.Text;
using Xunit;

namespace OnRecord.Tests.Text;

public class LayoutTests
{
    const string Article = """
        Harbour Town Opens Third Bridge After Decade of Delays

        The third bridge over the estuary opened to traffic on Monday, ten years late.
        Courier
        Drivers queued from five in the morning to be the first across.
        Local
        Ferry Company to Sell Two Boats After Bridge Opening
        The ferry company said it would sell two of its boats by the autumn.
        Share this on your favourite network
        Read more: How the bridge was built
        Discuss
        """;

    static Layout Of(string text, string? title = null) => Layout.Of(new() { Text = text, Title = title });

    [Fact]
    public void FirstLineWithoutFullStop_IsTheHeadline()
    {
        var layout = Of(Article);
        Assert.StartsWith("Harbour Town Opens", layout.Headline!.Value.Of(Article).ToString(), StringComparison.Ordinal);
        Assert.Equal([Zone.Headline, Zone.Lede, Zone.Body, Zone.Body], layout.Paragraphs.Select(p => p.Zone));
    }

    [Fact]
    public void LabelsForeignTitlesAndShareRows_AreNotBody()
    {
        var found = Of(Article).NotBody.Select(n => (n.Span.Of(Article).Trim().ToString(), n.Kind)).ToList();
        Assert.Equal(
            [
                ("Courier", NotBodyKind.Boilerplate),
                ("Local", NotBodyKind.Boilerplate),
                ("Ferry Company to Sell Two Boats After Bridge Opening", NotBodyKind.RelatedLinks),
                ("Share this on your favourite network", NotBodyKind.Share),
                ("Read more: How the bridge was built", NotBodyKind.RelatedLinks),
                ("Discuss", NotBodyKind.Share),
            ],
            found
        );
    }

    [Fact]
    public void GivenTitle_IsFoundInTheText() => Assert.Equal(0, Of("Late.\nA sentence follows here.", "late.").Headline!.Value.Start);

    [Fact]
    public void GivenTitleThatIsNotInTheText_LeavesNoHeadline() =>
        Assert.Null(Of("A sentence stands here.\nAnother one.", "Something else").Headline);

    [Fact]
    public void LinesBrokenAtAColumn_AreOneParagraph()
    {
        const string text = """
            The council met on Tuesday evening to talk about the harbour and
            agreed after four hours that the old pier should be kept for the
            fishing boats, while the new one is to serve the ferries and the
            yachts that come in summer from the islands across the water and
            need a deeper berth than the old pier can give them at low tide.

            The vote was close.
            """;
        Assert.Equal(2, Of(text).Paragraphs.Count);
    }

    [Fact]
    public void VerseAndLists_KeepTheirLines() => Assert.Equal(3, Of("One thing.\nTwo things.\nThree things.").Paragraphs.Count);

    [Theory]
    [InlineData("OSLO - ")]
    [InlineData("OSLO, Norway — ")]
    [InlineData("OSLO, March 3 (Agency) - ")]
    [InlineData("NEW YORK (AP) — ")]
    [InlineData("ST. PETERSBURG—")]
    public void Dateline_IsNotBody(string dateline)
    {
        var text = dateline + "The council met on Monday.\nIt went home early.";
        var layout = Of(text);
        Assert.Equal(dateline.Length, layout.Paragraphs[0].Span.Start);
        Assert.Equal((new Span(0, dateline.Length), NotBodyKind.Byline), (layout.NotBody[0].Span, layout.NotBody[0].Kind));
    }

    [Fact]
    public void Dateline_BehindAPictureAndASummary_IsNotBody()
    {
        var text =
            "Farmers wait for the count in Tarn, Friday, May 3, 2024. (AP Photo/J.R. Mallow)\nThe count goes on.\nTARN (AP) — The council met on Monday.";
        var layout = Layout.Of(new() { Text = text });
        Assert.Equal(NotBodyKind.Caption, layout.NotBody[0].Kind);
        Assert.Equal("TARN (AP) — ", layout.NotBody[1].Span.Of(text).ToString());
        Assert.Equal(["The count goes on.", "The council met on Monday."], layout.Paragraphs.Select(p => p.Span.Of(text).ToString()));
    }

    [Theory]
    [InlineData("NATO - the alliance - met on Monday.")]
    [InlineData("The council - all of it - met on Monday.")]
    [InlineData("IBM said on Monday - late - that it had won.")]
    public void OtherDashes_AreBody(string text) => Assert.Equal(0, Of(text + "\nIt went home early.").Paragraphs[0].Span.Start);

    [Fact]
    public void AnyText_ParagraphsAndDebrisAreApartAndInOrder() =>
        CsCheck.Check.Sample(
            CodePointsTests.AnyText,
            text =>
            {
                var layout = Of(text);
                var end = 0;
                foreach (var span in layout.Paragraphs.Select(p => p.Span).Concat(layout.NotBody.Select(n => n.Span)).Order())
                {
                    Assert.True(span.Start >= end && span.End <= text.Length && !span.IsEmpty);
                    end = span.End;
                }
            }
        );
}
