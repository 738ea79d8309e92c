using OnRecord.Archive.Search;
using OnRecord.Text;

namespace OnRecord.Archive;

/// <summary>The place in a text that shows why a query found it.</summary>
internal static class Excerpt
{
    /// <summary>UTF-16: some text around the first place that a word of the query is found at, or the beginning. Whole words, one
    /// paragraph.</summary>
    internal static Span Of(string text, Query query, int length)
    {
        var at = Math.Max(0, First(text, query.Root));
        var start = at;
        var back = at;
        for (; back > Math.Max(0, at - length / 3) && text[back - 1] is not ('\n' or '\r'); back--)
            if (char.IsWhiteSpace(text[back - 1]))
                start = back;
        if (back == 0 || text[back - 1] is '\n' or '\r')
            start = back; // the paragraph's first word
        while (start < text.Length && char.IsWhiteSpace(text[start]))
            start++;
        var most = Math.Min(text.Length, start + length);
        var end = most;
        for (var i = start; i < most; i++)
            if (text[i] is '\n' or '\r')
            {
                end = i;
                break;
            }
        if (end == most && most < text.Length)
            while (end > start && !char.IsWhiteSpace(text[end]))
                end--;
        if (end == start)
            end = most < text.Length && char.IsLowSurrogate(text[most]) ? most - 1 : most;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return new(Math.Min(start, end), end);
    }

    static int First(string text, QueryNode? node)
    {
        switch (node)
        {
            case WordsNode words:
                return Find(text, words.Words[0]);
            case AndNode all:
                return all.Parts.Select(p => First(text, p)).FirstOrDefault(i => i >= 0, -1);
            case OrNode any:
                return any.Parts.Select(p => First(text, p)).FirstOrDefault(i => i >= 0, -1);
            default:
                return -1;
        }
    }

    static int Find(string text, string word)
    {
        for (var i = 0; (i = text.IndexOf(word, i, StringComparison.OrdinalIgnoreCase)) >= 0; i++)
            if (
                (i == 0 || !char.IsLetterOrDigit(text[i - 1]))
                && (i + word.Length == text.Length || !char.IsLetterOrDigit(text[i + word.Length]))
            )
                return i;
        return -1;
    }
}
