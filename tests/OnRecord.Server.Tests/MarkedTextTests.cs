using System.Net;
using System.Text.RegularExpressions;
using CsCheck;
using OnRecord.Server.Html;
using OnRecord.Server.Reader;

namespace OnRecord.Server.Tests;

/// <summary>Whatever spans overlap in whatever way: the text stays the text, and each span is covered exactly.</summary>
public sealed partial class MarkedTextTests
{
    static readonly string[] Styles = ["s", "c", "t", "t2", "a", "x", "r", "w", "z"];

    static readonly Gen<string> Texts = Gen.Char["ab <>&\"'\n\r\0é“”😀"].Array[0, 60].Select(c => new string(c));

    static readonly Gen<(string Text, Mark[] Marks, int[] Cuts)> Marked = Texts.SelectMany(text =>
        Gen.Select(
            Gen.Select(Gen.Int[0, text.Length], Gen.Int[0, text.Length], Gen.Int[0, Styles.Length - 1]).Array[0, 12],
            Gen.Int[0, text.Length].Array[0, 4],
            (spans, cuts) =>
                (
                    text,
                    spans
                        .Select((s, i) => new Mark(Math.Min(s.Item1, s.Item2), Math.Max(s.Item1, s.Item2), Styles[s.Item3], $"s{i}"))
                        .ToArray(),
                    cuts.Append(0).Append(text.Length).Distinct().Order().ToArray()
                )
        )
    );

    static string[] Render((string Text, Mark[] Marks, int[] Cuts) sample)
    {
        var marked = new MarkedText(sample.Text, sample.Marks);
        return
        [
            .. sample
                .Cuts.Zip(sample.Cuts.Skip(1))
                .Select(cut =>
                {
                    var html = new HtmlText();
                    marked.Write(html, cut.First, cut.Second);
                    return html.ToString();
                }),
        ];
    }

    [Fact]
    public void TagsStripped_GiveTheText() =>
        Marked.Sample(sample =>
        {
            var stripped = string.Concat(Render(sample).Select(part => WebUtility.HtmlDecode(Tag().Replace(part, ""))));
            Assert.Equal(sample.Text.Replace('\0', '\uFFFD'), stripped);
        });

    [Fact]
    public void EachMark_IsCoveredExactly() =>
        Marked.Sample(sample =>
        {
            var covered = sample.Marks.ToDictionary(m => m.Record, _ => new SortedSet<int>());
            var at = 0;
            foreach (var part in Render(sample))
            {
                var open = new Stack<string>();
                foreach (Match token in Token().Matches(part))
                    if (token.Value == "</mark>")
                        open.Pop();
                    else if (token.Groups["record"] is { Success: true } record)
                        open.Push(record.Value);
                    else if (token.Groups["text"] is { Success: true } text)
                        foreach (var _ in WebUtility.HtmlDecode(text.Value))
                        {
                            foreach (var id in open)
                                covered[id].Add(at);
                            at++;
                        }
                Assert.Empty(open); // elements do not reach from one part into the next
            }
            foreach (var mark in sample.Marks)
                Assert.Equal(Enumerable.Range(mark.Start, mark.End - mark.Start), covered[mark.Record]);
        });

    [Fact]
    public void EachRecord_GetsOneLink_WhereItBegins()
    {
        var html = new HtmlText();
        new MarkedText("one two three", [new(4, 7, "s", "s1"), new(8, 13, "t", "s1")]).Write(html, 0, 13);
        Assert.Equal(
            """one <a class="n" id="s1-text" href="#s1" data-n="s1" aria-label="s1"></a><mark class=s data-r="s1">two</mark> <mark class=t data-r="s1">three</mark>""",
            html.ToString()
        );
    }

    [Fact]
    public void CrossingMarks_AreClosedAndOpenedAgain()
    {
        var html = new HtmlText();
        new MarkedText("abcdef", [new(0, 4, "t", ""), new(2, 6, "a", "")]).Write(html, 0, 6);
        Assert.Equal("<mark class=t>ab<mark class=a>cd</mark></mark><mark class=a>ef</mark>", html.ToString());
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("""<a [^>]*></a>|<mark[^>]* data-r="(?<record>[^"]*)">|</mark>|(?<text>[^<]+)""")]
    private static partial Regex Token();
}
