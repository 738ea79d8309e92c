using System.Buffers;
using System.Globalization;
using System.Text;

namespace OnRecord.Archive.Export;

/// <summary>Rows as comma-separated values (RFC 4180): a header, lines end with CR LF, UTF-8 without a byte order mark.</summary>
/// <remarks>A text that a spreadsheet would run as a formula gets an apostrophe in front, and so does one that has such apostrophes
/// already: whoever takes one apostrophe off each cell that <see cref="IsGuarded"/> has the texts back. Numbers and truths are never
/// touched. NUL, which hardly any reader takes, becomes U+FFFD: one code point for one, so that offsets stay right.</remarks>
internal sealed class CsvRows : RowWriter
{
    // full-width forms count as formulas in East Asian settings
    const string FormulaStarts = "=+-@\t\r\n＝＋－＠";
    const int FlushAt = 1 << 16;

    // beyond what RFC 4180 demands: readers that guess the separator take these for one
    static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n;\t");

    readonly IReadOnlyList<ExportColumn> _columns;
    readonly StreamWriter _output;

    internal CsvRows(ExportTable table, Stream output)
    {
        _columns = ExportSchema.Columns(table);
        _output = new StreamWriter(output, new UTF8Encoding(false), FlushAt, leaveOpen: true) { NewLine = "\r\n" };
        _output.WriteLine(string.Join(',', _columns.Select(c => c.Name)));
    }

    internal override void Write(ExportRow row, CancellationToken cancelled)
    {
        for (var i = 0; i < _columns.Count; i++)
        {
            if (i > 0)
                _output.Write(',');
            var cell = _columns[i].Get(row);
            switch (_columns[i].Type)
            {
                case ExportType.Whole:
                    Number(cell.Whole);
                    break;
                case ExportType.Number:
                    Number(cell.Number);
                    break;
                case ExportType.Truth:
                    _output.Write(cell.Truth is { } truth ? (truth ? "true" : "false") : "");
                    break;
                case ExportType.TextList:
                    Text(_output, cell.Joined);
                    break;
                default:
                    Text(_output, cell.Text);
                    break;
            }
        }
        _output.WriteLine();
    }

    void Number<T>(T? value)
        where T : struct, ISpanFormattable
    {
        if (value is not { } number)
            return;
        Span<char> digits = stackalloc char[40];
        number.TryFormat(digits, out var written, default, CultureInfo.InvariantCulture);
        _output.Write(digits[..written]);
    }

    internal static void Text(TextWriter output, string? text)
    {
        if (string.IsNullOrEmpty(text))
            return;
        if (text.Contains('\0', StringComparison.Ordinal))
            text = text.Replace('\0', '\uFFFD');
        var quoted = text.AsSpan().IndexOfAny(Quoted) >= 0;
        if (quoted)
            output.Write('"');
        if (IsFormula(text))
            output.Write('\'');
        output.Write(quoted ? text.Replace("\"", "\"\"", StringComparison.Ordinal) : text);
        if (quoted)
            output.Write('"');
    }

    /// <summary>Whether a text gets an apostrophe: behind what apostrophes it begins with stands the start of a formula.</summary>
    internal static bool IsFormula(string text)
    {
        var at = 0;
        while (at < text.Length && text[at] == '\'')
            at++;
        return at < text.Length && FormulaStarts.Contains(text[at], StringComparison.Ordinal);
    }

    /// <summary>Whether a cell as read has an apostrophe that is not of the text.</summary>
    internal static bool IsGuarded(string cell) => cell.Length > 1 && cell[0] == '\'' && IsFormula(cell);

    internal override void Complete() => _output.Flush();
}
