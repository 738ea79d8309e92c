using System.CommandLine;
using OnRecord.Training.Events;

namespace OnRecord.Training.Commands;

/// <summary><c>score dyads</c>.</summary>
internal static class EventCommands
{
    internal static Command ScoreDyads()
    {
        var data = Options.Data();
        var command = new Command("dyads", "Cross-checks the type of the act between two given spans, on PLV_train.") { data };
        command.SetAction(parsed => DyadTrainer.CrossCheck(parsed.GetValue(data)!));
        return command;
    }
}
