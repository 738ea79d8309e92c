using OnRecord.Archive.Export;

namespace OnRecord.Archive.Tests.Export;

public class ParquetTests
{
    static Task<ParquetReading> Read(ExportTable table, IEnumerable<FoundArticle> found) =>
        ParquetReading.Of(Kept.Bytes(ExportFormat.Parquet, table, found));

    static readonly Dictionary<ExportType, Type> Types = new()
    {
        [ExportType.Text] = typeof(ReadOnlyMemory<char>),
        [ExportType.TextList] = typeof(ReadOnlyMemory<char>),
        [ExportType.Whole] = typeof(long),
        [ExportType.Number] = typeof(double),
        [ExportType.Truth] = typeof(bool),
    };

    [Theory]
    [MemberData(nameof(Kept.Tables), MemberType = typeof(Kept))]
    public async Task Nothing_GivesAFileWithTheSchema(ExportTable table)
    {
        var read = await Read(table, []);
        Assert.Equal(ExportSchema.Columns(table).Select(c => (c.Name, Types[c.Type])), read.Fields.Select(f => (f.Name, f.ClrType)));
        Assert.Equal(0, read.Rows);
        Assert.Equal("onrecord-export/1", read.Metadata["onrecord.schema"]);
    }

    /// <summary>What stands in the CSV stands in the Parquet file too.</summary>
    [Theory]
    [MemberData(nameof(Kept.Tables), MemberType = typeof(Kept))]
    public async Task Cells_AreThoseOfTheCsv(ExportTable table)
    {
        var read = await Read(table, Kept.Quarrel);
        var csv = CsvReading.Rows(Kept.Text(ExportFormat.Csv, table, Kept.Quarrel));
        Assert.Equal(csv.Count - 1, read.Rows);
        for (var c = 0; c < csv[0].Length; c++)
        for (var r = 0; r < read.Rows; r++)
            Assert.Equal(
                csv[r + 1][c],
                read[csv[0][c]][r] switch
                {
                    null => "",
                    bool truth => truth ? "true" : "false",
                    IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
                    var text => (string)text,
                }
            );
    }

    [Fact]
    public async Task Unknown_IsNull()
    {
        var read = await Read(ExportTable.Events, Kept.Quarrel);
        Assert.All(read["event_date"], Assert.Null);
        Assert.Equal([null, "outlet", "outlet"], read["asserted_by"]);
        Assert.All(read["lat"], Assert.Null);
        Assert.Equal([-5.0, -5.0, -5.0], read["intensity"]);
    }

    public static TheoryData<string, string> Texts =>
        new()
        {
            { "=1+1", "=1+1" },
            { "a\0b\r\n\"c\"", "a\0b\r\n\"c\"" },
            { "lone \ud800 here", "lone \uFFFD here" },
            { "🥐 Übermut", "🥐 Übermut" },
            { "", "" },
        };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Text_IsKept(string text, string expected)
    {
        var read = await Read(ExportTable.Articles, [Kept.Whole(Kept.Record(text, text))]);
        Assert.Equal(expected, read["title"][0]);
        Assert.Equal(expected, read["text"][0]);
    }

    [Fact]
    public async Task ManyRows_AreCutIntoGroups()
    {
        var many = Enumerable.Repeat(Kept.Quarrel[0], 20_001);
        var read = await Read(ExportTable.Views, many);
        Assert.Equal(20_001, read.Rows);
        Assert.Equal(2, read.Groups);
        Assert.All(read["stance"], stance => Assert.Equal("denied", stance));
    }

    [Fact]
    public async Task HugeTexts_AreCutIntoGroups()
    {
        var text = new string('x', 9 << 20);
        var read = await Read(ExportTable.Articles, Enumerable.Repeat(Kept.Whole(Kept.Record(text)), 3));
        Assert.Equal(2, read.Groups);
        Assert.All(read["text"], t => Assert.Equal(text, t));
    }

    /// <summary>A response to a browser can't seek and does not tell its position.</summary>
    [Fact]
    public async Task Stream_NeedNotSeek()
    {
        using var inner = new MemoryStream();
        using (var oneWay = new System.IO.Compression.ZLibStream(inner, System.IO.Compression.CompressionMode.Compress, leaveOpen: true))
            ArchiveExport.Write(ExportFormat.Parquet, ExportTable.Events, Kept.Quarrel, oneWay, TestContext.Current.CancellationToken);
        inner.Position = 0;
        using var back = new System.IO.Compression.ZLibStream(inner, System.IO.Compression.CompressionMode.Decompress);
        using var file = new MemoryStream();
        back.CopyTo(file);
        Assert.Equal(3, (await ParquetReading.Of(file.ToArray())).Rows);
    }
}
