using OnRecord.Text;

namespace OnRecord.Dates;

/// <summary>Kind of a time expression (TIMEX3 of TimeML).</summary>
public enum TimeKind : byte
{
    /// <summary>A calendar date or longer unit.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>Something that recurs.</summary>
    Set,
}

/// <summary>A time expression in the text and its TIMEX3 value.</summary>
/// <param name="Span">UTF-16.</param>
/// <param name="First">First token.</param>
/// <param name="End">One past the last token.</param>
/// <param name="Kind">TIMEX3 type.</param>
/// <param name="Value">TIMEX3 value ("2022-02-10", "2021-12", "P3M"), or null where it can't be worked out.</param>
internal readonly record struct TimeExpression(Span Span, int First, int End, TimeKind Kind, string? Value)
{
    /// <summary>Index of the first expression that starts at a token or after it, of expressions in text order; their count where none does.</summary>
    internal static int FirstFrom(IReadOnlyList<TimeExpression> times, int token)
    {
        int low = 0,
            high = times.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (times[middle].First < token)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
