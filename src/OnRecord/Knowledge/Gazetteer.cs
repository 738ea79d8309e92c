using System.Runtime.InteropServices;

namespace OnRecord.Knowledge;

/// <summary>Places that are too many or too small to be known by name alone: towns, divisions of states, other names of cities. They are looked
/// up where the text says that a place is meant.</summary>
internal sealed unsafe class Gazetteer
{
    /// <summary>A row is held as its offset in its table, with the table above it; alternative names have a mark.</summary>
    internal const int TableShift = 27;
    internal const int IsAlternative = 1 << 30;
    const int OffsetMask = (1 << TableShift) - 1;

    /// <summary>By <see cref="TableShift"/>.</summary>
    internal static readonly string[] Tables = ["places", "towns", "districts"];

    readonly ulong* _keys; // in order
    readonly int* _rows;
    readonly int _count;
    readonly Table[] _tables;

    internal Gazetteer(KnowledgeFile file)
    {
        var keys = file.Section("gazetteer keys");
        _keys = (ulong*)keys.At;
        _count = keys.Length / sizeof(ulong);
        _rows = (int*)file.Section("gazetteer rows").At;
        _tables = Array.ConvertAll(Tables, file.Table);
    }

    /// <summary>Adds every place of the name to a list, with whether it is the place's other name.</summary>
    internal void Find(ReadOnlySpan<char> name, List<(PlaceEntry Place, bool IsAlternative)> found)
    {
        var key = NameHash.Of(name);
        var at = new ReadOnlySpan<ulong>(_keys, _count).BinarySearch(key);
        if (at < 0)
            return;
        while (at > 0 && _keys[at - 1] == key)
            at--;
        for (; at < _count && _keys[at] == key; at++)
        {
            var table = _tables[(_rows[at] & ~IsAlternative) >> TableShift];
            var row = table.RowAt(_rows[at] & OffsetMask);
            found.Add((table.Name == "districts" ? PlaceEntry.OfRegion(row) : PlaceEntry.OfCity(row), (_rows[at] & IsAlternative) != 0));
        }
    }

    /// <summary>The sections of the compiled file.</summary>
    internal static IEnumerable<(string Name, byte[] Bytes)> Sections(Func<string, Table> open)
    {
        var entries = new List<(ulong Key, int Row)>();
        var cities = new Dictionary<int, int>();
        for (var t = 0; t < Tables.Length; t++)
        {
            var isRegion = Tables[t] == "districts";
            for (var rows = open(Tables[t]).GetEnumerator(); rows.MoveNext(); )
            {
                var row = rows.Current;
                var at = rows.Offset | t << TableShift;
                if (Tables[t] == "places")
                {
                    if (row.Number(0) is { } id)
                        cities[id] = at;
                    continue; // its own names are in the index of names
                }
                entries.Add((NameHash.Of(row.Text(isRegion ? 0 : 1)), at));
                foreach (var other in row.Values(isRegion ? 5 : 2))
                    entries.Add((NameHash.Of(other), at | IsAlternative));
            }
        }
        foreach (var row in open("place-names"))
            if (row.Number(0) is { } id && cities.TryGetValue(id, out var at))
                foreach (var other in row.Values(1))
                    entries.Add((NameHash.Of(other), at | IsAlternative));
        entries.Sort();
        yield return ("gazetteer keys", MemoryMarshal.AsBytes(entries.ConvertAll(e => e.Key).ToArray().AsSpan()).ToArray());
        yield return ("gazetteer rows", MemoryMarshal.AsBytes(entries.ConvertAll(e => e.Row).ToArray().AsSpan()).ToArray());
    }
}
