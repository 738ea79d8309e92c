using OnRecord.Text;

namespace OnRecord.Ingest;

/// <summary>One outcome of reading: an article, or a refusal. Exactly one of the two is set.</summary>
public sealed record Reading
{
    /// <summary>What was read.</summary>
    public Article? Article { get; init; }

    /// <summary>Why nothing was read.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>Where the article comes from, for messages: "news.jsonl:12".</summary>
    public required string Place { get; init; }

    /// <summary>Something a person should know though the article was read, such as a guessed encoding; null mostly.</summary>
    public string? Note { get; init; }

    internal static Reading Refuse(string place, string reason, string remedy) =>
        new() { Place = place, Refusal = new Refusal(place, reason, remedy) };
}

/// <summary>An input, or a part of it, that could not be read.</summary>
/// <param name="Place">File, and line where there is one: "news.jsonl:12".</param>
/// <param name="Reason">What is the matter, in words.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record Refusal(string Place, string Reason, string Remedy)
{
    /// <summary>One line for a person.</summary>
    public override string ToString() => $"{Place}: {Reason}; {Remedy}";
}

/// <summary>Ends the reading of one input with a message for its user.</summary>
internal sealed class RefusedException(string reason, string remedy) : Exception(reason)
{
    internal string Remedy { get; } = remedy;
}
