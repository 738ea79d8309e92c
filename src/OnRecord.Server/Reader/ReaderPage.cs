using OnRecord.Record;
using OnRecord.Server.Html;
using OnRecord.Text;

namespace OnRecord.Server.Reader;

/// <summary>A block of text and the cards beside it.</summary>
internal sealed record ReaderRow(HtmlText Text, HtmlText Cards, string Class, int FirstPoint);

/// <summary>Everything the reader shows of one article.</summary>
internal sealed class ReaderPage
{
    /// <summary>The layers, in the order of their switches.</summary>
    internal static readonly (string Name, string Label, string Class)[] Layers =
    [
        ("statements", "Statements", "ks"),
        ("events", "Events", "ke"),
        ("wording", "Wording", "kw"),
        ("aside", "Not body", "kz"),
    ];

    internal ReaderPage(ArticleReading reading, CodeSpan? asked, IReadOnlySet<string> layers)
    {
        Reading = reading;
        Shown = layers;
        Asked = asked is { } span && span.Start < span.End && span.End <= reading.Points.Length ? span : null;
        AskedInVain = asked is not null && Asked is null;
        Framing = Incident.Of(reading);
        Rows = RowsOf(reading, Asked);
        HeadlineInText = Rows.Any(r => r.Class.Contains("hl", StringComparison.Ordinal));
    }

    internal ArticleReading Reading { get; }

    internal ArticlePart Article => Reading.Record.Article;

    /// <summary>Names of the layers that are switched on.</summary>
    internal IReadOnlySet<string> Shown { get; }

    /// <summary>The words that the address asks for.</summary>
    internal CodeSpan? Asked { get; }

    /// <summary>Whether the address asks for words that the text does not have.</summary>
    internal bool AskedInVain { get; }

    internal IReadOnlyList<Incident> Framing { get; }

    internal IReadOnlyList<ReaderRow> Rows { get; }

    internal bool HeadlineInText { get; }

    /// <summary>The words asked for, with all that a citation needs.</summary>
    internal string? Citation => Asked is { } span ? Reader.Citation.Of(Reading.Record, Reading.Title, Reading.Cut(span), span) : null;

    static List<ReaderRow> RowsOf(ArticleReading reading, CodeSpan? asked)
    {
        var record = reading.Record;
        var points = reading.Points;
        var marked = new MarkedText(record.Article.Text, Marks.Of(record, asked, points));
        var cards = CardsInOrder(reading);
        var rows = new List<ReaderRow>();
        var next = 0;
        var aside = (record.Article.NotBody ?? []).Select(n => n.Span).ToList();
        foreach (var block in TextBlock.Of(record.Article, points))
        {
            var text = new HtmlText();
            marked.Write(text, block.Start, block.End);
            var margin = new HtmlText();
            for (; next < cards.Count && cards[next].At < block.End; next++)
                cards[next].Write(margin);
            var first = points.FromUtf16(block.Start);
            var end = points.FromUtf16(block.Start + record.Article.Text.AsSpan(block.Start, block.End - block.Start).TrimEnd().Length);
            var isAside = aside.Exists(s => s.Start <= first && s.End >= end);
            rows.Add(
                new(
                    text,
                    margin,
                    block.Headline ? "b hl"
                        : isAside ? "b z"
                        : "b",
                    first
                )
            );
        }
        return rows;
    }

    /// <summary>The cards by the place of the first word they stand on; statements before events before wording at one place.</summary>
    static List<(int At, Action<HtmlText> Write)> CardsInOrder(ArticleReading reading)
    {
        var record = reading.Record;
        var cards = new List<(int At, int Kind, Action<HtmlText> Write)>();
        foreach (var s in record.Statements)
            cards.Add((At(ArticleReading.Hull(s)), 0, html => StatementCard.Write(html, reading, s)));
        foreach (var e in record.Events)
            cards.Add((At(ArticleReading.Hull(e)), 1, html => EventCard.Write(html, reading, e)));
        for (var i = 0; i < record.Wording.Count; i++)
        {
            var (w, id) = (record.Wording[i], Marks.WordingId(i));
            cards.Add((At(w.Span), 2, html => Wording(html, reading, w, id)));
        }
        return [.. cards.OrderBy(c => c.At).ThenBy(c => c.Kind).Select(c => (c.At, c.Write))];

        int At(CodeSpan span) => span.Start <= reading.Points.Length ? reading.Points.ToUtf16(span.Start) : 0;
    }

    static void Wording(HtmlText html, ArticleReading reading, WordingPart w, string id) =>
        html.Add(
            $"""<article class="k kw" id="{id}" data-s="{w.Span.Start}-{w.Span.End}" tabindex=-1><p><a class=id href="#{id}-text">{id}</a> {Words.Quoted(w.Text)} {Words.Wording(w.Kind)} · in the words of {reading.Holder(w.By)}</p></article>"""
        );
}

/// <summary>What a reference to words in an article says: the words, who published them where and when, and where exactly they stand in
/// which text, so that it can be checked in a hundred years.</summary>
internal static class Citation
{
    internal static string Of(ArticleRecord record, string title, string words, CodeSpan span)
    {
        var a = record.Article;
        string?[] parts =
        [
            $"“{words.Trim()}”",
            a.Outlet?.Name ?? a.Outlet?.Domain ?? "outlet not known",
            $"“{title}”",
            a.Published is null ? "date not known" : a.Published,
            a.Url,
            $"code points {Number(span.Start)}–{Number(span.End)} of the text with SHA-256 {a.TextHash}",
            $"OnRecord {record.Coder.Version}",
        ];
        return string.Join(". ", parts.OfType<string>()) + ".";
    }

    static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
