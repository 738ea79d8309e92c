using OnRecord.Language;

namespace OnRecord.Dates;

/// <summary>Expressions that count from the day of publication, durations and what recurs.</summary>
internal sealed partial class TimeReader
{
    /// <summary>"late last year", "early February", "mid-2021": the modifier belongs to the expression and leaves its value alone.</summary>
    Found Modified(int i)
    {
        var first = i;
        if (Lower(i) == "the" && Lower(i + 1) is "early" or "late" or "mid" or "beginning" or "end" or "start" or "middle")
            i++;
        var word = Lower(i);
        int next;
        if (word is "early" or "late" or "mid" or "earlier" or "later")
            next = Lower(i + 1) is "-" or "in" && (word == "mid" || word is "early" or "late") ? i + 2 : i + 1;
        else if (word is "beginning" or "end" or "start" or "middle" && Lower(i + 1) == "of")
            next = i + 2;
        else if (word.StartsWith("mid-", StringComparison.Ordinal) && TimeWords.Months.TryGetValue(word[4..], out var m))
            return new(i, i + 1, TimeKind.Date, NearestYear(m, null, i) is { } y ? TimeValue.Month(y, m) : null);
        else
            return default;
        if (next >= _end)
            return default;
        var of = Lower(next) == "the" ? next + 1 : next;
        var found = Relative(next);
        if (found.End == 0)
            found = MonthDate(next);
        if (found.End == 0)
            found = Weekday(next, next, 0);
        if (found.End == 0)
            found = YearAlone(next);
        if (found.End == 0 && of != next && of < _end)
            found = YearAlone(of);
        if (
            found.End == 0
            && word is "beginning" or "end" or "start" or "middle" or "early" or "late"
            && TimeWords.Units.TryGetValue(Lower(of), out var unit)
            && unit >= TimeUnit.Week
        )
            found = new(of, of + 1, TimeKind.Date, _today is { } t ? TimeValue.Shift(t, 0, unit) : null);
        if (found.End == 0 || found.Kind is not (TimeKind.Date or TimeKind.Time))
            return default;
        return found with { First = word is "beginning" or "end" or "start" or "middle" && first == i ? i : first };
    }

    /// <summary>"last week", "this year", "the past three months", "yesterday", "tonight", "recent months", "two years ago".</summary>
    Found Relative(int i)
    {
        var first = i;
        var word = Lower(i);
        if (word is "today" or "yesterday" or "tomorrow")
            return Day(
                first,
                i,
                word == "yesterday" ? -1
                    : word == "tomorrow" ? 1
                    : 0
            );
        if (word == "tonight")
            return new(first, i + 1, TimeKind.Time, _today is { } t ? TimeValue.Day(t) + "TNI" : null);
        if (word is "the" or "these" or "its" or "his" or "their")
        {
            if (word == "the" && Part(first, i + 1) is { End: > 0 } part)
                return part;
            word = Lower(++i);
            if (word == "day" && Lower(i + 1) is "before" or "after" && Lower(i + 2) is "yesterday" or "tomorrow")
                return new(
                    first,
                    i + 3,
                    TimeKind.Date,
                    _today is { } t ? TimeValue.Day(t.AddDays(Lower(i + 1) == "before" ? -2 : 2)) : null
                );
        }
        else if (Part(first, i) is { End: > 0 } part)
            return part;
        if (
            word
            is not (
                "last"
                or "next"
                or "this"
                or "past"
                or "previous"
                or "coming"
                or "current"
                or "following"
                or "recent"
                or "upcoming"
                or "that"
                or "same"
            )
        )
            return default;
        if (word is "that" or "same")
            return default;
        var direction = Direction(word);
        var j = i + 1;
        if (Lower(j) is "past" or "coming" or "last" && word == "this")
            j++;
        if (Weekday(first, j, direction) is { End: > 0 } weekday && word is "last" or "next" or "this" or "past" or "coming")
            return weekday;
        if (IsMonth(j, out var month) && word is "last" or "next" or "this")
            return new(first, j + 1, TimeKind.Date, _today is { } t ? TimeValue.Month(YearBeside(t, month, direction), month) : null);
        if (TimeWords.Seasons.TryGetValue(Lower(j), out var season) && word is "last" or "next" or "this" or "past")
            return new(
                first,
                j + 1,
                TimeKind.Date,
                _today is { } t ? TimeValue.Year(SeasonYear(t, season, direction)) + "-" + season : null
            );
        if (TimeWords.DayParts.TryGetValue(Lower(j), out var daypart) && word is "last" or "this")
            return new(first, j + 1, TimeKind.Time, _today is { } t ? TimeValue.Day(t.AddDays(word == "last" ? -1 : 0)) + daypart : null);
        var (number, numberEnd) = Number(j);
        var several = Lower(j) is "few" or "several" or "couple";
        var k =
            number is not null ? numberEnd
            : several ? (Lower(j + 1) == "of" ? j + 2 : j + 1)
            : j;
        if (Lower(k) is "fiscal" or "calendar" or "academic" or "full")
            k++;
        if (!TimeWords.Units.TryGetValue(Lower(k), out var unit))
            return default;
        if (word == "recent")
            return new(first, k + 1, TimeKind.Date, "PAST_REF");
        // "the past three months" is a length, "the past year" too; "last year" is a date
        if (number is not null || several)
            return new(first, k + 1, TimeKind.Duration, TimeValue.Duration(number, unit));
        if (word == "past" && first != i || Lower(k).EndsWith('s'))
            return new(first, k + 1, TimeKind.Duration, TimeValue.Duration(Lower(k).EndsWith('s') ? null : 1, unit));
        if (unit < TimeUnit.Day)
            return default;
        var from = word is "following" or "previous" ? Reference(first) : _today;
        return new(first, k + 1, TimeKind.Date, from is { } today ? TimeValue.Shift(today, direction, unit) : null);
    }

