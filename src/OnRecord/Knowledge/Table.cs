using System.Runtime.InteropServices;
using System.Text;

namespace OnRecord.Knowledge;

/// <summary>One embedded table: lines of columns parted by tabs, comments after '#'. The bytes stay where the loader of the program
/// mapped them; nothing is copied.</summary>
internal sealed unsafe class Table
{
    readonly byte* _bytes;
    readonly int _length;
    readonly GCHandle _pin; // of the copy, where the runtime gives no mapped resource

    internal Table(string name)
    {
        Name = name;
        var stream =
            typeof(Table).Assembly.GetManifestResourceStream("knowledge/" + name)
            ?? throw new InvalidOperationException($"The table knowledge/{name} is missing from this build.");
        if (stream is UnmanagedMemoryStream mapped)
        {
            _bytes = mapped.PositionPointer;
            _length = (int)mapped.Length;
            return;
        }
        var copy = new byte[stream.Length];
        stream.ReadExactly(copy);
        _pin = GCHandle.Alloc(copy, GCHandleType.Pinned);
        _bytes = (byte*)_pin.AddrOfPinnedObject();
        _length = copy.Length;
    }

    internal string Name { get; }

    internal ReadOnlySpan<byte> Bytes => new(_bytes, _length);

    /// <summary>The row that starts at an offset that <see cref="Rows.Offset"/> gave.</summary>
    internal Row RowAt(int offset)
    {
        var rest = Bytes[offset..];
        var end = rest.IndexOf((byte)'\n');
        return new(end < 0 ? rest : rest[..end]);
    }

    public Rows GetEnumerator() => new(Bytes);

    /// <summary>Goes over the rows, comments and empty lines left out.</summary>
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
}
