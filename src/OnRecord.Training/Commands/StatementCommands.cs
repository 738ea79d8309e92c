using System.CommandLine;
using OnRecord.Training.Statements;

namespace OnRecord.Training.Commands;

/// <summary><c>train statements</c> and <c>score statements</c>.</summary>
internal static class StatementCommands
{
    internal static Command Train()
    {
        var data = Options.Data();
        var output = Options.Models();
        var command = new Command(
            "statements",
            "Learns which constructions attribute something, from PolNeAR. Needs the language models in the build."
        )
        {
            data,
            output,
        };
        command.SetAction(parsed => StatementTrainer.Train(parsed.GetValue(data)!, parsed.GetValue(output)!));
        return command;
    }

    internal static Command Score()
    {
        var data = Options.Data();
        var write = new Option<string>("--write") { Description = "File for the records of the development articles.", Required = true };
        var command = new Command("statements", "Codes PolNeAR's development articles and writes their records.") { data, write };
        command.SetAction(parsed => StatementScorer.Write(parsed.GetValue(data)!, parsed.GetValue(write)!));
        return command;
    }
}
