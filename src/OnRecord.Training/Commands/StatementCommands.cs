using System.CommandLine;
using OnRecord.Training.Statements;

namespace OnRecord.Training.Commands;

/// <summary><c>train statements</c>, <c>score statements</c> and <c>speakers</c>.</summary>
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

    internal static Command ScoreSpeakers()
    {
        var data = Options.Data();
        var errors = new Option<bool>("--errors") { Description = "Prints the offsets of direct quotes whose speaker is not right." };
        var command = new Command("speakers", "Scores who said what is quoted, on PolNeAR's development articles.") { data, errors };
        command.SetAction(parsed => SpeakerScorer.Score(parsed.GetValue(data)!, parsed.GetValue(errors)));
        return command;
    }
}