    Found Day(int first, int i, int shift)
    {
        var value = _today is { } t ? TimeValue.Day(t.AddDays(shift)) : null;
        if (TimeWords.DayParts.TryGetValue(Lower(i + 1), out var part) && !Lower(i + 1).EndsWith('s'))
            return new(first, i + 2, TimeKind.Time, value is null ? null : value + part);
        return new(first, i + 1, TimeKind.Date, value);
    }

    /// <summary>"last March" said in February is the one of the year before; "next March" the coming one.</summary>
    static int YearBeside(DateOnly today, int month, int direction) =>
        direction < 0 ? (month >= today.Month ? today.Year - 1 : today.Year)
        : direction > 0 ? (month <= today.Month ? today.Year + 1 : today.Year)
        : today.Year;

    static int SeasonYear(DateOnly today, string season, int direction)
    {
        var begins = season switch
        {
            "SP" => 3,
            "SU" => 6,
            "FA" => 9,
            _ => 12,
        };
        return YearBeside(today, begins, direction);
    }

    /// <summary>"two years ago", "three days", "a few months later", "six-month", "months-old".</summary>
    Found Counted(int i)
    {
        var first = i;
        var word = Lower(i);
        if (word is "about" or "nearly" or "almost" or "around" or "roughly" or "approximately")
            i++;
        else if (word == "the" && Number(i + 1).Value is not null)
            i++;
        else if (word == "the" && Lower(i + 1) is "first" or "next" or "latest" or "final" or "other" && Number(i + 2).Value is not null)
            i += 2;
        else if (word is "more" or "less" or "fewer" && Lower(i + 1) == "than" || word == "at" && Lower(i + 1) is "least" or "most")
            i += 2;
        double? number = null;
        int j;
        word = Lower(i);
        if (IsYear(i, out _))
            return default;
        if (Number(i) is { Value: { } n } read)
            (number, j) = (n, read.End);
        else if (word is "a" or "an" or "one")
            (number, j) = (1, i + 1);
        else if (word is "several" or "few" or "many" or "some" or "recent" && TimeWords.Units.ContainsKey(Lower(i + 1)))
            j = i + 1;
        else if (TimeWords.Units.TryGetValue(word, out var bare) && word.EndsWith('s'))
            return Bare(first, i, bare);
        else
            return default;
        if (word is "a" && Lower(j) is "few" or "couple" or "number" or "dozen")
        {
            number = Lower(j) == "dozen" ? 12 : null;
            j = Lower(j + 1) == "of" ? j + 2 : j + 1;
        }
        if (Lower(j) == "-")
            j++;
        if (Lower(j) == "and" && Lower(j + 1) == "a" && Lower(j + 2) == "half" && number is not null)
            (number, j) = (number + 0.5, j + 3);
        if (Lower(j) is "more" or "full" or "straight" or "consecutive" or "additional" or "whole" or "long")
            j++;
        if (!TimeWords.Units.TryGetValue(Lower(j), out var unit) || unit == TimeUnit.Second && number == 1)
            return default;
        if (unit == TimeUnit.Quarter && Lower(j - 1) == "-" && Lower(j).EndsWith('s'))
            return default; // three-quarters of it
        var end = j + 1;
        if (number == 1 && word is "a" or "an" && Follows(end) is { } is1 && is1.Length == 0)
            if (!IsAdverbial(j))
                return default;
        switch (Lower(end))
        {
            case "ago" or "earlier" when number == 1 && unit == TimeUnit.Year && QuarterAt(first) is { } quarter && IsCompared(first):
                return new(first, end + 1, TimeKind.Date, TimeValue.Quarter(quarter.Year - 1, quarter.Quarter));
            case "ago":
                return new(first, end + 1, TimeKind.Date, number is { } back && _today is { } t ? Ago(t, back, unit) : "PAST_REF");
            case "earlier" or "before" when Lower(end) == "earlier":
                return new(first, end + 1, TimeKind.Date, number is { } b2 && _today is { } t2 ? Ago(t2, b2, unit) : null);
            case "from" when Lower(end + 1) == "now":
                return new(
                    first,
                    end + 2,
                    TimeKind.Date,
                    number is { } on && on % 1 == 0 && _today is { } t3 ? TimeValue.Shift(t3, (long)on, unit) : "FUTURE_REF"
                );
            case "later":
                return new(first, end + 1, TimeKind.Date, null);
            case "-" when Lower(end + 1) == "old":
            case "old":
                if (unit == TimeUnit.Year)
                    return default; // ages
                return new(first, Lower(end) == "-" ? end + 2 : end + 1, TimeKind.Duration, TimeValue.Duration(number, unit));
            default:
                return new(first, end, TimeKind.Duration, TimeValue.Duration(number, unit));
        }
    }

