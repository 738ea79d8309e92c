using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using OnRecord.Archive;
using OnRecord.Archive.Sqlite;

namespace OnRecord.Cli;

/// <summary><c>onrecord runs</c>: what was read, refused and why.</summary>
internal static class RunsCommand
{
    internal static Command Create(CliIo io)
    {
        var archive = new ArchiveArguments();
        var json = new Option<bool>("--json") { Description = "A line of JSON a run" };
        var refused = new Option<long?>("--refused") { Description = "What this run refused, and why", HelpName = "RUN" };
        var command = new Command(
            "runs",
            "Lists the runs that filled an archive: when, by which coder, how many, how fast, what was refused"
        );
        archive.AddTo(command);
        command.Add(refused);
        command.Add(json);
        command.SetAction(parsed =>
        {
            using var source = archive.Open(parsed);
            using var output = new StreamWriter(io.Output, new UTF8Encoding(false), leaveOpen: true);
            if (parsed.GetValue(refused) is { } run)
                Refused(source, run, output, parsed.GetValue(json));
            else if (parsed.GetValue(json))
                foreach (var r in source.Runs())
                    output.WriteLine(ArchiveJson.Line(r, ArchiveJson.Plain.RunSummary));
            else
                Table(source, output);
            return ExitCode.Done;
        });
        CommandLine.Teach(
            command,
            """
            Examples:
              onrecord runs
              onrecord runs --refused 3
              onrecord diff 1 2            what the records of two runs differ in
            """
        );
        return command;
    }

    static void Table(SqliteArchive archive, StreamWriter output)
    {
        var table = new TextTable(
            "run",
            "state",
            "started",
            "coder",
            ">added",
            ">changed",
            ">recoded",
            ">unchanged",
            ">refused",
            ">uncoded",
            ">words/s"
        );
        foreach (var r in archive.Runs())
            table.Add(
                Number(r.Id),
                r.State.ToString().ToLowerInvariant(),
                r.StartedAt,
                r.CoderName,
                Number(r.Added),
                Number(r.Changed),
                Number(r.Recoded),
                Number(r.Unchanged),
                Number(r.Refused),
                Number(r.Uncoded),
                Number(r.Seconds > 0 ? (long)(r.Words / r.Seconds) : 0)
            );
        table.Write(output);
    }

    static void Refused(SqliteArchive archive, long run, StreamWriter output, bool json)
    {
        if (archive.Runs().All(r => r.Id != run))
            throw new ArchiveException($"there is no run {run}", "'onrecord runs' lists them");
        for (var skip = 0; archive.Refused(run, skip) is { Count: > 0 } page; skip += page.Count)
            foreach (var r in page)
                output.WriteLine(
                    json ? ArchiveJson.Line(r, ArchiveJson.Plain.RefusedInput) : Terminal.Printable($"{r.Place}: {r.Reason}; {r.Remedy}")
                );
    }

    static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
