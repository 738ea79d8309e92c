using OnRecord.Text;

namespace OnRecord.Language;

/// <summary>Finds the sentences of a paragraph among its tokens, by rules over the marks that end one and the word that follows.</summary>
internal static class SentenceSplitter
{
    /// <summary>Longest sentence in tokens. What is longer is no sentence, but a list or a page without marks.</summary>
    internal const int Longest = 400;

    /// <summary>Appends the index one past the last token of each sentence.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Tokens of one paragraph.</param>
    /// <param name="ends">Filled.</param>
    internal static void Split(string text, ReadOnlySpan<Span> tokens, List<int> ends)
    {
        var start = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            var next = i + 1;
            if (IsTerminal(text, tokens[i]))
            {
                while (next < tokens.Length && IsCloser(text, tokens, next))
                    next++;
                if (next < tokens.Length && Ends(text, tokens, i, next))
                {
                    ends.Add(next);
                    start = next;
                    i = next - 1;
                    continue;
                }
            }
            if (i + 1 - start >= Longest && i + 1 < tokens.Length)
            {
                ends.Add(i + 1);
                start = i + 1;
            }
        }
        if (tokens.Length > start)
            ends.Add(tokens.Length);
    }

    /// <summary>A full stop, a mark of question or exclamation, an ellipsis, or a short form that keeps its stop.</summary>
    static bool IsTerminal(string text, Span token) => text[token.End - 1] is '.' or '!' or '?' or '\u2026';

    /// <summary>A closing mark straight after the token before.</summary>
    static bool IsCloser(string text, ReadOnlySpan<Span> tokens, int i)
    {
        if (tokens[i].Start != tokens[i - 1].End)
            return false;
        return text[tokens[i].Start] switch
        {
            ')' or ']' or '\u201d' or '\u2019' or '\u00bb' => true,
            '"' or '\'' => i + 1 == tokens.Length || tokens[i + 1].Start > tokens[i].End || IsCloser(text, tokens, i + 1),
            _ => false,
        };
    }

    /// <summary>Whether a sentence ends before <paramref name="next"/>, given the terminal mark at <paramref name="mark"/>.</summary>
    static bool Ends(string text, ReadOnlySpan<Span> tokens, int mark, int next)
    {
        var token = tokens[mark].Of(text);
        var quoted = next > mark + 1;
        var gap = tokens[next].Start > tokens[next - 1].End;
        var first = next;
        while (first < tokens.Length && IsOpener(text[tokens[first].Start]))
            first++;
        if (first == tokens.Length)
            return gap;
        var word = tokens[first].Of(text);
        var c = word[0];
        if (!gap)
            // "the end.The next": a space was forgotten
            return char.IsUpper(c) && token is "." && mark > 0 && char.IsLower(text[tokens[mark].Start - 1]) && first == next;
        if (char.IsLower(c))
            return false;
        if (token.Length > 1 && token[^1] == '.' && char.IsLetterOrDigit(token[0]))
            return first > next || ShortFormEnds(text, token, word);
        if (token.Length > 1 && token[0] is '.' or '\u2026' || token is "\u2026")
            return char.IsUpper(c) || first > next;
        if (quoted && token is not "." && first == next && SpeakerFollows(text, tokens, next))
            return false;
        // a mark in the middle of what goes on: "Yahoo! , which"
        return char.IsLetterOrDigit(c)
            || first > next
            || c is '\'' or '$' or '\u2014' or '-' or '\u2013' or '#' or '@' or '*' or '\u2022' or '\u00a3' or '\u20ac'
            || char.IsSurrogate(c);
    }

    static bool IsOpener(char c) => c is '"' or '\'' or '\u201c' or '\u2018' or '(' or '[' or '`' or '\u00ab';

    static bool ShortFormEnds(string text, ReadOnlySpan<char> token, ReadOnlySpan<char> word)
    {
        if (Abbreviations.IsTitle(token) || !char.IsUpper(word[0]))
            return false;
        if (char.IsAsciiDigit(token[0]))
            return false;
        return token.Equals("etc.", StringComparison.OrdinalIgnoreCase) || Abbreviations.IsStarter(word);
    }

    /// <summary>A question or exclamation that is quoted and followed by who said it.</summary>
    static bool SpeakerFollows(string text, ReadOnlySpan<Span> tokens, int next)
    {
        for (var i = next; i < Math.Min(tokens.Length, next + 5); i++)
        {
            var word = tokens[i].Of(text);
            if (Abbreviations.IsSaying(word))
                return true;
            if (!char.IsLetter(word[0]))
                return false;
        }
        return false;
    }
}
