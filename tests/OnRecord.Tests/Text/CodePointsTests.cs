using CsCheck;
using OnRecord.Text;
using Xunit;

namespace OnRecord.Tests.Text;

public class CodePointsTests
{
    /// <summary>Letters, emoji with joiners, combining marks, line ends and lone surrogates.</summary>
    internal static readonly Gen<string> AnyText = Gen.OneOf(
            "a",
            "Z",
            " ",
            ".",
            "\r\n",
            "\n",
            "é",
            "e\u0301",
            "\u0915\u094D\u0937",
            "😀",
            "👩‍👩‍👧",
            "𝒳",
            "\uD800",
            "\uDC00",
            "“",
            "\"",
            "'",
            "漢",
            "\u200F"
        )
        .Array[0, 60]
        .Select(string.Concat);

    [Fact]
    public void AnyText_ThereAndBack_IsTheSameOffset() =>
        AnyText.Sample(text =>
        {
            var points = new CodePoints(text);
            for (var p = 0; p <= points.Length; p++)
                Assert.Equal(p, points.FromUtf16(points.ToUtf16(p)));
        });

    [Fact]
    public void AnyText_CountsEachPairOnce() =>
        AnyText.Sample(text =>
        {
            var expected = 0;
            for (var i = 0; i < text.Length; i++, expected++)
                if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                    i++;
            Assert.Equal(expected, new CodePoints(text).Length);
        });

    [Fact]
    public void AnyText_OffsetsAscend() =>
        AnyText.Sample(text =>
        {
            var points = new CodePoints(text);
            for (var i = 1; i <= text.Length; i++)
                Assert.InRange(points.FromUtf16(i) - points.FromUtf16(i - 1), 0, 1);
        });

    [Fact]
    public void OffsetInsideAPair_CountsAsItsEnd() => Assert.Equal(2, new CodePoints("a😀b").FromUtf16(2));

    [Fact]
    public void OffsetBehindTheEnd_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new CodePoints("abc").FromUtf16(4));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CodePoints("abc").ToUtf16(4));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CodePoints("a😀").ToUtf16(3));
    }
}
