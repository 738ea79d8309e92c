using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using OnRecord.Record;

namespace OnRecord.Archive.Export;

/// <summary>Rows as JSON Lines: an object a row with the names of the CSV's columns, lists as arrays; what is not known is absent. An
/// article's line is the whole record.</summary>
internal sealed class JsonRows : RowWriter
{
    const int FlushAt = 1 << 16;
    const int MostKept = 1 << 20; // of a buffer that one huge row made grow

    readonly (JsonEncodedText Name, ExportColumn Column)[] _columns;
    readonly ExportTable _table;
    readonly Stream _output;
    readonly Utf8JsonWriter _json;
    ArrayBufferWriter<byte> _buffer = new(FlushAt);

    internal JsonRows(ExportTable table, Stream output)
    {
        (_table, _output) = (table, output);
        _columns = [.. ExportSchema.Columns(table).Select(c => (JsonEncodedText.Encode(c.Name), c))];
        _json = new Utf8JsonWriter(_buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
    }

    internal override void Write(ExportRow row, CancellationToken cancelled)
    {
        if (_table == ExportTable.Articles)
            RecordJson.WriteLine(_buffer, row.Record);
        else
            Flat(row);
        if (_buffer.WrittenCount >= FlushAt)
            Complete();
    }

    void Flat(ExportRow row)
    {
        _json.Reset(_buffer);
        _json.WriteStartObject();
        foreach (var (name, column) in _columns)
            Field(name, column.Type, column.Get(row));
        _json.WriteEndObject();
        _json.Flush();
        _buffer.Write("\n"u8);
    }

    void Field(JsonEncodedText name, ExportType type, Cell cell)
    {
        switch (type)
        {
            case ExportType.Whole when cell.Whole is { } whole:
                _json.WriteNumber(name, whole);
                break;
            case ExportType.Number when cell.Number is { } number:
                _json.WriteNumber(name, number);
                break;
            case ExportType.Truth when cell.Truth is { } truth:
                _json.WriteBoolean(name, truth);
                break;
            case ExportType.Text when cell.Text is { } text:
                _json.WriteString(name, text);
                break;
            case ExportType.TextList when cell.List is { Count: > 0 } list:
                _json.WriteStartArray(name);
                foreach (var text in list)
                    _json.WriteStringValue(text);
                _json.WriteEndArray();
                break;
        }
    }

    internal override void Complete()
    {
        _output.Write(_buffer.WrittenSpan);
        if (_buffer.Capacity > MostKept)
            _buffer = new(FlushAt);
        else
            _buffer.ResetWrittenCount();
    }

    public override void Dispose()
    {
        _json.Dispose();
        base.Dispose();
    }
}
