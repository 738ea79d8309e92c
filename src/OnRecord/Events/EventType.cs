namespace OnRecord.Events;

/// <summary>The 16 event types of PLOVER (manual, draft 2.0).</summary>
public enum EventType : byte
{
#pragma warning disable CS1591 // PLOVER's own names
    Agree,
    Consult,
    Support,
    Concede,
    Cooperate,
    Aid,
    Retreat,
    Request,
    Accuse,
    Reject,
    Threaten,
    Protest,
    Sanction,
    Mobilize,
    Coerce,
    Assault,
#pragma warning restore CS1591
}

/// <summary>How a holder takes an act.</summary>
public enum Stance : byte
{
    /// <summary>Held to be so (or, with negative polarity, not to be so).</summary>
    Asserted,

    /// <summary>Promised by the one who would do it.</summary>
    Promised,

    /// <summary>Threatened.</summary>
    Threatened,

    /// <summary>Asked for or ordered.</summary>
    Demanded,

    /// <summary>Planned or foreseen.</summary>
    Expected,

    /// <summary>Said to depend on something.</summary>
    Conditional,

    /// <summary>Denied.</summary>
    Denied,
}

/// <summary>How sure a holder is.</summary>
public enum Certainty : byte
{
    /// <summary>Without reserve.</summary>
    Certain,

    /// <summary>Likely.</summary>
    Probable,

    /// <summary>Not excluded.</summary>
    Possible,
}

/// <summary>When an act is placed by the text.</summary>
public enum EventWhen : byte
{
    /// <summary>Before publication.</summary>
    Past,

    /// <summary>Now.</summary>
    Ongoing,

    /// <summary>Still to come.</summary>
    Future,

    /// <summary>History told to explain.</summary>
    Background,
}

/// <summary>Whether it happened, derived from views.</summary>
public enum Factuality : byte
{
#pragma warning disable CS1591 // plain words, in record.md
    Happened,
    Ongoing,
    Planned,
    Promised,
    Threatened,
    Demanded,
    Conditional,
    Possible,
    Denied,
    NotHappened,
    PastHistory,
#pragma warning restore CS1591
}
