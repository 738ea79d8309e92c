using OnRecord.Archive.Export;

namespace OnRecord.Archive.Tests.Export;

/// <summary>Which rows a found article gives to which table.</summary>
public class SelectionTests
{
    public static TheoryData<int, string?, ExportTable, string> Rows =>
        new()
        {
            { 0, null, ExportTable.Statements, "s1 s2 s3" },
            { 0, "s3", ExportTable.Statements, "s3" },
            { 0, "s1 s2", ExportTable.Statements, "s1 s2" },
            { 0, "s1", ExportTable.Events, "" },
            { 0, "s2", ExportTable.Events, "e1" }, // it holds a view of e1
            { 0, "s2", ExportTable.Views, "e1" },
            { 0, "e1", ExportTable.Statements, "s2" },
            { 0, "e1", ExportTable.Views, "e1" },
            { 1, null, ExportTable.Events, "e1 e2" },
            { 1, "e2", ExportTable.Events, "e2" },
            { 1, "e2", ExportTable.Statements, "" }, // the outlet's own word
            { 1, "", ExportTable.Events, "" },
            { 1, "s9 e9", ExportTable.Statements, "" },
        };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Ids_ChooseRows(int article, string? ids, ExportTable table, string expected)
    {
        var found = Kept.Found(Told.Quarrel[article].Record(), ids?.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var rows = CsvReading.Rows(Kept.Text(ExportFormat.Csv, table, [found]));
        var column = Array.IndexOf(rows[0], table == ExportTable.Statements ? "statement_id" : "event_id");
        Assert.Equal(expected, string.Join(' ', rows.Skip(1).Select(r => r[column])));
    }

    [Fact]
    public void StatementThatIsTheAct_IsTied()
    {
        var record = Told.Quarrel[0].Record();
        record = record with { Events = [record.Events[0] with { Statement = "s1" }] };
        var rows = CsvReading.Rows(Kept.Text(ExportFormat.Csv, ExportTable.Events, [Kept.Found(record, "s1")]));
        Assert.Equal(2, rows.Count);
    }

    [Fact]
    public void Article_IsOneRow_WhateverWasFound()
    {
        var rows = CsvReading.Rows(Kept.Text(ExportFormat.Csv, ExportTable.Articles, [Kept.Found(Told.Quarrel[0].Record(), "s1", "s2")]));
        Assert.Equal(2, rows.Count);
    }
}
