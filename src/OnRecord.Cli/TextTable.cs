namespace OnRecord.Cli;

/// <summary>Rows in columns as wide as their widest cell; a heading that begins with "&gt;" stands right over numbers.</summary>
internal sealed class TextTable(params string[] headings)
{
    readonly List<string[]> _rows = [];

    internal void Add(params string[] cells) => _rows.Add([.. cells.Select(Terminal.Printable)]);

    internal void Write(TextWriter output)
    {
        var right = headings.Select(h => h.StartsWith('>')).ToArray();
        var titles = headings.Select(h => h.TrimStart('>')).ToArray();
        var widths = titles
            .Select((t, i) => Math.Max(t.Length, _rows.Select(r => Terminal.Columns(r[i])).DefaultIfEmpty().Max()))
            .ToArray();
        foreach (var row in _rows.Prepend(titles))
        {
            var cells = row.Select(
                (cell, i) =>
                {
                    var room = new string(' ', widths[i] - Terminal.Columns(cell));
                    return right[i] ? room + cell : cell + room;
                }
            );
            output.WriteLine(string.Join("  ", cells).TrimEnd());
        }
    }
}
