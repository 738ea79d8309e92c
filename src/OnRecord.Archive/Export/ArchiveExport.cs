namespace OnRecord.Archive.Export;

/// <summary>How much an export to a folder wrote.</summary>
/// <param name="Table">Which table.</param>
/// <param name="File">Its file.</param>
/// <param name="Rows">Its rows.</param>
public sealed record ExportedTable(ExportTable Table, string File, long Rows);

/// <summary>Writes what a search found. Articles are written as they come: one article, and for Parquet one row group, is in memory.
/// </summary>
public static class ArchiveExport
{
    const int Chunk = 1 << 16;

    /// <summary>Writes one table.</summary>
    /// <param name="format">How.</param>
    /// <param name="table">Rows of what; PLOVER's JSON always has events.</param>
    /// <param name="found">What was found. Of a found statement the tables of events and views have the events it is or holds; of a found
    /// event the table of statements has those it hangs on.</param>
    /// <param name="output">Where to; it need not be seekable, and is left open.</param>
    /// <param name="cancelled">Ends it between two articles.</param>
    /// <returns>How many rows were written.</returns>
    /// <exception cref="OperationCanceledException">It was ended; the output is incomplete.</exception>
    public static long Write(
        ExportFormat format,
        ExportTable table,
        IEnumerable<FoundArticle> found,
        Stream output,
        CancellationToken cancelled = default
    )
    {
        using var writer = TableWriter.Open(format, table);
        foreach (var chunk in Chunks(writer, found, cancelled))
            output.Write(chunk.Span);
        output.Flush();
        return writer.Rows;
    }

    /// <summary><see cref="Write"/> to an output that must not be waited for, as that of a web server.</summary>
    public static async Task<long> WriteAsync(
        ExportFormat format,
        ExportTable table,
        IEnumerable<FoundArticle> found,
        Stream output,
        CancellationToken cancelled = default
    )
    {
        using var writer = TableWriter.Open(format, table);
        foreach (var chunk in Chunks(writer, found, cancelled))
            await output.WriteAsync(chunk, cancelled).ConfigureAwait(false);
        await output.FlushAsync(cancelled).ConfigureAwait(false);
        return writer.Rows;
    }

    /// <summary>Writes all tables into a folder in one pass: articles, statements, events and views, named after the table with the
    /// format's ending; of PLOVER's JSON only the events. A file of the same name is replaced when everything is written, and not before.
    /// </summary>
    /// <exception cref="ArchiveException">The folder can't be written.</exception>
    /// <exception cref="OperationCanceledException">It was ended; no file was replaced.</exception>
    public static IReadOnlyList<ExportedTable> WriteFolder(
        ExportFormat format,
        IEnumerable<FoundArticle> found,
        string folder,
        CancellationToken cancelled = default
    )
    {
        try
        {
            using var files = new ExportFolder(format, folder);
            foreach (var article in found)
            {
                cancelled.ThrowIfCancellationRequested();
                files.Add(new(article));
            }
            return files.End();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ArchiveException(
                $"the export to {folder} failed: {e.Message}",
                "name a folder that can be written and has room enough",
                e
            );
        }
    }

    /// <summary>The table's name in file names, addresses and options: "statements".</summary>
    public static string NameOf(ExportTable table) => table.ToString().ToLowerInvariant();

    /// <summary>The ending of a format's files, with the dot.</summary>
    public static string EndingOf(ExportFormat format) =>
        format switch
        {
            ExportFormat.Csv => ".csv",
            ExportFormat.Parquet => ".parquet",
            _ => ".jsonl",
        };

    /// <summary>The format's media type, for HTTP.</summary>
    public static string MediaTypeOf(ExportFormat format) =>
        format switch
        {
            ExportFormat.Csv => "text/csv; charset=utf-8; header=present",
            ExportFormat.Parquet => "application/vnd.apache.parquet",
            _ => "application/jsonl; charset=utf-8",
        };

    static IEnumerable<ReadOnlyMemory<byte>> Chunks(TableWriter writer, IEnumerable<FoundArticle> found, CancellationToken cancelled)
    {
        foreach (var article in found)
        {
            cancelled.ThrowIfCancellationRequested();
            writer.Add(new(article));
            if (writer.Output.Waiting < Chunk)
                continue;
            yield return writer.Output.Waiters;
            writer.Output.Drained();
        }
        cancelled.ThrowIfCancellationRequested();
        writer.End();
        yield return writer.Output.Waiters;
        writer.Output.Drained();
    }
}
