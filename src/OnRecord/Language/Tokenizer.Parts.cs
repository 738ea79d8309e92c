using OnRecord.Text;

namespace OnRecord.Language;

// Words with clitics, numbers with units, marks, and addresses.
internal sealed partial class Tokenizer
{
    const int MostClitics = 3;

    /// <summary>Emits a word, cut where clitics begin. English stacks two ("couldn't've"); what has more is no word.</summary>
    void Word(int s, int e, int clitics = 0)
    {
        if (e - s is > 1 and <= 9 && Contraction(_text.AsSpan(s, e - s)) is > 0 and var cut)
        {
            Emit(s, s + cut);
            Emit(s + cut, e);
            return;
        }
        var k = clitics < MostClitics ? CliticStart(s, e) : -1;
        if (k > s)
        {
            Word(s, k, clitics + 1);
            Emit(k, e);
        }
        else
            Emit(s, e);
    }

    /// <summary>Where the last clitic of a word begins, or -1.</summary>
    int CliticStart(int s, int e)
    {
        for (var k = e - 1; k > s && k >= e - 3; k--)
        {
            if (!IsApostrophe(_text[k]))
                continue;
            var tail = _text.AsSpan(k + 1, e - k - 1);
            if (tail.Equals("t", StringComparison.OrdinalIgnoreCase))
                return _text[k - 1] is 'n' or 'N' && k - 1 > s ? k - 1 : -1;
            if (
                tail.Equals("s", StringComparison.OrdinalIgnoreCase)
                || tail.Equals("m", StringComparison.OrdinalIgnoreCase)
                || tail.Equals("d", StringComparison.OrdinalIgnoreCase)
                || tail.Equals("ll", StringComparison.OrdinalIgnoreCase)
                || tail.Equals("re", StringComparison.OrdinalIgnoreCase)
                || tail.Equals("ve", StringComparison.OrdinalIgnoreCase)
            )
                return k;
            return -1;
        }
        return -1;
    }

    /// <summary>Length of the first part of a contraction written without an apostrophe, or 0.</summary>
    static int Contraction(ReadOnlySpan<char> word)
    {
        switch (word[^1] | 0x20)
        {
            case 't' when word.Equals("cannot", StringComparison.OrdinalIgnoreCase):
                return 3;
            case 't' when word.Length >= 4 && (word[^2] | 0x20) == 'n' && IsNotWithoutApostrophe(word):
                return word.Length - 2;
            case 'a' when Is(word, "gonna") || Is(word, "wanna"):
                return 3;
            case 'a' when Is(word, "gotta"):
                return 3;
            case 'e' when Is(word, "gimme") || Is(word, "lemme"):
                return 3;
            default:
                return 0;
        }
    }

    static bool IsNotWithoutApostrophe(ReadOnlySpan<char> word) =>
        Is(word, "dont")
        || Is(word, "didnt")
        || Is(word, "doesnt")
        || Is(word, "isnt")
        || Is(word, "wasnt")
        || Is(word, "couldnt")
        || Is(word, "wouldnt")
        || Is(word, "shouldnt")
        || Is(word, "havent")
        || Is(word, "hasnt")
        || Is(word, "hadnt")
        || Is(word, "arent")
        || Is(word, "werent");

    static bool Is(ReadOnlySpan<char> word, string other) => word.Equals(other, StringComparison.OrdinalIgnoreCase);

    /// <summary>Emits what begins with a digit: a unit written next to the number is a word of its own.</summary>
    void Number(int s, int e)
    {
        if (!char.IsAsciiDigit(_text[s]))
        {
            Emit(s, e);
            return;
        }
        var k = s;
        while (k < e && (char.IsAsciiDigit(_text[k]) || _text[k] is ',' or '.' or ':' or '/'))
            k++;
        if (k < e && IsUnit(_text.AsSpan(k, e - k)))
        {
            Emit(s, k);
            Emit(k, e);
        }
        else if (CliticStart(s, e) is var c && c > s && !(_text[c - 1] == '0' && c - s is 2 or 4))
            Word(s, e); // "the 747's engines", but "the 1990's"
        else
            Emit(s, e);
    }

    static bool IsUnit(ReadOnlySpan<char> tail)
    {
        tail = tail.TrimEnd('.');
        if (tail.Length == 1)
            return tail[0] is 'k' or 'K' or 'm' or 'b' or 'g' or 'M';
        foreach (
            var unit in (ReadOnlySpan<string>)
                [
                    "am",
                    "pm",
                    "a.m",
                    "p.m",
                    "bn",
                    "mn",
                    "tn",
                    "mm",
                    "cm",
                    "km",
                    "kg",
                    "lb",
                    "lbs",
                    "mph",
                    "kph",
                    "ft",
                    "hr",
                    "hrs",
                    "min",
                    "mins",
                    "sec",
                    "mg",
                    "ml",
                    "gb",
                    "mb",
                    "tb",
                    "mw",
                    "gw",
                    "kw",
                    "hz",
                    "ghz",
                    "mhz",
                    "minutes",
                    "hours",
                    "days",
                    "years",
                    "miles",
                ]
        )
            if (Is(tail, unit))
                return true;
        return false;
    }

