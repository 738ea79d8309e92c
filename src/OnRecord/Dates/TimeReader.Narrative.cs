using System.Globalization;

namespace OnRecord.Dates;

/// <summary>Expressions that count from what the text told last: "the following year", "the year-earlier quarter".</summary>
internal sealed partial class TimeReader
{
    /// <summary>Sentences after which a time told before is no reference any more.</summary>
    const int QuarterReach = 8;
    const int DateReach = 2;

    (int Year, int Quarter, int Sentence)? _quarter;
    (string Value, int Sentence)? _date;

    /// <summary>Tells the reader what was found, so that later expressions may refer to it.</summary>
    internal void Note(Found found)
    {
        var sentence = _tokens[found.First].Sentence;
        if (found is not { Kind: TimeKind.Date, Value: { Length: >= 4 } value } || !char.IsAsciiDigit(value[0]))
            return;
        if (value.Length == 7 && value[5] == 'Q' && char.IsAsciiDigit(value[6]))
        {
            // what is compared with it does not become the subject
            if (_quarter is not { } q || q.Sentence != sentence)
                _quarter = (int.Parse(value[..4], CultureInfo.InvariantCulture), value[6] - '0', sentence);
        }
        else if (value.Length is 4 or 7 or 10 && value.IndexOf('W', StringComparison.Ordinal) < 0)
            _date = (value, sentence);
    }

    (int Year, int Quarter)? QuarterAt(int token) =>
        _quarter is { } q && _tokens[token].Sentence - q.Sentence <= QuarterReach ? (q.Year, q.Quarter) : null;

    /// <summary>"the quarter", "the latest quarter", "the year-earlier period", "the year-ago quarter", "the like period".</summary>
    Found NarrativeQuarter(int i)
    {
        var first = i;
        if (Lower(i) == "the")
            i++;
        var shift = 0;
        if (Lower(i) is "comparable" or "same" or "like" or "corresponding" && first != i)
            i++;
        if (Lower(i) is "year-earlier" or "year-ago")
            (shift, i) = (-1, i + 1);
        else if (Lower(i) == "year" && Lower(i + 1) == "-" && Lower(i + 2) is "earlier" or "ago")
            (shift, i) = (-1, i + 3);
        else if (Lower(i) is "latest" or "most" && first != i)
            i = Lower(i) == "most" && Lower(i + 1) == "recent" ? i + 2 : i + 1;
        else if (first == i || i != first + 1)
            return default;
        var word = Lower(i);
        var ordinal = 0;
        if (shift != 0 && TimeWords.Ordinals.TryGetValue(word, out ordinal) && Lower(i + 1) == "quarter")
            word = Lower(++i);
        if (word is not ("quarter" or "period"))
            return shift != 0 && first != i && _today is { } t && QuarterAt(first) is null
                ? new(first, i, TimeKind.Date, TimeValue.Year(t.Year - 1))
                : default;
        if (Lower(i + 1) is "of" or "'s" or "century" or "-" || word == "period" && shift == 0)
            return default;
        if (QuarterAt(first) is not { } quarter)
            return ordinal is >= 1 and <= 4 && _today is { } day
                ? new(first, i + 1, TimeKind.Date, TimeValue.Quarter(day.Year + shift, ordinal))
                : default;
        return new(first, i + 1, TimeKind.Date, TimeValue.Quarter(quarter.Year + shift, ordinal > 0 ? ordinal : quarter.Quarter));
    }

    /// <summary>"the following year", "the previous Friday": counted from the date told last.</summary>
    DateOnly? Reference(int token)
    {
        if (_date is not { } date || _tokens[token].Sentence - date.Sentence > DateReach)
            return _today;
        var text = date.Value + "-01-01"[..(10 - date.Value.Length)];
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : _today;
    }

    /// <summary>"Thanksgiving Day", "last Christmas", "Easter 2019".</summary>
    Found Holiday(int i)
    {
        var first = i;
        var direction = 0;
        if (Lower(i) is "last" or "next" or "this")
            direction = Lower(i++) switch
            {
                "last" => -1,
                "next" => 1,
                _ => 0,
            };
        if (!IsUpper(i))
            return default;
        var name = "";
        var best = 0;
        DateOnly? day = null;
        for (var end = i; end < _end && end < i + Holidays.LongestName + 1; end++)
        {
            var word = Lower(end).Replace('\u2019', '\'');
            name += name.Length == 0 || word[0] == '\'' ? word : " " + word;
            if (Holidays.On(name, _today?.Year ?? 2000) is { } on)
                (best, day) = (end + 1, on);
        }
        if (best == 0 || day is not { } here)
            return default;
        name = _document.SpanOf(i, best).Of(_document.Text).ToString().ToLowerInvariant().Replace('\u2019', '\'');
        var y = Lower(best) == "," ? best + 1 : best;
        if (IsYear(y, out var year))
            return new(first, y + 1, TimeKind.Date, Holidays.On(name, year) is { } told ? TimeValue.Day(told) : null);
        if (_today is not { } today)
            return new(first, best, TimeKind.Date, null);
        var then =
            direction < 0 ? (here < today ? today.Year : today.Year - 1)
            : direction > 0 ? (here > today ? today.Year : today.Year + 1)
            : NearestYear(here.Month, here.Day, first) ?? today.Year;
        return new(first, best, TimeKind.Date, Holidays.On(name, then) is { } value ? TimeValue.Day(value) : null);
    }

    /// <summary>"nineteen ninety-seven", "two thousand", "two thousand and four", "twenty eleven".</summary>
    Found SpelledYear(int i)
    {
        var first = i;
        if (Lower(i) == "the" && Lower(i + 1) == "year")
            i += 2;
        var century = Lower(i) switch
        {
            "eighteen" => 18,
            "nineteen" => 19,
            "twenty" => 20,
            _ => 0,
        };
        int year,
            end;
        if (Lower(i) == "two" && Lower(i + 1) == "thousand")
        {
            (year, end) = (2000, i + 2);
            if (Lower(end) == "and" && Number(end + 1) is { Value: { } more } rest && more is > 0 and < 100 && more % 1 == 0)
                (year, end) = (2000 + (int)more, rest.End);
            else if (first == i)
                return default; // two thousand of something
        }
        else if (
            century > 0
            && Number(i + 1) is { Value: { } ones } tail
            && ones is >= 10 and < 100
            && !char.IsAsciiDigit(_document.Form(i + 1)[0])
        )
            (year, end) = (century * 100 + (int)ones, tail.End);
        else
            return default;
        if (TimeWords.Units.ContainsKey(Lower(end)))
            return default;
        return new(first, end, TimeKind.Date, TimeValue.Year(year));
    }
}
