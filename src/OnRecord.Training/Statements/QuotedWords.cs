using OnRecord.Text;

namespace OnRecord.Training.Statements;

/// <summary>Which words stand between quotation marks, by the definition that attributions are scored with: in each paragraph, marks of
/// “ ” " `` '' open and close in turn; one left open counts to the paragraph's end where it opened at its start.</summary>
internal sealed class QuotedWords
{
    readonly string _text;
    readonly bool[] _quoted;

    internal QuotedWords(string text)
    {
        (_text, _quoted) = (text, new bool[text.Length]);
        for (var start = 0; start < text.Length; )
        {
            var end = text.IndexOf('\n', start) is >= 0 and var n ? n : text.Length;
            Paragraph(start, end);
            start = end + 1;
        }
    }

    void Paragraph(int start, int end)
    {
        var open = -1;
        for (var i = start; i < end; i++)
        {
            var width = Width(i, end);
            if (width == 0)
                continue;
            var closes = open >= 0 && _text[i] is not ('“' or '`');
            if (closes)
            {
                Array.Fill(_quoted, true, open, i + width - open);
                open = -1;
            }
            else if (open >= 0 || _text[i] != '”')
                open = i;
            i += width - 1;
        }
        if (open >= 0 && string.IsNullOrWhiteSpace(_text[start..open]))
            Array.Fill(_quoted, true, open, end - open);
    }

    int Width(int i, int end) =>
        _text[i] is '“' or '”' or '"' ? 1
        : i + 1 < end && _text[i] is '`' or '\'' && _text[i + 1] == _text[i] ? 2
        : 0;

    /// <summary>direct where all words are quoted, mixed where some are, else indirect.</summary>
    internal string KindOf(Span[] content)
    {
        int words = 0,
            quoted = 0;
        foreach (var s in content)
            for (var i = s.Start; i < s.End; i++)
                if (char.IsLetterOrDigit(_text[i]) && (i == s.Start || !char.IsLetterOrDigit(_text[i - 1])))
                {
                    words++;
                    quoted += _quoted[i] ? 1 : 0;
                }
        return words > 0 && quoted == words ? "direct"
            : quoted > 0 ? "mixed"
            : "indirect";
    }
}
