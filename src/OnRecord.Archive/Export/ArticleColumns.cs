using OnRecord.Record;
using static OnRecord.Archive.Export.ExportColumn;

namespace OnRecord.Archive.Export;

/// <summary>The columns of articles, and those with which the rows of statements and events begin.</summary>
internal static class ArticleColumns
{
    static readonly ExportColumn Id = Words("article_id", "the article's id", r => r.Record.Id);
    static readonly ExportColumn Version = Whole("version", "which version of the article, from 1", r => r.Kept.Version);
    static readonly ExportColumn Run = Whole("run", "the run that coded it", r => r.Kept.Run);
    static readonly ExportColumn Coder = Words("coder", "short name of the coder, as `onrecord runs` gives it", r => r.Coder);
    static readonly ExportColumn Outlet = Words("outlet", "name of the outlet", r => r.Article.Outlet?.Name);
    static readonly ExportColumn Seat = Words(
        "outlet_country",
        "country of the outlet's seat, ISO 3166 alpha-3",
        r => r.Article.Outlet?.Country
    );

    static readonly ExportColumn Published = Words(
        "published",
        "publication date of the article, an ISO 8601 date or time; never an event's date",
        r => r.Article.Published
    );

    static readonly ExportColumn Url = Words("url", "address of the article", r => r.Article.Url);
    static readonly ExportColumn Title = Words("title", "headline", r => r.Article.Title);
    static readonly ExportColumn Hash = Words(
        "text_hash",
        "SHA-256 of the text that offsets point into, hexadecimal",
        r => r.Article.TextHash
    );

    /// <summary>With which article a statement or event is found.</summary>
    internal static IReadOnlyList<ExportColumn> Shared { get; } = [Id, Version, Run, Coder, Outlet, Seat, Published, Url, Title, Hash];

    internal static IReadOnlyList<ExportColumn> All { get; } =
    [
        Id,
        Version,
        Whole("versions", "how many versions the archive keeps", r => r.Kept.Versions),
        Run,
        Coder,
        Outlet,
        Words("domain", "internet domain of the outlet", r => r.Article.Outlet?.Domain),
        Seat,
        Title,
        Url,
        List("authors", "authors as given", r => r.Article.Author),
        Words("language", "language, ISO 639-1", r => r.Article.Language),
        Published,
        Words("text", "the text that all offsets point into", r => r.Article.Text),
        Hash,
        Whole("words", "words of the text, between spaces", r => PreparedArticle.CountWords(r.Article.Text)),
        Whole("statements", "statements in the record, found or not", r => r.Record.Statements.Count),
        Whole("events", "events in the record, found or not", r => r.Record.Events.Count),
        List("not_coded", "what was left out and why: stage, reason, place", r => [.. (r.Record.NotCoded ?? []).Select(Told)]),
    ];

    static string Told(NotCodedPart part) =>
        part.Span is { } span ? $"{part.Stage}: {part.Reason} ({ExportRow.Places([span])[0]})" : $"{part.Stage}: {part.Reason}";
}
