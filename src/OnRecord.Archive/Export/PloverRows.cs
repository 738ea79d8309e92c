using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OnRecord.Archive.Export;

/// <summary>Rows of events as PLOVER's JSON, one a line.</summary>
internal sealed class PloverRows : RowWriter
{
    const int FlushAt = 1 << 16;

    readonly Stream _output;
    readonly ArrayBufferWriter<byte> _buffer = new(FlushAt);
    readonly Utf8JsonWriter _json;

    internal PloverRows(Stream output)
    {
        _output = output;
        _json = new Utf8JsonWriter(_buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    internal override void Write(ExportRow row, CancellationToken cancelled)
    {
        PloverJson.Write(_json, row.View, row.Event);
        _json.Flush();
        _json.Reset();
        _buffer.Write("\n"u8);
        if (_buffer.WrittenCount >= FlushAt)
            Complete();
    }

    internal override void Complete()
    {
        _output.Write(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
    }

    public override void Dispose()
    {
        _json.Dispose();
        base.Dispose();
    }
}
