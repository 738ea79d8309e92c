using System.Text;

namespace OnRecord.Cli;

/// <summary>What a piece of text on the page is; colors follow from it.</summary>
internal enum Tone : byte
{
    Plain,
    Title,
    Label,
    Speaker,
    Act,
    Evidence,
    Dim,
}

/// <summary>A piece of text in one tone.</summary>
internal readonly record struct Piece(string Text, Tone Tone = Tone.Plain)
{
    public static implicit operator Piece(string text) => new(text);
}

/// <summary>Lays out pieces of text in lines of a fixed width, breaking between words.</summary>
internal sealed class PageWriter(int width, bool colors)
{
    readonly StringBuilder _page = new();

    internal int Width => width;

    /// <summary>SGR codes of ECMA-48; only the eight colors that every terminal theme defines, none for meaning alone.</summary>
    static string Code(Tone tone) =>
        tone switch
        {
            Tone.Title => "1",
            Tone.Label => "1;36",
            Tone.Speaker => "1",
            Tone.Act => "33",
            Tone.Evidence => "32",
            Tone.Dim => "2",
            _ => "",
        };

    internal void Blank() => _page.Append('\n');

    internal void Rule() => Line(new Piece(new string('─', width), Tone.Dim));

    /// <summary>A heading between sections.</summary>
    internal void Heading(string text)
    {
        Blank();
        Line(new Piece(text, Tone.Label));
    }

    /// <summary>One line, not wrapped.</summary>
    internal void Line(params ReadOnlySpan<Piece> pieces)
    {
        foreach (var piece in pieces)
            Append(piece.Text, piece.Tone);
        _page.Append('\n');
    }

    /// <summary>Pieces set one after another, the first line indented by <paramref name="first"/> columns, the others by
    /// <paramref name="rest"/>. A word longer than the line is cut.</summary>
    internal void Wrap(int first, int rest, params ReadOnlySpan<Piece> pieces)
    {
        var lines = Break(pieces, width - first, width - rest);
        for (var i = 0; i < lines.Count; i++)
        {
            _page.Append(' ', i == 0 ? first : rest);
            Line([.. lines[i]]);
        }
    }

    /// <summary>A label in the margin, and pieces that stay right of it.</summary>
    internal void Hang(string label, int margin, params ReadOnlySpan<Piece> pieces)
    {
        var lines = Break(pieces, width - margin, width - margin);
        Append(label.PadRight(margin), Tone.Dim);
        for (var i = 0; i < lines.Count; i++)
        {
            _page.Append(' ', i == 0 ? 0 : margin);
            Line([.. lines[i]]);
        }
    }

    /// <summary>Cells side by side; each wraps in its own column.</summary>
    internal void Row(int indent, params ReadOnlySpan<(Piece Text, int Width)> cells)
    {
        var broken = new List<List<List<Piece>>>();
        var height = 1;
        foreach (var (text, columns) in cells)
        {
            broken.Add(Break([text], columns, columns));
            height = Math.Max(height, broken[^1].Count);
        }
        for (var line = 0; line < height; line++)
        {
            var open = indent; // columns owed before the next text, so that no line ends in spaces
            for (var c = 0; c < cells.Length; c++)
            {
                var used = 0;
                if (line < broken[c].Count && broken[c][line].Count > 0)
                {
                    _page.Append(' ', open);
                    open = 0;
                    foreach (var piece in broken[c][line])
                    {
                        Append(piece.Text, piece.Tone);
                        used += Terminal.Columns(piece.Text);
                    }
                }
                open += cells[c].Width - used + 2;
            }
            _page.Append('\n');
        }
    }

    static List<List<Piece>> Break(ReadOnlySpan<Piece> pieces, int first, int rest)
    {
        var lines = new List<List<Piece>> { new() };
        var used = 0;
        var space = false;
        foreach (var piece in pieces)
        {
            var text = Terminal.Printable(piece.Text);
            for (var i = 0; i < text.Length; )
            {
                if (text[i] == ' ')
                {
                    (space, i) = (true, i + 1);
                    continue;
                }
                var end = text.IndexOf(' ', i);
                var word = text[i..(end < 0 ? text.Length : end)];
                i += word.Length;
                var columns = Terminal.Columns(word);
                if (used > 0 && used + (space ? 1 : 0) + columns > (lines.Count == 1 ? first : rest))
                {
                    lines.Add([]);
                    (used, space) = (0, false);
                }
                for (var most = lines.Count == 1 ? first : rest; columns > most; most = rest)
                {
                    var cut = Fitting(word, most);
                    lines[^1].Add(piece with { Text = word[..cut] });
                    lines.Add([]);
                    word = word[cut..];
                    columns = Terminal.Columns(word);
                }
                lines[^1].Add(piece with { Text = (space && used > 0 ? " " : "") + word });
                used += columns + (space && used > 0 ? 1 : 0);
                space = false;
            }
        }
        return lines;
    }

    static int Fitting(string word, int columns)
    {
        var length = 0;
        foreach (var rune in word.EnumerateRunes())
        {
            columns -= Terminal.Columns(rune.ToString());
            if (columns < 0)
                break;
            length += rune.Utf16SequenceLength;
        }
        return Math.Max(length, 1);
    }

    void Append(string text, Tone tone)
    {
        text = Terminal.Printable(text);
        var code = colors ? Code(tone) : "";
        if (code.Length == 0)
            _page.Append(text);
        else
            _page.Append("\u001b[").Append(code).Append('m').Append(text).Append("\u001b[0m");
    }

    public override string ToString() => _page.ToString();
}
