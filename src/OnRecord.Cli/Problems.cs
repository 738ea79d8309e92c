using OnRecord.Ingest;

namespace OnRecord.Cli;

/// <summary>Tells what went wrong, each by name, and remembers that something did.</summary>
internal sealed class Problems(TextWriter error)
{
    readonly Lock _lock = new();

    /// <summary>Inputs that failed so far.</summary>
    internal int Failed { get; private set; }

    internal int ExitCode => Failed > 0 ? Cli.ExitCode.SomeFailed : Cli.ExitCode.Done;

    internal void Refused(Refusal refusal) => Fail(refusal.ToString());

    internal void Fail(string message)
    {
        lock (_lock)
        {
            Failed++;
            error.WriteLine("onrecord: " + Terminal.Printable(message));
        }
    }

    internal void Note(string place, string note)
    {
        lock (_lock)
            error.WriteLine("onrecord: note: " + Terminal.Printable(place + ": " + note));
    }
}
