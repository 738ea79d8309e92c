using OnRecord.Knowledge;
using OnRecord.Record;
using OnRecord.Training.Statements;
using Xunit;

namespace OnRecord.Tests.Wording;

public sealed class WordingFinderTests
{
    static string Marks(string text) => string.Join(", ", Coding.Code(text).Wording.Select(w => $"{w.Kind}: {w.Text}"));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Gold_StaysAboveItsBar(int half)
    {
        var all = WordingScorer.All(WordingScorer.Count(Coding.Coder, half));
        Assert.True(all.F1 >= 90, $"F1 {all.F1}");
        Assert.True(all.Holder >= 0.95 * all.Right, $"{all.Holder} of {all.Right} holders right");
    }

    [Theory]
    [InlineData("The pier might close.", "hedge: might")]
    [InlineData("The pier appears to be closed.", "hedge: appears")]
    [InlineData("Ada Brook appeared on stage.", "")]
    [InlineData("The boats are said to be old.", "evidential: said")]
    [InlineData("Tom Ferris said to his son that it was late.", "")]
    [InlineData("The so-called pier fell.", "hedge: so-called")]
    [InlineData("Tom Ferris lashed out at the owner.", "loaded-verb: lashed out")]
    [InlineData("The war claimed forty lives.", "")]
    [InlineData("It was a total disaster.", "intensifier: total")]
    [InlineData("The total cost was low.", "")]
    [InlineData("The “guests” had to pay.", "scare-quote: “guests”")]
    [InlineData("The play “Salt” opens in spring.", "")]
    [InlineData("Ada Brook called the plan “absurd”.", "")]
    [InlineData("The term “pier” is old.", "")]
    public void Word_IsMarkedByHowItStands(string text, string marks) => Assert.Equal(marks, Marks(text));

    [Fact]
    public void QuotedWords_AreTheSpeakers()
    {
        var record = Coding.Code("“It was a massive mistake,” Ada Brook said. The pier was massive.");
        Assert.Equal(["s1", "outlet"], record.Wording.Select(w => w.By));
    }

    [Fact]
    public void EveryMark_NamesARowOrTheRule_AndItsPlace()
    {
        var kinds = new HashSet<string> { "hedge", "evidential", "loaded-verb", "intensifier" };
        var ids = new HashSet<string> { "wording:scare-quote" };
        foreach (var row in EmbeddedTable.Rows("wording").Where(r => kinds.Contains(r[0])))
        foreach (var words in row[2].Split(row[1] == "phrase" ? '|' : ' '))
            ids.Add($"wording:{row[0]}/{words.Replace(' ', '_')}");
        var marks = 0;
        foreach (var row in GoldTable.Rows("wording.tsv"))
        foreach (var mark in Coding.Code(row[0]).Wording)
        {
            marks++;
            var why = Assert.Single(mark.Why!);
            var at = why.LastIndexOf('@');
            Assert.Contains(why[..at], ids);
            Assert.Equal(mark.Span.Start.ToString(System.Globalization.CultureInfo.InvariantCulture), why[(at + 1)..]);
        }
        Assert.True(marks > 200, $"{marks} marks");
    }

    [Fact]
    public void WordTakenAway_MarkIsGone()
    {
        foreach (var row in GoldTable.Rows("wording.tsv"))
        foreach (var mark in Coding.Code(row[0]).Wording.Where(w => w.Kind != "scare-quote"))
        {
            var without = row[0].Remove(mark.Span.Start, mark.Span.End - mark.Span.Start);
            var id = mark.Why![0][..mark.Why[0].LastIndexOf('@')];
            if (
                !row[0][mark.Span.End..].Contains(mark.Text, StringComparison.Ordinal)
                && !row[0][..mark.Span.Start].Contains(mark.Text, StringComparison.Ordinal)
            )
                Assert.DoesNotContain(Coding.Code(without).Wording, w => w.Why![0].StartsWith(id + "@", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Table_HasNoWordTwiceInOneForm()
    {
        var seen = new HashSet<string>();
        foreach (var row in EmbeddedTable.Rows("wording"))
        foreach (var words in row[2].Split(row[1] == "phrase" ? '|' : ' '))
            Assert.True(seen.Add($"{row[0]} {row[1]} {words}"), $"{row[0]} {row[1]} {words}");
    }
}
