using System.CommandLine;
using OnRecord.Archive;
using OnRecord.Archive.Export;
using OnRecord.Archive.Search;

namespace OnRecord.Cli;

/// <summary><c>onrecord export</c>: what a query finds, for other programs.</summary>
internal static class ExportCommand
{
    static readonly Dictionary<string, ExportFormat> Formats = new(StringComparer.Ordinal)
    {
        ["jsonl"] = ExportFormat.Jsonl,
        ["csv"] = ExportFormat.Csv,
        ["parquet"] = ExportFormat.Parquet,
        ["plover"] = ExportFormat.Plover,
    };

    /// <summary>Formats that people of the field will ask for.</summary>
    static readonly string[] NotYet = ["cameo", "gdelt", "gdelt-events", "gdelt-mentions"];

    /// <summary>What each table is filled from. Views have no search of their own: they are those of the found events.</summary>
    static readonly Dictionary<string, (ExportTable Table, SearchKind Search)> Kinds = new(StringComparer.Ordinal)
    {
        ["articles"] = (ExportTable.Articles, SearchKind.Articles),
        ["statements"] = (ExportTable.Statements, SearchKind.Statements),
        ["events"] = (ExportTable.Events, SearchKind.Events),
        ["views"] = (ExportTable.Views, SearchKind.Events),
    };

    internal static Command Create(CliIo io)
    {
        var archive = new ArchiveArguments();
        var query = new Argument<string[]>("QUERY")
        {
            Description = "As for onrecord search. None exports all",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var kind = new Option<string?>("--kind", "-k")
        {
            Description = "What is searched for, and what a row is: articles (default), statements, events, views",
            HelpName = "KIND",
        };
        kind.AcceptOnlyFromAmong([.. Kinds.Keys]);
        var format = new Option<string>("--format", "-f")
        {
            Description = "jsonl, csv, parquet, plover",
            HelpName = "FORMAT",
            DefaultValueFactory = _ => "jsonl",
        };
        var output = new Option<string?>("--output", "-o")
        {
            Description = "A file; for parquet also a folder (there already, or with / at its end), which gets all four tables",
            HelpName = "FILE",
        };
        var command = new Command("export", "Writes what a query finds as JSON Lines, CSV, Parquet or PLOVER JSON")
        {
            query,
            kind,
            format,
            output,
        };
        archive.AddTo(command);
        command.SetAction(parsed =>
        {
            var form = FormatOf(parsed.GetRequiredValue(format));
            var (table, search) = Kinds[KindOf(parsed.GetValue(kind), form)];
            var path = parsed.GetValue(output);
            if (form == ExportFormat.Parquet && path is null or "-")
                throw new UsageException(
                    "--format parquet: can't be written to standard output; give --output NAME.parquet for one table or --output FOLDER/ for all"
                );
            var asked = Query.Parse(SearchCommand.Joined(parsed.GetValue(query)));
            using var source = archive.Open(parsed);
            var found = source.Find(search, asked, io.Cancelled);
            if (form == ExportFormat.Parquet && IsFolder(path!))
                ArchiveExport.WriteFolder(ExportFormat.Parquet, found, path!, io.Cancelled);
            else
                ToOne(form, table, found, path, io);
            return ExitCode.Done;
        });
        CommandLine.Teach(
            command,
            """
            The form of the query: onrecord search --help. The columns: docs/export.md.
            jsonl of articles is the whole record, one a line; all other rows are flat and have the same columns in each format.
            Views say on whose word an event stands; they are those of the events that the query finds.

            Examples:
              onrecord export > records.jsonl                                        everything
              onrecord export speaker:"ben wallace" --kind statements --format csv --output wallace.csv
              onrecord export does:RUS to:UKR --kind events --format plover --output events.jsonl
              onrecord export since:2022-02 --format parquet --output tables/        articles, statements, events, views
              onrecord export type:THREATEN --kind views --format parquet --output views.parquet
            """
        );
        return command;
    }

    /// <summary>Format and table of an export asked for in the browser; PLOVER holds events only, and actors are exported as the articles
    /// that name them.</summary>
    internal static (ExportFormat Format, ExportTable Table) Of(string format, SearchKind kind) =>
        (
            Formats[format],
            kind switch
            {
                SearchKind.Statements => ExportTable.Statements,
                SearchKind.Events => ExportTable.Events,
                _ => ExportTable.Articles,
            }
        );

    static ExportFormat FormatOf(string format) =>
        Formats.TryGetValue(format, out var known) ? known
        : NotYet.Contains(format, StringComparer.Ordinal)
            ? throw new UsageException($"--format {format}: is not there yet; use plover, which holds the same events")
        : throw new UsageException($"--format {format}: there is no such format; use {string.Join(", ", Formats.Keys)}");

    static string KindOf(string? kind, ExportFormat format) =>
        format != ExportFormat.Plover ? kind ?? "articles"
        : kind is null or "events" ? "events"
        : throw new UsageException($"--kind {kind}: PLOVER holds events only; leave --kind out, or use --format jsonl");

    static bool IsFolder(string path) => Path.EndsInDirectorySeparator(path) || Directory.Exists(path);

    static void ToOne(ExportFormat format, ExportTable table, IEnumerable<FoundArticle> found, string? path, CliIo io)
    {
        using var target = OutputTarget.Open(path, io);
        ArchiveExport.Write(format, table, found, target.Stream, io.Cancelled);
        target.Keep();
    }
}
