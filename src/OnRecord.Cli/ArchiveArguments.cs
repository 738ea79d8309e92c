using System.CommandLine;
using OnRecord.Archive.Sqlite;

namespace OnRecord.Cli;

/// <summary>Which archive.</summary>
internal sealed class ArchiveArguments
{
    internal const string DefaultFile = "onrecord.db";

    readonly Option<string> _archive = new("--archive", "-a")
    {
        Description = "The archive's file",
        HelpName = "FILE",
        DefaultValueFactory = _ => DefaultFile,
    };

    internal void AddTo(Command command) => command.Add(_archive);

    internal string File(ParseResult parsed) => parsed.GetRequiredValue(_archive);

    internal SqliteArchive Open(ParseResult parsed) => SqliteArchive.Open(File(parsed));

    internal SqliteArchive OpenOrCreate(ParseResult parsed) => SqliteArchive.OpenOrCreate(File(parsed));
}
