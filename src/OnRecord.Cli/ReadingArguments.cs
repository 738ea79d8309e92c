using System.CommandLine;
using OnRecord.Ingest;

namespace OnRecord.Cli;

/// <summary>The arguments that every command which reads articles has.</summary>
internal sealed class ReadingArguments
{
    const int DefaultMegabytes = 10;

    readonly Argument<string[]> _files = new("FILE")
    {
        Description = "Plain text, HTML, RSS or Atom, or JSON Lines, each also gzipped; - is standard input",
        Arity = ArgumentArity.OneOrMore,
    };

    readonly Option<string?> _published = new("--published")
    {
        Description = "Publication date (2024-03-14) of articles that state none",
        HelpName = "DATE",
    };
    readonly Option<string?> _outlet = new("--outlet") { Description = "Outlet of articles that state none", HelpName = "NAME" };
    readonly Option<string?> _title = new("--title") { Description = "Title of articles that state none", HelpName = "TEXT" };

    readonly Option<int> _maxSize = new("--max-size")
    {
        Description = "Largest single document in megabytes",
        HelpName = "MB",
        DefaultValueFactory = _ => DefaultMegabytes,
    };

    readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "Write to this file, which appears when it is complete",
        HelpName = "FILE",
    };

    /// <summary>Adds them to a command; one that writes to an archive has no output file.</summary>
    internal void AddTo(Command command, bool withOutput = true)
    {
        command.Add(_files);
        if (withOutput)
            command.Add(_output);
        command.Add(_published);
        command.Add(_outlet);
        command.Add(_title);
        command.Add(_maxSize);
        command.Validators.Add(result =>
        {
            foreach (var file in result.GetValue(_files) ?? [])
                if (file.Length > 1 && file[0] == '-' && !File.Exists(file))
                    result.AddError($"{file}: no such option");
            if (result.GetValue(_published) is { } date && IsoDate.Normalize(date) is null)
                result.AddError($"--published {date}: is no date; write it as 2024-03-14, or 2024-03-14T09:30:00Z");
            if (result.GetResult(_maxSize) is { Implicit: false } && result.GetValue(_maxSize) is < 1 or > 1000)
                result.AddError("--max-size: give a number of megabytes from 1 to 1000");
        });
    }

    internal IReadOnlyList<string> Files(ParseResult parsed) => parsed.GetRequiredValue(_files);

    internal string? Output(ParseResult parsed) => parsed.GetValue(_output);

    /// <summary>Everything the files hold, in their order.</summary>
    internal IEnumerable<Reading> Read(ParseResult parsed, CliIo io)
    {
        var reader = new ArticleReader(Options(parsed, io));
        return parsed.GetRequiredValue(_files).SelectMany(reader.Read);
    }

    /// <summary>How they are read.</summary>
    internal ReaderOptions Options(ParseResult parsed, CliIo io) =>
        new()
        {
            MostDocumentBytes = parsed.GetValue(_maxSize) * 1_000_000L,
            MostFeedBytes = Math.Max(parsed.GetValue(_maxSize) * 1_000_000L, new ReaderOptions().MostFeedBytes),
            Published = IsoDate.Normalize(parsed.GetValue(_published)),
            Outlet = parsed.GetValue(_outlet),
            Title = parsed.GetValue(_title),
            StandardInput = io.Input,
        };
}
