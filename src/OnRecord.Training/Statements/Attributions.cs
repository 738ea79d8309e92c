using System.IO.Compression;
using System.Text.Json;
using OnRecord.Text;

namespace OnRecord.Training.Statements;

/// <summary>One attribution of PolNeAR: who (may be empty), the cue, what.</summary>
internal sealed record Attribution(Span[] Source, Span[] Cue, Span[] Content);

/// <summary>An annotated article.</summary>
internal sealed record AnnotatedArticle(Article Article, Attribution[] Attributions);

/// <summary>Reads the packed splits of PolNeAR (Newell et al., LREC 2018).</summary>
internal static class Attributions
{
    internal static List<AnnotatedArticle> Read(string path)
    {
        using var file = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var reader = new StreamReader(file);
        var articles = new List<AnnotatedArticle>();
        while (reader.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var text = root.GetProperty("text").GetString()!;
            var points = new CodePoints(text);
            articles.Add(
                new(
                    new()
                    {
                        Id = root.GetProperty("id").GetString(),
                        Text = text,
                        Title = root.TryGetProperty("title", out var title) ? title.GetString() : null,
                        Published = root.TryGetProperty("published", out var published) ? published.GetString() : null,
                    },
                    [
                        .. root.GetProperty("attributions")
                            .EnumerateArray()
                            .Select(a => new Attribution(Spans(a, "source", points), Spans(a, "cue", points), Spans(a, "content", points))),
                    ]
                )
            );
        }
        return articles;
    }

    static Span[] Spans(JsonElement attribution, string role, CodePoints points) =>
        attribution.TryGetProperty(role, out var spans) && spans.ValueKind == JsonValueKind.Array
            ? [.. spans.EnumerateArray().Select(s => new Span(points.ToUtf16(s[0].GetInt32()), points.ToUtf16(s[1].GetInt32())))]
            : [];
}
