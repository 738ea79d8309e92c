using System.CommandLine;
using System.Text;
using OnRecord.Archive.Search;

namespace OnRecord.Cli;

/// <summary><c>onrecord search</c>: asks an archive.</summary>
internal static class SearchCommand
{
    internal static Command Create(CliIo io)
    {
        var archive = new ArchiveArguments();
        var query = new Argument<string[]>("QUERY")
        {
            Description = "Words, \"phrases\", fields such as speaker:smith; AND, OR, NOT, ( ). None finds all",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var kind = new Option<string>("--kind", "-k") { Description = "What is searched for", DefaultValueFactory = _ => "statements" };
        kind.AcceptOnlyFromAmong("statements", "events", "articles", "actors");
        var limit = new Option<int>("--limit", "-n")
        {
            Description = $"Hits, 1 to {SearchRequest.MostHits}",
            HelpName = "N",
            DefaultValueFactory = _ => 20,
        };
        var cursor = new Option<string?>("--cursor") { Description = "Go on where a page ended", HelpName = "CURSOR" };
        var json = new Option<bool>("--json") { Description = "A line of JSON a hit" };
        var command = new Command("search", "Finds who said what, who did what to whom, articles and actors")
        {
            query,
            kind,
            limit,
            cursor,
            json,
        };
        archive.AddTo(command);
        command.SetAction(parsed =>
        {
            var text = Joined(parsed.GetValue(query));
            var request = new SearchRequest(Enum.Parse<SearchKind>(parsed.GetRequiredValue(kind), ignoreCase: true), Query.Parse(text))
            {
                Limit = parsed.GetValue(limit),
                Cursor = parsed.GetValue(cursor),
                Facets = !parsed.GetValue(json),
            };
            using var source = archive.Open(parsed);
            var page = source.Search(request, io.Cancelled);
            using var output = new StreamWriter(io.Output, new UTF8Encoding(false), leaveOpen: true);
            if (parsed.GetValue(json))
                Lines(page, output);
            else
                output.Write(
                    SearchText.Render(
                        page,
                        request.Kind,
                        io.OutputIsTerminal ? Math.Min(io.Columns, TextPage.DefaultWidth) : TextPage.DefaultWidth,
                        io.OutputIsTerminal && !io.NoColor
                    )
                );
            output.Flush();
            if (page.Next is { } next && (parsed.GetValue(json) || io.ErrorIsTerminal || io.OutputIsTerminal))
                io.Error.WriteLine($"onrecord: more with --cursor {next}");
            return ExitCode.Done;
        });
        CommandLine.Teach(
            command,
            QueryGrammar.Help
                + """

                Examples:
                  onrecord search sanctions speaker:"ben wallace"
                  onrecord search act:deny since:2022-02 until:2022-03
                  onrecord search --kind events 'does:RUS to:UKR type:THREATEN NOT factuality:denied'
                  onrecord search --kind actors minister
                """
        );
        return command;
    }

    /// <summary>The query that the arguments are. The shell has taken the quotation marks off a phrase: <c>speaker:"ben wallace"</c> comes
    /// as one argument with a space in it, and gets them back. A whole query in one argument stays as it is.</summary>
    internal static string Joined(string[]? arguments) => string.Join(' ', (arguments ?? []).Select(Requote));

    static string Requote(string argument)
    {
        var colon = argument.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || !argument.Contains(' ', StringComparison.Ordinal) || !QueryGrammar.TakesPhrase(argument[..colon]))
            return argument;
        var value = argument[(colon + 1)..];
        return value.AsSpan().ContainsAny(":\"()“”") || value.Split(' ').Any(w => w is "AND" or "OR" or "NOT" || w.StartsWith('-'))
            ? argument
            : $"{argument[..(colon + 1)]}\"{value}\"";
    }

    static void Lines(SearchPage page, StreamWriter output)
    {
        foreach (var hit in page.Statements)
            output.WriteLine(ArchiveJson.Line(hit, ArchiveJson.Plain.StatementHit));
        foreach (var hit in page.Events)
            output.WriteLine(ArchiveJson.Line(hit, ArchiveJson.Plain.EventHit));
        foreach (var hit in page.Articles)
            output.WriteLine(ArchiveJson.Line(hit, ArchiveJson.Plain.ArticleHit));
        foreach (var hit in page.Actors)
            output.WriteLine(ArchiveJson.Line(hit, ArchiveJson.Plain.ActorHit));
    }
}
