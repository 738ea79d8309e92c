using System.Text;
using CsCheck;
using OnRecord.Archive.Export;
using OnRecord.Record;

namespace OnRecord.Archive.Tests.Export;

public class CsvTests
{
    static List<Dictionary<string, string>> Read(ExportTable table, params FoundArticle[] found)
    {
        var rows = CsvReading.Rows(Kept.Text(ExportFormat.Csv, table, found));
        Assert.All(rows, r => Assert.Equal(rows[0].Length, r.Length));
        return [.. rows.Skip(1).Select(r => rows[0].Zip(r).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal))];
    }

    public static TheoryData<ExportTable, int, string, string> Cells =>
        new()
        {
            { ExportTable.Articles, 0, "article_id", "post-1" },
            { ExportTable.Articles, 0, "version", "1" },
            { ExportTable.Articles, 0, "versions", "2" },
            { ExportTable.Articles, 0, "run", "7" },
            { ExportTable.Articles, 0, "outlet", "The Harbour Post" },
            { ExportTable.Articles, 0, "published", "2022-02-10" },
            { ExportTable.Articles, 0, "title", "Brandt warns Sudland" },
            { ExportTable.Articles, 0, "statements", "3" },
            { ExportTable.Articles, 0, "events", "1" },
            { ExportTable.Articles, 0, "words", "27" },
            { ExportTable.Articles, 2, "published", "" },
            { ExportTable.Statements, 0, "statement_id", "s1" },
            { ExportTable.Statements, 0, "source_text", "Adela Brandt" },
            { ExportTable.Statements, 0, "source_actor_keys", "key:Adela Brandt" },
            { ExportTable.Statements, 0, "source_countries", "NOR" },
            { ExportTable.Statements, 0, "about_names", "Norland" },
            { ExportTable.Statements, 0, "negated", "false" },
            { ExportTable.Statements, 0, "confidence_cue", "0.9" },
            { ExportTable.Statements, 0, "start", "9" },
            { ExportTable.Statements, 0, "end", "61" },
            { ExportTable.Statements, 0, "cue_spans", "22..26" },
            { ExportTable.Statements, 1, "act", "deny" },
            { ExportTable.Statements, 1, "answers", "s1" },
            { ExportTable.Statements, 1, "content_text", "that Sudland planned a raid on Norland" },
            { ExportTable.Statements, 2, "unnamed_class", "officials" },
            { ExportTable.Statements, 2, "source_actor_keys", "" },
            { ExportTable.Statements, 3, "content_text", "\"The depot is gone,\"" },
            { ExportTable.Events, 0, "type", "ASSAULT" },
            { ExportTable.Events, 0, "quad", "4" },
            { ExportTable.Events, 0, "intensity", "-5" },
            { ExportTable.Events, 0, "actor_names", "Sudland" },
            { ExportTable.Events, 0, "recipient_countries", "NOR" },
            { ExportTable.Events, 0, "factuality", "denied" },
            { ExportTable.Events, 0, "asserted_by", "" },
            { ExportTable.Events, 0, "denied_by", "Tomas Rill" },
            { ExportTable.Events, 0, "anchor_text", "raid on" },
            { ExportTable.Events, 0, "evidence_text", "Envoy Tomas Rill denied that Sudland planned a raid on Norland." },
            { ExportTable.Events, 0, "event_date", "" },
            { ExportTable.Events, 1, "asserted_by", "outlet" },
            { ExportTable.Events, 1, "place_name", "Kestrel Bay" },
            { ExportTable.Events, 1, "lat", "" },
            { ExportTable.Views, 0, "holder", "s2" },
            { ExportTable.Views, 0, "holder_names", "Tomas Rill" },
            { ExportTable.Views, 0, "stance", "denied" },
            { ExportTable.Views, 0, "polarity", "negative" },
            { ExportTable.Views, 1, "holder", "outlet" },
        };

    [Theory]
    [MemberData(nameof(Cells))]
    public void Cell_IsWhatTheRecordHolds(ExportTable table, int row, string column, string expected) =>
        Assert.Equal(expected, Read(table, [.. Kept.Quarrel])[row][column]);

    [Theory]
    [MemberData(nameof(Kept.Tables), MemberType = typeof(Kept))]
    public void Nothing_GivesTheHeader(ExportTable table) =>
        Assert.Equal(string.Join(',', ExportSchema.Columns(table).Select(c => c.Name)) + "\r\n", Kept.Text(ExportFormat.Csv, table, []));

    [Fact]
    public void Bytes_HaveNoMark() => Assert.Equal((byte)'a', Kept.Bytes(ExportFormat.Csv, ExportTable.Articles, [])[0]);

    public static TheoryData<string, string> Guarded =>
        new()
        {
            { "=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0" },
            { "=1+1", "'=1+1" },
            { "+1", "'+1" },
            { "-1", "'-1" },
            { "@x", "'@x" },
            { "\t=1", "'\t=1" },
            { "\r=1", "'\r=1" },
            { "\n=1", "'\n=1" },
            { "＝1", "'＝1" },
            { "'=1", "''=1" },
            { "''-1", "'''-1" },
            { "'tis", "'tis" },
            { "'", "'" },
            { " =1", " =1" },
            { "a=1", "a=1" },
            { "1-2", "1-2" },
            { "", "" },
        };

    [Theory]
    [MemberData(nameof(Guarded))]
    public void Formula_GetsAnApostrophe(string title, string expected)
    {
        var row = Assert.Single(Read(ExportTable.Articles, Kept.Whole(Kept.Record("t", title))));
        Assert.Equal(expected, row["title"]);
    }

    [Fact]
    public void Formula_InAList_GetsAnApostrophe()
    {
        var row = Assert.Single(Read(ExportTable.Articles, Kept.Whole(Kept.Record("t", authors: ["=a", "-b"]))));
        Assert.Equal("'=a; -b", row["authors"]);
    }

    [Fact]
    public void NegativeNumber_IsUntouched() =>
        Assert.All(Read(ExportTable.Events, [.. Kept.Quarrel]), row => Assert.Equal("-5", row["intensity"]));

    static readonly Gen<string> Texts = Gen.OneOf(Gen.String, Gen.String[Gen.Char["\"',;=+-@\t\r\n\0ab é＝\ud83e\udd50"], 0, 12]);

    [Fact]
    public void RoundTrip_GivesTheTexts() =>
        Texts.Sample(
            (text) =>
            {
                var row = Assert.Single(Read(ExportTable.Articles, Kept.Whole(Kept.Record(text, text))));
                var expected = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', '\uFFFD');
                var cell = row["title"];
                Assert.Equal(expected, CsvRows.IsGuarded(cell) ? cell[1..] : cell);
                Assert.Equal(row["title"], row["text"]);
            },
            iter: 2000
        );

    [Fact]
    public void HugeText_IsWhole()
    {
        var text = string.Concat(Enumerable.Repeat("He said \"no\",\n", 1_000_000));
        var row = Assert.Single(Read(ExportTable.Articles, Kept.Whole(Kept.Record(text))));
        Assert.Equal(text, row["text"]);
    }

    [Fact]
    public void Number_OfDoublePrecision_IsReadBackTheSame()
    {
        var record = Told.Quarrel[0].Record();
        var statement = record.Statements[0] with { Confidence = new(0.1 + 0.2, 1e-7, null) };
        var row = Read(ExportTable.Statements, Kept.Whole(record with { Statements = [statement] }))[0];
        Assert.Equal("0.30000000000000004", row["confidence_cue"]);
        Assert.Equal("1E-07", row["confidence_content"]);
        Assert.Equal("", row["confidence_speaker"]);
    }
}
