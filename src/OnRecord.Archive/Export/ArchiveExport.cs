namespace OnRecord.Archive.Export;

/// <summary>Writes what a query found, article by article; nothing is held in memory but one article and the row group of a Parquet file
/// that is being filled.</summary>
/// <remarks>Where statements or events were found, not whole articles, a table of the other kind holds what is tied to them: to
/// statements the events of which they hold a view or which they are, to events the statements that hold a view of them or are one. The
/// views are all the views of the events.</remarks>
public static class ArchiveExport
{
    /// <summary>Writes one table to a stream, which stays open and need not seek.</summary>
    /// <param name="format">The form. PLOVER holds events, whatever the table.</param>
    /// <param name="table">What a row is.</param>
    /// <param name="found">What was found.</param>
    /// <param name="output">Where to.</param>
    /// <param name="cancelled">Ends it between rows.</param>
    /// <exception cref="OperationCanceledException">It was ended; what is written is not whole.</exception>
    public static void Write(
        ExportFormat format,
        ExportTable table,
        IEnumerable<FoundArticle> found,
        Stream output,
        CancellationToken cancelled = default
    )
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(output);
        using var writer = Open(format, table, output);
        Fill([(format == ExportFormat.Plover ? ExportTable.Events : table, writer)], found, cancelled);
    }

    static void Fill(
        IReadOnlyList<(ExportTable Table, RowWriter Writer)> tables,
        IEnumerable<FoundArticle> found,
        CancellationToken cancelled
    )
    {
        var coders = new CoderNames();
        foreach (var article in found)
        {
            var open = new ExportRow(article.Article, coders.Of(article.Article.Record.Coder));
            foreach (var (table, writer) in tables)
            foreach (var row in ExportRows.Of(table, open, article.Ids))
            {
                cancelled.ThrowIfCancellationRequested();
                writer.Write(row, cancelled);
            }
        }
        cancelled.ThrowIfCancellationRequested();
        foreach (var (_, writer) in tables)
            writer.Complete();
    }

    static RowWriter Open(ExportFormat format, ExportTable table, Stream output) =>
        format switch
        {
            ExportFormat.Jsonl => new JsonRows(table, output),
            ExportFormat.Csv => new CsvRows(table, output),
            ExportFormat.Parquet => new ParquetRows(table, output),
            ExportFormat.Plover => new PloverRows(output),
            _ => throw new ArgumentOutOfRangeException(nameof(format)),
        };
}
