using System.IO.Compression;
using Parquet;
using Parquet.Schema;

namespace OnRecord.Archive.Export;

/// <summary>Collects rows column by column and writes them as row groups of bounded size.</summary>
internal sealed class ParquetTable : TableWriter
{
    /// <summary>A row group ends after so many rows,</summary>
    internal const int MostRows = 50_000;

    /// <summary>or so many characters and numbers: this bounds memory, whatever the texts are like.</summary>
    internal const int MostSize = 8 << 20;

    readonly ExportTable _table;
    readonly ParquetColumn[] _columns;
    readonly ParquetWriter _writer;
    int _rows;
    long _size;
    bool _ended;

    internal ParquetTable(ExportBuffer output, ExportTable table)
        : base(output)
    {
        _table = table;
        _columns = [.. ExportSchema.Columns(table).Select(ParquetColumn.Of)];
        // Zstandard: every reader named in the docs knows it, and it halves what Snappy leaves.
        var options = new ParquetOptions
        {
            CompressionMethod = CompressionMethod.Zstd,
            CompressionLevel = CompressionLevel.Fastest,
            MaximumSmallPoolFreeBytes = MostSize, // the library would keep every buffer it ever had
            MaximumLargePoolFreeBytes = MostSize,
        };
        _writer = Now(ParquetWriter.CreateAsync(new ParquetSchema([.. _columns.Select(c => c.Field)]), output, options));
        _writer.CustomMetadata = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["onrecord.export"] = ExportSchema.Version,
            ["onrecord.table"] = ArchiveExport.NameOf(table),
        };
    }

    internal override void Add(ExportSelection article)
    {
        foreach (var row in article.Rows(_table))
        {
            foreach (var column in _columns)
                _size += column.Add(row);
            Rows++;
            if (++_rows >= MostRows || _size >= MostSize)
                WriteGroup();
        }
    }

    void WriteGroup()
    {
        using var group = _writer.CreateRowGroup();
        foreach (var column in _columns)
            Now(column.WriteAsync(group));
        group.CompleteValidate();
        (_rows, _size) = (0, 0);
    }

    internal override void End()
    {
        if (_rows > 0)
            WriteGroup();
        _ended = true;
        Now(_writer.DisposeAsync().AsTask()); // writes the footer
    }

    public override void Dispose()
    {
        if (!_ended)
            Now(_writer.DisposeAsync().AsTask());
        base.Dispose();
    }

    /// <summary>The library knows only tasks; over a buffer in memory none of them ever waits.</summary>
    static void Now(Task task) => task.GetAwaiter().GetResult();

    static T Now<T>(Task<T> task) => task.GetAwaiter().GetResult();
}
