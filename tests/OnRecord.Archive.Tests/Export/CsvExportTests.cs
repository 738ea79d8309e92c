using System.Text;
using CsCheck;
using OnRecord.Archive.Export;
using Sylvan.Data.Csv;

namespace OnRecord.Archive.Tests.Export;

public class CsvExportTests
{
    /// <summary>The rows as another reader takes them, header first.</summary>
    static List<string[]> Read(byte[] csv)
    {
        using var text = new StreamReader(new MemoryStream(csv), new UTF8Encoding(false, throwOnInvalidBytes: true));
        using var reader = CsvDataReader.Create(text, new CsvDataReaderOptions { HasHeaders = false, BufferSize = 1 << 20 });
        var rows = new List<string[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        return rows;
    }

    static Dictionary<string, string> Row(ExportTable table, int number, params string[] ids)
    {
        var rows = Read(ExportSamples.Written(ExportFormat.Csv, table, [ExportSamples.Found(ExportSamples.Awkward, ids)]));
        return rows[0].Zip(rows[number]).ToDictionary(c => c.First, c => c.Second);
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("\n=1", "'\n=1")]
    [InlineData("\uFF1D1", "'\uFF1D1")]
    [InlineData("+", "+")]
    [InlineData("-", "-")]
    [InlineData("", "")]
    [InlineData("a=1", "a=1")]
    [InlineData(" =1", " =1")]
    [InlineData("'tis", "'tis")]
    [InlineData("a\0b", "a\uFFFDb")]
    public void Formula_IsGuarded(string text, string cell) => Assert.Equal(cell, CsvTable.Guarded(text));

    [Fact]
    public void Statement_IsARow()
    {
        var row = Row(ExportTable.Statements, 1);
        Assert.Equal("awkward, \"1\"", row["article_id"]);
        Assert.Equal("2", row["version"]);
        Assert.Equal("7", row["run"]);
        Assert.Equal("'@risk", row["title"]);
        Assert.Equal("'=1+1", row["source_text"]);
        Assert.Equal("'=1+1; Norland", row["source_actor_names"]);
        Assert.Equal("name:person:=1+1; name:country:norland", row["source_actor_keys"]);
        Assert.Equal("GBR; NOR", row["source_countries"]);
        Assert.Equal("\"no, … never\"", row["content_text"]);
        Assert.Equal("10-14; 15-21", row["content_spans"]);
        Assert.Equal(("0", "21"), (row["start"], row["end"]));
        Assert.Equal(("false", "0.75"), (row["negated"], row["confidence_speaker"]));
        var second = Row(ExportTable.Statements, 2);
        Assert.Equal(
            ("", "officials", "FRA", "s1"),
            (second["source_text"], second["unnamed_class"], second["source_countries"], second["answers"])
        );
        Assert.Equal("", second["confidence_speaker"]);
    }

    [Fact]
    public void Event_KeepsItsDateApartFromThatOfPublication()
    {
        var dated = Row(ExportTable.Events, 2);
        Assert.Equal(("2024-02-28", "stated", "2024-02-29"), (dated["event_date"], dated["event_date_basis"], dated["published"]));
        Assert.Equal(("Port", "-1.5", "10"), (dated["place_name"], dated["lat"], dated["lon"]));
        var undated = Row(ExportTable.Events, 1);
        Assert.Equal(("", "", "2024-02-29"), (undated["event_date"], undated["event_date_basis"], undated["published"]));
        Assert.Equal(("-9.5", "1000", "troops"), (undated["intensity"], undated["size_value"], undated["size_unit"]));
        Assert.Equal(
            ("the outlet", "s2", "officials"),
            (undated["asserted_by_names"], undated["denied_by"], Row(ExportTable.Statements, 2)["unnamed_class"])
        );
    }

    [Fact]
    public void Views_AreRows_AndPolarityStays()
    {
        var row = Row(ExportTable.Views, 2);
        Assert.Equal(("e1", "2", "s2", "denied", "-"), (row["event_id"], row["view"], row["holder"], row["stance"], row["polarity"]));
        Assert.Equal("an unnamed source", row["holder_name"]);
        Assert.Equal("'=1+1", row["condition_text"]);
    }

    [Fact]
    public void Article_IsWhole()
    {
        var row = Row(ExportTable.Articles, 1, "s1");
        Assert.Equal(("3", "2", "'-Ann; Bo; Cy"), (row["statements"], row["events"], row["authors"]));
        Assert.Equal("'" + ExportSamples.Awkward.Article.Text.Replace('\0', '\uFFFD').Replace('\uD800', '\uFFFD'), row["text"]);
    }

    [Theory]
    [InlineData(ExportTable.Articles)]
    [InlineData(ExportTable.Statements)]
    [InlineData(ExportTable.Events)]
    [InlineData(ExportTable.Views)]
    public void CodedSamples_HaveARowEach_OfTheSameWidth(ExportTable table)
    {
        var rows = Read(ExportSamples.Written(ExportFormat.Csv, table, ExportSamples.Coded));
        var records = ExportSamples.Coded.Select(f => f.Article.Record);
        var expected = table switch
        {
            ExportTable.Articles => ExportSamples.Coded.Count,
            ExportTable.Statements => records.Sum(r => r.Statements.Count),
            ExportTable.Events => records.Sum(r => r.Events.Count),
            _ => records.Sum(r => r.Events.Sum(e => e.Views.Count)),
        };
        Assert.Equal(expected + 1, rows.Count);
        Assert.Equal(ExportSchema.Columns(table).Select(c => c.Name), rows[0]);
        Assert.All(rows, r => Assert.Equal(rows[0].Length, r.Length));
    }

    [Fact]
    public void AnyText_ComesBack() =>
        Gen.OneOf(Gen.String, Gen.Char["a,\"\r\n '=+\t;\uD800\u2028"].Array[0, 30].Select(c => new string(c)))
            .Sample(
                text =>
                {
                    var record = ExportSamples.Awkward with
                    {
                        Article = ExportSamples.Awkward.Article with { Title = text, Text = new('x', 60) },
                    };
                    var rows = Read(ExportSamples.Written(ExportFormat.Csv, ExportTable.Articles, [ExportSamples.Found(record)]));
                    var expected = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(CsvTable.Guarded(text)));
                    return rows.Count == 2 && rows[1][Array.IndexOf(rows[0], "title")] == expected;
                },
                iter: 2000
            );

    [Fact]
    public void Nothing_GivesTheHeader()
    {
        var csv = Encoding.UTF8.GetString(ExportSamples.Written(ExportFormat.Csv, ExportTable.Views, []));
        Assert.Equal(string.Join(',', ExportSchema.Columns(ExportTable.Views).Select(c => c.Name)) + "\r\n", csv);
    }
}
