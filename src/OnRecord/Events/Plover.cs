using System.Globalization;
using OnRecord.Knowledge;

namespace OnRecord.Events;

/// <summary>PLOVER's quad classes and scores: <c>knowledge/plover.tsv</c>.</summary>
internal sealed class Plover
{
    readonly int[] _quad = new int[Enum.GetValues<EventType>().Length];
    readonly double[] _score = new double[Enum.GetValues<EventType>().Length];
    readonly Dictionary<(EventType, string), double?> _modes = [];

    internal static Plover Load()
    {
        var plover = new Plover();
        foreach (var row in EmbeddedTable.Rows("plover"))
        {
            var type = Enum.Parse<EventType>(row[0], true);
            plover._quad[(int)type] = int.Parse(row[1], CultureInfo.InvariantCulture);
            plover._score[(int)type] = double.Parse(row[2], CultureInfo.InvariantCulture);
            foreach (var mode in row.Length > 3 ? row[3].Split(' ', StringSplitOptions.RemoveEmptyEntries) : [])
            {
                var equals = mode.IndexOf('=', StringComparison.Ordinal);
                plover._modes[(type, mode[..equals])] =
                    equals + 1 < mode.Length ? double.Parse(mode[(equals + 1)..], CultureInfo.InvariantCulture) : null;
            }
        }
        return plover;
    }

    /// <summary>1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.</summary>
    internal int Quad(EventType type) => _quad[(int)type];

    /// <summary>The mode's score, else the type's.</summary>
    internal double Intensity(EventType type, string? mode) =>
        (mode is not null ? _modes.GetValueOrDefault((type, mode)) : null) ?? _score[(int)type];

    /// <summary>Whether the manual gives the type this mode.</summary>
    internal bool HasMode(EventType type, string mode) => _modes.ContainsKey((type, mode));

    /// <summary>The type that PLOVER makes of an act and how it is held: planned or promised cooperation is an AGREE, a planned
    /// retreat a CONCEDE; threatened conflict is a THREATEN; cooperation that is refused is a REJECT.</summary>
    internal (EventType Type, string? Mode) Derive(EventType act, string? mode, View first)
    {
        var cooperation = Quad(act) <= 2;
        var ahead =
            first.Stance is Stance.Promised || first is { Stance: Stance.Expected, Certainty: Certainty.Certain or Certainty.Probable };
        if (first.Negative && first.Stance is Stance.Asserted && act is EventType.Consult or EventType.Support && first.Refused)
            return (EventType.Reject, null);
        if (first.Negative && first.Stance is Stance.Asserted && act is EventType.Aid or EventType.Cooperate && first.Refused)
            return (EventType.Sanction, null);
        if (ahead && !first.Negative && cooperation)
            return (
                act is EventType.Retreat ? EventType.Concede
                : act is EventType.Concede ? act
                : EventType.Agree,
                null
            );
        if (first.Stance is Stance.Threatened && !cooperation)
            return (EventType.Threaten, null);
        return (act, mode);
    }
}
