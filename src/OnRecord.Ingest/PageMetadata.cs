using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace OnRecord.Ingest;

/// <summary>What a page says of itself: JSON-LD (schema.org) first, then OpenGraph, then the older meta elements, then &lt;time&gt; and
/// &lt;h1&gt;. What none of them states stays unknown.</summary>
internal sealed class PageMetadata
{
    internal string? Title { get; private set; }
    internal IReadOnlyList<string> Authors { get; private set; } = [];
    internal string? Outlet { get; private set; }
    internal string? Domain { get; private set; }
    internal string? Url { get; private set; }
    internal string? Published { get; private set; }
    internal string? Language { get; private set; }

    internal static PageMetadata Of(IHtmlDocument page)
    {
        var m = new PageMetadata();
        foreach (var script in page.QuerySelectorAll("script[type='application/ld+json']"))
            m.ReadLinkedData(script.TextContent);
        var meta = Meta(page);
        string? Get(params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
                if (meta.TryGetValue(name, out var values))
                    return values[0];
            return null;
        }

        m.Title ??= Get("og:title", "twitter:title", "dc.title", "parsely-title") ?? Heading(page) ?? Known(page.Title);
        if (Heading(page) is { } heading && m.Title is { } title && title.StartsWith(heading, StringComparison.OrdinalIgnoreCase))
            m.Title = heading; // without the outlet's name behind a bar
        if (m.Authors.Count == 0)
            m.Authors = AuthorsOf(meta);
        m.Outlet ??= Get("og:site_name", "application-name", "dc.publisher");
        m.Url = Address(page.QuerySelector("link[rel='canonical']")?.GetAttribute("href")) ?? Address(m.Url) ?? Address(Get("og:url"));
        m.Domain = m.Url is { } url && Uri.TryCreate(url, UriKind.Absolute, out var uri) ? Plain(uri.Host) : null;
        m.Published ??=
            IsoDate.Normalize(
                Get(
                    "article:published_time",
                    "og:article:published_time",
                    "datepublished",
                    "parsely-pub-date",
                    "sailthru.date",
                    "dc.date.issued"
                )
            )
            ?? IsoDate.Normalize(Get("pubdate", "publishdate", "publish-date", "dc.date", "date", "cxenseparse:recs:publishtime"))
            ?? IsoDate.Normalize(
                page.QuerySelector("time[datetime][pubdate], time[itemprop='datePublished'][datetime]")?.GetAttribute("datetime")
            )
            ?? IsoDate.Normalize(page.QuerySelector("[itemprop='datePublished'][content]")?.GetAttribute("content"))
            ?? IsoDate.Normalize(page.QuerySelector("article time[datetime], main time[datetime]")?.GetAttribute("datetime"));
        var language = page.DocumentElement?.GetAttribute("lang") ?? Get("og:locale", "language");
        m.Language = language is { Length: >= 2 } && char.IsAsciiLetter(language[0]) ? language[..2].ToLowerInvariant() : null;
        return m;
    }

    static string? Known(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    static string? Heading(IHtmlDocument page)
    {
        var headings = page.QuerySelectorAll("article h1, main h1, h1");
        foreach (var h in headings)
            if (string.Join(' ', h.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 10 } text)
                return text;
        return null;
    }

    static Dictionary<string, List<string>> Meta(IHtmlDocument page)
    {
        var meta = new Dictionary<string, List<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var e in page.QuerySelectorAll("meta[content]"))
        {
            var name = e.GetAttribute("property") ?? e.GetAttribute("name") ?? e.GetAttribute("itemprop");
            if (name is null || Known(e.GetAttribute("content")) is not { } content)
                continue;
            if (!meta.TryGetValue(name.Trim(), out var values))
                meta[name.Trim()] = values = [];
            values.Add(content);
        }
        return meta;
    }

    static List<string> AuthorsOf(Dictionary<string, List<string>> meta)
    {
        foreach (var name in (ReadOnlySpan<string>)["author", "parsely-author", "article:author", "dc.creator", "byl"])
            if (meta.TryGetValue(name, out var values))
            {
                // Facebook wants an address in article:author
                var names = values.Where(v => !v.Contains("://", StringComparison.Ordinal)).Distinct().ToList();
                if (names.Count > 0)
                    return names;
            }
        return [];
    }

    static string? Address(string? url) =>
        Uri.TryCreate(url?.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? url!.Trim() : null;

    static string Plain(string host) => host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;

    void ReadLinkedData(string json)
    {
        try
        {
            using var data = JsonDocument.Parse(
                json,
                new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip }
            );
            Visit(data.RootElement);
        }
        catch (JsonException)
        {
            // Many pages have broken JSON-LD; their other metadata still count.
        }
        catch (InvalidOperationException)
        {
            // A string with half a surrogate pair.
        }
    }

    void Visit(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
            foreach (var item in element.EnumerateArray())
                Visit(item);
        if (element.ValueKind != JsonValueKind.Object)
            return;
        if (element.TryGetProperty("@graph", out var graph))
            Visit(graph);
        if (!IsArticle(element))
            return;
        Title ??= Text(element, "headline") ?? Text(element, "name");
        Published ??= IsoDate.Normalize(Text(element, "datePublished"));
        Url ??= Text(element, "url") ?? Text(element, "mainEntityOfPage");
        Outlet ??= element.TryGetProperty("publisher", out var publisher) ? Names(publisher).FirstOrDefault() : null;
        if (Authors.Count == 0 && element.TryGetProperty("author", out var author))
            Authors = [.. Names(author).Distinct()];
    }

    static bool IsArticle(JsonElement element)
    {
        if (!element.TryGetProperty("@type", out var type))
            return false;
        return type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Any(IsArticleType) : IsArticleType(type);

        static bool IsArticleType(JsonElement t) =>
            t.ValueKind == JsonValueKind.String
            && t.GetString() is { } name
            && (
                name.EndsWith("Article", StringComparison.Ordinal) || name.EndsWith("Posting", StringComparison.Ordinal) || name == "Report"
            );
    }

    /// <summary>A string field, or the @id or name of an object there. JSON-LD escapes HTML once more on many sites.</summary>
    static string? Text(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value))
            return null;
        if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("@id", out var id))
            value = id;
        return value.ValueKind == JsonValueKind.String ? Known(System.Net.WebUtility.HtmlDecode(value.GetString())) : null;
    }

    static IEnumerable<string> Names(JsonElement value)
    {
        if (
            value.ValueKind == JsonValueKind.String
            && Known(value.GetString()) is { } one
            && !one.Contains("://", StringComparison.Ordinal)
        )
            return [one];
        if (value.ValueKind == JsonValueKind.Array)
            return value.EnumerateArray().SelectMany(Names);
        if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("name", out var name))
            return Names(name);
        return [];
    }
}
