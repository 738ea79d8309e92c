using CsCheck;
using OnRecord.Language;
using OnRecord.Text;
using Xunit;

namespace OnRecord.Tests.Language;

public sealed class TokenizerTests
{
    static string[] Cut(string text)
    {
        var spans = new List<Span>();
        Tokenizer.Tokenize(text, new(0, text.Length), spans);
        return [.. spans.Select(s => s.Of(text).ToString())];
    }

    [Theory]
    [InlineData("The envoys met.", "The|envoys|met|.")]
    [InlineData("They didn't sign; we can't, and she won\u2019t.", "They|did|n't|sign|;|we|ca|n't|,|and|she|wo|n\u2019t|.")]
    [InlineData("Estonia's minister and the pilots' union", "Estonia|'s|minister|and|the|pilots|'|union")]
    [InlineData("I'll say he'd gone and they've left", "I|'ll|say|he|'d|gone|and|they|'ve|left")]
    [InlineData("It cannot be gonna", "It|can|not|be|gon|na")]
    [InlineData("O'Malley at five o'clock", "O'Malley|at|five|o'clock")]
    [InlineData("a long-term, state-run plan", "a|long|-|term|,|state|-|run|plan")]
    [InlineData("anti-war e-mail by a co-founder", "anti-war|e-mail|by|a|co-founder")]
    [InlineData("the U.S. and the U.K. said", "the|U.S.|and|the|U.K.|said")]
    [InlineData("Mr. Ruiz of Acme Inc. paid", "Mr.|Ruiz|of|Acme|Inc.|paid")]
    [InlineData("Gen. J. R. Okoro", "Gen.|J.|R.|Okoro")]
    [InlineData("$1,250.75 or \u20ac3m and 45% of US$20", "$|1,250.75|or|\u20ac|3|m|and|45|%|of|US$|20")]
    [InlineData("at 6:30pm on 12/05/2019", "at|6:30|pm|on|12/05/2019")]
    [InlineData("in the 1980s, the 3rd and '90s", "in|the|1980s|,|the|3rd|and|'90s")]
    [InlineData("2010-2015 and 5-8", "2010|-|2015|and|5|-|8")]
    [InlineData("\u201cStop,\u201d he said.", "\u201c|Stop|,|\u201d|he|said|.")]
    [InlineData("''Stop'' and ``go``", "''|Stop|''|and|``|go|``")]
    [InlineData("'Stop' and \"go\"", "'|Stop|'|and|\"|go|\"")]
    [InlineData("wait... what?! no\u2026", "wait|...|what|?!|no|\u2026")]
    [InlineData("peace \u2014 or war\u2014again--maybe", "peace|\u2014|or|war|\u2014|again|--|maybe")]
    [InlineData(
        "see https://example.org/a?b=c, (www.example.com) or press@example.com.",
        "see|https://example.org/a?b=c|,|(|www.example.com|)|or|press@example.com|."
    )]
    [InlineData("and/or, 1/2", "and|/|or|,|1/2")]
    [InlineData("AT&T and R&D", "AT&T|and|R&D")]
    [InlineData("the end.The next", "the|end|.|The|next")]
    public void Text_IsCutAsInTheTreebank(string text, string expected) => Assert.Equal(expected.Split('|'), Cut(text));

    [Fact]
    public void AnyText_IsCoveredByTokensInOrder() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char[" .,'\u2019\"-!?aZ09$@:/n\u201c\ud83d\ude00\u200b\n"]])
            .Sample(
                text =>
                {
                    var spans = new List<Span>();
                    Tokenizer.Tokenize(text, new(0, text.Length), spans);
                    var at = 0;
                    foreach (var s in spans)
                    {
                        Assert.True(s.Start >= at && s.End > s.Start && s.End <= text.Length);
                        Assert.All(text[at..s.Start].ToCharArray(), c => Assert.True(Tokenizer.IsBlank(c)));
                        Assert.DoesNotContain(text[s.Start..s.End].ToCharArray(), Tokenizer.IsBlank);
                        at = s.End;
                    }
                    Assert.All(text[at..].ToCharArray(), c => Assert.True(Tokenizer.IsBlank(c)));
                },
                iter: 20000
            );

    [Fact]
    public void TokensOfAPart_StayInside()
    {
        var text = "First line, here\nU.S";
        var spans = new List<Span>();
        Tokenizer.Tokenize(text, new(0, 16), spans);
        Assert.Equal(16, spans[^1].End);
    }

    [Theory]
    [InlineData("a")]
    [InlineData(".")]
    [InlineData("'")]
    [InlineData("\ud83d")]
    [InlineData("-")]
    [InlineData("1")]
    [InlineData("'s")]
    [InlineData("x's")]
    [InlineData("1.")]
    [InlineData("a.")]
    [InlineData("@")]
    [InlineData("'90")]
    [InlineData("\ud83c\udffb")]
    [InlineData("non-")]
    public void VeryLongRun_TakesLinearTime(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 1_000_000));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.NotEmpty(Cut(text));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10));
    }
}
