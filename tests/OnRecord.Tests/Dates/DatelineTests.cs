using OnRecord.Record;
using Xunit;

namespace OnRecord.Tests.Dates;

public class DatelineTests
{
    static ArticleRecord Code(string text, string? published = "2024-03-14") =>
        Coding.Coder.Code(new() { Text = text, Published = published });

    [Fact]
    public void Dateline_WithPlaceAndDay_NamesBoth()
    {
        var record = Code("OSLO, March 12 (Agency) - Norway has closed two ports.\n\nThe ports will open again on Friday.");
        var line = record.Article.Dateline!;
        var place = record.Places.Single(p => p.Id == line.Place);
        var time = record.Times.Single(t => t.Id == line.Time);
        Assert.Equal(("OSLO", "Oslo", "NOR"), (place.Text, place.Name, place.Country));
        Assert.Equal(("March 12", "2024-03-12", "day"), (time.Text, time.Value, time.Precision));
    }

    [Fact]
    public void Dateline_OfSeveralPlacesOfTheName_IsTheOneTheArticleIsAbout()
    {
        var place = Code("BIRMINGHAM, Ala. (AP) - Police in Alabama closed a road between Tuscaloosa and Montgomery.").Places[^1];
        Assert.Equal("USA", place.Country);
    }

    [Theory]
    [InlineData("Norway has closed two ports.")]
    [InlineData("")]
    public void Text_WithoutDateline_HasNone(string text) => Assert.Null(Code(text).Article.Dateline);

    [Fact]
    public void Dateline_WithoutDayOfPublication_HasNoValue()
    {
        var record = Code("OSLO, March 12 (Agency) - Norway has closed two ports.", null);
        Assert.Null(record.Times.Single(t => t.Id == record.Article.Dateline!.Time).Value);
    }
}
