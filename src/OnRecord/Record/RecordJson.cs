using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OnRecord.Record;

/// <summary>Reads and writes <see cref="ArticleRecord"/> as one line of JSON, with source-generated code (no reflection).</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    GenerationMode = JsonSourceGenerationMode.Metadata | JsonSourceGenerationMode.Serialization
)]
[JsonSerializable(typeof(ArticleRecord))]
internal sealed partial class RecordContext : JsonSerializerContext
{
    /// <summary>Letters of all scripts are written as they are; only what JSON itself demands is escaped.</summary>
    internal static RecordContext Plain { get; } =
        new(
            new JsonSerializerOptions
            {
                PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
                DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
                RespectNullableAnnotations = true,
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }
        );
}

/// <summary>Records as JSON Lines.</summary>
public static class RecordJson
{
    /// <summary>The record as one line of UTF-8 without its line end. A lone surrogate in a text becomes U+FFFD, as UTF-8 has no form
    /// for it; offsets stay right, as both are one code point.</summary>
    public static byte[] Serialize(ArticleRecord record) => JsonSerializer.SerializeToUtf8Bytes(record, RecordContext.Plain.ArticleRecord);

    /// <summary>Writes the record and a line feed.</summary>
    public static void WriteLine(IBufferWriter<byte> output, ArticleRecord record)
    {
        using (
            var writer = new Utf8JsonWriter(output, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true })
        )
            JsonSerializer.Serialize(writer, record, RecordContext.Plain.ArticleRecord);
        output.Write("\n"u8);
    }

    /// <summary>Reads one record. Unknown fields are ignored.</summary>
    /// <exception cref="JsonException">The line is no record.</exception>
    public static ArticleRecord Deserialize(ReadOnlySpan<byte> line) =>
        JsonSerializer.Deserialize(line, RecordContext.Plain.ArticleRecord) ?? throw new JsonException("The line is null, not a record.");
}
