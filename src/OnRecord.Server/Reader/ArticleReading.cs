using OnRecord.Archive;
using OnRecord.Record;
using OnRecord.Server.Html;
using OnRecord.Text;

namespace OnRecord.Server.Reader;

/// <summary>An article as a page shows it: its record with what is asked of it, and where its parts link to.</summary>
internal sealed class ArticleReading
{
    readonly IReadOnlyDictionary<string, string>? _actorKeys;

    /// <summary>A kept article.</summary>
    internal ArticleReading(KeptArticle kept)
        : this(kept.Record)
    {
        Kept = kept;
        _actorKeys = kept.ActorKeys;
    }

    /// <summary>A record that nothing keeps: there are no pages to link to.</summary>
    internal ArticleReading(ArticleRecord record)
    {
        Record = record;
        View = new(record);
        Points = new(record.Article.Text);
    }

    internal ArticleRecord Record { get; }

    internal RecordView View { get; }

    internal CodePoints Points { get; }

    /// <summary>As the archive holds it; null for a pasted text.</summary>
    internal KeptArticle? Kept { get; }

    internal string Title =>
        Record.Article.Title
        ?? (Record.Article.Headline is { } span && span.End <= Points.Length ? View.Cut(span) : null)
        ?? "Article without a title";

    internal string? Outlet => Record.Article.Outlet?.Name ?? Record.Article.Outlet?.Domain;

    /// <summary>The words at a span; none where a foreign record's span lies outside its text.</summary>
    internal string Cut(CodeSpan span) => span.End <= Points.Length ? View.Cut(span) : "";

    internal string Cut(IEnumerable<CodeSpan> spans) => string.Join(" … ", spans.Select(Cut));

    /// <summary>Names of actors, each linked to its page.</summary>
    internal HtmlText Actors(IReadOnlyList<string>? ids)
    {
        var html = new HtmlText();
        for (var i = 0; i < ids?.Count; i++)
        {
            html.AppendLiteral(
                i == 0 ? ""
                : i == ids.Count - 1 ? " and "
                : ", "
            );
            html.Add($"{Actor(ids[i])}");
        }
        return html;
    }

    HtmlText Actor(string id)
    {
        var name = View.Actor(id)?.Name ?? id;
        return _actorKeys?.GetValueOrDefault(id) is { } key
            ? HtmlText.Of($"""<a href="{Links.Actor(key)}">{name}</a>""")
            : HtmlText.Of($"{name}");
    }

    /// <summary>A holder of a view: the outlet, or a speaker with a link to what it said.</summary>
    internal HtmlText Holder(string holder)
    {
        if (holder == "outlet")
            return HtmlText.Of($"{Outlet ?? "the outlet"}");
        return View.Statement(holder) is { } s
            ? HtmlText.Of($"""{Speaker(s)} (<a href="#{holder}">{holder}</a>)""")
            : HtmlText.Of($"{holder}");
    }

    internal HtmlText Holders(IReadOnlyList<string> holders)
    {
        var html = new HtmlText();
        for (var i = 0; i < holders.Count; i++)
            html.Add($"{(i == 0 ? "" : ", ")}{Holder(holders[i])}");
        return html;
    }

    /// <summary>Whom a statement is attributed to, as plain words.</summary>
    internal string Speaker(StatementPart s)
    {
        if (s.Source?.Actors is { Count: > 0 } actors)
            return View.Names(actors);
        if (s.Source?.Spans is { Count: > 0 } spans)
            return Cut(spans);
        return s.Unnamed is { } unnamed ? $"an unnamed source ({unnamed.Class})" : "no source found in the text";
    }

    /// <summary>The whole of a statement: from its first word to its last.</summary>
    internal static CodeSpan Hull(StatementPart s) =>
        Hull(s.Content.Spans.Concat(s.Cue?.Spans ?? []).Concat(s.Source?.Spans ?? []), new(0, 0));

    internal static CodeSpan Hull(EventPart e) => Hull((e.ActorSpans ?? []).Concat(e.RecipientSpans ?? []), e.Anchor.Span);

    static CodeSpan Hull(IEnumerable<CodeSpan> spans, CodeSpan hull)
    {
        foreach (var span in spans)
            hull = hull is { Start: 0, End: 0 } ? span : new(Math.Min(hull.Start, span.Start), Math.Max(hull.End, span.End));
        return hull;
    }

    /// <summary>An entry of <c>why</c> with the word it points at: "cue:tell/v@533" and “told”.</summary>
    internal HtmlText Why(string entry)
    {
        var at = entry.LastIndexOf('@');
        if (
            at < 0
            || !int.TryParse(entry.AsSpan(at + 1), System.Globalization.CultureInfo.InvariantCulture, out var start)
            || start >= Points.Length
            || start < 0
        )
            return HtmlText.Of($"<code>{entry}</code>");
        var from = Points.ToUtf16(start);
        var text = Record.Article.Text.AsSpan(from);
        var length = 0;
        while (length < text.Length && length < 40 && (char.IsLetterOrDigit(text[length]) || text[length] is '-' or '’'))
            length++;
        return length == 0 ? HtmlText.Of($"<code>{entry}</code>") : HtmlText.Of($"<code>{entry}</code> “{text[..length]}”");
    }
}
