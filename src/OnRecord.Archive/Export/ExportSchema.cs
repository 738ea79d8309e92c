namespace OnRecord.Archive.Export;

/// <summary>The columns of every table: the one list that the CSV, the JSON Lines, the Parquet files and docs/export.md are made of.
/// Within schema 1 columns are only added, at the end of a table.</summary>
public static class ExportSchema
{
    /// <summary>Name and version of the schema; in Parquet the value of the key <see cref="MetadataKey"/>.</summary>
    public const string Version = "onrecord-export/1";

    /// <summary>The key of the schema's name in the metadata of a Parquet file.</summary>
    public const string MetadataKey = "onrecord.schema";

    /// <summary>What stands between the parts of a list where a cell can hold but one text.</summary>
    public const string ListSeparator = "; ";

    static readonly Dictionary<ExportTable, IReadOnlyList<ExportColumn>> Tables = new()
    {
        [ExportTable.Articles] = ArticleColumns.All,
        [ExportTable.Statements] = StatementColumns.All,
        [ExportTable.Events] = EventColumns.All,
        [ExportTable.Views] = ViewColumns.All,
    };

    /// <summary>The columns of a table, in order.</summary>
    public static IReadOnlyList<ExportColumn> Columns(ExportTable table) => Tables[table];
}