    /// <summary>Reads marks: runs of the same or of terminal marks are one token. Returns the end.</summary>
    int ReadMark(int i, int chunk, int e)
    {
        var c = _text[i];
        var k = i + 1;
        if (IsApostrophe(c) || c == '`')
        {
            // doubled quotation marks; a clitic that stands alone
            if (At(k) == c && k < e && (c != '\u2019' || At(k + 1) != c))
                k++;
            else if (c != '`' && i == chunk && e - k is 1 or 2 && CliticAlone(k, e))
                k = e;
        }
        else if (c is '.' or '!' or '?' or '\u2026')
            while (k < e && (_text[k] is '.' or '!' or '?' or '\u2026') && (c != '.' || _text[k] is '.' or '\u2026' || k > i + 1))
                k++;
        else if (c is '-' or '=' or '*' or '_' or '~' or '+' or '<' or '>' or '#' or '|' or '\u2013' or '\u2014')
            while (k < e && _text[k] == c)
                k++;
        else if (c is ':' or ';' && i == chunk)
            k = Emoticon(i, e);
        else if (char.IsHighSurrogate(c))
            k = Pictogram(i, e);
        Emit(i, k);
        return k;
    }

    bool CliticAlone(int k, int e)
    {
        var tail = _text.AsSpan(k, e - k);
        return Is(tail, "s") || Is(tail, "m") || Is(tail, "d") || Is(tail, "ll") || Is(tail, "re") || Is(tail, "ve");
    }

    int Emoticon(int i, int e)
    {
        var k = i + 1;
        if (k < e && _text[k] == '-')
            k++;
        return k < e && _text[k] is ')' or '(' or 'D' or 'P' or '/' && (k + 1 == e || !IsWordPart(_text[k + 1])) ? k + 1 : i + 1;
    }

    /// <summary>A character outside the basic plane with the joiners and modifiers that follow it.</summary>
    int Pictogram(int i, int e)
    {
        var k = i + 1;
        if (k < e && char.IsLowSurrogate(_text[k]))
            k++;
        while (
            k < e && (_text[k] is '\u200d' or '\ufe0f' || k > 0 && _text[k - 1] == '\u200d' && char.IsSurrogate(_text[k]) || IsSkinTone(k))
        )
            k += IsSkinTone(k) || char.IsHighSurrogate(_text[k]) && char.IsLowSurrogate(At(k + 1)) && k + 1 < e ? 2 : 1;
        return Math.Min(k, e);
    }

    bool IsSkinTone(int k) => At(k) == '\ud83c' && At(k + 1) is >= '\udffb' and <= '\udfff';

    /// <summary>The first web or mail address, file name or group in a run without blanks; empty if there is none.</summary>
    Span FindAddress(int s, int e)
    {
        var run = _text.AsSpan(s, Math.Min(e - s, 4096));
        var start = 0;
        while (start < run.Length && run[start] is '(' or '[' or '<' or '"' or '\'' or '\u201c' or '\u2018' or '{')
            start++;
        var end = run.Length;
        while (
            end > start
            && run[end - 1] is ')' or ']' or '>' or '"' or '\'' or '\u201d' or '\u2019' or '}' or '.' or ',' or ';' or ':' or '!' or '?'
        )
            end--;
        if (end - start < 4)
            return default;
        var body = run[start..end];
        if (IsUrl(body) || IsMail(body) || IsDomain(body))
        {
            if (body.IndexOfAny("<>\"") is > 3 and var cut)
                body = body[..cut];
            return new(s + start, s + start + body.Length);
        }
        return default;
    }

    static bool IsUrl(ReadOnlySpan<char> body) =>
        body.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || body.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || body.StartsWith("ftp://", StringComparison.OrdinalIgnoreCase)
        || body.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
        || body.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);

    static bool IsMail(ReadOnlySpan<char> body)
    {
        var at = body.IndexOf('@');
        return at > 0
            && at + 2 < body.Length
            && (char.IsLetterOrDigit(body[at - 1]) || body[at - 1] is '.' or '_' or '-')
            && char.IsLetterOrDigit(body[at + 1])
            && body.IndexOfAny("()[]\"'") < 0;
    }

    /// <summary>A host, perhaps with a path, or a file: it ends in a name that hosts or files end in.</summary>
    static bool IsDomain(ReadOnlySpan<char> body)
    {
        var slash = body.IndexOf('/');
        var host = slash < 0 ? body : body[..slash];
        foreach (var c in host)
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-' or '_'))
                return false;
        var dot = host.LastIndexOf('.');
        if (dot <= 0 || host.Length - dot > 6)
            return false;
        var last = host[(dot + 1)..];
        if (slash >= 0 && last.Length is 2 or 3 && char.IsAsciiLetterLower(last[0]))
            return true;
        foreach (
            var known in (ReadOnlySpan<string>)
                ["com", "org", "net", "gov", "edu", "info", "mil", "doc", "xls", "pdf", "htm", "html", "txt", "jpg", "gif", "zip"]
        )
            if (Is(last, known))
                return true;
        return host.Length - dot == 3
            && host.IndexOf('.') < dot
            && (host.EndsWith("co.uk", StringComparison.OrdinalIgnoreCase) || host.EndsWith("com.au", StringComparison.OrdinalIgnoreCase));
    }
}
