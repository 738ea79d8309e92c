using System.CommandLine;
using OnRecord.Language;

namespace OnRecord.Cli;

/// <summary>The options that say how to analyse.</summary>
/// <param name="threads">Threads where none are asked for.</param>
internal sealed class CodingArguments(int threads = 1)
{
    readonly Option<bool> _fast = new("--fast") { Description = "Parse in one pass" };
    readonly Option<bool> _accurate = new("--accurate") { Description = "Parse as well as can be (default)" };

    readonly Option<int> _threads = new("--threads", "-j")
    {
        Description = "Work on this many threads; the output is the same for any number",
        HelpName = "N",
        DefaultValueFactory = _ => threads,
    };

    readonly Option<int> _maxTokens = new("--max-tokens")
    {
        Description = "Most words and marks of one article; a longer one is recorded, but not coded",
        HelpName = "N",
        DefaultValueFactory = _ => new CoderOptions().MostTokens,
    };

    /// <summary>Adds them to a command; one that only parses reads all of a text.</summary>
    internal void AddTo(Command command, bool withBudget = true)
    {
        if (withBudget)
            command.Add(_maxTokens);
        command.Add(_fast);
        command.Add(_accurate);
        command.Add(_threads);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_fast) && result.GetValue(_accurate))
                result.AddError("--fast and --accurate exclude each other: give one of them");
            if (result.GetResult(_threads) is { Implicit: false } && result.GetValue(_threads) is < 1 or > 256)
                result.AddError("--threads: give a number from 1 to 256");
            if (withBudget && result.GetResult(_maxTokens) is { Implicit: false } && result.GetValue(_maxTokens) < 1)
                result.AddError("--max-tokens: give a number from 1 on");
        });
    }

    internal ParserSetting Setting(ParseResult parsed) => parsed.GetValue(_fast) ? ParserSetting.Fast : ParserSetting.Accurate;

    internal int MostTokens(ParseResult parsed) => parsed.GetValue(_maxTokens);

    internal int Threads(ParseResult parsed) => parsed.GetValue(_threads);
}
