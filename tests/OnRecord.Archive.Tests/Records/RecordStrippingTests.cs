using System.Text;
using OnRecord.Record;

namespace OnRecord.Archive.Tests.Records;

public sealed class RecordStrippingTests
{
    static string Json(ArticleRecord record) => Encoding.UTF8.GetString(RecordJson.Serialize(record));

    static void AssertComesBack(ArticleRecord record)
    {
        var stripped = RecordJson.Deserialize(RecordJson.Serialize(RecordStripping.Strip(record)));
        Assert.Equal(Json(record), Json(RecordStripping.Restore(stripped, record.Article.Text, record.Coder)));
    }

    [Fact]
    public void Stripped_ComesBackToTheByte()
    {
        for (var i = 0; i < 100; i++)
            AssertComesBack(Invented.Told(i).Record());
        foreach (var told in Told.Quarrel)
            AssertComesBack(told.Record());
    }

    /// <summary>Texts put together at random from words that coders know, emoji, quotation marks and odd signs.</summary>
    [Fact]
    public void RealRecords_OfAnyText_ComeBackToTheByte()
    {
        string[] pieces =
        [
            "President Vladimir Putin said ",
            "on Monday ",
            "that ",
            "Russia ",
            "denied ",
            "an attack on Ukraine ",
            "in Kyiv",
            ". ",
            "\n\n",
            "\"",
            "“We will answer,” ",
            "🥐 ",
            "e\u0301",
            "\0",
            "\uFEFF",
            "allegedly ",
            "NATO warned Moscow",
            "officials claimed ",
        ];
        var coder = Coder.Load();
        var found = 0;
        for (var seed = 0; seed < 200; seed++)
        {
            var draw = new Random(seed);
            var text = string.Concat(Enumerable.Range(0, draw.Next(1, 40)).Select(_ => pieces[draw.Next(pieces.Length)]));
            var record = coder.Code(new() { Text = text, Published = "2022-03-01" });
            found += record.Statements.Count + record.Events.Count + record.Times.Count + record.Places.Count + record.Wording.Count;
            AssertComesBack(record);
            Assert.Empty(RecordCheck.Of(record));
        }
        Assert.True(found > 500, $"only {found} things were found to strip");
    }

    [Fact]
    public void AnotherText_IsNotTakenForItsOwn() =>
        Assert.Throws<InvalidDataException>(() =>
            RecordStripping.Restore(RecordStripping.Strip(Told.Quarrel[0].Record()), "short", Told.Coder)
        );
}
