using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace OnRecord.Cli;

/// <summary>What a run talks to; tests give their own.</summary>
internal sealed class CliIo
{
    internal required Stream Input { get; init; }
    internal required Stream Output { get; init; }
    internal required TextWriter Error { get; init; }

    /// <summary>Writes notes to the error stream.</summary>
    internal void Tell(IReadOnlyList<string> notes)
    {
        foreach (var note in notes)
            Error.WriteLine("onrecord: note: " + note);
    }

    /// <summary>People read a terminal; programs read a pipe.</summary>
    internal bool OutputIsTerminal { get; init; }

    internal bool ErrorIsTerminal { get; init; }

    /// <summary>Columns of the terminal.</summary>
    internal int Columns { get; init; } = TextPage.DefaultWidth;

    /// <summary>The environment asks for no colors (no-color.org).</summary>
    internal bool NoColor { get; init; }

    internal CancellationToken Cancelled { get; init; }

    /// <summary>The process's own streams. Ctrl-C lets a run end itself, so that no half-written file stays behind.</summary>
    internal static CliIo OfProcess(CancellationTokenSource cancel)
    {
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            cancel.Cancel();
        };
        // as a service manager ends a program; held for as long as the process lives
        _ = PosixSignalRegistration.Create(
            PosixSignal.SIGTERM,
            signal =>
            {
                signal.Cancel = true;
                cancel.Cancel();
            }
        );
        var terminal = !Console.IsOutputRedirected;
        return new()
        {
            Input = Console.OpenStandardInput(),
            Output = OpenOutput(),
            Error = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false)) { AutoFlush = true },
            OutputIsTerminal = terminal,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            Columns = terminal && Console.WindowWidth is >= 40 and var columns ? columns : TextPage.DefaultWidth,
            NoColor =
                Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 } || Environment.GetEnvironmentVariable("TERM") == "dumb",
            Cancelled = cancel.Token,
        };
    }

    /// <summary>The console's own stream says nothing when the reader of a pipe has gone, and the run would go on for nobody. Files keep
    /// it: a second stream over their handle would not move the position that other programs share.</summary>
    static Stream OpenOutput()
    {
        if (!OperatingSystem.IsWindows() && Console.IsOutputRedirected)
        {
            var pipe = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            if (!pipe.CanSeek)
                return pipe;
        }
        return Console.OpenStandardOutput();
    }

    /// <summary>The reader of our output has gone (<c>onrecord ... | head</c>): no error, there is nobody to tell.</summary>
    internal static bool IsBrokenPipe(IOException e) =>
        // EPIPE on Unix; ERROR_BROKEN_PIPE and ERROR_NO_DATA on Windows
        RuntimeInformation.IsOSPlatform(OSPlatform.Windows)
            ? (e.HResult & 0xFFFF) is 109 or 232
            : e.HResult is 32;
}

/// <summary>How a run ends.</summary>
internal static class ExitCode
{
    internal const int Done = 0;
    internal const int SomeFailed = 1;
    internal const int Usage = 2;
    internal const int Interrupted = 130; // 128 + SIGINT, as shells count
}

/// <summary>The command line was right in form but asks for what can't be: no such folder, contradicting options.</summary>
internal sealed class UsageException(string message) : Exception(message);
