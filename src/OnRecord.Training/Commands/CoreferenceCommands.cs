using System.CommandLine;
using OnRecord.Training.Coreference;

namespace OnRecord.Training.Commands;

/// <summary><c>train coreference</c> and <c>score coreference</c>.</summary>
internal static class CoreferenceCommands
{
    internal static Command Score()
    {
        var data = Options.Data();
        var split = new Option<string>("--split") { Description = "Part of GUM.", DefaultValueFactory = _ => "dev" };
        var errors = new Option<bool>("--errors") { Description = "Prints the third-person pronouns that were not resolved rightly." };
        var command = new Command("coreference", "Scores pronouns of named persons on GUM's free genres.") { data, split, errors };
        command.SetAction(parsed =>
            CoreferenceScorer.Score(parsed.GetValue(data)!, parsed.GetValue(split)!, parsed.GetValue(errors))
        );
        return command;
    }
}
