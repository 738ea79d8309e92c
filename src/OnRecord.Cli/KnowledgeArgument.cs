using System.CommandLine;

namespace OnRecord.Cli;

/// <summary>The option that names a user's own tables.</summary>
internal sealed class KnowledgeArgument
{
    readonly Option<string?> _folder = new("--knowledge")
    {
        Description =
            "Folder of tables of your own: people, organisations, agent nouns, cue words, places that are added or take a row's place",
        HelpName = "DIR",
    };

    internal void AddTo(Command command) => command.Add(_folder);

    /// <summary>A coder with the tables of the folder on top of those built in; without a folder those alone.</summary>
    /// <exception cref="KnowledgeException">The folder or a row in it is not as it must be.</exception>
    internal Coder Load(ParseResult parsed, CoderOptions? options = null) =>
        parsed.GetValue(_folder) is { } folder ? Coder.Load(options, folder) : Coder.Load(options);
}
