using Parquet;
using Parquet.Schema;

namespace OnRecord.Archive.Export;

/// <summary>Rows as an Apache Parquet file: compressed with Snappy, which every reader knows; row groups of bounded size, so that memory
/// is bounded too; every column may be null but whole numbers and truths that each row has.</summary>
internal sealed class ParquetRows : RowWriter
{
    const int MostRows = 20_000; // of a row group
    const long MostCharacters = 16L << 20; // of its texts

    static readonly ParquetOptions Options = new()
    {
        CompressionMethod = CompressionMethod.Snappy,
        // unset, the library keeps all the buffers it ever had
        MaximumSmallPoolFreeBytes = 16 << 20,
        MaximumLargePoolFreeBytes = 64 << 20,
    };

    readonly Column[] _columns;
    readonly ParquetWriter _writer;
    int _rows;
    long _characters;

    internal ParquetRows(ExportTable table, Stream output)
    {
        _columns = [.. ExportSchema.Columns(table).Select(Column.Of)];
        var schema = new ParquetSchema(_columns.Select(c => (Field)c.Field).ToArray());
        _writer = Done(ParquetWriter.CreateAsync(schema, new WriteOnly(output), Options));
        _writer.CustomMetadata = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [ExportSchema.MetadataKey] = ExportSchema.Version,
        };
    }

    internal override void Write(ExportRow row, CancellationToken cancelled)
    {
        foreach (var column in _columns)
            _characters += column.Add(row);
        if (++_rows >= MostRows || _characters >= MostCharacters)
            FlushGroup(cancelled);
    }

    void FlushGroup(CancellationToken cancelled)
    {
        using var group = _writer.CreateRowGroup();
        foreach (var column in _columns)
        {
            cancelled.ThrowIfCancellationRequested();
            column.Flush(group);
        }
        group.CompleteValidate();
        (_rows, _characters) = (0, 0);
    }

    internal override void Complete()
    {
        if (_rows > 0)
            FlushGroup(CancellationToken.None);
        _writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    // the library writes asynchronously only, and to a stream that answers at once
    static T Done<T>(Task<T> task) => task.GetAwaiter().GetResult();

    /// <summary>The cells of a column since the last row group.</summary>
    abstract class Column(ExportColumn source, DataField field)
    {
        internal DataField Field { get; } = field;

        protected ExportColumn Source { get; } = source;

        internal static Column Of(ExportColumn column) =>
            column.Type switch
            {
                ExportType.Text => new Texts(column, cell => cell.Text),
                ExportType.TextList => new Texts(column, cell => cell.Joined),
                ExportType.Whole => new Values<long>(column, cell => cell.Whole),
                ExportType.Number => new Values<double>(column, cell => cell.Number),
                ExportType.Truth => new Values<bool>(column, cell => cell.Truth),
                _ => throw new ArgumentOutOfRangeException(nameof(column)),
            };

        /// <summary>Takes a cell in; gives the characters that it holds on to.</summary>
        internal abstract long Add(ExportRow row);

        internal abstract void Flush(ParquetRowGroupWriter group);
    }

    sealed class Texts(ExportColumn source, Func<Cell, string?> text) : Column(source, new DataField<string>(source.Name))
    {
        readonly List<string?> _cells = [];

        internal override long Add(ExportRow row)
        {
            var value = text(Source.Get(row));
            _cells.Add(value);
            return value?.Length ?? 0;
        }

        internal override void Flush(ParquetRowGroupWriter group)
        {
            group.WriteAsync(Field, _cells!).GetAwaiter().GetResult();
            _cells.Clear();
        }
    }

    sealed class Values<T>(ExportColumn source, Func<Cell, T?> value) : Column(source, new DataField<T?>(source.Name))
        where T : struct
    {
        readonly List<T?> _cells = [];

        internal override long Add(ExportRow row)
        {
            _cells.Add(value(Source.Get(row)));
            return 0;
        }

        internal override void Flush(ParquetRowGroupWriter group)
        {
            group.WriteAsync<T>(Field, _cells.ToArray()).GetAwaiter().GetResult();
            _cells.Clear();
        }
    }
}
