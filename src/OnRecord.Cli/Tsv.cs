using System.Text;

namespace OnRecord.Cli;

/// <summary>Tab-separated values as Python's csv writes them with its "excel-tab" dialect: a field with a tab, a quotation mark or a line
/// end stands in quotation marks, and quotation marks in it are doubled.</summary>
internal sealed class Tsv(TextReader reader)
{
    const int LongestField = 10_000_000;

    readonly StringBuilder _field = new();

    /// <summary>Line on which the row that was read last begins; the first is 1.</summary>
    internal int Line { get; private set; }

    int _nextLine = 1;

    /// <summary>The fields of the next row, or null at the end. Empty lines are skipped.</summary>
    /// <exception cref="InvalidDataException">A quoted field is not closed.</exception>
    internal List<string>? Row()
    {
        while (reader.Peek() is '\n' or '\r')
            End(reader.Read());
        if (reader.Peek() < 0)
            return null;
        Line = _nextLine;
        var row = new List<string>();
        while (true)
        {
            var more = Field(row);
            if (!more)
                return row;
        }
    }

    /// <summary>Reads one field; false when it was the row's last.</summary>
    bool Field(List<string> row)
    {
        _field.Clear();
        if (reader.Peek() == '"')
        {
            reader.Read();
            Quoted();
        }
        // what follows a closing mark belongs to the field, as in Python
        while (true)
        {
            var c = reader.Read();
            if (c is '\t' or '\n' or '\r' or < 0)
            {
                row.Add(_field.ToString());
                if (c is '\n' or '\r')
                    End(c);
                return c == '\t';
            }
            Append((char)c);
        }
    }

    void Quoted()
    {
        while (true)
        {
            var c = reader.Read();
            if (c < 0)
                throw new InvalidDataException($"the quotation mark that opens a field of the row at line {Line} is never closed");
            if (c == '"')
            {
                if (reader.Peek() != '"')
                    return;
                reader.Read();
            }
            if (c == '\n')
                _nextLine++;
            Append((char)c);
        }
    }

    void Append(char c)
    {
        if (_field.Length >= LongestField)
            throw new InvalidDataException($"a field of the row at line {Line} is longer than {LongestField} characters");
        _field.Append(c);
    }

    void End(int c)
    {
        _nextLine++;
        if (c == '\r' && reader.Peek() == '\n')
            reader.Read();
    }

    /// <summary>A field as Python's csv reads it back.</summary>
    internal static string Escape(string field) =>
        field.AsSpan().IndexOfAny("\t\n\r\"") < 0 ? field : "\"" + field.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
