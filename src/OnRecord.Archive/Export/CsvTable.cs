using System.Buffers;
using System.Globalization;
using System.Text;

namespace OnRecord.Archive.Export;

/// <summary>RFC 4180: a header, CRLF after each row, quotation marks where a cell needs them. UTF-8 without a byte order mark.</summary>
internal sealed class CsvTable : TableWriter
{
    /// <summary>Between the texts of a list.</summary>
    internal const string Joint = "; ";

    static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");
    static readonly SearchValues<char> Formula = SearchValues.Create("=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20");

    readonly ExportTable _table;
    readonly ArrayBufferWriter<char> _line = new(1 << 12);

    internal CsvTable(ExportBuffer output, ExportTable table)
        : base(output)
    {
        _table = table;
        foreach (var column in ExportSchema.Columns(table))
            Cell(column.Name);
        EndLine();
    }

    internal override void Add(ExportSelection article)
    {
        foreach (var row in article.Rows(_table))
        {
            foreach (var column in ExportSchema.Columns(_table))
                Write(column, row);
            EndLine();
            Rows++;
        }
    }

    void Write(ExportColumn column, ExportRow row)
    {
        switch (column.Type)
        {
            case ExportType.Text:
                Cell(Guarded(column.Text(row) ?? ""));
                break;
            case ExportType.Texts:
                Cell(Guarded(string.Join(Joint, column.Texts(row) ?? [])));
                break;
            case ExportType.Integer:
                Cell(column.Integer(row)?.ToString(CultureInfo.InvariantCulture));
                break;
            case ExportType.Real:
                Cell(column.Real(row)?.ToString(CultureInfo.InvariantCulture));
                break;
            case ExportType.Flag:
                Cell(column.Flag(row) ? "true" : "false");
                break;
        }
    }

    /// <summary>A text that no spreadsheet takes for a formula: one that begins like a formula gets an apostrophe before it. A single
    /// character is none, so a view's + and - stay. A NUL, at which many readers stop, becomes U+FFFD.</summary>
    internal static string Guarded(string text)
    {
        if (text.Length > 1 && Formula.Contains(text[0]))
            text = "'" + text;
        return text.Replace('\0', '\uFFFD');
    }

    void Cell(string? text)
    {
        if (text is { Length: > 0 })
        {
            var quote = text.AsSpan().ContainsAny(Quoted) || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]);
            if (quote)
                _line.Write("\"");
            _line.Write(quote ? text.Replace("\"", "\"\"", StringComparison.Ordinal) : text);
            if (quote)
                _line.Write("\"");
        }
        _line.Write(",");
    }

    void EndLine()
    {
        Encoding.UTF8.GetBytes(_line.WrittenSpan[..^1], Output); // a lone surrogate becomes U+FFFD
        Output.Write("\r\n"u8);
        _line.ResetWrittenCount();
    }
}
