using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using OnRecord.Archive;
using OnRecord.Archive.Search;
using OnRecord.Record;
using OnRecord.Server.Http;

namespace OnRecord.Server.Api;

/// <summary>What the API sends and takes, with source-generated code: no reflection in the native binary.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(SearchPage))]
[JsonSerializable(typeof(ActorProfile))]
[JsonSerializable(typeof(ArchiveTotals))]
[JsonSerializable(typeof(RunList))]
[JsonSerializable(typeof(RefusedPage))]
[JsonSerializable(typeof(RecordChange))]
[JsonSerializable(typeof(Health))]
[JsonSerializable(typeof(ArticleGiven))]
[JsonSerializable(typeof(Problem))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>For the endpoints and the description of the API alike. The records come last: they have a context of their own.</summary>
    internal static void Configure(JsonSerializerOptions options)
    {
        options.TypeInfoResolverChain.Clear(); // no reflection here either, so that tests see what the native binary does
        options.TypeInfoResolverChain.Add(Default);
        options.TypeInfoResolverChain.Add(RecordContext.Default);
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    }
}

/// <summary>All runs, newest first.</summary>
internal sealed record RunList(IReadOnlyList<RunSummary> Runs);

/// <summary>What a run refused, in the order it was read.</summary>
internal sealed record RefusedPage(long Run, int Skip, IReadOnlyList<RefusedInput> Refused);

/// <summary>The server answers.</summary>
internal sealed record Health(string Status);

/// <summary>An article to be coded; only the text must be there.</summary>
internal sealed record ArticleGiven
{
    public string? Id { get; init; }
    public string? Text { get; init; }
    public string? Title { get; init; }
    public string? Outlet { get; init; }
    public string? Published { get; init; }
    public string? Url { get; init; }
}
