using System.CommandLine;
using OnRecord.Training.Language;

namespace OnRecord.Training.Commands;

/// <summary><c>train language</c> and <c>score language</c>.</summary>
internal static class LanguageCommands
{
    internal static Command Train()
    {
        var data = Options.Data();
        var output = Options.Models();
        var command = new Command("language", "Learns words, tagger, parser, lemmas and names from the treebanks and UNER.")
        {
            data,
            output,
        };
        command.SetAction(parsed => LanguageTrainer.Train(parsed.GetValue(data)!, parsed.GetValue(output)!));
        return command;
    }

    internal static Command TrainWords()
    {
        var data = Options.Data();
        var output = Options.Models();
        var command = new Command("words", "Counts words in raw news: clusters and capitals. To be run before 'train language'.")
        {
            data,
            output,
        };
        command.SetAction(parsed => LanguageTrainer.TrainWords(parsed.GetValue(data)!, parsed.GetValue(output)!));
        return command;
    }

    internal static Command Score()
    {
        var data = Options.Data();
        var models = Options.Models();
        var write = new Option<string?>("--write") { Description = "Folder for the parsed development sets as CoNLL-U." };
        var command = new Command("language", "Scores the models on the development sets.") { data, models, write };
        command.SetAction(parsed => LanguageScorer.Score(parsed.GetValue(data)!, parsed.GetValue(models)!, parsed.GetValue(write)));
        return command;
    }
}
