namespace OnRecord.Ingest;

/// <summary>Counts open elements without parsing. HTML's own algorithm looks through all of them for every tag, so a page of nothing but
/// <c>&lt;div&gt;</c> would keep the parser busy for hours.</summary>
internal static class HtmlNesting
{
    /// <summary>Elements that are empty, or that the next one of their kind closes.</summary>
    static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> ClosedBySelves = new HashSet<string>(
        StringComparer.OrdinalIgnoreCase
    )
    {
        "area",
        "base",
        "br",
        "col",
        "dd",
        "dt",
        "embed",
        "hr",
        "img",
        "input",
        "li",
        "link",
        "meta",
        "optgroup",
        "option",
        "p",
        "param",
        "source",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "track",
        "wbr",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether more than <paramref name="most"/> elements are open somewhere.</summary>
    internal static bool Exceeds(ReadOnlySpan<char> html, int most)
    {
        var open = 0;
        while (html.IndexOf('<') is >= 0 and var at && at + 1 < html.Length)
        {
            html = html[(at + 1)..];
            if (html.StartsWith("!--"))
            {
                html = After(html, "-->");
                continue;
            }
            var closes = html[0] == '/';
            if (closes)
                html = html[1..];
            var length = html.IndexOfAnyExcept(Letters);
            var name = html[..(length < 0 ? html.Length : length)];
            if (name.IsEmpty || ClosedBySelves.Contains(name))
                continue;
            if (closes)
            {
                open = Math.Max(0, open - 1);
                continue;
            }
            if (name.Equals("script", StringComparison.OrdinalIgnoreCase))
            {
                html = After(html, "</script"); // its strings may hold tags
                continue;
            }
            var end = html.IndexOf('>');
            if (end > 0 && html[end - 1] == '/' && DrawnBy(name))
                continue;
            if (++open > most)
                return true;
        }
        return false;
    }

    /// <summary>Inside SVG a slash does close; elsewhere HTML ignores it.</summary>
    static bool DrawnBy(ReadOnlySpan<char> name) =>
        name
            is "path"
                or "use"
                or "circle"
                or "rect"
                or "line"
                or "polygon"
                or "polyline"
                or "ellipse"
                or "stop"
                or "image"
                or "g"
                or "animate";

    static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-"
    );

    static ReadOnlySpan<char> After(ReadOnlySpan<char> html, string end)
    {
        var at = html.IndexOf(end, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? [] : html[(at + end.Length)..];
    }
}
