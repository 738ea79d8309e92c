using Parquet;
using Parquet.Schema;

namespace OnRecord.Archive.Export;

/// <summary>The cells of one column until their row group is written.</summary>
internal abstract class ParquetColumn(Field field)
{
    internal Field Field { get; } = field;

    /// <summary>Takes the cell of a row in; how much room it takes, about.</summary>
    internal abstract long Add(ExportRow row);

    /// <summary>Writes the cells and forgets them.</summary>
    internal abstract Task WriteAsync(ParquetRowGroupWriter group);

    internal static ParquetColumn Of(ExportColumn column) =>
        column.Type switch
        {
            ExportType.Text => new TextColumn(column),
            ExportType.Texts => new TextsColumn(column),
            ExportType.Integer => new NumberColumn<long>(column, column.Integer),
            ExportType.Real => new NumberColumn<double>(column, column.Real),
            ExportType.Flag => new FlagColumn(column),
            _ => throw new ArgumentOutOfRangeException(nameof(column)),
        };
}

internal sealed class TextColumn(ExportColumn column) : ParquetColumn(new DataField<string>(column.Name, true))
{
    readonly List<string?> _cells = [];

    internal override long Add(ExportRow row)
    {
        var text = column.Text(row);
        _cells.Add(text);
        return 1 + (text?.Length ?? 0);
    }

    internal override async Task WriteAsync(ParquetRowGroupWriter group)
    {
        await group.WriteAsync((DataField)Field, (IReadOnlyCollection<string?>)_cells).ConfigureAwait(false);
        _cells.Clear();
    }
}

internal sealed class NumberColumn<T>(ExportColumn column, Func<ExportRow, T?> read) : ParquetColumn(new DataField<T>(column.Name, true))
    where T : struct
{
    readonly List<T?> _cells = [];

    internal override long Add(ExportRow row)
    {
        _cells.Add(read(row));
        return 4;
    }

    internal override async Task WriteAsync(ParquetRowGroupWriter group)
    {
        await group.WriteAsync<T>((DataField)Field, _cells.ToArray()).ConfigureAwait(false);
        _cells.Clear();
    }
}

internal sealed class FlagColumn(ExportColumn column) : ParquetColumn(new DataField<bool>(column.Name, false))
{
    readonly List<bool> _cells = [];

    internal override long Add(ExportRow row)
    {
        _cells.Add(column.Flag(row));
        return 1;
    }

    internal override async Task WriteAsync(ParquetRowGroupWriter group)
    {
        await group.WriteAsync<bool>((DataField)Field, _cells.ToArray()).ConfigureAwait(false);
        _cells.Clear();
    }
}

/// <summary>A list of texts in each cell. Levels are Parquet's: what is there of list, element and text, and whether an element goes on
/// with the list of the one before.</summary>
internal sealed class TextsColumn(ExportColumn column) : ParquetColumn(new ListField(column.Name, new DataField<string>("element", true)))
{
    /// <summary>The list is there and has no element.</summary>
    const int Empty = 1;

    readonly List<ReadOnlyMemory<char>> _texts = [];
    readonly List<int> _definitions = [];
    readonly List<int> _repetitions = [];

    DataField Element => (DataField)((ListField)Field).Item;

    internal override long Add(ExportRow row)
    {
        var texts = column.Texts(row) ?? [];
        var size = 0;
        for (var i = 0; i < texts.Count; i++)
        {
            _texts.Add(texts[i].AsMemory());
            _definitions.Add(Element.MaxDefinitionLevel);
            _repetitions.Add(i == 0 ? 0 : 1);
            size += 8 + texts[i].Length;
        }
        if (texts.Count == 0)
        {
            _definitions.Add(Empty);
            _repetitions.Add(0);
        }
        return 4 + size;
    }

    internal override async Task WriteAsync(ParquetRowGroupWriter group)
    {
        await group
            .WriteAllPartsAsync<ReadOnlyMemory<char>>(
                Element,
                _texts.ToArray(),
                new ReadOnlyMemory<int>([.. _definitions]),
                new ReadOnlyMemory<int>([.. _repetitions]),
                CancellationToken.None
            )
            .ConfigureAwait(false);
        _texts.Clear();
        _definitions.Clear();
        _repetitions.Clear();
    }
}
