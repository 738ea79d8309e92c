using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using OnRecord.Archive;
using OnRecord.Archive.Search;
using OnRecord.Knowledge;

namespace OnRecord.Cli;

/// <summary>The commands of <c>onrecord</c>, their help and exit codes.</summary>
internal static class CommandLine
{
    internal static int Run(IReadOnlyList<string> args, CliIo io)
    {
        var root = new RootCommand(
            "Reads the news and puts it on the record: who said what, who did what to whom, with the words that prove it."
        )
        {
            new HelpOption(),
            new VersionOption(),
            CodeCommand.Create(io),
            ReadCommand.Create(io),
            ParseCommand.Create(io),
            DyadsCommand.Create(io),
            AddCommand.Create(io),
            SearchCommand.Create(io),
            ServeCommand.Create(io),
            ExportCommand.Create(io),
            RunsCommand.Create(io),
            DiffCommand.Create(io),
            VerifyCommand.Create(io),
            BackupCommand.Create(io),
            RestoreCommand.Create(io),
        };
        Teach(
            root,
            """
            Examples:
              onrecord code article.txt                       a page to read
              onrecord code --format jsonl news.jsonl.gz      a record a line, for programs
              curl -s https://example.org/story | onrecord code - --outlet "Example Post"

            Exit codes: 0 all done; 1 some inputs failed, each named on standard error, the others done; 2 wrong usage.
            """
        );
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
            return Misused(io, parsed);
        using var output = new StreamWriter(io.Output, new System.Text.UTF8Encoding(false), leaveOpen: true);
        try
        {
            return parsed.Invoke(
                new()
                {
                    Output = output,
                    Error = io.Error,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = null,
                }
            );
        }
        catch (UsageException e)
        {
            io.Error.WriteLine("onrecord: " + Terminal.Printable(e.Message));
            return ExitCode.Usage;
        }
        catch (KnowledgeException e)
        {
            io.Error.WriteLine("onrecord: " + Terminal.Printable(e.Message));
            return ExitCode.Usage;
        }
        catch (ArchiveException e)
        {
            io.Error.WriteLine("onrecord: " + Terminal.Printable(e.Message));
            return ExitCode.SomeFailed;
        }
        catch (QueryException e)
        {
            Misread(io, e);
            return ExitCode.Usage;
        }
        catch (OperationCanceledException) when (io.Cancelled.IsCancellationRequested)
        {
            io.Error.WriteLine("onrecord: interrupted");
            return ExitCode.Interrupted;
        }
        catch (IOException e) when (CliIo.IsBrokenPipe(e))
        {
            return ExitCode.Done;
        }
        catch (IOException e)
        {
            io.Error.WriteLine("onrecord: the results can't be written: " + Terminal.Printable(e.Message));
            return ExitCode.SomeFailed;
        }
        catch (Exception e)
        {
            return Broken(io, e);
        }
    }

    /// <summary>The last resort: a message instead of a crash, with what a report of the fault needs.</summary>
    static int Broken(CliIo io, Exception e)
    {
        io.Error.WriteLine("onrecord: this is a fault of onrecord, please report it: " + Terminal.Printable(e.Message));
        io.Error.WriteLine(e.StackTrace);
        return ExitCode.SomeFailed;
    }

    /// <summary>A query that can't be read, with a mark under the word.</summary>
    static void Misread(CliIo io, QueryException e)
    {
        io.Error.WriteLine("onrecord: " + Terminal.Printable(e.Message));
        if (e.Query is not { Length: > 0 and <= 1000 } query || e.Length == 0 || e.Start + e.Length > query.Length)
            return;
        io.Error.WriteLine("  " + Terminal.Printable(query));
        io.Error.WriteLine(
            new string(' ', 2 + Terminal.Columns(query.AsSpan(0, e.Start)))
                + new string('^', Math.Max(1, Terminal.Columns(query.AsSpan(e.Start, e.Length))))
        );
    }

    static int Misused(CliIo io, ParseResult parsed)
    {
        foreach (var error in parsed.Errors)
            io.Error.WriteLine("onrecord: " + Terminal.Printable(error.Message));
        var command = parsed.CommandResult.Command;
        var name = command.Name == "onrecord" ? "onrecord" : "onrecord " + command.Name;
        io.Error.WriteLine($"Try '{name} --help'.");
        return ExitCode.Usage;
    }

    /// <summary>Puts examples under a command's help: a person learns from them what options can't tell.</summary>
    internal static void Teach(Command command, string examples)
    {
        var help = command.Options.OfType<HelpOption>().FirstOrDefault();
        if (help is null)
            command.Add(help = new HelpOption());
        help.Action = new TeachingHelp((HelpAction)help.Action!, examples);
    }

    sealed class TeachingHelp(HelpAction inner, string examples) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var result = inner.Invoke(parseResult);
            parseResult.InvocationConfiguration.Output.WriteLine(examples);
            return result;
        }
    }
}
