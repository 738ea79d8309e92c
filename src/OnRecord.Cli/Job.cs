using OnRecord.Ingest;
using OnRecord.Text;
using Spectre.Console;

namespace OnRecord.Cli;

/// <summary>What all commands over articles do: read, work on each, write in order, name what failed.</summary>
internal static class Job
{
    /// <summary>Runs <paramref name="work"/> over every article. An article that it fails on is named, and the others go on.</summary>
    /// <returns>The exit code.</returns>
    internal static int Run(IEnumerable<Reading> readings, Func<Article, byte[]> work, string? output, int threads, CliIo io)
    {
        using var target = OutputTarget.Open(output, io);
        if (!io.ErrorIsTerminal || (output is null && io.OutputIsTerminal))
            return Run(readings, work, target, threads, io, io.Error, _ => { });
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(io.Error) });
        return console
            .Status()
            .Start(
                "Reading",
                status =>
                {
                    using var error = new ConsoleWriter(console);
                    return Run(readings, work, target, threads, io, error, n => status.Status($"{n} articles done"));
                }
            );
    }

    static int Run(
        IEnumerable<Reading> readings,
        Func<Article, byte[]> work,
        OutputTarget target,
        int threads,
        CliIo io,
        TextWriter error,
        Action<int> progress
    )
    {
        var problems = new Problems(error);
        var done = 0;
        Ordered.Run(
            readings,
            reading => Outcome.Of(reading, work),
            outcome =>
            {
                if (outcome.Reading.Note is { } note)
                    problems.Note(outcome.Reading.Place, note);
                if (outcome.Reading.Refusal is { } refusal)
                    problems.Refused(refusal);
                else if (outcome.Error is { } wrong)
                    problems.Fail(wrong);
                else
                    target.Stream.Write(outcome.Bytes);
                if (io.OutputIsTerminal)
                    target.Stream.Flush(); // a person waits for the page
                progress(++done);
            },
            threads,
            io.Cancelled
        );
        target.Keep();
        return problems.ExitCode;
    }

    /// <summary>Bytes, or why there are none.</summary>
    readonly record struct Outcome(Reading Reading, byte[] Bytes, string? Error)
    {
        internal static Outcome Of(Reading reading, Func<Article, byte[]> work)
        {
            if (reading.Article is not { } article)
                return new(reading, [], null);
            try
            {
                return new(reading with { Article = null }, work(article), null);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // A fault of ours must not cost the user the other articles.
                return new(
                    reading,
                    [],
                    $"{reading.Place}: could not be coded ({e.GetType().Name}: {e.Message}); this is a fault of onrecord: please report it with the article"
                );
            }
        }
    }

    /// <summary>Lines that go above a running progress line.</summary>
    sealed class ConsoleWriter(IAnsiConsole console) : StringWriter(System.Globalization.CultureInfo.InvariantCulture)
    {
        public override void WriteLine(string? value) => console.WriteLine(value ?? "");
    }
}
