using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using OnRecord.Archive;
using OnRecord.Archive.Adding;
using Spectre.Console;

namespace OnRecord.Cli;

/// <summary><c>onrecord add</c>: articles, coded, into an archive.</summary>
internal static class AddCommand
{
    internal static Command Create(CliIo io)
    {
        var reading = new ReadingArguments();
        var coding = new CodingArguments(Environment.ProcessorCount);
        var knowledge = new KnowledgeArgument();
        var archive = new ArchiveArguments();
        var statements = new Option<string>("--statements")
        {
            Description = "all that is attributed, or only reported speech",
            DefaultValueFactory = _ => "all",
        };
        statements.AcceptOnlyFromAmong("all", "reported-speech");
        var json = new Option<bool>("--json") { Description = "A line of JSON for each article once it is safe on disk" };

        var command = new Command("add", "Reads and codes articles and keeps them with their records in an archive");
        reading.AddTo(command, withOutput: false);
        archive.AddTo(command);
        coding.AddTo(command);
        command.Add(statements);
        knowledge.AddTo(command);
        command.Add(json);
        command.SetAction(parsed =>
        {
            var coder = knowledge.Load(
                parsed,
                new()
                {
                    Setting = coding.Setting(parsed),
                    Statements = parsed.GetValue(statements) == "all" ? StatementScope.All : StatementScope.ReportedSpeech,
                    MostTokens = coding.MostTokens(parsed),
                }
            );
            using var target = archive.OpenOrCreate(parsed);
            io.Tell(Coder.Notes);
            var options = new AddOptions
            {
                Inputs = reading.Files(parsed),
                Reading = reading.Options(parsed, io),
                Threads = coding.Threads(parsed),
            };
            return Run(target, coder, options, parsed.GetValue(json), io);
        });
        CommandLine.Teach(
            command,
            """
            Examples:
              onrecord add news.jsonl.gz                              into onrecord.db, made if there is none
              onrecord add page.html feed.xml --archive crisis.db
              curl -s https://example.org/feed.xml | onrecord add -
              onrecord serve --archive crisis.db                      then look at it in a browser

            What add has acknowledged is on disk: a crash or a power cut loses none of it. Adding the same again changes nothing; an
            article that has changed is kept beside its older version. Ctrl-C ends it cleanly, and the same command goes on later.
            Another coder (a new version, other options) adds a second record: 'onrecord diff' shows what differs.
            """
        );
        return command;
    }

    static int Run(IArchive archive, Coder coder, AddOptions options, bool json, CliIo io)
    {
        var problems = new Problems(io.Error);
        options = options with { Note = problems.Note, Acknowledge = batch => Acknowledge(batch, problems, json ? io.Output : null) };
        AddProgress done;
        if (!io.ErrorIsTerminal)
            done = Pipeline.Run(archive, coder, options, io.Cancelled);
        else
        {
            var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(io.Error) });
            done = console
                .Status()
                .Start(
                    "Reading",
                    status =>
                        Pipeline.Run(archive, coder, options with { Progress = p => status.Status(Markup.Escape(Line(p))) }, io.Cancelled)
                );
        }
        io.Error.WriteLine("onrecord: " + Summary(done));
        if (!io.Cancelled.IsCancellationRequested)
            return problems.ExitCode;
        io.Error.WriteLine("onrecord: interrupted; what is named above is safe, and the same command goes on");
        return ExitCode.Interrupted;
    }

    static void Acknowledge(IReadOnlyList<Acknowledged> batch, Problems problems, Stream? output)
    {
        foreach (var item in batch)
        {
            if (item.Refused is { } refused)
                problems.Fail($"{refused.Place}: {refused.Reason}; {refused.Remedy}");
            else if (item.Uncoded is { } reason)
                problems.Note(item.Place, $"kept, but not coded: {reason}");
        }
        if (output is null)
            return;
        using var buffer = new MemoryStream();
        foreach (var item in batch)
        {
            using (var json = new Utf8JsonWriter(buffer))
                Write(json, item);
            buffer.WriteByte((byte)'\n');
        }
        output.Write(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
        output.Flush();
    }

    static void Write(Utf8JsonWriter json, Acknowledged item)
    {
        json.WriteStartObject();
        json.WriteString("place", item.Place);
        if (item.Id is { } id)
            json.WriteString("id", id);
        json.WriteString("outcome", item.Outcome is { } outcome ? outcome.ToString().ToLowerInvariant() : "refused");
        if ((item.Refused?.Reason ?? item.Uncoded) is { } reason)
            json.WriteString("reason", reason);
        json.WriteEndObject();
    }

    /// <summary>"1,204 articles, 81,000 words/s, 3 refused, 2:10 left".</summary>
    static string Line(AddProgress p)
    {
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{p.Articles:N0} articles, {p.WordsPerSecond:N0} words/s, {p.Refused:N0} refused"
        );
        return p.Left is { } left
            ? line + string.Create(CultureInfo.InvariantCulture, $", {p.Fraction:P0}, {(int)left.TotalMinutes}:{left.Seconds:00} left")
            : line;
    }

    static string Summary(AddProgress p)
    {
        var parts = new List<string>();
        foreach (
            var (count, what) in new[]
            {
                (p.Added, "added"),
                (p.Changed, "changed"),
                (p.Recoded, "coded again"),
                (p.Unchanged, "unchanged"),
                (p.Uncoded, "of these not coded"),
                (p.Refused, "refused"),
            }
        )
            if (count > 0 || what == "added")
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}"));
        var pace = p.Words > 0 ? $", {p.WordsPerSecond:N0} words/s" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{string.Join(", ", parts)}; {p.Words:N0} words in {p.Elapsed.TotalSeconds:N1} s{pace}, {p.Storing.TotalSeconds:N1} s of it storing"
        );
    }
}
