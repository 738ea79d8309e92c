using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using OnRecord.Record;

namespace OnRecord.Archive.Export;

/// <summary>The whole record of each article, a line each.</summary>
internal sealed class RecordLines(ExportBuffer output) : TableWriter(output)
{
    internal override void Add(ExportSelection article)
    {
        RecordJson.WriteLine(Output, article.Kept.Record);
        Rows++;
    }
}

/// <summary>Found events in PLOVER's JSON.</summary>
internal sealed class PloverLines(ExportBuffer output) : TableWriter(output)
{
    internal override void Add(ExportSelection article) => Rows += PloverJson.Write(Output, article.View, article.Events);
}

/// <summary>A flat object a row; what is not known is absent.</summary>
internal sealed class JsonTable : TableWriter
{
    readonly ExportTable _table;
    readonly Utf8JsonWriter _json;
    readonly (JsonEncodedText Name, ExportColumn Column)[] _columns;

    internal JsonTable(ExportBuffer output, ExportTable table)
        : base(output)
    {
        _table = table;
        _json = new((IBufferWriter<byte>)output, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
        _columns = [.. ExportSchema.Columns(table).Select(c => (JsonEncodedText.Encode(c.Name), c))];
    }

    internal override void Add(ExportSelection article)
    {
        foreach (var row in article.Rows(_table))
        {
            _json.WriteStartObject();
            foreach (var (name, column) in _columns)
                Write(name, column, row);
            _json.WriteEndObject();
            _json.Flush();
            Output.Write("\n"u8);
            _json.Reset();
            Rows++;
        }
    }

    void Write(JsonEncodedText name, ExportColumn column, ExportRow row)
    {
        switch (column.Type)
        {
            case ExportType.Text when column.Text(row) is { } text:
                _json.WriteString(name, text);
                break;
            case ExportType.Texts when column.Texts(row) is { Count: > 0 } texts:
                _json.WriteStartArray(name);
                foreach (var text in texts)
                    _json.WriteStringValue(text);
                _json.WriteEndArray();
                break;
            case ExportType.Integer when column.Integer(row) is { } integer:
                _json.WriteNumber(name, integer);
                break;
            case ExportType.Real when column.Real(row) is { } real:
                _json.WriteNumber(name, real);
                break;
            case ExportType.Flag:
                _json.WriteBoolean(name, column.Flag(row));
                break;
        }
    }

    public override void Dispose()
    {
        _json.Dispose();
        base.Dispose();
    }
}
