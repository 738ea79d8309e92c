using System.Text.Json;
using System.Text.Json.Serialization;

namespace OnRecord.Record;

/// <summary>A half-open range of <b>Unicode code points</b> in <c>article.text</c>; in JSON an array of two numbers.</summary>
/// <param name="Start">First code point.</param>
/// <param name="End">One past the last.</param>
[JsonConverter(typeof(CodeSpanConverter))]
public readonly record struct CodeSpan(int Start, int End);

/// <summary>Writes a <see cref="CodeSpan"/> as <c>[start, end]</c>.</summary>
internal sealed class CodeSpanConverter : JsonConverter<CodeSpan>
{
    public override CodeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray || !reader.Read())
            throw new JsonException("A span is an array of two numbers.");
        var start = reader.GetInt32();
        reader.Read();
        var end = reader.GetInt32();
        reader.Read();
        if (reader.TokenType != JsonTokenType.EndArray || start < 0 || end < start)
            throw new JsonException("A span is an array of two numbers, the first not above the second.");
        return new(start, end);
    }

    public override void Write(Utf8JsonWriter writer, CodeSpan value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Start);
        writer.WriteNumberValue(value.End);
        writer.WriteEndArray();
    }
}
