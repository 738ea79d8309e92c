using System.CommandLine;
using System.Text;
using OnRecord.Archive.Export;
using OnRecord.Record;

namespace OnRecord.Cli;

/// <summary><c>onrecord code</c>: articles to records.</summary>
internal static class CodeCommand
{
    internal static Command Create(CliIo io)
    {
        var reading = new ReadingArguments();
        var coding = new CodingArguments();
        var knowledge = new KnowledgeArgument();
        var format = new Option<string?>("--format")
        {
            Description = "jsonl (default into a pipe or file), text (default on a terminal) or plover",
        };
        format.AcceptOnlyFromAmong("jsonl", "text", "plover");
        var statements = new Option<string>("--statements")
        {
            Description = "all that is attributed, or only reported speech",
            DefaultValueFactory = _ => "all",
        };
        statements.AcceptOnlyFromAmong("all", "reported-speech");
        var noColor = new Option<bool>("--no-color") { Description = "No colors on the page; so does the variable NO_COLOR" };

        var command = new Command("code", "Codes articles: who said what, who did what to whom, when and where, on whose word");
        reading.AddTo(command);
        command.Add(format);
        coding.AddTo(command);
        command.Add(statements);
        knowledge.AddTo(command);
        command.Add(noColor);
        command.SetAction(parsed =>
        {
            var output = reading.Output(parsed);
            var onTerminal = io.OutputIsTerminal && output is null;
            var options = new CoderOptions
            {
                Setting = coding.Setting(parsed),
                MostTokens = coding.MostTokens(parsed),
                Statements = parsed.GetValue(statements) == "all" ? StatementScope.All : StatementScope.ReportedSpeech,
            };
            var coder = knowledge.Load(parsed, options);
            io.Tell(Coder.Notes);
            var write = Writer(
                parsed.GetValue(format) ?? (onTerminal ? "text" : "jsonl"),
                onTerminal ? Math.Min(io.Columns, TextPage.DefaultWidth) : TextPage.DefaultWidth,
                onTerminal && !io.NoColor && !parsed.GetValue(noColor)
            );
            return Job.Run(reading.Read(parsed, io), article => write(coder.Code(article)), output, coding.Threads(parsed), io);
        });
        CommandLine.Teach(
            command,
            """
            Examples:
              onrecord code article.txt --outlet "The Example" --published 2024-03-14
              onrecord code page.html feed.xml news.jsonl.gz --threads 4 --output records.jsonl
              onrecord code article.txt --format plover
              onrecord code article.txt --knowledge my-tables       names of your own: docs/knowledge.md
              zcat news.jsonl.gz | head -100 | onrecord code - --format text | less -R

            JSON Lines hold one article a line: {"id": "1", "text": "...", "title": "...", "outlet": "...", "published": "2024-03-14"}.
            Without --published "on Thursday" has no date.
            """
        );
        return command;
    }

    static Func<ArticleRecord, byte[]> Writer(string format, int width, bool colors) =>
        format switch
        {
            "plover" => PloverJson.Lines,
            "text" => record => Encoding.UTF8.GetBytes(TextPage.Render(record, width, colors) + "\n"),
            _ => Line,
        };

    static byte[] Line(ArticleRecord record)
    {
        var json = RecordJson.Serialize(record);
        Array.Resize(ref json, json.Length + 1);
        json[^1] = (byte)'\n';
        return json;
    }
}
