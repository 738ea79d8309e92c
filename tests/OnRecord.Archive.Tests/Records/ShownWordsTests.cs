using OnRecord.Archive.Search;
using OnRecord.Record;
using OnRecord.Text;

namespace OnRecord.Archive.Tests.Records;

/// <summary>The stretches of text that are shown for an event and for a found article.</summary>
public sealed class ShownWordsTests
{
    static string Around(string text, string hull, string anchor)
    {
        var points = new CodePoints(text);
        CodeSpan Of(string words)
        {
            var at = text.IndexOf(words, StringComparison.Ordinal);
            return new(points.FromUtf16(at), points.FromUtf16(at + words.Length));
        }
        var span = new EvidenceFinder(text).Around(Of(hull), Of(anchor));
        return text[points.ToUtf16(span.Start)..points.ToUtf16(span.End)];
    }

    [Theory]
    [InlineData("It rained. Norland shelled Sudland today. It dried.", "Norland shelled Sudland", "Norland shelled Sudland today.")]
    [InlineData("Norland shelled Sudland", "shelled", "Norland shelled Sudland")]
    [InlineData("A title\nNorland shelled Sudland\n\nMore", "shelled", "Norland shelled Sudland")]
    [InlineData("Rain. Mr. Rill of the U.S. met Mr. Brandt. More.", "met", "Mr. Rill of the U.S. met Mr. Brandt.")] // short words end none
    [InlineData(
        "Rain. On Monday Gen. Rill and (Sen. Quill) shelled it. More.",
        "shelled",
        "On Monday Gen. Rill and (Sen. Quill) shelled it."
    )]
    [InlineData("They sang the hymn. Norland shelled it. He is a general. More.", "general", "He is a general.")]
    [InlineData("It rained. “Norland shelled Sudland,” he said. More.", "shelled", "“Norland shelled Sudland,” he said.")]
    [InlineData("He asked (\"Why was it shelled?\") and left. More.", "shelled", "He asked (\"Why was it shelled?\") and left.")]
    [InlineData("🥐 was baked. 🥐 Norland shelled Sudland. 🥐", "shelled", "🥐 Norland shelled Sudland.")]
    public void Event_IsShownInItsSentence(string text, string anchor, string shown) => Assert.Equal(shown, Around(text, anchor, anchor));

    [Fact]
    public void LongSentence_IsCutBetweenWords()
    {
        var text = string.Concat(Enumerable.Repeat("word ", 300)) + "shelled " + string.Concat(Enumerable.Repeat("word ", 300));
        var shown = Around(text, "shelled", "shelled");
        Assert.InRange(shown.Length, 400, 500);
        Assert.All(shown.Split(' '), w => Assert.True(w is "word" or "shelled", $"'{w}' was cut"));
    }

    [Fact]
    public void PartiesFarApart_AreShownAtTheAnchor()
    {
        var text = "Norland " + string.Concat(Enumerable.Repeat("word ", 300)) + "shelled Sudland.";
        Assert.EndsWith("shelled Sudland.", Around(text, text, "shelled"), StringComparison.Ordinal);
        Assert.InRange(Around(text, text, "shelled").Length, 100, 500);
    }

    static string Excerpted(string text, string query, int length = 40)
    {
        var span = Excerpt.Of(text, Query.Parse(query), length);
        return text[span.Start..span.End];
    }

    [Theory]
    [InlineData("The ferry left early and came back late in the night.", "", "The ferry left early and came back late")]
    [InlineData("One two three four five six seven eight nine ten eleven twelve", "nine", "seven eight nine ten eleven twelve")]
    [InlineData("A title\nThe text of it.", "", "A title")]
    [InlineData("A title\nThe text of it.", "text", "The text of it.")]
    [InlineData("ferryman ferry", "ferry", "ferryman ferry")]
    [InlineData("The FERRY left.", "ferry", "The FERRY left.")]
    [InlineData("", "ferry", "")]
    [InlineData("   ", "ferry", "")]
    [InlineData("The ferry left.", "NOT ferry", "The ferry left.")]
    [InlineData("The ferry left.", "nothing OR left", "The ferry left.")]
    public void Excerpt_IsWholeWordsAroundTheFirstFound(string text, string query, string shown) =>
        Assert.Equal(shown, Excerpted(text, query));

    [Fact]
    public void Excerpts_OfAnyText_LieInItAndCutNoCharacter()
    {
        string[] pieces = ["word", " ", "🥐", "\n", "é", "e\u0301", "ferry", ".", "\u2028", "長い文"];
        for (var seed = 0; seed < 500; seed++)
        {
            var draw = new Random(seed);
            var text = string.Concat(Enumerable.Range(0, draw.Next(0, 60)).Select(_ => pieces[draw.Next(pieces.Length)]));
            var span = Excerpt.Of(text, Query.Parse("ferry"), draw.Next(1, 50));
            Assert.True(span.Start >= 0 && span.Start <= span.End && span.End <= text.Length, $"{seed}: {span}");
            Assert.True(span.End == text.Length || !char.IsLowSurrogate(text[span.End]), $"{seed}: half a character");
            Assert.True(span.Start == text.Length || !char.IsLowSurrogate(text[span.Start]), $"{seed}: half a character");
        }
    }
}
