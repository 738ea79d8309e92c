using System.Globalization;
using OnRecord.Language;

namespace OnRecord.Dates;

/// <summary>Reads one time expression at a token. The patterns are tried in the order of their length and sureness.</summary>
internal sealed partial class TimeReader
{
    readonly Document _document;
    readonly Token[] _tokens;
    readonly DateOnly? _today;
    readonly NameKind[] _inName;
    int _end;

    internal TimeReader(Document document)
    {
        (_document, _tokens) = (document, document.Tokens);
        _inName = new NameKind[_tokens.Length];
        foreach (var n in document.Names)
            _inName.AsSpan(n.First, n.End - n.First).Fill(n.Kind);
        if (
            document.Article.Published is { Length: >= 10 } p
            && DateOnly.TryParseExact(p[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is > 200 and < 8000
        )
            _today = day;
    }

    internal Found Read(int i, int end)
    {
        _end = end;
        var c = _document.Text[_tokens[i].Start];
        if (!char.IsLetterOrDigit(c) && c is not ('\'' or '’' or '`'))
            return default;
        // "Daily Mail", "Black Friday Inc.": part of a longer name
        if (
            _inName[i] != NameKind.None
            && (i > 0 && _inName[i - 1] == _inName[i] || i + 1 < end && _inName[i + 1] == _inName[i])
            && !IsDay(i + 1, out _)
        )
            return default;
        var found = Iso(i);
        if (found.End == 0)
            found = Slashed(i);
        if (found.End == 0)
            found = Clock(i);
        if (found.End == 0)
            found = Holiday(i);
        if (found.End == 0)
            found = NarrativeQuarter(i);
        if (found.End == 0)
            found = SpelledYear(i);
        if (found.End == 0)
            found = Set(i);
        if (found.End == 0)
            found = Modified(i);
        if (found.End == 0)
            found = MonthDate(i);
        if (found.End == 0)
            found = Weekday(i, i, 0);
        if (found.End == 0)
            found = Relative(i);
        if (found.End == 0)
            found = Counted(i);
        if (found.End == 0)
            found = YearAlone(i);
        if (found.End == 0)
            found = Word(i);
        if (found.End == 0)
            found = PastOrFuture(i);
        return found;
    }

    string Lower(int i) => i < _end && i >= 0 ? _tokens[i].Lower : "";

    bool IsUpper(int i) => i < _end && char.IsUpper(_document.Text[_tokens[i].Start]);

    /// <summary>"2022-02-10" in one token or five.</summary>
    Found Iso(int i)
    {
        var text = _document.Text.AsSpan(_tokens[i].Start);
        if (text.Length < 10 || text[4] != '-' || text[7] != '-' || (text.Length > 10 && char.IsLetterOrDigit(text[10]) && text[10] != 'T'))
            return default;
        if (!Digits(text[..4], out var y) || !Digits(text[5..7], out var m) || !Digits(text[8..10], out var d))
            return default;
        var end = EndAt(i, _tokens[i].Start + 10);
        return TimeValue.Date(y, m, d) is { } value && end > 0 ? new(i, end, TimeKind.Date, value) : default;
    }

    /// <summary>"2/10/2022", "10/26/89": month first, unless the first number can't be one.</summary>
    Found Slashed(int i)
    {
        var text = _document.Text.AsSpan(_tokens[i].Start);
        var length = 0;
        while (length < text.Length && length <= 10 && (char.IsAsciiDigit(text[length]) || text[length] == '/'))
            length++;
        text = text[..length];
        if (length is < 6 or > 10 || text.Count('/') != 2)
            return default;
        var a = text.IndexOf('/');
        var b = text.LastIndexOf('/');
        if (!Digits(text[..a], out var m) || !Digits(text[(a + 1)..b], out var d) || !Digits(text[(b + 1)..], out var y))
            return default;
        var yearDigits = length - b - 1;
        if (yearDigits is not (2 or 4))
            return default;
        if (yearDigits == 2)
            y += y < 50 ? 2000 : 1900;
        if (m > 12)
            (m, d) = (d, m);
        var end = EndAt(i, _tokens[i].Start + length);
        return TimeValue.Date(y, m, d) is { } value && end > 0 ? new(i, end, TimeKind.Date, value) : default;
    }

    static bool Digits(ReadOnlySpan<char> text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    /// <summary>One past the token that ends at an offset; 0 where none does.</summary>
    int EndAt(int i, int offset)
    {
        for (; i < _end && _tokens[i].End <= offset; i++)
            if (_tokens[i].End == offset)
                return i + 1;
        return 0;
    }

    /// <summary>A whole number in digits or words at a token: (value, one past its last token).</summary>
    (double? Value, int End) Number(int i)
    {
        var form = i < _end ? _document.Form(i) : default;
        if (form.IsEmpty)
            return (null, 0);
        if (char.IsAsciiDigit(form[0]))
        {
            Span<char> digits = stackalloc char[16];
            if (form.Length > digits.Length)
                return (null, 0);
            var n = 0;
            foreach (var c in form)
                if (c != ',')
                    digits[n++] = c;
            return double.TryParse(digits[..n], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
                ? (value, i + 1)
                : (null, 0);
        }
        var word = Lower(i);
        if (TimeWords.Tens.TryGetValue(word, out var tens) && tens > 1)
        {
            var next = Lower(i + 1) == "-" ? i + 2 : i + 1;
            return TimeWords.Numbers.TryGetValue(Lower(next), out var ones) && ones < 10
                ? (tens * 10 + ones, next + 1)
                : (tens * 10, i + 1);
        }
        if (word.IndexOf('-', StringComparison.Ordinal) is > 0 and var hyphen && TimeWords.Tens.TryGetValue(word[..hyphen], out tens))
            return TimeWords.Numbers.TryGetValue(word[(hyphen + 1)..], out var ones) ? (tens * 10 + ones, i + 1) : (null, 0);
        if (TimeWords.Numbers.TryGetValue(word, out var number))
            return (number, i + 1);
        return word switch
        {
            "hundred" => (100, i + 1),
            "dozen" => (12, i + 1),
            _ => (null, 0),
        };
    }

    /// <summary>A year in four digits, as a number by itself.</summary>
    bool IsYear(int i, out int year)
    {
        year = 0;
        return i < _end && _tokens[i].End - _tokens[i].Start == 4 && Digits(_document.Form(i), out year) && year is >= 1000 and <= 2100;
    }

    /// <summary>A day of the month: "10", "10th".</summary>
    bool IsDay(int i, out int day)
    {
        day = 0;
        if (i >= _end)
            return false;
        var form = _document.Form(i);
        if (form.Length > 2 && form[^2..] is "st" or "nd" or "rd" or "th")
            form = form[..^2];
        return form.Length <= 2 && Digits(form, out day) && day is >= 1 and <= 31;
    }

    /// <summary>A month by name. "May", "March" and short forms count only as capitalised names.</summary>
    bool IsMonth(int i, out int month)
    {
        if (i >= _end || !TimeWords.Months.TryGetValue(Lower(i), out month) || !IsUpper(i))
        {
            month = 0;
            return false;
        }
        // "Jan Kavan": a given name, where no full stop, day or year follows
        if (_tokens[i].Lower is "jan" or "mar" or "sep" && !IsDay(i + 1, out _) && !IsYear(i + 1, out _))
            return false;
        return _tokens[i].Lower is not ("may" or "march" or "mar" or "jan" or "sep" or "dec" or "april" or "june" or "august")
            || _tokens[i].Upos is Upos.Propn or Upos.Noun && !IsPersonal(i)
            || IsDay(i + 1, out _)
            || IsYear(i + 1, out _);
    }

    /// <summary>"Theresa May", "June Smith", "April said": a person's name.</summary>
    bool IsPersonal(int i)
    {
        return _inName[i] == NameKind.Person;
    }

    /// <summary>How much farther a date may be that agrees with the tense than one that does not.</summary>
    const int AgainstTense = 5;
    const int AgainstPlainTense = 14;
    const int WithTense = 2;

    /// <summary>The year of a month (and day) that is named without one: that in which they lie nearest to the day of publication; a date on the
    /// side that the tense speaks against counts as farther.</summary>
    int? NearestYear(int month, int? day, int token)
    {
        if (_today is not { } today)
            return null;
        var tense = TenseReader.At(_document, token);
        var isPlain = TenseReader.IsPlain(_document, token);
        int best = today.Year,
            least = int.MaxValue;
        for (var y = today.Year - 1; y <= today.Year + 1; y++)
        {
            // a month as a whole: its days that lie nearest
            var days =
                day is { } d ? new DateOnly(y, month, Math.Min(d, DateTime.DaysInMonth(y, month))).DayNumber - today.DayNumber
                : y == today.Year && month == today.Month ? 0
                : new DateOnly(y, month, 15).DayNumber - today.DayNumber;
            var against = tense == Tense.Past && days > 0 || tense == Tense.Future && days < 0;
            var distance =
                Math.Abs(days)
                * (
                    !against ? WithTense
                    : isPlain ? AgainstPlainTense
                    : AgainstTense
                );
            if (distance < least)
                (best, least) = (y, distance);
        }
        return best;
    }
}
