using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace OnRecord.Knowledge;

/// <summary>One table of the compiled knowledge: lines of columns parted by tabs. The bytes stay where they are mapped; nothing is copied.
/// </summary>
internal sealed unsafe class Table(string name, byte* bytes, int length)
{
    internal string Name => name;

    internal ReadOnlySpan<byte> Bytes => new(bytes, length);

    /// <summary>The row that starts at an offset that <see cref="Rows.Offset"/> gave.</summary>
    internal Row RowAt(int offset)
    {
        var rest = Bytes[offset..];
        var end = rest.IndexOf((byte)'\n');
        return new(end < 0 ? rest : rest[..end]);
    }

    /// <summary>The rows as text, split at tabs. Rows may have fewer fields than the widest.</summary>
    internal IEnumerable<string[]> Text()
    {
        foreach (var line in Encoding.UTF8.GetString(Bytes).Split('\n'))
            if (line.Length > 0)
                yield return line.Split('\t');
    }

    public Rows GetEnumerator() => new(Bytes);

    /// <summary>Goes over the rows; empty lines and comments are none.</summary>
    internal ref struct Rows(ReadOnlySpan<byte> bytes)
    {
        readonly ReadOnlySpan<byte> _bytes = bytes;
        int _next;

        /// <summary>Where the current row starts.</summary>
        internal int Offset { get; private set; }

        public Row Current { get; private set; }

        public bool MoveNext()
        {
            while (_next < _bytes.Length)
            {
                Offset = _next;
                var rest = _bytes[_next..];
                var end = rest.IndexOf((byte)'\n');
                var line = end < 0 ? rest : rest[..end];
                _next += line.Length + 1;
                if (line.IsEmpty || line[0] == (byte)'#')
                    continue;
                Current = new(line);
                return true;
            }
            return false;
        }
    }
}

/// <summary>One line of a table.</summary>
internal readonly ref struct Row(ReadOnlySpan<byte> line)
{
    readonly ReadOnlySpan<byte> _line = line;

    /// <summary>The bytes of a column; empty where the line has fewer.</summary>
    internal ReadOnlySpan<byte> this[int column]
    {
        get
        {
            var rest = _line;
            for (; column > 0; column--)
            {
                var tab = rest.IndexOf((byte)'\t');
                if (tab < 0)
                    return default;
                rest = rest[(tab + 1)..];
            }
            var end = rest.IndexOf((byte)'\t');
            return end < 0 ? rest : rest[..end];
        }
    }

    internal string Text(int column) => this[column] is { IsEmpty: false } bytes ? Encoding.UTF8.GetString(bytes) : "";

    internal string? TextOrNull(int column) => this[column] is { IsEmpty: false } bytes ? Encoding.UTF8.GetString(bytes) : null;

    /// <summary>The values of a column, parted by '|'.</summary>
    internal string[] Values(int column) => this[column].IsEmpty ? [] : Text(column).Split('|');

    /// <summary>A whole number, or null.</summary>
    internal int? Number(int column) => Utf8Parser.TryParse(this[column], out int value, out _) ? value : null;

    /// <summary>A decimal number, or null.</summary>
    internal double? Degrees(int column) =>
        double.TryParse(this[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
}
