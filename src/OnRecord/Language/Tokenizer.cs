using System.Collections.Frozen;
using OnRecord.Text;

namespace OnRecord.Language;

/// <summary>Cuts text into the words of UD English EWT: clitics, hyphens and marks are words of their own ("did|n't", "long|-|term",
/// "$|5|m"); numbers, addresses and short forms with their stops are not cut ("U.S.", "1,000.50", "e-mail").</summary>
internal sealed partial class Tokenizer
{
    readonly string _text;
    readonly List<Span> _out;
    readonly int _first;
    readonly int _end;

    Tokenizer(string text, Span span, List<Span> output) => (_text, _first, _end, _out) = (text, span.Start, span.End, output);

    /// <summary>Appends the tokens of a paragraph. Every character that is not blank (<see cref="IsBlank"/>) is in exactly one.</summary>
    internal static void Tokenize(string text, Span paragraph, List<Span> output) => new Tokenizer(text, paragraph, output).Run();

    /// <summary>White space, control characters and marks of no width.</summary>
    internal static bool IsBlank(char c) =>
        c <= ' ' || c >= '\u007f' && (char.IsWhiteSpace(c) || c is <= '\u009f' or '\u200b' or '\ufeff' or '\u2060');

    void Run()
    {
        for (var i = _first; i < _end; )
        {
            if (IsBlank(_text[i]))
            {
                i++;
                continue;
            }
            var e = i + 1;
            var plain = char.IsAsciiLetter(_text[i]);
            for (; e < _end && !IsBlank(_text[e]); e++)
                plain &= char.IsAsciiLetter(_text[e]);
            if (plain)
                Word(i, e);
            else
                Chunk(i, e);
            i = e;
        }
    }

    void Emit(int start, int end)
    {
        if (end > start)
            _out.Add(new(start, end));
    }

    char At(int i) => (uint)i < (uint)_end ? _text[i] : '\0';

    static bool IsWordPart(char c) => char.IsAsciiLetterOrDigit(c) || c >= '\u0080' && IsForeignWordPart(c) || c == '_';

    static bool IsForeignWordPart(char c) =>
        char.IsLetterOrDigit(c)
        || c == '\u00ad'
        || char.GetUnicodeCategory(c)
            is System.Globalization.UnicodeCategory.NonSpacingMark
                or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u02bc';

    /// <summary>Cuts a run without blanks.</summary>
    void Chunk(int s, int e)
    {
        // Addresses are looked for once in each run, so that a long run is not searched again and again.
        var address = e - s >= 4 && _text.AsSpan(s, e - s).IndexOfAny('.', '@', ':') >= 0 ? FindAddress(s, e) : default;
        for (var i = s; i < e; )
        {
            if (!address.IsEmpty && i == address.Start)
            {
                Emit(i, address.End);
                i = address.End;
                continue;
            }
            var limit = !address.IsEmpty && i < address.Start ? address.Start : e;
            var next = IsWordStart(i, s, limit) ? ReadWord(i, limit) : ReadMark(i, s, limit);
            i = next;
        }
    }

    bool IsWordStart(int i, int chunk, int e)
    {
        var c = _text[i];
        if (IsWordPart(c))
            return c != '_' || i + 1 < e && IsWordPart(_text[i + 1]) && _text[i + 1] != '_';
        if (i + 1 >= e)
            return false;
        var n = _text[i + 1];
        if (c == '.')
            return i == chunk && char.IsAsciiDigit(n);
        if (c is '#' or '@')
            return i == chunk && char.IsLetter(n);
        if (c == '+')
            return i == chunk && char.IsAsciiDigit(n);
        // '90s 'em 'til 'cause, but not an opening quotation mark before a whole word
        return IsApostrophe(c) && (i == chunk || !IsWordPart(_text[i - 1])) && IsElision(i + 1, e);
    }

