using System.CommandLine;
using OnRecord.Archive.Export;
using OnRecord.Server;

namespace OnRecord.Cli;

/// <summary><c>onrecord serve</c>: an archive in the browser.</summary>
internal static class ServeCommand
{
    const string DefaultUrl = "http://127.0.0.1:8080";

    internal static Command Create(CliIo io)
    {
        var archive = new ArchiveArguments();
        var knowledge = new KnowledgeArgument();
        var urls = new Option<string[]>("--urls")
        {
            Description = "Where to listen; this machine only",
            HelpName = "URL",
            DefaultValueFactory = _ => [DefaultUrl],
            AllowMultipleArgumentsPerToken = true,
        };
        var command = new Command(
            "serve",
            "Shows an archive in the browser: articles with what was said and done in them, search, actors, runs"
        );
        archive.AddTo(command);
        command.Add(urls);
        knowledge.AddTo(command);
        command.SetAction(parsed =>
        {
            using var source = archive.Open(parsed);
            io.Tell(Coder.Notes);
            return Serve(
                    new()
                    {
                        Archive = source,
                        Coder = knowledge.Load(parsed),
                        Urls = parsed.GetRequiredValue(urls),
                        Export = (request, output, cancelled) =>
                        {
                            var (format, table) = ExportCommand.Of(request.Format, request.Kind);
                            return ArchiveExport.WriteAsync(
                                format,
                                table,
                                source.Find(request.Kind, request.Query, cancelled),
                                output,
                                cancelled
                            );
                        },
                        OnFault = fault => io.Error.WriteLine("onrecord: this is a fault of onrecord, please report it: " + fault),
                    },
                    io
                )
                .GetAwaiter()
                .GetResult();
        });
        CommandLine.Teach(
            command,
            """
            Examples:
              onrecord serve                                       onrecord.db at http://127.0.0.1:8080
              onrecord serve --archive crisis.db --urls http://127.0.0.1:9000

            The pages are at /, the API at /api, its description at /openapi/v1.json. It answers to this machine only. 'onrecord add' may
            run on the archive at the same time; new articles show at once.
            """
        );
        return command;
    }

    static async Task<int> Serve(ServerOptions options, CliIo io)
    {
        try
        {
            await using var server = WebServer.Build(options);
            await server.StartAsync(io.Cancelled);
            io.Error.WriteLine($"onrecord: listening at {string.Join(" and ", server.Urls)}; Ctrl-C ends it");
            await server.WaitAsync(io.Cancelled);
            return ExitCode.Done;
        }
        catch (ServerException e)
        {
            throw new UsageException(e.Message);
        }
        catch (OperationCanceledException) when (io.Cancelled.IsCancellationRequested)
        {
            return ExitCode.Done;
        }
    }
}
