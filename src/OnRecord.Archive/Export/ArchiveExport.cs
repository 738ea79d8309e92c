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

    /// <summary>Writes all tables into a folder as <c>articles.parquet</c>, <c>statements.parquet</c>, <c>events.parquet</c> and
    /// <c>views.parquet</c>, in one pass. The files get these names when all of them are whole; a folder that is not there is made.
    /// </summary>
    /// <param name="found">What was found.</param>
    /// <param name="folder">Where to; files of these names that are there are replaced.</param>
    /// <param name="cancelled">Ends it between rows.</param>
    /// <exception cref="IOException">The folder can't be written.</exception>
    /// <exception cref="OperationCanceledException">It was ended; nothing is left of it.</exception>
    public static void WriteFolder(IEnumerable<FoundArticle> found, string folder, CancellationToken cancelled = default)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        Directory.CreateDirectory(folder);
        var files = new List<PartFile>();
        try
        {
            var tables = new List<(ExportTable, RowWriter)>();
            foreach (var table in Enum.GetValues<ExportTable>())
            {
                var file = new PartFile(Path.Combine(folder, FileNameOf(table)));
                files.Add(file);
                tables.Add((table, new ParquetRows(table, file.Stream)));
            }
            Fill(tables, found, cancelled);
            foreach (var file in files)
                file.Close();
            foreach (var file in files)
                file.Keep();
        }
        finally
        {
            foreach (var file in files)
                file.Dispose();
        }
    }

    /// <summary>Name of a table's file in a folder: <c>statements.parquet</c>.</summary>
    public static string FileNameOf(ExportTable table) => table.ToString().ToLowerInvariant() + ".parquet";

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
