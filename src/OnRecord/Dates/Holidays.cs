using System.Collections.Frozen;

namespace OnRecord.Dates;

/// <summary>Days that have a name in the news, and the day they fall on in a year.</summary>
internal static class Holidays
{
    static readonly FrozenDictionary<string, Func<int, DateOnly>> s_days = new Dictionary<string, Func<int, DateOnly>>(
        StringComparer.Ordinal
    )
    {
        ["new year's day"] = y => new(y, 1, 1),
        ["new year's eve"] = y => new(y, 12, 31),
        ["valentine's day"] = y => new(y, 2, 14),
        ["good friday"] = y => Easter(y).AddDays(-2),
        ["easter sunday"] = Easter,
        ["easter monday"] = y => Easter(y).AddDays(1),
        ["easter"] = Easter,
        ["palm sunday"] = y => Easter(y).AddDays(-7),
        ["may day"] = y => new(y, 5, 1),
        ["memorial day"] = y => LastMonday(y, 5),
        ["independence day"] = y => new(y, 7, 4),
        ["fourth of july"] = y => new(y, 7, 4),
        ["bastille day"] = y => new(y, 7, 14),
        ["labor day"] = y => Nth(y, 9, DayOfWeek.Monday, 1),
        ["columbus day"] = y => Nth(y, 10, DayOfWeek.Monday, 2),
        ["halloween"] = y => new(y, 10, 31),
        ["veterans day"] = y => new(y, 11, 11),
        ["armistice day"] = y => new(y, 11, 11),
        ["election day"] = y => Nth(y, 11, DayOfWeek.Monday, 1).AddDays(1),
        ["thanksgiving day"] = y => Nth(y, 11, DayOfWeek.Thursday, 4),
        ["thanksgiving"] = y => Nth(y, 11, DayOfWeek.Thursday, 4),
        ["christmas eve"] = y => new(y, 12, 24),
        ["christmas day"] = y => new(y, 12, 25),
        ["christmas"] = y => new(y, 12, 25),
        ["boxing day"] = y => new(y, 12, 26),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The longest name, in words.</summary>
    internal const int LongestName = 4;

    /// <summary>The day in a year, or null where the words, in lower case with straight apostrophes, name none.</summary>
    internal static DateOnly? On(string name, int year) => s_days.TryGetValue(name, out var day) ? day(year) : null;

    static DateOnly Nth(int year, int month, DayOfWeek weekday, int n)
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays(((int)weekday - (int)first.DayOfWeek + 7) % 7 + 7 * (n - 1));
    }

    static DateOnly LastMonday(int year, int month)
    {
        var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        return last.AddDays(-(((int)last.DayOfWeek - (int)DayOfWeek.Monday + 7) % 7));
    }

    /// <summary>Western Easter Sunday (Meeus, Jones and Butcher; Meeus, Astronomical Algorithms, 1991, chapter 8).</summary>
    internal static DateOnly Easter(int year)
    {
        int a = year % 19,
            b = year / 100,
            c = year % 100;
        var d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        var e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
        var f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
        return new(year, f / 31, f % 31 + 1);
    }
}
