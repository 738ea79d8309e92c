using System.CommandLine;
using System.Text;
using OnRecord.Archive;

namespace OnRecord.Cli;

/// <summary><c>onrecord diff</c>: what two runs' records differ in.</summary>
internal static class DiffCommand
{
    internal static Command Create(CliIo io)
    {
        var archive = new ArchiveArguments();
        var before = new Argument<long>("BEFORE") { Description = "Number of a run" };
        var after = new Argument<long>("AFTER") { Description = "Number of a later run" };
        var json = new Option<bool>("--json") { Description = "A line of JSON a change, with the part before and after" };
        var summary = new Option<bool>("--summary") { Description = "Only how many of each" };
        var command = new Command("diff", "Shows which statements and events two runs recorded differently: added, lost, changed")
        {
            before,
            after,
            json,
            summary,
        };
        archive.AddTo(command);
        command.SetAction(parsed =>
        {
            using var source = archive.Open(parsed);
            using var output = new StreamWriter(io.Output, new UTF8Encoding(false), leaveOpen: true);
            var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
            var articles = new HashSet<string>(StringComparer.Ordinal);
            foreach (var change in source.Diff(parsed.GetRequiredValue(before), parsed.GetRequiredValue(after), io.Cancelled))
            {
                var name = $"{change.Part}s {change.Change}";
                counts[name] = counts.GetValueOrDefault(name) + 1;
                articles.Add(change.Article);
                if (parsed.GetValue(json))
                    output.WriteLine(ArchiveJson.Line(change, ArchiveJson.Plain.RecordChange));
                else if (!parsed.GetValue(summary))
                    output.WriteLine(Terminal.Printable(Line(change)));
            }
            output.Flush();
            io.Error.WriteLine(
                counts.Count == 0
                    ? "onrecord: no article that both runs coded has a different record"
                    : $"onrecord: {string.Join(", ", counts.Select(c => $"{c.Value} {c.Key}"))}; {articles.Count} articles"
            );
            return ExitCode.Done;
        });
        CommandLine.Teach(
            command,
            """
            Compared are the articles that both runs coded. A run codes what its coder had not coded before: add the same files with a
            new version, or with other options, and that run holds the second records.

            Examples:
              onrecord runs
              onrecord diff 1 2 --summary
              onrecord diff 1 2 --json > changes.jsonl
            """
        );
        return command;
    }

    /// <summary>"changed  statement  the fund will pay (source, cue)  [wire-12]".</summary>
    static string Line(RecordChange change)
    {
        var fields = change.Fields.Count > 0 ? $" ({string.Join(", ", change.Fields)})" : "";
        var text = change.Text.Length > 100 ? change.Text[..99].TrimEnd() + "…" : change.Text;
        return $"{change.Change, -12} {change.Part, -9} {text}{fields}  [{change.Article}]";
    }
}
