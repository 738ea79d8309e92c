using OnRecord.Server.Html;

namespace OnRecord.Server.Reader;

/// <summary>Writes text with its marks as elements. Marks may overlap in any way, elements may not: where a mark ends inside another, the
/// inner elements are closed and opened again, so each mark is covered exactly by its elements and the tags stripped give the text.
/// </summary>
internal sealed class MarkedText
{
    readonly string _text;
    readonly Mark[] _marks; // by start; longer first
    readonly HashSet<string> _met = new(StringComparer.Ordinal); // records that have their link already
    readonly List<Mark> _open = [];
    readonly List<Mark> _opening = [];
    int _next;

    internal MarkedText(string text, IEnumerable<Mark> marks)
    {
        _text = text;
        _marks = [.. marks.Where(m => m.End > m.Start).OrderBy(m => m.Start).ThenByDescending(m => m.End).ThenBy(Rank)];
    }

    /// <summary>What stands inside what where both have the same bounds: the narrower part of a record innermost.</summary>
    static int Rank(Mark mark) =>
        mark.Style[0] switch
        {
            'z' => 0,
            'h' => 1,
            't' => 2,
            's' => 3,
            'c' => 4,
            'x' => 5,
            'r' => 6,
            'a' => 7,
            _ => 8,
        };

    /// <summary>Writes a part of the text; the parts are written in order, without a gap.</summary>
    internal void Write(HtmlText html, int start, int end)
    {
        // marks that go on from the part before are opened again, the widest first
        _opening.AddRange(_open.Where(m => m.End > start));
        _open.Clear();
        for (var at = start; at < end; )
        {
            for (; _next < _marks.Length && _marks[_next].Start <= at; _next++)
                if (_marks[_next].End > at)
                    _opening.Add(_marks[_next]);
            _opening.Sort(static (a, b) => a.End != b.End ? b.End.CompareTo(a.End) : Rank(a).CompareTo(Rank(b)));
            foreach (var mark in _opening)
                Open(html, mark);
            _opening.Clear();
            var until = end;
            foreach (var mark in _open)
                until = Math.Min(until, mark.End);
            if (_next < _marks.Length)
                until = Math.Min(until, _marks[_next].Start);
            html.Text(_text.AsSpan(at, until - at));
            at = until;
            if (at < end)
                Close(html, at);
        }
        foreach (var _ in _open)
            html.Add($"</mark>");
        _open.RemoveAll(m => m.End <= end);
    }

    void Open(HtmlText html, Mark mark)
    {
        var first = mark.Record.Length > 0 && _met.Add(mark.Record);
        // the link is empty and gets its label from the style sheet, so that the text can be copied without it
        if (first && mark.Record == "span")
            html.Add($"<mark class=h id=span>");
        else if (mark.Record.Length == 0)
            html.Add($"<mark class={mark.Style}>");
        else
        {
            if (first)
                html.Add(
                    $"""<a class="{(mark.Record.Length > 2 ? "n l" : "n")}" id="{mark.Record}-text" href="#{mark.Record}" data-n="{mark.Record}" aria-label="{mark.Record}"></a>"""
                );
            html.Add($"""<mark class={mark.Style} data-r="{mark.Record}">""");
        }
        _open.Add(mark);
    }

    /// <summary>Closes what ends here; what was opened inside it is closed too and waits to be opened again.</summary>
    void Close(HtmlText html, int at)
    {
        var outermost = _open.FindIndex(m => m.End <= at);
        if (outermost < 0)
            return;
        for (var i = _open.Count - 1; i >= outermost; i--)
        {
            html.Add($"</mark>");
            if (_open[i].End > at)
                _opening.Add(_open[i]);
        }
        _open.RemoveRange(outermost, _open.Count - outermost);
    }
}
