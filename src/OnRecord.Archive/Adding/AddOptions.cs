using OnRecord.Ingest;

namespace OnRecord.Archive.Adding;

/// <summary>What to add and how.</summary>
public sealed record AddOptions
{
    /// <summary>Files, or "-" for standard input.</summary>
    public required IReadOnlyList<string> Inputs { get; init; }

    /// <summary>How inputs are read.</summary>
    public ReaderOptions Reading { get; init; } = new();

    /// <summary>Threads that code; reading and storing have one each beside them. The archive is the same for any number.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Most articles that wait for one write to disk; default 1,024.</summary>
    public int Batch { get; init; } = 1024;

    /// <summary>Longest that an article waits for its write to disk; default 2 s.</summary>
    public TimeSpan BatchTime { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>For the times of the run.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Called from time to time, on the storing thread.</summary>
    public Action<AddProgress>? Progress { get; init; }

    /// <summary>Called after each write to disk with what is safe from then on, on the storing thread.</summary>
    public Action<IReadOnlyList<Acknowledged>>? Acknowledge { get; init; }

    /// <summary>Called for what a person should know of an article that was read, such as a guessed encoding.</summary>
    public Action<string, string>? Note { get; init; }
}

/// <summary>What became of one input or article; it is on disk.</summary>
/// <param name="Place">Where it comes from.</param>
/// <param name="Id">The article's id; null for a refusal.</param>
/// <param name="Outcome">What happened; null for a refusal.</param>
/// <param name="Refused">Why it was refused.</param>
/// <param name="Uncoded">Why it has no record of its whole text, though it is kept.</param>
public sealed record Acknowledged(string Place, string? Id, KeepOutcome? Outcome, RefusedInput? Refused = null, string? Uncoded = null);

/// <summary>How far an <c>add</c> is.</summary>
public sealed record AddProgress
{
    /// <summary>New articles.</summary>
    public long Added { get; init; }

    /// <summary>With a new version.</summary>
    public long Changed { get; init; }

    /// <summary>Coded by another coder than before.</summary>
    public long Recoded { get; init; }

    /// <summary>Already kept.</summary>
    public long Unchanged { get; init; }

    /// <summary>Could not be read.</summary>
    public long Refused { get; init; }

    /// <summary>Kept without a record of the whole text.</summary>
    public long Uncoded { get; init; }

    /// <summary>Words coded.</summary>
    public long Words { get; init; }

    /// <summary>Time so far.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Part of it in which the store worked.</summary>
    public TimeSpan Storing { get; init; }

    /// <summary>Part of the input that was read, 0 to 1; null when its size is not known.</summary>
    public double? Fraction { get; init; }

    /// <summary>All that was met.</summary>
    public long Articles => Added + Changed + Recoded + Unchanged + Refused;

    /// <summary>Words coded a second.</summary>
    public double WordsPerSecond => Elapsed > TimeSpan.Zero ? Words / Elapsed.TotalSeconds : 0;

    /// <summary>How long the rest will take at this pace; null when it can't be told.</summary>
    public TimeSpan? Left => Fraction is > 0.001 and { } f ? Elapsed * ((1 - f) / f) : null;
}
