using System.Text;
using OnRecord.Archive.Export;
using Parquet;
using Parquet.Schema;

namespace OnRecord.Archive.Tests.Export;

public class ParquetExportTests
{
    static Task<ParquetReader> Open(byte[] bytes) => ParquetReader.CreateAsync(new MemoryStream(bytes));

    static async Task<string?[]> Texts(ParquetReader file, string column, int group = 0)
    {
        using var rows = file.OpenRowGroupReader(group);
        var cells = new string[rows.RowCount];
        await rows.ReadAsync(
            file.Schema.GetDataFields().Single(f => f.Path.ToString() == column),
            cells,
            cancellationToken: TestContext.Current.CancellationToken
        );
        return cells;
    }

    static async Task<T?[]> Numbers<T>(ParquetReader file, string column)
        where T : struct
    {
        using var rows = file.OpenRowGroupReader(0);
        var cells = new T?[rows.RowCount];
        await rows.ReadAsync<T>(
            file.Schema.GetDataFields().Single(f => f.Path.ToString() == column),
            cells,
            cancellationToken: TestContext.Current.CancellationToken
        );
        return cells;
    }

    [Theory]
    [InlineData(ExportTable.Articles)]
    [InlineData(ExportTable.Statements)]
    [InlineData(ExportTable.Events)]
    [InlineData(ExportTable.Views)]
    public async Task Schema_IsTheTables_WithOrWithoutRows(ExportTable table)
    {
        foreach (
            var found in (IReadOnlyList<FoundArticle>[])
                [
                    [],
                    ExportSamples.Coded,
                ]
        )
        {
            await using var file = await Open(ExportSamples.Written(ExportFormat.Parquet, table, found));
            Assert.Equal(ExportSchema.Columns(table).Select(c => c.Name), file.Schema.Fields.Select(f => f.Name));
            Assert.Equal(found.Count == 0 ? 0 : 1, file.RowGroupCount);
            Assert.Equal("onrecord-export/1", file.CustomMetadata["onrecord.export"]);
            Assert.Equal(table.ToString().ToLowerInvariant(), file.CustomMetadata["onrecord.table"]);
        }
    }

    [Fact]
    public async Task Cells_AreTyped()
    {
        await using var file = await Open(
            ExportSamples.Written(ExportFormat.Parquet, ExportTable.Statements, [ExportSamples.Found(ExportSamples.Awkward)])
        );
        Assert.Equal(["=1+1", null, null], await Texts(file, "source_text"));
        Assert.Equal([0L, 5L, 5L], await Numbers<long>(file, "start"));
        Assert.Equal([0.75, null, null], await Numbers<double>(file, "confidence_speaker"));
        using var rows = file.OpenRowGroupReader(0);
        var negated = new bool[3];
        await rows.ReadAsync<bool>(
            file.Schema.GetDataFields().Single(f => f.Name == "negated"),
            negated,
            cancellationToken: TestContext.Current.CancellationToken
        );
        Assert.Equal([false, false, true], negated);
    }

    [Fact]
    public async Task Lists_AreLists()
    {
        await using var file = await Open(
            ExportSamples.Written(ExportFormat.Parquet, ExportTable.Statements, [ExportSamples.Found(ExportSamples.Awkward)])
        );
        var list = Assert.IsType<ListField>(file.Schema.Fields.Single(f => f.Name == "source_actor_names"));
        using var rows = file.OpenRowGroupReader(0);
        var (texts, definitions, repetitions) = (new ReadOnlyMemory<char>[4], new int[4], new int[4]);
        await rows.ReadRawAsync<ReadOnlyMemory<char>>(
            (DataField)list.Item,
            texts,
            definitions,
            repetitions,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(["=1+1", "Norland"], texts.Take(2).Select(t => t.ToString()));
        Assert.Equal([3, 3, 1, 1], definitions);
        Assert.Equal([0, 1, 0, 0], repetitions);
    }

    [Fact]
    public async Task AwkwardText_Stays()
    {
        await using var file = await Open(
            ExportSamples.Written(ExportFormat.Parquet, ExportTable.Articles, [ExportSamples.Found(ExportSamples.Awkward)])
        );
        Assert.Equal([ExportSamples.Awkward.Article.Text.Replace('\uD800', '\uFFFD')], await Texts(file, "text"));
    }

    [Fact]
    public async Task ManyOrHugeRows_MakeSeveralGroups()
    {
        var huge = ExportSamples.Found(ExportSamples.Made(new string('x', 6_000_000)));
        await using var file = await Open(ExportSamples.Written(ExportFormat.Parquet, ExportTable.Articles, Enumerable.Repeat(huge, 7)));
        Assert.Equal(4, file.RowGroupCount);
        Assert.Equal(6_000_000, (await Texts(file, "text", 3))[0]!.Length);
    }

    [Fact]
    public async Task CodedSamples_SayWhatTheRecordsSay()
    {
        await using var file = await Open(ExportSamples.Written(ExportFormat.Parquet, ExportTable.Events, ExportSamples.Coded));
        var events = ExportSamples.Coded.SelectMany(f => f.Article.Record.Events).ToList();
        Assert.NotEmpty(events);
        Assert.Equal(events.Select(e => e.Key), await Texts(file, "event_key"));
        Assert.Equal(events.Select(e => e.Mode), await Texts(file, "mode"));
        Assert.Equal(events.Select(e => (double?)e.Intensity), await Numbers<double>(file, "intensity"));
        var text = ExportSamples.Coded[0].Article.Record.Article.Text.EnumerateRunes().ToArray();
        var first = ExportSamples.Coded[0].Article.Record.Events[0].Anchor.Span;
        Assert.Equal(string.Concat(text[first.Start..first.End]), (await Texts(file, "anchor_text"))[0]);
        var starts = await Numbers<long>(file, "evidence_start");
        var ends = await Numbers<long>(file, "evidence_end");
        Assert.Equal((await Texts(file, "evidence_text"))[0], string.Concat(text[(int)starts[0]!..(int)ends[0]!]));
    }
}
