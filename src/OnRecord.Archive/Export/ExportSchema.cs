using OnRecord.Record;

namespace OnRecord.Archive.Export;

/// <summary>The columns of the exported tables: one table in code that drives CSV, JSON rows, Parquet and <c>docs/export.md</c>.</summary>
public static partial class ExportSchema
{
    /// <summary>Name and version of this set of columns. New columns may come at the end of a table under the same number; a column that
    /// changes its meaning or goes takes the next.</summary>
    public const string Version = "onrecord-export/1";

    /// <summary>The columns of a table, in their order.</summary>
    public static IReadOnlyList<ExportColumn> Columns(ExportTable table) =>
        table switch
        {
            ExportTable.Articles => Articles,
            ExportTable.Statements => Statements,
            ExportTable.Events => Events,
            ExportTable.Views => Views,
            _ => throw new ArgumentOutOfRangeException(nameof(table)),
        };

    /// <summary>Where a row comes from: the first columns of every table. No field, as those of another file would be made before it.</summary>
    static ExportColumn[] Origin =>
        [
            Text("article_id", "id of the article", r => r.Record.Id),
            Integer("version", "version of the article in the archive, from 1", r => r.Kept.Version),
            Integer("run", "run that coded it", r => r.Kept.Run),
            Text("coder", "version of the coder", r => r.Record.Coder.Version),
            Text("coder_setting", "fast or accurate", r => r.Record.Coder.Options.Setting),
            Text("outlet", "name of the outlet, or its domain", r => r.Outlet),
            Text("outlet_country", "country of the outlet's seat, ISO 3166 alpha-3", r => r.Article.Outlet?.Country),
            Text("published", "publication date or time of the article, ISO 8601; never the date of an event", r => r.Article.Published),
            Text("url", "address of the article", r => r.Article.Url),
            Text("title", "headline", r => r.Article.Title),
            Text("text_hash", "SHA-256 of the text that all positions point into", r => r.Article.TextHash),
        ];

    static readonly ExportColumn[] Articles =
    [
        .. Origin,
        Integer("versions", "how many versions the archive has", r => r.Kept.Versions),
        Text("coder_statements", "all or reported-speech", r => r.Record.Coder.Options.Statements),
        Text("knowledge", "SHA-256 over the coder's knowledge tables", r => r.Record.Coder.Knowledge),
        Text("codebook", "ontology of the events", r => r.Record.Coder.Codebook),
        Text("outlet_domain", "internet domain of the outlet", r => r.Article.Outlet?.Domain),
        Texts("authors", "authors as given", r => r.Article.Author),
        Text("language", "language, ISO 639-1", r => r.Article.Language),
        Integer("headline_start", "first code point of the headline in the text", r => r.Article.Headline?.Start),
        Integer("headline_end", "one past its last code point", r => r.Article.Headline?.End),
        Integer("statements", "statements in the whole record", r => r.Record.Statements.Count),
        Integer("events", "events in the whole record", r => r.Record.Events.Count),
        Texts("not_coded", "what was left out and why, \"stage: reason\" each", r => NotCoded(r.Record)),
        Text("text", "the text that all positions point into", r => r.Article.Text),
    ];

    static string[] NotCoded(ArticleRecord record) => [.. (record.NotCoded ?? []).Select(n => $"{n.Stage}: {n.Reason}")];

    static ExportColumn Text(string name, string meaning, Func<ExportRow, string?> read) =>
        new(name, ExportType.Text, meaning) { Text = read };

    static ExportColumn Texts(string name, string meaning, Func<ExportRow, IReadOnlyList<string>?> read) =>
        new(name, ExportType.Texts, meaning) { Texts = read };

    static ExportColumn Integer(string name, string meaning, Func<ExportRow, long?> read) =>
        new(name, ExportType.Integer, meaning) { Integer = read };

    static ExportColumn Real(string name, string meaning, Func<ExportRow, double?> read) =>
        new(name, ExportType.Real, meaning) { Real = read };

    static ExportColumn Flag(string name, string meaning, Func<ExportRow, bool> read) =>
        new(name, ExportType.Flag, meaning) { Flag = read };
}