    bool IsElision(int i, int e)
    {
        var k = i;
        while (k < e && IsWordPart(_text[k]))
            k++;
        var word = _text.AsSpan(i, k - i);
        return word.Length is 2 or 3
                && char.IsAsciiDigit(word[0])
                && char.IsAsciiDigit(word[1])
                && (word.Length == 2 && !IsApostrophe(At(k)) || word[^1] == 's')
            || word.Equals("em", StringComparison.OrdinalIgnoreCase)
            || word.Equals("til", StringComparison.OrdinalIgnoreCase)
            || word.Equals("cause", StringComparison.OrdinalIgnoreCase)
            || word.Equals("round", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Reads a word with what belongs inside it, emits it (cut where clitics begin) and returns its end.</summary>
    int ReadWord(int i, int e)
    {
        var k = i + 1;
        while (k < e)
        {
            if (IsWordPart(_text[k]))
                k++;
            else if (k + 1 < e && IsWordPart(_text[k + 1]) && JoinsAt(i, k, e))
                k += 2;
            else
                break;
        }
        // US$ and the like before a sum
        if (k < e && _text[k] == '$' && k - i <= 2 && char.IsUpper(_text[i]) && char.IsAsciiDigit(At(k + 1)))
        {
            Emit(i, k + 1);
            return k + 1;
        }
        if (k < e && _text[k] == '.' && At(k + 1) != '.' && KeepsStop(i, k))
        {
            Number(i, k + 1);
            return k + 1;
        }
        if (char.IsAsciiDigit(_text[i]))
            Number(i, k);
        else
            Word(i, k);
        return k;
    }

    bool KeepsStop(int i, int k)
    {
        var j = k + 1;
        while (j < _end && IsBlank(_text[j]))
            j++;
        var after = At(j);
        if (char.IsAsciiDigit(_text[i]))
            // "1." in front of an item of a list, "5 p.m." written in one
            return i == _first && k - i <= 2 && j > k + 1 && char.IsLetter(after) || _text.AsSpan(i, k - i).EndsWith(".m");
        return Abbreviations.KeepsStop(_text.AsSpan(i, k - i), after);
    }

    /// <summary>Whether the mark at <paramref name="k"/>, which has word parts on both sides, belongs inside the word.</summary>
    bool JoinsAt(int i, int k, int e)
    {
        char before = _text[k - 1],
            after = _text[k + 1];
        switch (_text[k])
        {
            case '.':
                if (char.IsAsciiDigit(before) && char.IsAsciiDigit(after))
                    return true;
                // U.S a.m Ph.D
                return char.IsLetter(before)
                    && char.IsLetter(after)
                    && (k - i == 1 || _text[k - 2] == '.' || k - i == 2 && _text[i] == 'P' && before == 'h');
            case ',':
                return char.IsAsciiDigit(before) && IsThousands(k + 1, e);
            case ':':
                return char.IsAsciiDigit(before) && char.IsAsciiDigit(after);
            case '/':
                return char.IsAsciiDigit(before) && char.IsAsciiDigit(after) || k - i == 1 && IsShortSlash(i, e);
            case '\'' or '\u2019' or '\u02bc':
                return true; // cut later if a clitic begins here
            case '-' or '\u2010' or '\u2011':
                return IsPrefix(_text.AsSpan(i, k - i)) && char.IsLetter(after) || IsPhoneNumber(i, k, e);
            case '&':
                return char.IsAsciiLetterUpper(before) && char.IsAsciiLetterUpper(after);
            case '*':
                return char.IsLetter(before) && char.IsLetter(after);
            default:
                return false;
        }
    }

    bool IsThousands(int k, int e) =>
        char.IsAsciiDigit(At(k))
        && char.IsAsciiDigit(At(k + 1))
        && char.IsAsciiDigit(At(k + 2))
        && k + 2 < e
        && !char.IsAsciiDigit(At(k + 3));

    bool IsShortSlash(int i, int e)
    {
        var word = _text.AsSpan(i, Math.Min(4, e - i));
        return word.StartsWith("s/he", StringComparison.OrdinalIgnoreCase)
            || word.StartsWith("w/o", StringComparison.OrdinalIgnoreCase)
            || word.StartsWith("c/o", StringComparison.OrdinalIgnoreCase)
            || word.StartsWith("n/a", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Groups of digits with hyphens are one word when they are a telephone number (seven digits or more, a group of four at
    /// the end), and three words when they are a range.</summary>
    bool IsPhoneNumber(int i, int k, int e)
    {
        if (!char.IsAsciiDigit(_text[k - 1]) || !char.IsAsciiDigit(_text[k + 1]))
            return false;
        int digits = 0,
            group = 0,
            groups = 1,
            j = i;
        for (; j < e && j - i < 24 && (char.IsAsciiDigit(_text[j]) || _text[j] is '-' or '/' or '.' && char.IsAsciiDigit(At(j + 1))); j++)
            if (char.IsAsciiDigit(_text[j]))
                (digits, group) = (digits + 1, group + 1);
            else
                (group, groups) = (0, groups + 1);
        return digits >= 7 && group == 4 && (groups > 2 || digits == 7);
    }

    static readonly FrozenSet<string> Prefixes = FrozenSet.Create(
        StringComparer.Ordinal,
        "non",
        "anti",
        "pro",
        "pre",
        "post",
        "mid",
        "co",
        "ex",
        "re",
        "e",
        "semi",
        "multi",
        "cross",
        "neo",
        "ultra",
        "inter",
        "intra",
        "un",
        "sub",
        "mini",
        "micro",
        "mega",
        "counter",
        "bi",
        "tri",
        "de",
        "dis",
        "extra",
        "hyper",
        "over",
        "pan",
        "quasi",
        "trans",
        "vice"
    );
    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PrefixLookup = Prefixes.GetAlternateLookup<ReadOnlySpan<char>>();

    static bool IsPrefix(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > 7)
            return false;
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return PrefixLookup.Contains(lower) && !lower.SequenceEqual("vice");
    }
}
