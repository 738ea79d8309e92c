using Parquet;
using Parquet.Schema;

namespace OnRecord.Archive.Tests.Export;

/// <summary>A Parquet file read back: columns by name.</summary>
internal sealed class ParquetReading
{
    readonly Dictionary<string, List<object?>> _columns = new(StringComparer.Ordinal);

    internal required IReadOnlyList<DataField> Fields { get; init; }

    internal required IReadOnlyDictionary<string, string> Metadata { get; init; }

    internal required int Groups { get; init; }

    internal List<object?> this[string column] => _columns[column];

    internal int Rows => _columns.Values.First().Count;

    internal static async Task<ParquetReading> Of(byte[] file)
    {
        await using var reader = await ParquetReader.CreateAsync(new MemoryStream(file));
        var read = new ParquetReading
        {
            Fields = reader.Schema.GetDataFields(),
            Metadata = reader.CustomMetadata,
            Groups = reader.RowGroupCount,
        };
        foreach (var field in read.Fields)
            read._columns[field.Name] = [];
        for (var i = 0; i < reader.RowGroupCount; i++)
        {
            using var group = reader.OpenRowGroupReader(i);
            foreach (var field in read.Fields)
                read._columns[field.Name].AddRange(await Cells(group, field));
        }
        return read;
    }

    static async Task<IEnumerable<object?>> Cells(ParquetRowGroupReader group, DataField field)
    {
        if (field.ClrType == typeof(long))
            return await Values<long>(group, field);
        if (field.ClrType == typeof(double))
            return await Values<double>(group, field);
        if (field.ClrType == typeof(bool))
            return await Values<bool>(group, field);
        var texts = new string[group.RowCount];
        await group.ReadAsync(field, texts);
        return texts;
    }

    static async Task<IEnumerable<object?>> Values<T>(ParquetRowGroupReader group, DataField field)
        where T : struct
    {
        var values = new T?[group.RowCount];
        await group.ReadAsync<T>(field, values);
        return values.Select(v => (object?)v);
    }
}
