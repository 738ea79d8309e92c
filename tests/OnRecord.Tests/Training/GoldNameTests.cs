using OnRecord.Text;
using OnRecord.Training.Statements;
using Xunit;

namespace OnRecord.Tests.Training;

public class GoldNameTests
{
    [Theory]
    [InlineData("Mayor/NOUN/NN/3/compound Ada/PROPN/NNP/3/compound Brook/PROPN/NNP/0/root of/ADP/IN/5/case Ohio/PROPN/NNP/3/nmod", "Brook")]
    [InlineData(
        "her/PRON/PRP$/2/nmod:poss spokeswoman/NOUN/NN/0/root ~,/PUNCT/,/5/punct Ada/PROPN/NNP/5/compound Brook/PROPN/NNP/2/appos",
        "Brook"
    )]
    [InlineData("the/DET/DT/3/det Brook/PROPN/NNP/3/compound campaign/NOUN/NN/0/root", null)]
    [InlineData("officials/NOUN/NNS/0/root in/ADP/IN/3/case Ohio/PROPN/NNP/1/nmod", null)]
    [InlineData("she/PRON/PRP/0/root", null)]
    public void NameOfASource_IsItsOwn(string source, string? last)
    {
        var d = Parsed.Read(source);
        Assert.Equal(last, GoldName.Of(d, [new Span(0, d.Text.Length)])?.Last);
    }

    [Theory]
    [InlineData("She said \"the bridge is safe\" twice.", "the bridge is safe", "direct")]
    [InlineData("She said the “bridge” is safe.", "the “bridge” is", "mixed")]
    [InlineData("She said the bridge is safe.", "bridge is safe", "indirect")]
    [InlineData("“The bridge is safe.\n“It stays open.”", "The bridge is safe", "direct")]
    public void KindOfAQuotation_IsByItsMarks(string text, string content, string kind)
    {
        var start = text.IndexOf(content, StringComparison.Ordinal);
        Assert.Equal(kind, new QuotedWords(text).KindOf([new Span(start, start + content.Length)]));
    }
}
