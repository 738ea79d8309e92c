namespace OnRecord.Training.Language;

/// <summary>Numbers the hashes it is given: 0, 1, 2 ...</summary>
internal sealed class HashIndex
{
    uint[] _keys = new uint[1 << 17];
    int[] _rows = new int[1 << 17]; // row + 1
    uint _mask = (1 << 17) - 1;

    internal int Count { get; private set; }

    internal int Find(uint hash)
    {
        for (var i = hash & _mask; ; i = (i + 1) & _mask)
        {
            var row = _rows[i];
            if (row == 0)
                return -1;
            if (_keys[i] == hash)
                return row - 1;
        }
    }

    internal int FindOrAdd(uint hash)
    {
        if (Count * 2 > _keys.Length)
            Grow();
        var i = hash & _mask;
        while (_rows[i] != 0)
        {
            if (_keys[i] == hash)
                return _rows[i] - 1;
            i = (i + 1) & _mask;
        }
        (_keys[i], _rows[i]) = (hash, ++Count);
        return Count - 1;
    }

    internal IEnumerable<(uint Hash, int Row)> All()
    {
        for (var i = 0; i < _keys.Length; i++)
            if (_rows[i] != 0)
                yield return (_keys[i], _rows[i] - 1);
    }

    void Grow()
    {
        var (keys, rows) = (_keys, _rows);
        _keys = new uint[keys.Length * 2];
        _rows = new int[keys.Length * 2];
        _mask = (uint)_keys.Length - 1;
        for (var k = 0; k < keys.Length; k++)
        {
            if (rows[k] == 0)
                continue;
            var i = keys[k] & _mask;
            while (_rows[i] != 0)
                i = (i + 1) & _mask;
            (_keys[i], _rows[i]) = (keys[k], rows[k]);
        }
    }
}
