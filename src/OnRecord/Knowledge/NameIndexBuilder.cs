using System.Runtime.InteropServices;
using System.Text;

namespace OnRecord.Knowledge;

/// <summary>Gathers names and their meanings, and writes them as <see cref="NameIndex"/> reads them.</summary>
internal sealed class NameIndexBuilder
{
    const int LongestName = 128;
    const double Load = 0.7;

    readonly Dictionary<ulong, int> _values = [];
    readonly List<ulong> _order = []; // keys as they came, so that the same rows give the same bytes
    readonly List<Sense> _senses = [];

    /// <summary>Adds a meaning to a name. Meanings stay in the order they were added.</summary>
    internal void Add(ReadOnlySpan<byte> name, SenseKind kind, int row)
    {
        Span<char> chars = stackalloc char[LongestName];
        if (name.IsEmpty || name.Length > LongestName)
            return;
        Add(chars[..Encoding.UTF8.GetChars(name, chars)], kind, row);
    }

    internal void Add(ReadOnlySpan<char> name, SenseKind kind, int row)
    {
        var hash = new NameHash();
        var inWord = false;
        int upper = 0,
            letters = 0;
        var single = true;
        foreach (var c in name)
        {
            var letter = char.IsLetterOrDigit(c) || c is '&' or '+';
            if (inWord && !letter)
                Prefix(hash.Key);
            hash.Feed(c);
            inWord = letter;
            upper += char.IsUpper(c) ? 1 : 0;
            letters += letter ? 1 : 0;
            single &= c != ' ';
        }
        if (letters == 0)
            return;
        var min = single && letters <= 5 ? upper : Math.Min(upper, 1);
        Insert(hash.Key, kind, row, (byte)min);
    }

    void Prefix(ulong key)
    {
        if (_values.TryAdd(key, NameIndex.Prefix))
            _order.Add(key);
    }

    void Insert(ulong key, SenseKind kind, int row, byte minUpper)
    {
        Prefix(key);
        if (_values[key] == NameIndex.Prefix)
            _values[key] = _senses.Count;
        else
        {
            var last = _values[key];
            for (; ; )
            {
                var s = _senses[last];
                if (s.Kind == kind && s.Row == row && s.MinUpper <= minUpper)
                    return;
                if (s.Next < 0)
                    break;
                last = s.Next;
            }
            _senses[last] = _senses[last] with { Next = _senses.Count };
        }
        _senses.Add(new(kind, row, minUpper, -1));
    }

    /// <summary>The sections of the compiled file.</summary>
    internal IEnumerable<(string Name, byte[] Bytes)> Sections()
    {
        var slots = Math.Max(1, (int)(_order.Count / Load));
        var keys = new ulong[slots];
        var values = new int[slots];
        foreach (var key in _order)
        {
            var i = NameIndex.Slot(key, slots);
            while (keys[i] != 0)
                i = i + 1 == slots ? 0 : i + 1;
            (keys[i], values[i]) = (key, _values[key]);
        }
        var senses = new int[_senses.Count * 3];
        for (var i = 0; i < _senses.Count; i++)
        {
            var s = _senses[i];
            senses[3 * i] = (byte)s.Kind | s.MinUpper << 8;
            senses[3 * i + 1] = s.Row;
            senses[3 * i + 2] = s.Next;
        }
        yield return ("names keys", MemoryMarshal.AsBytes(keys.AsSpan()).ToArray());
        yield return ("names values", MemoryMarshal.AsBytes(values.AsSpan()).ToArray());
        yield return ("names senses", MemoryMarshal.AsBytes(senses.AsSpan()).ToArray());
    }
}
