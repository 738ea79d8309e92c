using System.Text;

namespace OnRecord.Cli.Tests;

/// <summary>What a run of the command line left behind.</summary>
internal sealed record RunResult(int Exit, byte[] Bytes, string Error)
{
    internal string Output => Encoding.UTF8.GetString(Bytes);

    internal string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Runs the command line in this process.</summary>
    internal static RunResult Of(params string[] args) => Of(new MemoryStream(), args);

    internal static RunResult Of(Stream input, params string[] args) => Of(input, false, args);

    internal static RunResult OnTerminal(params string[] args) => Of(new MemoryStream(), true, args);

    static RunResult Of(Stream input, bool terminal, string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var io = new CliIo
        {
            Input = input,
            Output = output,
            Error = error,
            OutputIsTerminal = terminal,
            Cancelled = TestContext.Current.CancellationToken,
        };
        var exit = CommandLine.Run(args, io);
        return new(exit, output.ToArray(), error.ToString());
    }
}