    /// <summary>In the sentence of a quarter, or the next: "from $3 million a year earlier" is the same quarter of that year.</summary>
    bool IsCompared(int token) => _quarter is { } q && _tokens[token].Sentence - q.Sentence <= 3;

    string Follows(int i) => Lower(i) is "ago" or "earlier" or "later" or "from" or "old" or "-" or "long" ? Lower(i) : "";

    /// <summary>"waited a year", "for a week": a length. "a day of mourning", "$5 a year": none.</summary>
    bool IsAdverbial(int unit) =>
        _tokens[unit].Deprel is Deprel.OblUnmarked or Deprel.Obl or Deprel.Obj or Deprel.NmodUnmarked
        && _document.Child(unit, Deprel.Nmod) < 0
        && Lower(unit - 2) is "for" or "in" or "within" or "about" or "nearly" or "almost" or "than" or "after" or "over";

    static string? Ago(DateOnly today, double number, TimeUnit unit)
    {
        if (number % 1 != 0 || unit < TimeUnit.Day)
            return unit < TimeUnit.Day ? TimeValue.Day(today) : null;
        return TimeValue.Shift(today, -(long)Math.Min(number, 9999), unit);
    }

    /// <summary>Units in the plural without a number: "for years", "months-old".</summary>
    Found Bare(int first, int i, TimeUnit unit)
    {
        if (Lower(i + 1) == "ago")
            return new(first, i + 2, TimeKind.Date, "PAST_REF");
        if (Lower(i + 1) == "-" && Lower(i + 2) is "old" or "long")
            return new(first, i + 3, TimeKind.Duration, TimeValue.Duration(null, unit));
        var before = Lower(first - 1);
        return unit >= TimeUnit.Day && before is "for" or "of" or "in" or "after" or "over" or "took" && Lower(i + 1) is not ("of" or "-")
            ? new(first, i + 1, TimeKind.Duration, TimeValue.Duration(null, unit))
            : default;
    }

    /// <summary>"every day", "each Friday", "daily", "twice a week".</summary>
    Found Set(int i)
    {
        var word = Lower(i);
        if (TimeWords.Frequencies.TryGetValue(word, out var frequency))
            return new(i, i + 1, TimeKind.Set, frequency);
        if (word is "once" or "twice" && Lower(i + 1) is "a" or "every" && TimeWords.Units.TryGetValue(Lower(i + 2), out var unit))
            return new(i, i + 3, TimeKind.Set, TimeValue.Duration(1, unit));
        if (word is not ("every" or "each"))
            return default;
        if (TimeWords.Weekdays.TryGetValue(Lower(i + 1), out var weekday))
            return new(i, i + 2, TimeKind.Set, "XXXX-WXX-" + (char)('0' + weekday));
        if (TimeWords.DayParts.TryGetValue(Lower(i + 1), out var part))
            return new(i, i + 2, TimeKind.Set, "XXXX-XX-XX" + part);
        var (number, end) = Number(i + 1);
        if (Lower(i + 1) == "other")
            (number, end) = (2, i + 2);
        var j = number is null ? i + 1 : end;
        if (TimeWords.Units.TryGetValue(Lower(j), out unit) && unit >= TimeUnit.Minute && Lower(j + 1) is not "of")
            return new(i, j + 1, TimeKind.Set, TimeValue.Duration(number ?? 1, unit));
        return default;
    }

    /// <summary>"the past", "the future" by themselves.</summary>
    Found PastOrFuture(int i) =>
        Lower(i) == "the" && Lower(i + 1) is "near" or "foreseeable" && Lower(i + 2) is "future" or "term"
            ? new(i, i + 3, TimeKind.Date, "FUTURE_REF")
        : Lower(i) == "the" && Lower(i + 1) is "past" or "future" && i + 1 < _end && _tokens[i + 1].Upos == Upos.Noun
            ? new(i, i + 2, TimeKind.Date, Lower(i + 1) == "past" ? "PAST_REF" : "FUTURE_REF")
        : default;

    /// <summary>Single words: "now", "recently", "soon".</summary>
    Found Word(int i) =>
        TimeWords.References.TryGetValue(Lower(i), out var value)
        && _tokens[i].Upos is Upos.Adv or Upos.Noun or Upos.Adj
        && !(Lower(i) == "soon" && Lower(i + 1) is "as" or "after")
            ? new(i, i + 1, TimeKind.Date, value)
            : default;
}
