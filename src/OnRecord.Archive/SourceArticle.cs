using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using OnRecord.Text;

namespace OnRecord.Archive;

/// <summary>An article as read, without its text: with the text all a coder needs to code it again. Offsets are UTF-16, as the reader
/// gave them.</summary>
internal sealed record SourceArticle
{
    public string? Id { get; init; }
    public string? Title { get; init; }
    public string? Url { get; init; }
    public IReadOnlyList<string>? Authors { get; init; }
    public string? Outlet { get; init; }
    public string? OutletDomain { get; init; }
    public string? Published { get; init; }
    public string? Language { get; init; }

    /// <summary>Triples of start, end and kind; null when the reader did not say, empty when it said that all is body.</summary>
    public IReadOnlyList<int>? NotBody { get; init; }
    public IReadOnlyList<int>? Headline { get; init; }

    internal static SourceArticle Of(Article article) =>
        new()
        {
            Id = article.Id,
            Title = article.Title,
            Url = article.Url,
            Authors = article.Authors.Count > 0 ? article.Authors : null,
            Outlet = article.Outlet,
            OutletDomain = article.OutletDomain,
            Published = article.Published,
            Language = article.Language,
            NotBody = article.NotBody is { } parts ? [.. parts.SelectMany(p => new[] { p.Span.Start, p.Span.End, (int)p.Kind })] : null,
            Headline = article.Headline is { } headline ? [headline.Start, headline.End] : null,
        };

    /// <summary>The article with its text, as it was read.</summary>
    internal Article WithText(string text) =>
        new()
        {
            Id = Id,
            Text = text,
            Title = Title,
            Url = Url,
            Authors = Authors ?? [],
            Outlet = Outlet,
            OutletDomain = OutletDomain,
            Published = Published,
            Language = Language,
            NotBody = NotBody is { } n
                ? [.. Enumerable.Range(0, n.Count / 3).Select(i => new NotBody(new(n[3 * i], n[3 * i + 1]), (NotBodyKind)n[3 * i + 2]))]
                : null,
            Headline = Headline is [var start, var end] ? new Span(start, end) : null,
        };

    internal string ToJson() => JsonSerializer.Serialize(this, SourceContext.Plain.SourceArticle);

    /// <exception cref="JsonException">It is no article's JSON.</exception>
    internal static SourceArticle FromJson(string json) =>
        JsonSerializer.Deserialize(json, SourceContext.Plain.SourceArticle) ?? throw new JsonException("null is no article");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SourceArticle))]
[JsonSerializable(typeof(IReadOnlyList<string>), TypeInfoPropertyName = "Strings")]
[JsonSerializable(typeof(OnRecord.Record.CoderPart))]
internal sealed partial class SourceContext : JsonSerializerContext
{
    internal static SourceContext Plain { get; } =
        new(
            new JsonSerializerOptions
            {
                PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
                DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }
        );
}
