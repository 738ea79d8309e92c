using System.CommandLine;
using OnRecord.Training.Actors;

namespace OnRecord.Training.Commands;

/// <summary><c>train metonymy</c> and <c>score metonymy</c>, <c>score office-holders</c>, <c>score acceptance</c>.</summary>
internal static class ActorCommands
{
    internal static Command TrainMetonymy()
    {
        var data = Options.Data();
        var output = Options.Models();
        var command = new Command(
            "metonymy",
            "Learns from raw news how states and how towns stand in it, to tell a capital that is its government. Needs the language models in the build."
        )
        {
            data,
            output,
        };
        command.SetAction(parsed => MetonymyTrainer.Train(parsed.GetValue(data)!, parsed.GetValue(output)!));
        return command;
    }

    internal static Command ScoreMetonymy()
    {
        var data = Options.Data();
        var errors = new Option<bool>("--errors") { Description = "Prints what is wrong." };
        var command = new Command("metonymy", "Scores capitals as government or place on own sentences and marked news.") { data, errors };
        command.SetAction(parsed => MetonymyScorer.Score(parsed.GetValue(data)!, parsed.GetValue(errors)));
        return command;
    }

    internal static Command ScoreOfficeHolders()
    {
        var questions = new Argument<string?>("questions")
        {
            Description = "File that eng/draw-office-holders.py wrote; without one, the ministers of tests/gold/ministers.tsv.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var errors = new Option<bool>("--errors") { Description = "Prints what is wrong." };
        var command = new Command("office-holders", "Asks the knowledge tables who held an office on a day.") { questions, errors };
        command.SetAction(parsed => OfficeHolderScorer.Score(parsed.GetValue(questions), parsed.GetValue(errors)));
        return command;
    }

    internal static Command ScoreAcceptance()
    {
        var data = Options.Data();
        var command = new Command(
            "acceptance",
            "Scores persons, offices, places and dates of the acceptance article on a table of our own."
        )
        {
            data,
        };
        command.SetAction(parsed => AcceptanceScorer.Score(parsed.GetValue(data)!));
        return command;
    }
}
