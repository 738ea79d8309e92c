using System.CommandLine;
using System.Globalization;
using System.Text;
using OnRecord.Events;
using OnRecord.Record;

namespace OnRecord.Cli;

/// <summary>What one party does to another: one of PLOVER's types as PLV counts them, and its quad class.</summary>
internal delegate (string Root, int Penta) Dyad(string sentence, string markedSentence, string source, string target);

/// <summary><c>onrecord dyads</c>: the type of the act between two given parties of a sentence.</summary>
internal static class DyadsCommand
{
    static readonly string[] Columns = ["uid", "sentence", "marked_sentence", "source", "target"];

    internal static Command Create(CliIo io) => Create(io, rules => DyadCoder.Load(rules).Code);

    /// <summary>The command with another coder, for tests.</summary>
    internal static Command Create(CliIo io, Func<bool, Dyad> load)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Tables (TSV), also gzipped; - is standard input",
            Arity = ArgumentArity.OneOrMore,
        };
        var output = new Option<string?>("--output", "-o")
        {
            Description = "Write to this file, which appears when it is complete",
            HelpName = "FILE",
        };
        var command = new Command("dyads", "Names the PLOVER type of the act between two given parties of a sentence");
        command.Add(files);
        command.Add(output);
        var rules = new Option<bool>("--rules") { Description = "By tables and grammar alone, without learned weights" };
        command.Add(rules);
        command.SetAction(parsed => Run(parsed.GetRequiredValue(files), parsed.GetValue(output), () => load(parsed.GetValue(rules)), io));
        CommandLine.Teach(
            command,
            """
            Columns in:  uid, sentence, marked_sentence (with <s>source</s> and <t>target</t>), source, target; others are ignored.
            Columns out: uid, root (one of 15 types; YIELD is CONCEDE or RETREAT), penta (1 to 4, the quad class).

            Example:
              onrecord dyads pairs.tsv > types.tsv
            """
        );
        return command;
    }

    static int Run(string[] files, string? output, Func<Dyad> load, CliIo io)
    {
        using var target = OutputTarget.Open(output, io);
        var code = load();
        var problems = new Problems(io.Error);
        Write(target, "uid\troot\tpenta\n");
        foreach (var file in files)
            try
            {
                using var text = TableFile.Open(file, io);
                foreach (var line in Lines(file, new Tsv(text), code, problems))
                {
                    io.Cancelled.ThrowIfCancellationRequested();
                    Write(target, line);
                }
            }
            catch (InvalidDataException e)
            {
                problems.Fail($"{file}: {e.Message}; the input is a table with tabs between the columns {string.Join(", ", Columns)}");
            }
        target.Keep();
        return problems.ExitCode;
    }

    static void Write(OutputTarget target, string line) => target.Stream.Write(Encoding.UTF8.GetBytes(line));

    static IEnumerable<string> Lines(string file, Tsv table, Dyad code, Problems problems)
    {
        var header = table.Row() ?? throw new InvalidDataException("the input is empty");
        header[0] = header[0].TrimStart('\uFEFF');
        var at = Array.ConvertAll(Columns, c => header.IndexOf(c));
        if (at.AsSpan().Contains(-1))
            throw new InvalidDataException("the header lacks " + RecordView.List([.. Columns.Where(c => !header.Contains(c))]));
        var needed = at.Max() + 1;
        while (table.Row() is { } row)
        {
            if (row.Count < needed)
            {
                problems.Fail(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{file}:{table.Line}: has {row.Count} columns, not {header.Count}; left out"
                    )
                );
                continue;
            }
            var (root, penta) = code(row[at[1]], row[at[2]], row[at[3]], row[at[4]]);
            yield return string.Create(CultureInfo.InvariantCulture, $"{Tsv.Escape(row[at[0]])}\t{root}\t{penta}\n");
        }
    }
}
