using OnRecord.Language;

namespace OnRecord.Dates;

/// <summary>Dates of the calendar: months, weekdays, years, quarters, times of day.</summary>
internal sealed partial class TimeReader
{
    /// <summary>"February 10, 2022", "10 February", "the 10th of February", "Feb. 10", "February 2022", "February".</summary>
    Found MonthDate(int i)
    {
        var first = i;
        if (Lower(i) == "the" && IsDay(i + 1, out var d) && Lower(i + 2) == "of" && IsMonth(i + 3, out var m))
            return WithYear(first, i + 4, m, d);
        if (IsDay(i, out d) && _document.Form(i).Length <= 4)
        {
            var next = Lower(i + 1) == "of" ? i + 2 : i + 1;
            if (IsMonth(next, out m))
                return WithYear(first, next + 1, m, d);
            return default;
        }
        if (!IsMonth(i, out m))
            return default;
        var after = i + 1;
        if (Lower(after) == "the" && IsDay(after + 1, out d))
            return WithYear(first, after + 2, m, d);
        if (IsDay(after, out d) && (Lower(after + 1) is "," or "." or "" || IsYear(after + 1, out _) || !IsCountOf(after)))
            return WithYear(first, after + 1, m, d);
        var of = Lower(after) is "of" or "," ? after + 1 : after;
        if (IsYear(of, out var y))
            return new(first, of + 1, TimeKind.Date, TimeValue.Month(y, m));
        if (Lower(of) is "last" or "this" or "next" && Lower(of + 1) == "year")
            return new(first, of + 2, TimeKind.Date, _today is { } t ? TimeValue.Month(t.Year + Direction(Lower(of)), m) : null);
        return new(first, after, TimeKind.Date, NearestYear(m, null, i) is { } year ? TimeValue.Month(year, m) : null);
    }

    /// <summary>"in March 10 people": the number counts.</summary>
    bool IsCountOf(int i) => _tokens[i].Deprel == Deprel.Nummod && _tokens[i].Head > i + 1 && _tokens[_tokens[i].Head].Upos == Upos.Noun;

    Found WithYear(int first, int end, int month, int day)
    {
        var y = Lower(end) == "," ? end + 1 : end;
        if (IsYear(y, out var year))
            return new(first, y + 1, TimeKind.Date, TimeValue.Date(year, month, day));
        if (
            month == 9
            && day == 11
            && Lower(end) is "attacks" or "attack" or "commission" or "terrorist" or "terror" or "hijackers" or "victims"
        )
            return new(first, end, TimeKind.Date, "2001-09-11");
        var found = NearestYear(month, day, first) is { } near ? TimeValue.Date(near, month, day) : null;
        return new(first, end, TimeKind.Date, found);
    }

    /// <summary>A weekday, with the date or the part of day behind it. <paramref name="weeks"/>: -1 last, 1 next.</summary>
    Found Weekday(int first, int i, int weeks)
    {
        if (i >= _end || !IsUpper(i) || !TimeWords.Weekdays.TryGetValue(Lower(i), out var weekday))
            return default;
        if (_tokens[i].Upos is Upos.Verb or Upos.Aux || Lower(i).Length <= 4 && Lower(i) is "sun" or "sat" or "mon")
            return default;
        // "Thursday, February 10, 2022"
        var next = Lower(i + 1) == "," ? i + 2 : i + 1;
        if (next < _end && MonthDate(next) is { End: > 0 } date && (IsMonth(next, out _) || IsDay(next, out _)))
            return date with { First = first };
        var value = _today is { } today ? Resolve(today, weekday, weeks, i) : null;
        if (TimeWords.DayParts.TryGetValue(Lower(i + 1), out var part) && !Lower(i + 1).EndsWith('s'))
            return new(first, i + 2, TimeKind.Time, value is null ? null : value + part);
        return new(first, i + 1, TimeKind.Date, value);
    }

