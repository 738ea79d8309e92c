using System.Text;
using System.Text.Json;
using OnRecord.Archive.Export;
using OnRecord.Record;

namespace OnRecord.Archive.Tests.Export;

public class JsonTests
{
    static List<JsonElement> Read(ExportFormat format, ExportTable table, params FoundArticle[] found) =>
        [
            .. Kept.Text(format, table, found)
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonDocument.Parse(line).RootElement),
        ];

    [Fact]
    public void Article_IsTheWholeRecord()
    {
        var text = Kept.Text(ExportFormat.Jsonl, ExportTable.Articles, Kept.Quarrel);
        Assert.Equal(string.Concat(Told.Quarrel.Select(t => Encoding.UTF8.GetString(RecordJson.Serialize(t.Record())) + "\n")), text);
    }

    [Theory]
    [InlineData(ExportTable.Statements)]
    [InlineData(ExportTable.Events)]
    [InlineData(ExportTable.Views)]
    public void Row_HasTheColumnsOfTheSchema_InTheirTypes(ExportTable table)
    {
        var columns = ExportSchema.Columns(table).ToDictionary(c => c.Name, c => c.Type, StringComparer.Ordinal);
        Assert.All(
            Read(ExportFormat.Jsonl, table, [.. Kept.Quarrel]),
            row =>
                Assert.All(
                    row.EnumerateObject(),
                    field =>
                        Assert.Equal(
                            columns[field.Name],
                            field.Value.ValueKind switch
                            {
                                JsonValueKind.Array => ExportType.TextList,
                                JsonValueKind.Number when field.Value.TryGetInt64(out _) && columns[field.Name] == ExportType.Whole =>
                                    ExportType.Whole,
                                JsonValueKind.Number => ExportType.Number,
                                JsonValueKind.True or JsonValueKind.False => ExportType.Truth,
                                _ => ExportType.Text,
                            }
                        )
                )
        );
    }

    [Fact]
    public void Unknown_IsAbsent()
    {
        var row = Read(ExportFormat.Jsonl, ExportTable.Events, [.. Kept.Quarrel])[0];
        Assert.False(row.TryGetProperty("event_date", out _));
        Assert.False(row.TryGetProperty("asserted_by", out _));
        Assert.Equal("2022-02-10", row.GetProperty("published").GetString());
    }

    [Fact]
    public void Formula_IsNoMatterHere()
    {
        var record = Told.Quarrel[0].Record();
        record = record with { Article = record.Article with { Title = "=1+1\0\ud800" } };
        Assert.Equal(
            "=1+1\0\uFFFD",
            Read(ExportFormat.Jsonl, ExportTable.Statements, Kept.Whole(record))[0].GetProperty("title").GetString()
        );
    }

    [Fact]
    public void Plover_HasTheFoundEventsOnly()
    {
        var events = Read(ExportFormat.Plover, ExportTable.Articles, Kept.Found(Told.Quarrel[1].Record(), "e2"));
        Assert.Equal("wire-2#e2", Assert.Single(events).GetProperty("id").GetString());
    }

    [Fact]
    public void Plover_IsWhatCodeWrites() =>
        Assert.Equal(
            string.Concat(Told.Quarrel.Select(t => Encoding.UTF8.GetString(PloverJson.Lines(t.Record())))),
            Kept.Text(ExportFormat.Plover, ExportTable.Events, Kept.Quarrel)
        );

    [Theory]
    [InlineData(ExportFormat.Jsonl)]
    [InlineData(ExportFormat.Plover)]
    public void Nothing_GivesNothing(ExportFormat format) => Assert.Empty(Kept.Bytes(format, ExportTable.Events, []));
}
