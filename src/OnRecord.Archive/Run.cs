using OnRecord.Record;

namespace OnRecord.Archive;

/// <summary>What is known of a run when it begins.</summary>
/// <param name="Coder">What codes.</param>
/// <param name="Inputs">Names of the inputs, as given.</param>
/// <param name="StartedAt">When.</param>
public sealed record RunStart(CoderPart Coder, IReadOnlyList<string> Inputs, DateTimeOffset StartedAt);

/// <summary>How a run stands.</summary>
public enum RunState
{
    /// <summary>It is going on, or its process was killed: what it committed is safe.</summary>
    Open,

    /// <summary>All inputs were read.</summary>
    Done,

    /// <summary>A person ended it; the next run goes on where it stopped.</summary>
    Interrupted,

    /// <summary>An error ended it.</summary>
    Failed,
}

/// <summary>One run, for people who ask what was read, refused and why.</summary>
public sealed record RunSummary
{
    /// <summary>Number, from 1.</summary>
    public required long Id { get; init; }

    /// <summary>How it stands.</summary>
    public required RunState State { get; init; }

    /// <summary>ISO 8601, UTC.</summary>
    public required string StartedAt { get; init; }

    /// <summary>ISO 8601, UTC; the last commit of a run that has not ended.</summary>
    public string? EndedAt { get; init; }

    /// <summary>What coded.</summary>
    public required CoderPart Coder { get; init; }

    /// <summary>A short name of the coder: version and the start of a hash over models, knowledge and options.</summary>
    public required string CoderName { get; init; }

    /// <summary>The inputs, as given.</summary>
    public required IReadOnlyList<string> Inputs { get; init; }

    /// <summary>New articles.</summary>
    public long Added { get; init; }

    /// <summary>Articles whose content had changed.</summary>
    public long Changed { get; init; }

    /// <summary>Articles coded again by another coder.</summary>
    public long Recoded { get; init; }

    /// <summary>Articles already kept as they are.</summary>
    public long Unchanged { get; init; }

    /// <summary>Inputs that could not be read.</summary>
    public long Refused { get; init; }

    /// <summary>Articles kept without a record of their whole text, with the reason in the record.</summary>
    public long Uncoded { get; init; }

    /// <summary>Words coded.</summary>
    public long Words { get; init; }

    /// <summary>Time of the run so far, seconds.</summary>
    public double Seconds { get; init; }

    /// <summary>Part of <see cref="Seconds"/> in which the store worked.</summary>
    public double StoringSeconds { get; init; }
}

/// <summary>An input that was refused.</summary>
/// <param name="Place">File, and line where there is one.</param>
/// <param name="Reason">Why.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record RefusedInput(string Place, string Reason, string Remedy);
