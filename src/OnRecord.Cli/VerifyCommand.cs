using System.CommandLine;
using System.Globalization;
using System.Text;
using OnRecord.Archive;
using OnRecord.Archive.Sqlite;

namespace OnRecord.Cli;

/// <summary><c>onrecord verify</c>: is the archive whole?</summary>
internal static class VerifyCommand
{
    internal static Command Create(CliIo io)
    {
        var archive = new ArchiveArguments();
        var repair = new Option<bool>("--repair")
        {
            Description = "Make the archive anew from what can be read; the damaged file is kept beside it",
        };
        var json = new Option<bool>("--json") { Description = "A line of JSON a fault" };
        var command = new Command("verify", "Checks the archive: the store, every hash, every span against its text") { repair, json };
        archive.AddTo(command);
        command.SetAction(parsed =>
        {
            using var output = new StreamWriter(io.Output, new UTF8Encoding(false), leaveOpen: true);
            var progress = io.ErrorIsTerminal ? new Counter(io.Error) : null;
            var faults = 0;
            void Tell(Fault fault)
            {
                faults++;
                output.WriteLine(
                    parsed.GetValue(json)
                        ? ArchiveJson.Line(fault, ArchiveJson.Plain.Fault)
                        : Terminal.Printable($"{fault.Where}: {fault.What}; {fault.Remedy}")
                );
            }
            var file = archive.File(parsed);
            if (parsed.GetValue(repair))
                foreach (var fault in SqliteArchive.Repair(file, progress, io.Cancelled))
                    Tell(fault);
            else
                using (var source = SqliteArchive.Open(file))
                    foreach (var fault in source.Verify(progress, io.Cancelled))
                        Tell(fault);
            output.Flush();
            var totals = Totals(file);
            io.Error.WriteLine(
                faults == 0 ? $"onrecord: {file}: {totals}; all hashes and spans hold"
                : parsed.GetValue(repair) ? $"onrecord: {file}: {totals}; {faults} things were lost, named above"
                : $"onrecord: {file}: {faults} faults, named above"
            );
            return faults == 0 ? ExitCode.Done : ExitCode.SomeFailed;
        });
        CommandLine.Teach(
            command,
            """
            Examples:
              onrecord verify --archive crisis.db
              onrecord verify --archive crisis.db --repair

            Exit code 0 when all is well, 1 when something is wrong or was lost.
            """
        );
        return command;
    }

    static string Totals(string file)
    {
        try
        {
            using var source = SqliteArchive.Open(file);
            var t = source.Totals();
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{t.Articles:N0} articles, {t.Statements:N0} statements, {t.Events:N0} events"
            );
        }
        catch (ArchiveException)
        {
            return "it can't be counted";
        }
    }

    sealed class Counter(TextWriter error) : IProgress<VerifyProgress>
    {
        public void Report(VerifyProgress value)
        {
            if (value.Done % 500 == 0 || value.Done == value.Total)
                error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{value.Done:N0} of {value.Total:N0} records "));
            if (value.Done == value.Total)
                error.Write("\r" + new string(' ', 40) + "\r");
        }
    }
}
