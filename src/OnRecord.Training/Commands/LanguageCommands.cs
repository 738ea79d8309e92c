using System.CommandLine;
using OnRecord.Training.Language;

namespace OnRecord.Training.Commands;

/// <summary><c>train words</c>, <c>language</c> and <c>names</c>, <c>score language</c> and <c>names</c>.</summary>
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

    internal static Command TrainNames()
    {
        var data = Options.Data();
        var output = Options.Models();
        var folds = new Option<string?>("--folds") { Description = "Folder that keeps the taggers of the folds for the next time." };
        var command = new Command("names", "Learns names alone, with the words and the tagger that are there.") { data, output, folds };
        command.SetAction(parsed => LanguageTrainer.TrainNames(parsed.GetValue(data)!, parsed.GetValue(output)!, parsed.GetValue(folds)));
        return command;
    }

    internal static Command TrainParsers()
    {
        var data = Options.Data();
        var output = Options.Models();
        var folds = new Option<string?>("--folds") { Description = "Folder that keeps the taggers of the folds for the next time." };
        var command = new Command("parsers", "Learns the parsers alone, with the words and the tagger that are there.")
        {
            data,
            output,
            folds,
        };
        command.SetAction(parsed => LanguageTrainer.TrainParsers(parsed.GetValue(data)!, parsed.GetValue(output)!, parsed.GetValue(folds)));
        return command;
    }

    internal static Command TrainTrees()
    {
        var data = Options.Data();
        var output = Options.Models();
        var folds = new Option<string?>("--folds")
        {
            Description = "Folder that keeps the taggers and parsers of the folds for the next time.",
        };
        var command = new Command(
            "trees",
            "Learns alone to choose among the trees of a beam, with the words and the tagger that are there."
        )
        {
            data,
            output,
            folds,
        };
        command.SetAction(parsed => LanguageTrainer.TrainTrees(parsed.GetValue(data)!, parsed.GetValue(output)!, parsed.GetValue(folds)));
        return command;
    }

    internal static Command ScoreNames()
    {
        var data = Options.Data();
        var models = Options.Models();
        var gold = new Option<string?>("--gold") { Description = "Marked sentences of the news corpus: tests/gold/names-news.tsv." };
        var command = new Command("names", "Scores names on UNER and on marked sentences of the news corpus.") { data, models, gold };
        command.SetAction(parsed => LanguageScorer.ScoreNames(parsed.GetValue(data)!, parsed.GetValue(models)!, parsed.GetValue(gold)));
        return command;
    }

    internal static Command Speed()
    {
        var data = Options.Data();
        var command = new Command("speed", "Times each step of the Language layer on one core, with the models of the build.") { data };
        command.SetAction(parsed => LanguageSpeed.Measure(parsed.GetValue(data)!));
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
