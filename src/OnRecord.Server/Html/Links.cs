using System.Globalization;
using OnRecord.Archive.Search;
using OnRecord.Record;

namespace OnRecord.Server.Html;

/// <summary>Addresses of the pages: each view has one that can be cited. Ids are values of the query part, as they hold slashes, question
/// marks and whatever else a URL or a path holds.</summary>
internal static class Links
{
    internal static string Article(string id, int? version = null, long? run = null, CodeSpan? span = null, string? anchor = null)
    {
        var address = "/article?id=" + Uri.EscapeDataString(id);
        if (version is { } v)
            address += "&version=" + Number(v);
        if (run is { } r)
            address += "&run=" + Number(r);
        if (span is { } s)
            address += $"&span={Number(s.Start)}-{Number(s.End)}";
        return anchor is null ? address : $"{address}#{anchor}";
    }

    internal static string RecordJson(string id, int version, long run) =>
        $"/api/article?id={Uri.EscapeDataString(id)}&version={Number(version)}&run={Number(run)}";

    internal static string Actor(string key) => "/actor?key=" + Uri.EscapeDataString(key);

    internal static string Run(long id) => "/runs/" + Number(id);

    internal static string Search(string query, SearchKind kind, string? cursor = null) =>
        $"/search?q={Uri.EscapeDataString(query)}&tab={Name(kind)}" + (cursor is null ? "" : "&cursor=" + Uri.EscapeDataString(cursor));

    internal static string Export(string query, SearchKind kind, string format) =>
        $"/api/export?q={Uri.EscapeDataString(query)}&kind={Name(kind)}&format={format}";

    internal static string Name(SearchKind kind) =>
        kind switch
        {
            SearchKind.Statements => "statements",
            SearchKind.Events => "events",
            SearchKind.Articles => "articles",
            _ => "actors",
        };

    /// <summary>An address that a link may lead to: http or https, whole. Everything else (<c>javascript:</c>, <c>data:</c>, a path of this
    /// machine) is shown as text.</summary>
    internal static string? Outside(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https") && uri.Host.Length > 0
            ? uri.AbsoluteUri
            : null;

    static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
