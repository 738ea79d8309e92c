using System.Globalization;
using OnRecord.Language;

namespace OnRecord.Dates;

/// <summary>Finds time expressions and works out their TIMEX3 values against the day of publication. What can't be worked out, because
/// that day is unknown or the words are vague, has no value.</summary>
internal static class TimeTagger
{
    /// <summary>The day of a month that is named without its year, as in a dateline: the one nearest to the day of publication; null where that is
    /// not known or there is no such day.</summary>
    internal static string? DayWithoutYear(string? published, string month, string day)
    {
        if (
            !TimeWords.Months.TryGetValue(month.ToLowerInvariant(), out var m)
            || !int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var d)
            || published is not { Length: >= 10 }
            || !DateOnly.TryParseExact(published[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var today)
        )
            return null;
        string? best = null;
        var least = int.MaxValue;
        for (var y = today.Year - 1; y <= today.Year + 1; y++)
            if (
                TimeValue.Date(y, m, d) is { } value
                && Math.Abs(new DateOnly(y, m, d).DayNumber - today.DayNumber) is var far
                && far < least
            )
                (best, least) = (value, far);
        return best;
    }

    internal static IReadOnlyList<TimeExpression> Find(Document document)
    {
        var found = new List<TimeExpression>();
        var reader = new TimeReader(document);
        foreach (var sentence in document.Sentences)
            for (var i = sentence.First; i < sentence.End; )
            {
                var time = reader.Read(i, sentence.End);
                if (time.End > i)
                {
                    reader.Note(time);
                    found.Add(new(document.SpanOf(time.First, time.End), time.First, time.End, time.Kind, time.Value));
                    i = time.End;
                }
                else
                    i++;
            }
        return found;
    }
}

/// <summary>A time expression by its tokens; empty where there is none.</summary>
internal readonly record struct Found(int First, int End, TimeKind Kind, string? Value);
