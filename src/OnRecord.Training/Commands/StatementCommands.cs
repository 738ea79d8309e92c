using System.CommandLine;
using OnRecord.Training.Statements;

namespace OnRecord.Training.Commands;

/// <summary><c>train statements</c> and the scores of candidates, statements, speakers, confidences, wording and answers.</summary>
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
        var weights = new Option<string?>("--weights") { Description = "A statements.bin to use in place of the one built in." };
        var threshold = new Option<int?>("--threshold") { Description = "Score above which a candidate is a statement, in 1/256." };
        var rules = new Option<bool>("--rules") { Description = "Judge by rules alone, as a build without weights does." };
        var command = new Command("statements", "Codes PolNeAR's development articles and writes their records.")
        {
            data,
            write,
            weights,
            threshold,
            rules,
        };
        command.SetAction(parsed =>
            StatementScorer.Write(
                parsed.GetValue(data)!,
                parsed.GetValue(write)!,
                parsed.GetValue(weights),
                parsed.GetValue(threshold),
                parsed.GetValue(rules)
            )
        );
        return command;
    }

    internal static Command ScoreCandidates()
    {
        var data = Options.Data();
        var split = new Option<string>("--split") { Description = "train or dev.", DefaultValueFactory = _ => "dev" };
        var list = new Option<string?>("--list")
        {
            Description = "File for what is not reached: article, where it fails, offset of the cue.",
        };
        var command = new Command(
            "candidates",
            "The share of PolNeAR's attributions that some candidate meets in cue, source and content: the most that can be found."
        )
        {
            data,
            split,
            list,
        };
        command.SetAction(parsed => CandidateScorer.Print(parsed.GetValue(data)!, parsed.GetValue(split)!, parsed.GetValue(list)));
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

    internal static Command ScoreConfidence()
    {
        var data = Options.Data();
        var command = new Command(
            "confidence",
            "Holds the confidences of PolNeAR's development articles against what came out right: table, calibration error, AUC."
        )
        {
            data,
        };
        command.SetAction(parsed => ConfidenceScorer.Score(parsed.GetValue(data)!));
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
