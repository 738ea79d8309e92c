using OnRecord.Text;

namespace OnRecord.Events;

/// <summary>On whose word an act stands, and how.</summary>
/// <param name="Statement">Index of the statement that holds it; -1 for the outlet.</param>
/// <param name="Stance">How it is held.</param>
/// <param name="Negative">Held not to be so.</param>
/// <param name="Certainty">How surely.</param>
internal readonly record struct View(int Statement, Stance Stance, bool Negative, Certainty Certainty)
{
    /// <summary>The words that show the stance; empty for plain assertion.</summary>
    internal Span Span { get; init; }

    /// <summary>The words of the condition; empty without.</summary>
    internal Span Condition { get; init; }

    /// <summary>The negation is a refusal by the one who would act.</summary>
    internal bool Refused { get; init; }

    /// <summary>Id of the operator or rule.</summary>
    internal string? Why { get; init; }
}

/// <summary>Who did what to whom, over token indices and UTF-16 spans.</summary>
internal sealed class Event
{
    /// <summary>The token that names the act.</summary>
    internal required int Anchor { get; init; }

    internal required Span AnchorSpan { get; init; }
    internal required ActRow Row { get; init; }
    internal EventType Base => Row.Type;
    internal string? BaseMode => Row.Mode;
    internal EventType Type { get; set; }
    internal string? Mode { get; set; }

    /// <summary>Actor indices.</summary>
    internal List<int> Actors { get; } = [];

    /// <summary>Actor indices.</summary>
    internal List<int> Recipients { get; } = [];

    internal List<Span> ActorSpans { get; } = [];
    internal List<Span> RecipientSpans { get; } = [];
    internal List<View> Views { get; } = [];
    internal EventWhen When { get; set; }
    internal Factuality Factuality { get; set; }

    /// <summary>Index of the place, or -1.</summary>
    internal int Place { get; set; } = -1;

    /// <summary>Index of the time expression, or -1.</summary>
    internal int Time { get; set; } = -1;

    /// <summary>The number with the object ("1,000 troops"): value, unit and words; unit null without.</summary>
    internal (double Value, string? Unit, Span Span) Size { get; set; }

    /// <summary>Index of the statement that is this act, or -1.</summary>
    internal int Statement { get; set; } = -1;

    /// <summary>Number of the incident.</summary>
    internal int Incident { get; set; } = -1;

    internal List<string> Why { get; } = [];
}
