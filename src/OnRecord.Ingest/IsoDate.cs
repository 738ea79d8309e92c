using System.Globalization;

namespace OnRecord.Ingest;

/// <summary>Publication times as inputs write them, turned into ISO 8601.</summary>
public static class IsoDate
{
    /// <summary>The date or time as ISO 8601, or null if it is none. ISO stays as it is; the forms of RFC 822 and a few others that
    /// metadata use are converted. A date without a day is unknown: a guessed day would shift every "Thursday".</summary>
    public static string? Normalize(string? value)
    {
        var s = value?.Trim();
        if (string.IsNullOrEmpty(s))
            return null;
        if (
            s.Length >= 10
            && DateOnly.TryParseExact(s.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        )
        {
            if (s.Length == 10)
                return s;
            if (s[10] is 'T' or ' ' && DateTimeOffset.TryParse(s, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _))
                return s[10] == 'T' ? s : s[..10] + "T" + s[11..].Replace(" ", "", StringComparison.Ordinal);
            return s[..10];
        }
        if (s.Length == 8 && DateOnly.TryParseExact(s, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var packed))
            return packed.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        // Only forms that name a month and a year: 02/03/2022 is two days, one on each side of the Atlantic.
        if (!s.Any(char.IsLetter) || !HasDayAndYear(s))
            return null;
        return DateTimeOffset.TryParse(s, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.ToString(
                s.Contains(':', StringComparison.Ordinal) ? "yyyy-MM-ddTHH:mm:sszzz" : "yyyy-MM-dd",
                CultureInfo.InvariantCulture
            )
            : null;
    }

    static bool HasDayAndYear(string s)
    {
        bool day = false,
            year = false;
        for (var i = 0; i < s.Length; )
        {
            if (!char.IsAsciiDigit(s[i]))
            {
                i++;
                continue;
            }
            var end = i;
            while (end < s.Length && char.IsAsciiDigit(s[end]))
                end++;
            var ofClock = (end < s.Length && s[end] == ':') || (i > 0 && s[i - 1] is ':' or '+');
            year |= end - i == 4 && !ofClock;
            day |= end - i <= 2 && !ofClock;
            i = end;
        }
        return day && year;
    }
}
