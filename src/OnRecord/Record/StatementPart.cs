namespace OnRecord.Record;

/// <summary>Who said what: source, cue and content (PolNeAR guidelines).</summary>
public sealed record StatementPart
{
    /// <summary>"s1", in the order of the text.</summary>
    public required string Id { get; init; }

    /// <summary>Stable over runs: hash of text hash, spans and kind.</summary>
    public required string Key { get; init; }

    /// <summary>direct, mixed, indirect.</summary>
    public required string Kind { get; init; }

    /// <summary>speech, belief, intention, demand, attitude, perception, ruling.</summary>
    public required string Mode { get; init; }

    /// <summary>Who; null when the text names none.</summary>
    public SourcePart? Source { get; init; }

    /// <summary>Class of an unnamed source.</summary>
    public UnnamedPart? Unnamed { get; init; }

    /// <summary>The words that attribute.</summary>
    public CuePart? Cue { get; init; }

    /// <summary>What is attributed.</summary>
    public required SpansPart Content { get; init; }

    /// <summary>Actors named in the content.</summary>
    public IReadOnlyList<string>? About { get; init; }

    /// <summary>To whom.</summary>
    public AddresseePart? Addressee { get; init; }

    /// <summary>Where or through what it was said.</summary>
    public SpanPart? Venue { get; init; }

    /// <summary>Id of the time of saying.</summary>
    public string? Time { get; init; }

    /// <summary>The source did not, or refused to.</summary>
    public bool Negated { get; init; }

    /// <summary>The statement in whose content this one stands.</summary>
    public string? NestedIn { get; init; }

    /// <summary>Statements this one answers.</summary>
    public IReadOnlyList<string>? Answers { get; init; }

    /// <summary>headline, lede, body.</summary>
    public required string Section { get; init; }

    /// <summary>0 to 1 each.</summary>
    public required StatementConfidencePart Confidence { get; init; }

    /// <summary>Ids of the rules and lexicon rows that decided, with their tokens.</summary>
    public IReadOnlyList<string> Why { get; init; } = [];
}

/// <summary>Who said it.</summary>
public sealed record SourcePart
{
    /// <summary>The words that name the source; null when the text names none there.</summary>
    public IReadOnlyList<CodeSpan>? Spans { get; init; }

    /// <summary>Actor ids; absent when nobody is settled.</summary>
    public IReadOnlyList<string>? Actors { get; init; }

    /// <summary>joint or each, where there are several.</summary>
    public string? Relation { get; init; }
}

/// <summary>Class of an unnamed source.</summary>
/// <param name="Class">officials, media, experts, public, anonymous.</param>
/// <param name="Country">ISO 3166 alpha-3, where stated.</param>
public sealed record UnnamedPart(string Class, string? Country);

/// <summary>The cue.</summary>
/// <param name="Spans">Where.</param>
/// <param name="Lemma">Its head's lemma.</param>
/// <param name="Act">say, claim, deny, accuse, warn, demand, promise, admit, reveal, doubt, support.</param>
/// <param name="Commitment">neutral, distancing, factive.</param>
public sealed record CuePart(IReadOnlyList<CodeSpan> Spans, string Lemma, string Act, string Commitment);

/// <summary>Several spans that are one thing.</summary>
/// <param name="Spans">In order.</param>
public sealed record SpansPart(IReadOnlyList<CodeSpan> Spans);

/// <summary>One span.</summary>
/// <param name="Span">Where.</param>
public sealed record SpanPart(CodeSpan Span);

/// <summary>To whom something was said.</summary>
/// <param name="Span">The words.</param>
/// <param name="Actors">Actor ids.</param>
public sealed record AddresseePart(CodeSpan Span, IReadOnlyList<string>? Actors);

/// <summary>How sure a statement's fields are, 0 to 1.</summary>
/// <param name="Cue">That something is attributed here.</param>
/// <param name="Content">That the content has these bounds.</param>
/// <param name="Speaker">That the actors are the right ones; null without actors.</param>
public sealed record StatementConfidencePart(double Cue, double Content, double? Speaker);
