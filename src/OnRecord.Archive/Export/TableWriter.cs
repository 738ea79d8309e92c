namespace OnRecord.Archive.Export;

/// <summary>Writes articles as they come, in one format, into a buffer that its owner drains.</summary>
internal abstract class TableWriter(ExportBuffer output) : IDisposable
{
    internal ExportBuffer Output { get; } = output;

    /// <summary>Rows so far.</summary>
    internal long Rows { get; private protected set; }

    internal abstract void Add(ExportSelection article);

    /// <summary>Writes what stands at the end; nothing may be added after it.</summary>
    internal virtual void End() { }

    public virtual void Dispose() => Output.Dispose();

    internal static TableWriter Open(ExportFormat format, ExportTable table) =>
        format switch
        {
            ExportFormat.Jsonl when table is ExportTable.Articles => new RecordLines(new()),
            ExportFormat.Jsonl => new JsonTable(new(), table),
            ExportFormat.Csv => new CsvTable(new(), table),
            ExportFormat.Parquet => new ParquetTable(new(), table),
            ExportFormat.Plover => new PloverLines(new()),
            _ => throw new ArgumentOutOfRangeException(nameof(format)),
        };
}
