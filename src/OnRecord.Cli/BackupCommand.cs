using System.CommandLine;
using OnRecord.Archive;
using OnRecord.Archive.Sqlite;

namespace OnRecord.Cli;

/// <summary><c>onrecord backup</c>: a copy of the archive while it is in use.</summary>
internal static class BackupCommand
{
    internal static Command Create(CliIo io)
    {
        var archive = new ArchiveArguments();
        var file = new Argument<string>("FILE") { Description = "The backup; must not exist" };
        var command = new Command("backup", "Copies the archive as it stands at one moment, while others read and write") { file };
        archive.AddTo(command);
        command.SetAction(parsed =>
        {
            using var source = archive.Open(parsed);
            source.Backup(parsed.GetRequiredValue(file));
            io.Error.WriteLine($"onrecord: {parsed.GetRequiredValue(file)}: written and complete");
            return ExitCode.Done;
        });
        CommandLine.Teach(
            command,
            """
            Examples:
              onrecord backup crisis-2024-03-14.db --archive crisis.db
              onrecord verify --archive crisis-2024-03-14.db
            """
        );
        return command;
    }
}

/// <summary><c>onrecord restore</c>: a backup in the archive's place.</summary>
internal static class RestoreCommand
{
    internal static Command Create(CliIo io)
    {
        var archive = new ArchiveArguments();
        var file = new Argument<string>("FILE") { Description = "A backup" };
        var command = new Command("restore", "Checks a backup and puts it in the archive's place; what was there is kept beside it")
        {
            file,
        };
        archive.AddTo(command);
        command.SetAction(parsed =>
        {
            var backup = parsed.GetRequiredValue(file);
            if (Path.GetFullPath(backup) == Path.GetFullPath(archive.File(parsed)))
                throw new UsageException("the backup and the archive are the same file: name another with --archive");
            var kept = SqliteArchive.Restore(backup, archive.File(parsed));
            io.Error.WriteLine($"onrecord: {archive.File(parsed)} is {backup}" + (kept is null ? "" : $"; what it replaced is {kept}"));
            return ExitCode.Done;
        });
        CommandLine.Teach(
            command,
            """
            Example:
              onrecord restore crisis-2024-03-14.db --archive crisis.db

            End 'onrecord serve' and 'onrecord add' on the archive first.
            """
        );
        return command;
    }
}
