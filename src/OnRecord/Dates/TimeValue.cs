using System.Globalization;

namespace OnRecord.Dates;

/// <summary>TIMEX3 values as strings, and the arithmetic behind them.</summary>
internal static class TimeValue
{
    internal static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static string Month(int year, int month) => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}");

    internal static string Month(DateOnly date) => Month(date.Year, date.Month);

    internal static string Year(int year) => year.ToString("0000", CultureInfo.InvariantCulture);

    internal static string Week(DateOnly date)
    {
        var day = date.ToDateTime(TimeOnly.MinValue);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(day):0000}-W{ISOWeek.GetWeekOfYear(day):00}");
    }

    internal static string Quarter(int year, int quarter) => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-Q{quarter}");

    /// <summary>"P3D", "PT2H", "PXM" for an unknown number.</summary>
    internal static string Duration(double? amount, TimeUnit unit)
    {
        var number = amount is { } n ? n.ToString("0.##", CultureInfo.InvariantCulture) : "X";
        return (unit is TimeUnit.Second or TimeUnit.Minute or TimeUnit.Hour ? "PT" : "P") + number + TimeWords.Code(unit);
    }

    /// <summary>The date that lies so many units from another, as exact as the unit is; null outside the calendar.</summary>
    internal static string? Shift(DateOnly from, long amount, TimeUnit unit)
    {
        if (Math.Abs(amount) > 9000)
            return null;
        var n = (int)amount;
        var years = unit switch
        {
            TimeUnit.Year => n,
            TimeUnit.Decade => n * 10,
            TimeUnit.Century => n * 100,
            _ => n / 52,
        };
        if (from.Year + years is < 100 or > 9000)
            return null;
        switch (unit)
        {
            case TimeUnit.Day:
                return Day(from.AddDays(n));
            case TimeUnit.Week:
                return Week(from.AddDays(7 * n));
            case TimeUnit.Weekend:
                return Week(from.AddDays(7 * n)) + "-WE";
            case TimeUnit.Month:
                return Month(from.AddMonths(n));
            case TimeUnit.Quarter:
                var then = from.AddMonths(3 * n);
                return Quarter(then.Year, (then.Month + 2) / 3);
            case TimeUnit.Year:
                return Year(from.Year + n);
            case TimeUnit.Decade:
                return Year(from.Year + 10 * n)[..3];
            case TimeUnit.Century:
                return Year(from.Year + 100 * n)[..2];
            default:
                return null;
        }
    }

    /// <summary>Year, month, day in the calendar, or null.</summary>
    internal static string? Date(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? Day(new DateOnly(year, month, day))
            : null;
}

/// <summary>Whether the words around speak of what was or of what is to come.</summary>
internal enum Tense : byte
{
    Unknown,
    Past,
    Present,
    Future,
}
