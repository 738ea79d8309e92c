using OnRecord.Knowledge;
using OnRecord.Language;
using OnRecord.Text;
using Xunit;

namespace OnRecord.Tests.Language;

public sealed class NameHintsTests
{
    static readonly NameHints Hints = new(KnowledgeBase.Load());

    static byte[] Of(string text)
    {
        var spans = new List<Span>();
        Tokenizer.Tokenize(text, new(0, text.Length), spans);
        var hints = new byte[spans.Count];
        Hints.Fill(text, spans.Select(s => new Token { Start = s.Start, End = s.End }).ToArray(), hints);
        return hints;
    }

    [Fact]
    public void UnknownWords_HaveNone() => Assert.All(Of("nobody knew why"), h => Assert.Equal(0, h));

    [Fact]
    public void LongestName_CoversItsWords()
    {
        var hints = Of("The European Union objected");
        Assert.Equal([0, hints[1], hints[1] | 16, 0], hints.Select(h => (int)h));
        Assert.NotEqual(0, hints[1]);
    }

    [Fact]
    public void Capitals_MustBeThere()
    {
        Assert.NotEqual(0, Of("Chad")[0]);
        Assert.Equal(0, Of("told us so")[1]);
    }

    [Fact]
    public void KindsDiffer()
    {
        var kinds = new[] { "France", "NATO", "Reuters", "Vladimir Putin", "Swedish" }.Select(n => Of(n)[0] & NameHints.KindMask);
        Assert.Equal(5, kinds.Distinct().Count());
    }

    [Fact]
    public void MarkBehindAName_IsNoPartOfIt()
    {
        var hints = Of("Oslo, Norway.");
        Assert.NotEqual(0, hints[0]);
        Assert.Equal(0, hints[1]);
        Assert.Equal(0, hints[3]);
    }

    [Theory]
    [InlineData("Norway", NameKind.Location)]
    [InlineData("NATO", NameKind.Organisation)]
    [InlineData("Vladimir Putin", NameKind.Person)]
    [InlineData("European Union", NameKind.Organisation)]
    [InlineData("Swedish", NameKind.None)]
    [InlineData("Reading", NameKind.None)]
    public void OneMeaning_IsCertain(string name, NameKind kind) => Assert.Equal(kind, NameHints.Certain(Of(name)[0]));
}
