using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using OnRecord.Archive;
using OnRecord.Archive.Search;

namespace OnRecord.Cli;

/// <summary>What the archive's commands print for programs, a line each.</summary>
[JsonSourceGenerationOptions]
[JsonSerializable(typeof(RunSummary))]
[JsonSerializable(typeof(RefusedInput))]
[JsonSerializable(typeof(RecordChange))]
[JsonSerializable(typeof(Fault))]
[JsonSerializable(typeof(StatementHit))]
[JsonSerializable(typeof(EventHit))]
[JsonSerializable(typeof(ArticleHit))]
[JsonSerializable(typeof(ActorHit))]
internal sealed partial class ArchiveJson : JsonSerializerContext
{
    internal static ArchiveJson Plain { get; } =
        new(
            new JsonSerializerOptions
            {
                PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
                DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                Converters = { new JsonStringEnumConverter<RunState>(JsonNamingPolicy.KebabCaseLower) },
            }
        );

    internal static string Line<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.Serialize(value, type);
}
