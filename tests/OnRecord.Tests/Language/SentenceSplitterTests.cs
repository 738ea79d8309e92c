using CsCheck;
using OnRecord.Language;
using OnRecord.Text;
using Xunit;

namespace OnRecord.Tests.Language;

public sealed class SentenceSplitterTests
{
    static string[] Split(string text)
    {
        var spans = new List<Span>();
        var ends = new List<int>();
        Tokenizer.Tokenize(text, new(0, text.Length), spans);
        SentenceSplitter.Split(text, [.. spans], ends);
        var first = 0;
        var sentences = new List<string>();
        foreach (var end in ends)
        {
            sentences.Add(text[spans[first].Start..spans[end - 1].End]);
            first = end;
        }
        return [.. sentences];
    }

    [Theory]
    [InlineData("Talks failed. Fighting went on.", "Talks failed.|Fighting went on.")]
    [InlineData("Gen. Adeyemi met Mr. Brandt. They agreed.", "Gen. Adeyemi met Mr. Brandt.|They agreed.")]
    [InlineData("The U.S. Embassy closed.", "The U.S. Embassy closed.")]
    [InlineData("It left the U.S. The rest stayed.", "It left the U.S.|The rest stayed.")]
    [InlineData("J. R. Okoro spoke at 5 p.m. Monday. He left.", "J. R. Okoro spoke at 5 p.m. Monday.|He left.")]
    [InlineData("\u201cWe will go.\u201d He left.", "\u201cWe will go.\u201d|He left.")]
    [InlineData("\"We will go.\" \"When?\" She smiled.", "\"We will go.\"|\"When?\"|She smiled.")]
    [InlineData("\u201cWill they go?\u201d Brandt asked. No.", "\u201cWill they go?\u201d Brandt asked.|No.")]
    [InlineData("\"Stop!\" he said. They did.", "\"Stop!\" he said.|They did.")]
    [InlineData("Prices rose 3.5 percent. 20 shops closed.", "Prices rose 3.5 percent.|20 shops closed.")]
    [InlineData("He paused... then left. (They stayed.) Later it rained.", "He paused... then left.|(They stayed.)|Later it rained.")]
    [InlineData("no marks at all", "no marks at all")]
    public void Paragraph_IsSplit(string text, string expected) => Assert.Equal(expected.Split('|'), Split(text));

    [Fact]
    public void WordsWithoutMarks_AreCutIntoPieces()
    {
        var text = string.Join(' ', Enumerable.Repeat("word", 1000));
        Assert.Equal(3, Split(text).Length);
    }

    [Fact]
    public void AnyTokens_AreAllInASentence() =>
        Gen.String[Gen.Char[" .!?\"')(aZ\u201d"]]
            .Sample(text =>
            {
                var spans = new List<Span>();
                var ends = new List<int>();
                Tokenizer.Tokenize(text, new(0, text.Length), spans);
                SentenceSplitter.Split(text, [.. spans], ends);
                Assert.Equal(spans.Count, ends.Count == 0 ? 0 : ends[^1]);
                Assert.Equal(ends.Order().Distinct(), ends);
            });
}
