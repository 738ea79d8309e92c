using OnRecord.Record;
using OnRecord.Server.Html;

namespace OnRecord.Server.Reader;

/// <summary>The form that all margin cards share: a head and a line of facts, and behind "why" every field with what decided it, and what
/// was not found.</summary>
internal static class Card
{
    /// <summary>The fields behind "why". Those that have nothing are gathered in one line at the end.</summary>
    internal sealed class Fields
    {
        readonly HtmlText _rows = new();
        readonly List<string> _absent = [];

        internal void Add(string name, HtmlText? value)
        {
            if (value is null || value.IsEmpty)
                _absent.Add(name);
            else
                _rows.Add($"<dt>{name}<dd>{value}");
        }

        internal void Add(string name, string? value) => Add(name, string.IsNullOrEmpty(value) ? null : HtmlText.Of($"{value}"));

        internal HtmlText Html(string summary)
        {
            if (_absent.Count > 0)
                _rows.Add($"<dt>not found in the text<dd>{string.Join(", ", _absent)}");
            return HtmlText.Of($"<details><summary>{summary}</summary><dl>{_rows}</dl></details>");
        }
    }

    /// <summary>How sure a field is, in one form everywhere.</summary>
    internal static HtmlText? Sure(double? confidence) => confidence is { } c ? HtmlText.Of($" <i>{c}</i>") : null;

    /// <summary>Those reasons whose first word is one of <paramref name="names"/>; every reason is claimed by one field.</summary>
    internal static HtmlText? Why(ArticleReading reading, IReadOnlyList<string> why, params ReadOnlySpan<string> names)
    {
        HtmlText? html = null;
        foreach (var entry in why)
        {
            var end = entry.AsSpan().IndexOfAny(':', '@');
            if (names.Contains(end < 0 ? entry : entry[..end]))
                (html ??= new()).Add($" {reading.Why(entry)}");
        }
        return html;
    }

    /// <summary>The reasons that <see cref="Why"/> gave to no field.</summary>
    internal static HtmlText? OtherWhy(ArticleReading reading, IReadOnlyList<string> why, params ReadOnlySpan<string> names)
    {
        HtmlText? html = null;
        foreach (var entry in why)
        {
            var end = entry.AsSpan().IndexOfAny(':', '@');
            if (!names.Contains(end < 0 ? entry : entry[..end]))
                (html ??= new()).Add($" {reading.Why(entry)}");
        }
        return html;
    }

    /// <summary>Links to the words as an address of its own, and the stable key.</summary>
    internal static HtmlText Address(ArticleReading reading, CodeSpan span, string key) =>
        reading.Kept is { } kept
            ? HtmlText.Of(
                $"""<a href="{Links.Article(reading.Record.Id, kept.Version, kept.Run, span, "span")}">code points {span.Start}–{span.End}</a>, key <code>{key}</code>"""
            )
            : HtmlText.Of($"code points {span.Start}–{span.End}, key <code>{key}</code>");
}
