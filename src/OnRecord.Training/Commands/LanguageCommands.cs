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

    internal static Command TrainNames() =>
        WithFolds("names", "Learns names alone, with the words and the tagger that are there.", LanguageTrainer.TrainNames);

    internal static Command TrainParsers() =>
        WithFolds("parsers", "Learns the parsers alone, with the words and the tagger that are there.", LanguageTrainer.TrainParsers);

    internal static Command TrainTrees() =>
        WithFolds(
            "trees",
            "Learns alone to choose among the trees of a beam, with the words and the tagger that are there.",
            LanguageTrainer.TrainTrees
        );

    /// <summary>A command that learns from the data, writes to the models, and keeps what it needs for each fold where it is told.</summary>
    static Command WithFolds(string name, string description, Action<string, string, string?> train)
    {
        var data = Options.Data();
        var output = Options.Models();
        var folds = new Option<string?>("--folds")
        {
            Description = "Folder that keeps what was learned for each fold (taggers, and for 'trees' parsers) for the next time.",
        };
        var command = new Command(name, description) { data, output, folds };
        command.SetAction(parsed => train(parsed.GetValue(data)!, parsed.GetValue(output)!, parsed.GetValue(folds)));
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
        var command = new Command(
            "speed",
            "Times each step of the Language layer and the stage of statements on one core, with the models of the build."
        )
        {
            data,
        };
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
