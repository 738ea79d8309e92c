using System.Runtime.InteropServices;

namespace OnRecord.AotSmoke;

/// <summary>Publishes the command line as one native binary, once for all tests.</summary>
public sealed class PublishedBinary
{
    /// <summary>Where it is; null where it could not be made.</summary>
    public string? Path { get; }

    /// <summary>Why there is none.</summary>
    public string? Why { get; }

    public PublishedBinary()
    {
        if (Environment.GetEnvironmentVariable("ONRECORD_SKIP_AOT") is { Length: > 0 })
        {
            Why = "ONRECORD_SKIP_AOT is set.";
            return;
        }
        if (!OperatingSystem.IsLinux() || !new[] { "clang", "gcc" }.Any(Processes.Exists))
        {
            Why =
                "Publishing a native binary needs clang or gcc, and neither was found (Debian, Ubuntu: apt-get install clang zlib1g-dev).";
            return;
        }
        var rid = "linux-" + RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant();
        // artifacts of its own: nothing here disturbs, or is disturbed by, a build that runs beside it
        var artifacts = System.IO.Path.Combine(Processes.Root, "artifacts", "aot-smoke");
        var output = System.IO.Path.Combine(artifacts, "onrecord");
        string[] linker = Processes.Exists("clang") ? [] : ["-p:CppCompilerAndLinker=gcc"];
        var run = Processes.Run(
            "dotnet",
            [
                "publish",
                System.IO.Path.Combine(Processes.Root, "src", "OnRecord.Cli"),
                "-c",
                "Release",
                "-r",
                rid,
                "--artifacts-path",
                artifacts,
                "-o",
                output,
                .. linker,
            ]
        );
        if (run.Exit != 0)
            throw new InvalidOperationException("dotnet publish failed:\n" + run.Output + run.Error);
        Path = System.IO.Path.Combine(output, "onrecord");
        if (!File.Exists(Path))
            throw new InvalidOperationException("dotnet publish left no file " + Path);
    }
}
