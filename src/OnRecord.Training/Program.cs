using System.CommandLine;
using OnRecord.Training.Commands;

var root = new RootCommand("Learns the models of OnRecord from the corpora, and scores them.")
{
    new Command("compile", "Compiles what is written by hand.") { KnowledgeCommands.Compile() },
    new Command("train", "Learns models and writes them.")
    {
        LanguageCommands.TrainWords(),
        LanguageCommands.Train(),
        LanguageCommands.TrainNames(),
        LanguageCommands.TrainParsers(),
        LanguageCommands.TrainTrees(),
        CoreferenceCommands.Train(),
        ActorCommands.TrainMetonymy(),
        StatementCommands.Train(),
        EventCommands.TrainDyads(),
    },
    new Command("score", "Scores models on development sets.")
    {
        LanguageCommands.Score(),
        LanguageCommands.ScoreNames(),
        LanguageCommands.Speed(),
        CoreferenceCommands.Score(),
        ActorCommands.ScoreMetonymy(),
        ActorCommands.ScoreOfficeHolders(),
        ActorCommands.ScoreAcceptance(),
        EventCommands.ScoreDyads(),
        StatementCommands.Score(),
        StatementCommands.ScoreCandidates(),
        StatementCommands.ScoreSpeakers(),
        StatementCommands.ScoreConfidence(),
        StatementCommands.ScoreWording(),
        StatementCommands.ScoreAnswers(),
    },
};
return root.Parse(args).Invoke();
