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

    /// <summary>Serializes a record with one of everything, so that the code for it is compiled before it is needed.</summary>
    internal static void Prepare()
    {
        var span = new CodeSpan(0, 0);
        var part = new SpanPart(span);
        Serialize(
            new()
            {
                Id = "",
                Article = new()
                {
                    Text = "",
                    TextHash = "",
                    Outlet = new(""),
                    Headline = span,
                    Dateline = new("", ""),
                    NotBody = [new(span, "")],
                },
                Coder = new()
                {
                    Version = "",
                    Options = new("", ""),
                    Models = new SortedDictionary<string, string>(StringComparer.Ordinal) { [""] = "" },
                    Knowledge = "",
                },
                Actors =
                [
                    new()
                    {
                        Id = "",
                        Name = "",
                        Kind = "",
                        Role = new("", ""),
                        MemberOf = [""],
                        Mentions = [new(span, "", "")],
                    },
                ],
                Times = [new("", span, "", "", "", "")],
                Places =
                [
                    new()
                    {
                        Id = "",
                        Span = span,
                        Text = "",
                        Name = "",
                        Lat = 0,
                        Alternatives = [new("", "", 0, 0, 0)],
                    },
                ],
                Statements =
                [
                    new()
                    {
                        Id = "",
                        Key = "",
                        Kind = "",
                        Mode = "",
                        Source = new() { Spans = [span] },
                        Unnamed = new("", ""),
                        Cue = new([span], "", "", ""),
                        Content = new([span]),
                        Addressee = new(span, []),
                        Venue = part,
                        Section = "",
                        Confidence = new(0, 0, 0),
                        Why = [""],
                    },
                ],
                Events =
                [
                    new()
                    {
                        Id = "",
                        Key = "",
                        Base = "",
                        Type = "",
                        Anchor = part,
                        ActorSpans = [span],
                        Time = new("", ""),
                        Size = new() { Span = span },
                        Views =
                        [
                            new()
                            {
                                Holder = "",
                                Stance = "",
                                Polarity = "",
                                Certainty = "",
                                Span = span,
                                Condition = part,
                            },
                        ],
                        When = "",
                        Factuality = "",
                        Section = "",
                        Confidence = new(0, 0, 0, 0),
                    },
                ],
                Wording = [new("", span, "", "")],
            }
        );
    }

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
