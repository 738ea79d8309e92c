using System.CommandLine;
using OnRecord.Training.Statements;

namespace OnRecord.Training.Commands;

/// <summary><c>train statements</c>, <c>score statements</c>, <c>score wording</c> and <c>score answers</c>.</summary>
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

    internal static Command ScoreWording() =>
        OnGold("wording", "Scores wording on tests/gold/wording.tsv, as it was when this was built.", WordingScorer.Score);

    internal static Command ScoreAnswers() =>
        OnGold(
            "answers",
            "Scores which claim a denial answers on tests/gold/answers.tsv, as it was when this was built.",
            AnswersScorer.Score
        );

    static Command OnGold(string name, string description, Action<bool> score)
    {
        var errors = new Option<bool>("--errors") { Description = "Prints what is wrong." };
        var command = new Command(name, description) { errors };
        command.SetAction(parsed => score(parsed.GetValue(errors)));
        return command;
    }
}
