using System.CommandLine;
using OnRecord.Training.Coreference;

namespace OnRecord.Training.Commands;

/// <summary><c>train coreference</c> and <c>score coreference</c>.</summary>
internal static class CoreferenceCommands
{
    internal static Command Train()
    {
        var data = Options.Data();
        var output = Options.Models();
        var command = new Command("coreference", "Learns what pronouns mean, from GUM. Needs the language models in the build.")
        {
            data,
            output,
        };
        command.SetAction(parsed => CoreferenceTrainer.Train(parsed.GetValue(data)!, parsed.GetValue(output)!));
        return command;
    }

    internal static Command Score()
    {
        var data = Options.Data();
        var models = Options.Models();
        var split = new Option<string>("--split") { Description = "Part of GUM.", DefaultValueFactory = _ => "dev" };
        var folds = new Option<int>("--folds") { Description = "Trains on all folds of the part but one and scores that one, in turn." };
        var errors = new Option<bool>("--errors") { Description = "Prints the third-person pronouns that were not resolved rightly." };
        var command = new Command("coreference", "Scores pronouns of named persons on GUM's free genres.")
        {
            data,
            models,
            split,
            folds,
            errors,
        };
        command.SetAction(parsed =>
            CoreferenceScorer.Score(
                parsed.GetValue(data)!,
                parsed.GetValue(models)!,
                parsed.GetValue(split)!,
                parsed.GetValue(folds),
                parsed.GetValue(errors)
            )
        );
        return command;
    }
}
