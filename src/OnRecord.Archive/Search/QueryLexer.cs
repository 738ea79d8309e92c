using System.Globalization;
using System.Text;

namespace OnRecord.Archive.Search;

/// <summary>The kinds of a query's tokens.</summary>
internal enum QueryTokenKind
{
    Word,
    Phrase,
    Field,
    And,
    Or,
    Not,
    Open,
    Close,
    End,
}

/// <summary>A token of a query.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Word, words of the phrase without their marks, or name of the field without its colon.</param>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="Length">How many.</param>
internal readonly record struct QueryToken(QueryTokenKind Kind, string Text, int Start, int Length)
{
    internal int End => Start + Length;
}

/// <summary>Cuts a query into tokens.</summary>
internal static class QueryLexer
{
    /// <summary>Quotation marks that open or close a phrase; keyboards and word processors give all of them.</summary>
    internal static bool IsQuote(char c) => c is '"' or '“' or '”' or '„' or '«' or '»';

    internal static List<QueryToken> Tokens(string text)
    {
        var tokens = new List<QueryToken>();
        for (var i = 0; i < text.Length; )
        {
            var c = text[i];
            if (char.IsWhiteSpace(c) || char.IsControl(c))
                i++;
            else if (c is '(' or ')')
                tokens.Add(new(c == '(' ? QueryTokenKind.Open : QueryTokenKind.Close, "", i++, 1));
            else if (IsQuote(c))
                tokens.Add(Phrase(text, ref i));
            else if (c == '-' && i + 1 < text.Length && !char.IsWhiteSpace(text[i + 1]) && text[i + 1] != '-')
                tokens.Add(new(QueryTokenKind.Not, "", i++, 1));
            else
                tokens.Add(Word(text, ref i));
        }
        tokens.Add(new(QueryTokenKind.End, "", text.Length, 0));
        return tokens;
    }

    static QueryToken Phrase(string text, ref int i)
    {
        var start = i++;
        while (i < text.Length && !IsQuote(text[i]))
            i++;
        if (i == text.Length)
            throw new QueryException("a quotation mark is not closed", start, 1, "close it with \"");
        i++;
        return new(QueryTokenKind.Phrase, text[(start + 1)..(i - 1)], start, i - start);
    }

    /// <summary>A word, an operator, or the name of a field up to its colon. A colon in front of a digit or a slash is part of a word: "10:30",
    /// "https://".</summary>
    static QueryToken Word(string text, ref int i)
    {
        var start = i;
        while (
            i < text.Length && !char.IsWhiteSpace(text[i]) && !char.IsControl(text[i]) && text[i] is not ('(' or ')') && !IsQuote(text[i])
        )
        {
            if (text[i] == ':' && i > start && IsFieldName(text.AsSpan(start, i - start)) && !(i + 1 < text.Length && text[i + 1] == '/'))
                return new(QueryTokenKind.Field, text[start..i], start, ++i - start);
            i++;
        }
        var word = text[start..i];
        return new(
            word switch
            {
                "AND" => QueryTokenKind.And,
                "OR" => QueryTokenKind.Or,
                "NOT" => QueryTokenKind.Not,
                _ => QueryTokenKind.Word,
            },
            word,
            start,
            i - start
        );
    }

    static bool IsFieldName(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (!char.IsAsciiLetter(c) && c != '-')
                return false;
        return char.IsAsciiLetter(text[0]);
    }

    /// <summary>The words of a text as the index has them: letters, digits and marks that belong to them.</summary>
    internal static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
            if (IsWordPart(rune, word.Length > 0))
                word.Append(rune);
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        if (word.Length > 0)
            words.Add(word.ToString());
        return words;
    }

    // FTS5's unicode61: categories L*, N* and Co make words (SQLite manual, FTS5, section 4.3.1)
    static bool IsWordPart(Rune rune, bool inside) =>
        Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.UppercaseLetter
            or UnicodeCategory.LowercaseLetter
            or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter
            or UnicodeCategory.OtherLetter
            or UnicodeCategory.DecimalDigitNumber
            or UnicodeCategory.LetterNumber
            or UnicodeCategory.OtherNumber
            or UnicodeCategory.PrivateUse => true,
            UnicodeCategory.NonSpacingMark => inside,
            _ => false,
        };
}
