using System.CommandLine;

namespace OnRecord.Training.Commands;

/// <summary>Options that the commands share.</summary>
internal static class Options
{
    /// <summary>Folder of the corpora: <c>--data</c>, else the environment variable ONRECORD_DATA, else ../shared/data.</summary>
    internal static Option<string> Data() =>
        new("--data")
        {
            Description = "Folder of the corpora (default: ONRECORD_DATA, else ../shared/data).",
            DefaultValueFactory = _ =>
                Environment.GetEnvironmentVariable("ONRECORD_DATA") is { Length: > 0 } d ? d : Path.Combine("..", "shared", "data"),
        };

    /// <summary>Folder of the models: <c>--output</c>.</summary>
    internal static Option<string> Models() =>
        new("--output", "--models") { Description = "Folder of the models.", DefaultValueFactory = _ => "models" };
}
