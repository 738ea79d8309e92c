namespace OnRecord.Record;

/// <summary>Who did what to whom, with the views of it: on whose word, and whether it happened.</summary>
public sealed record EventPart
{
    /// <summary>"e1", in the order of the text.</summary>
    public required string Id { get; init; }

    /// <summary>Stable over runs: hash of text hash, anchor and type.</summary>
    public required string Key { get; init; }

    /// <summary>The act itself, a PLOVER type.</summary>
    public required string Base { get; init; }

    /// <summary>The act's PLOVER mode.</summary>
    public string? BaseMode { get; init; }

    /// <summary>What PLOVER makes of act and first view.</summary>
    public required string Type { get; init; }

    /// <summary>Mode of <see cref="Type"/>, where that type has one.</summary>
    public string? Mode { get; init; }

    /// <summary>PLOVER contexts.</summary>
    public IReadOnlyList<string>? Contexts { get; init; }

    /// <summary>1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.</summary>
    public int Quad { get; init; }

    /// <summary>PLOVER's score, -10 to +10.</summary>
    public double Intensity { get; init; }

    /// <summary>The words of the act.</summary>
    public required SpanPart Anchor { get; init; }

    /// <summary>Who acts.</summary>
    public IReadOnlyList<string>? Actor { get; init; }

    /// <summary>On whom.</summary>
    public IReadOnlyList<string>? Recipient { get; init; }

    /// <summary>The words that name the actors.</summary>
    public IReadOnlyList<CodeSpan>? ActorSpans { get; init; }

    /// <summary>The words that name the recipients.</summary>
    public IReadOnlyList<CodeSpan>? RecipientSpans { get; init; }

    /// <summary>Place id.</summary>
    public string? Place { get; init; }

    /// <summary>When.</summary>
    public EventTimePart? Time { get; init; }

    /// <summary>How many or much.</summary>
    public SizePart? Size { get; init; }

    /// <summary>How many died.</summary>
    public SizePart? Dead { get; init; }

    /// <summary>How many were hurt.</summary>
    public SizePart? Injured { get; init; }

    /// <summary>Who holds it to be so, promises, threatens or denies it.</summary>
    public required IReadOnlyList<ViewPart> Views { get; init; }

    /// <summary>past, ongoing, future, background.</summary>
    public required string When { get; init; }

    /// <summary>happened, ongoing, planned, promised, threatened, demanded, conditional, possible, denied, not-happened, past-history.</summary>
    public required string Factuality { get; init; }

    /// <summary>Holders that hold it to be so; derived from the views.</summary>
    public IReadOnlyList<string>? AssertedBy { get; init; }

    /// <summary>Holders that deny it; derived from the views.</summary>
    public IReadOnlyList<string>? DeniedBy { get; init; }

    /// <summary>The statement that is this act.</summary>
    public string? Statement { get; init; }

    /// <summary>Mentions of one happening share it.</summary>
    public string? Incident { get; init; }

    /// <summary>headline, lede, body.</summary>
    public required string Section { get; init; }

    /// <summary>0 to 1 each.</summary>
    public required EventConfidencePart Confidence { get; init; }

    /// <summary>Ids of the rules and lexicon rows that decided, with their tokens.</summary>
    public IReadOnlyList<string> Why { get; init; } = [];
}

/// <summary>The time of an event.</summary>
/// <param name="Ref">Time id.</param>
/// <param name="Basis">stated, tense, narrative.</param>
public sealed record EventTimePart(string Ref, string Basis);

/// <summary>A quantity the text gives.</summary>
public sealed record SizePart
{
    /// <summary>The number, where it is one.</summary>
    public double? Value { get; init; }

    /// <summary>At least.</summary>
    public double? Min { get; init; }

    /// <summary>At most.</summary>
    public double? Max { get; init; }

    /// <summary>Of what.</summary>
    public string? Unit { get; init; }

    /// <summary>The words.</summary>
    public required CodeSpan Span { get; init; }
}

/// <summary>One view of an event.</summary>
public sealed record ViewPart
{
    /// <summary>outlet, or a statement id.</summary>
    public required string Holder { get; init; }

    /// <summary>asserted, promised, threatened, demanded, expected, conditional, denied.</summary>
    public required string Stance { get; init; }

    /// <summary>+ or -.</summary>
    public required string Polarity { get; init; }

    /// <summary>certain, probable, possible.</summary>
    public required string Certainty { get; init; }

    /// <summary>The words that show the stance; null where plain assertion needs none.</summary>
    public CodeSpan? Span { get; init; }

    /// <summary>The condition.</summary>
    public SpanPart? Condition { get; init; }
}

/// <summary>How sure an event's fields are, 0 to 1.</summary>
/// <param name="Type">Type of the act.</param>
/// <param name="Actor">Actors; null without.</param>
/// <param name="Recipient">Recipients; null without.</param>
/// <param name="Factuality">Factuality.</param>
public sealed record EventConfidencePart(double Type, double? Actor, double? Recipient, double Factuality);
