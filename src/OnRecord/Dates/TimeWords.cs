using System.Collections.Frozen;

namespace OnRecord.Dates;

/// <summary>A unit of time.</summary>
internal enum TimeUnit : byte
{
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Weekend,
    Month,
    Quarter,
    Season,
    Year,
    Decade,
    Century,
}

/// <summary>The words of time expressions.</summary>
internal static class TimeWords
{
    internal static readonly FrozenDictionary<string, int> Months = Table(
        "january jan jan.|february feb feb.|march mar.|april apr apr.|may|june jun jun.|july jul jul.|august aug aug.|september sept sept. sep sep.|october oct oct.|november nov nov.|december dec dec."
    );

    /// <summary>Monday is 1.</summary>
    internal static readonly FrozenDictionary<string, int> Weekdays = Table(
        "monday mon. mondays|tuesday tue. tues. tuesdays|wednesday wed. wednesdays|thursday thu. thurs. thursdays|friday fri. fridays|saturday sat. saturdays|sunday sun. sundays"
    );

    internal static readonly FrozenDictionary<string, int> Numbers = Table(
        "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty"
    );

    internal static readonly FrozenDictionary<string, int> Tens = Table("|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety");

    internal static readonly FrozenDictionary<string, int> Ordinals = Table(
        "first 1st|second 2nd|third 3rd|fourth 4th|fifth 5th|sixth 6th|seventh 7th|eighth 8th|ninth 9th|tenth 10th"
    );

    internal static readonly FrozenDictionary<string, TimeUnit> Units = new Dictionary<string, TimeUnit>(StringComparer.Ordinal)
    {
        ["second"] = TimeUnit.Second,
        ["seconds"] = TimeUnit.Second,
        ["minute"] = TimeUnit.Minute,
        ["minutes"] = TimeUnit.Minute,
        ["hour"] = TimeUnit.Hour,
        ["hours"] = TimeUnit.Hour,
        ["day"] = TimeUnit.Day,
        ["days"] = TimeUnit.Day,
        ["week"] = TimeUnit.Week,
        ["weeks"] = TimeUnit.Week,
        ["weekend"] = TimeUnit.Weekend,
        ["weekends"] = TimeUnit.Weekend,
        ["month"] = TimeUnit.Month,
        ["months"] = TimeUnit.Month,
        ["quarter"] = TimeUnit.Quarter,
        ["quarters"] = TimeUnit.Quarter,
        ["year"] = TimeUnit.Year,
        ["years"] = TimeUnit.Year,
        ["decade"] = TimeUnit.Decade,
        ["decades"] = TimeUnit.Decade,
        ["century"] = TimeUnit.Century,
        ["centuries"] = TimeUnit.Century,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    internal static readonly FrozenDictionary<string, string> Seasons = Pairs("spring SP|summer SU|autumn FA|fall FA|winter WI");

    internal static readonly FrozenDictionary<string, string> DayParts = Pairs(
        "morning TMO|afternoon TAF|evening TEV|night TNI|daytime TDT|overnight TNI|mornings TMO|evenings TEV|nights TNI"
    );

    /// <summary>Words that are a reference to present, past or future by themselves.</summary>
    internal static readonly FrozenDictionary<string, string> References = Pairs(
        "now PRESENT_REF|currently PRESENT_REF|presently PRESENT_REF|nowadays PRESENT_REF|recently PAST_REF|lately PAST_REF|previously PAST_REF|soon FUTURE_REF"
    );

    internal static readonly FrozenDictionary<string, string> Frequencies = Pairs(
        "daily P1D|weekly P1W|monthly P1M|quarterly P1Q|yearly P1Y|annually P1Y|hourly PT1H|nightly P1D|fortnightly P2W"
    );

    internal static string Code(TimeUnit unit) =>
        unit switch
        {
            TimeUnit.Second => "S",
            TimeUnit.Minute => "M",
            TimeUnit.Hour => "H",
            TimeUnit.Day => "D",
            TimeUnit.Week => "W",
            TimeUnit.Weekend => "WE",
            TimeUnit.Month => "M",
            TimeUnit.Quarter => "Q",
            TimeUnit.Decade => "DE",
            TimeUnit.Century => "CE",
            _ => "Y",
        };

    static FrozenDictionary<string, int> Table(string words)
    {
        var table = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = words.Split('|');
        for (var i = 0; i < rows.Length; i++)
            foreach (var word in rows[i].Split(' '))
                if (word.Length > 0)
                    table[word] = i + 1;
        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }

    static FrozenDictionary<string, string> Pairs(string words)
    {
        var table = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in words.Split('|'))
            table[pair[..pair.IndexOf(' ', StringComparison.Ordinal)]] = pair[(pair.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
