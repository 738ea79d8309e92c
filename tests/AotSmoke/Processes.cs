using System.Diagnostics;
using System.Text;

namespace OnRecord.AotSmoke;

/// <summary>Runs programs.</summary>
internal static class Processes
{
    internal static string Root { get; } = FindRoot();

    internal sealed record Result(int Exit, string Output, string Error);

    /// <summary>Runs a program to its end. <paramref name="switchedOff"/> names an environment variable that is set to 0.</summary>
    internal static Result Run(string program, IEnumerable<string> arguments, string? switchedOff = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            WorkingDirectory = Root,
        };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1"; // no build server stays behind and holds the pipes open
        if (switchedOff is not null)
            start.Environment[switchedOff] = "0";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, error.Result);
    }

    /// <summary>Whether a program stands on the path.</summary>
    internal static bool Exists(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));

    static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "OnRecord.slnx")))
                return folder.FullName;
        throw new InvalidOperationException("OnRecord.slnx is not above " + AppContext.BaseDirectory);
    }
}