    string Resolve(DateOnly today, int weekday, int weeks, int token)
    {
        var now = today.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)today.DayOfWeek;
        var back = (now - weekday + 7) % 7;
        if (weeks < 0)
            return TimeValue.Day(today.AddDays(back == 0 ? -7 : -back));
        if (weeks > 0)
            return TimeValue.Day(today.AddDays(back == 0 ? 7 : 7 - back));
        if (back == 0)
            return TimeValue.Day(today);
        // the side that the tense speaks against counts as farther: on Monday, "on Tuesday" is tomorrow in any tense
        var tense = TenseReader.At(_document, token);
        var against = TenseReader.IsPlain(_document, token) ? AgainstPlainWeekday : AgainstWeekday;
        var behind = back * (tense == Tense.Future ? against : 1);
        var ahead = (7 - back) * (tense == Tense.Future ? 1 : against);
        return TimeValue.Day(behind <= ahead ? today.AddDays(-back) : today.AddDays(7 - back));
    }

    const int AgainstWeekday = 4;
    const int AgainstPlainWeekday = 7;

    /// <summary>"2017", "the 1990s", "the 90s".</summary>
    Found YearAlone(int i)
    {
        var first = i;
        if (Lower(i) == "the" && i + 1 < _end)
            i++;
        var form = _document.Form(i);
        if (form.Length >= 5 && form[^1] == 's' && Digits(form[..4], out var decade) && decade % 10 == 0 && decade is >= 1000 and <= 2100)
            return new(first, i + 1, TimeKind.Date, TimeValue.Year(decade)[..3]);
        if (
            form.Length is 3 or 4
            && form[^1] == 's'
            && Digits(form.Trim("'’s"), out var short2)
            && short2 % 10 == 0
            && short2 is >= 10 and <= 90
            && !IsAge(i)
        )
            return new(first, i + 1, TimeKind.Date, "19" + (short2 / 10));
        if (i != first || !IsYear(i, out var year))
            return default;
        ref readonly var t = ref _tokens[i];
        var before = Lower(i - 1);
        if (before is "$" or "£" or "€" or "no." or "#" || Lower(i + 1) is "%" or "percent" or "km" or "people")
            return default;
        var counts = t.Deprel == Deprel.Nummod && t.Head > i && _tokens[t.Head].Upos == Upos.Noun && Lower(t.Head).EndsWith('s');
        var led =
            before
            is "in"
                or "since"
                or "of"
                or "by"
                or "until"
                or "from"
                or "during"
                or "early"
                or "late"
                or "mid"
                or "to"
                or "and"
                or "("
                or "between"
                or "through"
                or "before"
                or "after"
                or "till"
                or "for";
        return year is >= 1500 and <= 2100 && !counts && (led || year is >= 1900 and <= 2060)
            ? new(first, i + 1, TimeKind.Date, TimeValue.Year(year))
            : default;
    }

    /// <summary>"in his 30s", "her early 20s".</summary>
    bool IsAge(int i) =>
        Lower(i - 1) is "his" or "her" or "their" or "my" or "your" or "our" or "its"
        || Lower(i - 1) is "early" or "mid" or "late" or "-" && Lower(i - 2) is "his" or "her" or "their" or "mid" or "my";

    /// <summary>"the third quarter of 2021", "the first half".</summary>
    Found Part(int first, int i)
    {
        if (!TimeWords.Ordinals.TryGetValue(Lower(i), out var n) || Lower(i + 1) is not ("quarter" or "half" or "-") and not "")
            return default;
        var word = i + 1;
        if (Lower(word) == "-")
            word++;
        var isQuarter = Lower(word) is "quarter" or "quarter's";
        if (!isQuarter && Lower(word) != "half" || n > (isQuarter ? 4 : 2))
            return default;
        var code = (isQuarter ? "Q" : "H") + (char)('0' + n);
        var end = word + 1;
        var of = Lower(end) == "of" ? end + 1 : end;
        if (IsYear(of, out var year))
            return new(first, of + 1, TimeKind.Date, TimeValue.Year(year) + "-" + code);
        if (Lower(of) == "the" && Lower(of + 1) == "year")
            (of, end) = (of + 1, of + 2);
        else if (Lower(of) is "last" or "this" or "next" && Lower(of + 1) == "year")
            return new(first, of + 2, TimeKind.Date, _today is { } t ? TimeValue.Year(t.Year + Direction(Lower(of))) + "-" + code : null);
        else if (!isQuarter)
            return default;
        if (_today is not { } today)
            return new(first, end, TimeKind.Date, null);
        var begins = (n - 1) * (isQuarter ? 3 : 6) + 1;
        var tense = TenseReader.At(_document, i);
        var y = begins > today.Month && tense != Tense.Future ? today.Year - 1 : today.Year;
        return new(first, end, TimeKind.Date, TimeValue.Year(y) + "-" + code);
    }

    /// <summary>"10:30 a.m.", "9 p.m.", "1500 GMT", "noon", "midnight".</summary>
    Found Clock(int i)
    {
        var word = Lower(i);
        if (word is "noon" or "midday" or "midnight" && Weekday(i + 1, i + 1, 0) is { End: > 0 } on)
            return new(i, on.End, TimeKind.Time, on.Value is null ? null : on.Value + (word == "midnight" ? "T24:00" : "T12:00"));
        if (word is "noon" or "midday" or "midnight")
            return new(i, i + 1, TimeKind.Time, _today is { } t ? TimeValue.Day(t) + (word == "midnight" ? "T24:00" : "T12:00") : null);
        var form = _document.Form(i);
        if (!char.IsAsciiDigit(form[0]) || form.Length > 7)
            return default;
        var text = form;
        var half = "";
        foreach (var suffix in (ReadOnlySpan<string>)["am", "pm", "a.m.", "p.m."])
            if (word.Length > suffix.Length && word.EndsWith(suffix, StringComparison.Ordinal))
            {
                text = form[..^suffix.Length];
                half = suffix;
            }
        var colon = text.IndexOfAny(':', '.');
        if (!Digits(colon < 0 ? text : text[..colon], out var hour))
            return default;
        var minute = 0;
        if (colon >= 0 && (text.Length != colon + 3 || !Digits(text[(colon + 1)..], out minute)))
            return default;
        var end = i + 1;
        if (half.Length == 0 && Lower(end) is "a.m." or "p.m." or "am" or "pm" or "a.m" or "p.m")
            half = Lower(end++);
        else if (half.Length == 0 && Lower(end) == "o'clock")
            (half, end) = ("o", end + 1);
        else if (half.Length == 0 && Lower(end) is "gmt" or "utc" or "hours" && text.Length == 4 && colon < 0)
            (half, hour, minute) = ("z", hour / 100, hour % 100);
        else if (half.Length == 0 && (colon < 0 || text[colon] == '.' || text.Length < 4))
            return default;
        if (half.StartsWith('p') && hour < 12)
            hour += 12;
        if (half.StartsWith('a') && hour == 12)
            hour = 0;
        if (hour > 24 || minute > 59)
            return default;
        if (Lower(end) is "gmt" or "utc" or "est" or "edt" or "et" or "bst" or "cet" or "pst" or "pdt")
            end++;
        var clock = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"T{hour:00}:{minute:00}");
        // "10 p.m. Wednesday", "5 p.m. EST, Nov. 9"
        var next = Lower(end) is "," or "on" ? end + 1 : end;
        if (half != "z" && OnDay(next) is { End: > 0 } day)
            return new(i, day.End, TimeKind.Time, day.Value is null ? null : day.Value + clock);
        return new(i, end, TimeKind.Time, _today is { } today ? TimeValue.Day(today) + clock : clock);
    }

    /// <summary>A day that a time of day belongs to.</summary>
    Found OnDay(int i)
    {
        if (i >= _end)
            return default;
        if (Weekday(i, i, 0) is { End: > 0, Kind: TimeKind.Date } weekday)
            return weekday;
        if (MonthDate(i) is { End: > 0, Value.Length: 10 } date)
            return date;
        return Lower(i) is "today" or "yesterday" or "tomorrow" && Relative(i) is { End: > 0, Kind: TimeKind.Date } day ? day : default;
    }

    static int Direction(string word) =>
        word is "last" or "past" or "previous" ? -1
        : word is "next" or "coming" or "following" ? 1
        : 0;
}
