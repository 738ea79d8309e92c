using System.CommandLine;
using System.Globalization;
using System.Text;
using OnRecord.Archive.Search;
using Spectre.Console;

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
                Show(page, request.Kind, output, io.OutputIsTerminal ? io.Columns : TextPage.DefaultWidth);
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

    static void Show(SearchPage page, SearchKind kind, StreamWriter output, int width)
    {
        var table = new Table().Border(TableBorder.Simple).Expand();
        foreach (
            var heading in kind switch
            {
                SearchKind.Statements => new[] { "published", "outlet", "attributed to", "act", "words", "where" },
                SearchKind.Events => ["published", "outlet", "who → to whom", "act", "put as", "words", "where"],
                SearchKind.Articles => ["published", "outlet", "title", "found in", "where"],
                _ => ["actor", "kind", "country", "articles", "statements", "events"],
            }
        )
            table.AddColumn(heading);
        foreach (var row in Rows(page))
            table.AddRow([.. row.Select(cell => Markup.Escape(Terminal.Printable(cell)))]);
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(output),
                Ansi = AnsiSupport.No,
                ColorSystem = ColorSystemSupport.NoColors,
            }
        );
        console.Profile.Width = width;
        console.Write(table);
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{page.Total:N0}{(page.AtLeast ? " or more" : "")} {kind.ToString().ToLowerInvariant()}"
            )
        );
        foreach (var facet in page.Facets.Where(f => f.Values.Count > 1))
            output.WriteLine(
                Terminal.Printable(
                    $"  {facet.Field}: "
                        + string.Join(
                            ", ",
                            facet.Values.Take(6).Select(v => string.Create(CultureInfo.InvariantCulture, $"{v.Label} {v.Count:N0}"))
                        )
                )
            );
    }

    static IEnumerable<string[]> Rows(SearchPage page)
    {
        foreach (var s in page.Statements)
            yield return [Day(s.Article), s.Article.Outlet ?? "", Speaker(s), s.Act ?? "", Short(s.Content), Where(s.Article, s.Id)];
        foreach (var e in page.Events)
            yield return
            [
                Day(e.Article),
                e.Article.Outlet ?? "",
                $"{List(e.Actors)} → {List(e.Recipients)}",
                e.Mode is null ? e.Type : $"{e.Type} {e.Mode}",
                e.Factuality,
                Short(e.Evidence),
                Where(e.Article, e.Id),
            ];
        foreach (var a in page.Articles)
            yield return [Day(a.Article), a.Article.Outlet ?? "", a.Article.Title ?? "", Short(a.Excerpt), a.Article.Id];
        foreach (var x in page.Actors)
            yield return
            [
                x.Actor.Name,
                x.Actor.Kind,
                string.Join(' ', x.Actor.Country ?? []),
                x.Articles.ToString("N0", CultureInfo.InvariantCulture),
                x.Statements.ToString("N0", CultureInfo.InvariantCulture),
                x.Events.ToString("N0", CultureInfo.InvariantCulture),
            ];
    }

    static string Speaker(StatementHit s) =>
        s.Speakers.Count > 0 ? List(s.Speakers)
        : s.Source is { } source ? (s.Unnamed is { } unnamed ? $"{source} (unnamed: {unnamed})" : source)
        : "not found in the text";

    static string List(IReadOnlyList<OnRecord.Archive.ActorLine> actors) =>
        actors.Count == 0 ? "(not said)" : string.Join(", ", actors.Select(a => a.Name));

    static string Day(ArticleLine article) => article.Published is { Length: >= 10 } p ? p[..10] : article.Published ?? "";

    static string Where(ArticleLine article, string id) => $"{article.Id}#{id}";

    static string Short(string text) => text.Length <= 200 ? text : text[..199].TrimEnd() + "…";
}
