using System.CommandLine;
using OnRecord.Training.Events;

namespace OnRecord.Training.Commands;

/// <summary><c>train dyads</c> and <c>score dyads</c>.</summary>
internal static class EventCommands
{
    internal static Command TrainDyads()
    {
        var data = Options.Data();
        var output = Options.Models();
        var command = new Command(
            "dyads",
            "Learns the type of the act between two given spans, from PLV_train. Needs the language models in the build."
        )
        {
            data,
            output,
        };
        command.SetAction(parsed => DyadTrainer.Train(parsed.GetValue(data)!, parsed.GetValue(output)!));
        return command;
    }

    internal static Command ScoreDyads()
    {
        var data = Options.Data();
        var command = new Command(
            "dyads",
            "Cross-checks the type of the act between two given spans, on PLV_train, with all that training does."
        )
        {
            data,
        };
        command.SetAction(parsed => DyadTrainer.CrossCheck(parsed.GetValue(data)!));
        return command;
    }
}
