using System.Text;

namespace OnRecord.Knowledge;

/// <summary>What a name in the tables stands for.</summary>
internal enum SenseKind : byte
{
    /// <summary>The entity itself: a country, bloc, organisation, group, party, outlet.</summary>
    Entity,

    /// <summary>An adjective made of its name: "Russian", "Western".</summary>
    Adjective,

    /// <summary>A noun for its people: "Briton", "Houthis".</summary>
    People,

    /// <summary>The capital or seat of government of a country.</summary>
    Capital,

    /// <summary>A person by full name.</summary>
    Person,

    /// <summary>A person by surname alone.</summary>
    Surname,

    /// <summary>A title or office, singular or plural.</summary>
    Office,

    /// <summary>Offices of several people: "foreign ministers".</summary>
    Offices,

    /// <summary>An agent noun in the singular.</summary>
    Agent,

    /// <summary>An agent noun in the plural.</summary>
    Agents,

    /// <summary>A given name.</summary>
    Given,

    /// <summary>A city of places.tsv.</summary>
    City,

    /// <summary>A row of regions.tsv.</summary>
    Region,
}

/// <summary>One meaning of a name.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Row">Index in the list of that kind; for a city the offset of its row.</param>
/// <param name="MinUpper">Capitals that the words in the text must have at least: "US" needs two, "us" is a pronoun.</param>
/// <param name="Next">Index of the next meaning of the same name, or -1.</param>
internal readonly record struct Sense(SenseKind Kind, int Row, byte MinUpper, int Next);

/// <summary>Names of one or more words, found by hashing the text's words one after another. Case, diacritics, full stops, apostrophes and
/// the difference between hyphen and space do not count, nor does how a tokenizer cuts: "al-Shabaab" is the same in one word or three.</summary>
internal sealed class NameIndex
{
    const ulong Seed = 14695981039346656037UL;
    const ulong Prime = 1099511628211UL;
    const int Prefix = -1; // value of a key that only starts names
    const int LongestName = 128;

    ulong[] _keys = new ulong[1 << 17];
    int[] _values = new int[1 << 17];
    int _count;
    readonly List<Sense> _senses = new(40_000);

    internal Sense this[int sense] => _senses[sense];

    internal int Count => _senses.Count;

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
        var cursor = new Cursor(this);
        var inWord = false;
        int upper = 0,
            letters = 0;
        var single = true;
        foreach (var c in name)
        {
            var letter = char.IsLetterOrDigit(c) || c is '&' or '+';
            if (inWord && !letter)
                Insert(cursor.Key, Prefix, kind, row, 0);
            cursor.Feed(c);
            inWord = letter;
            upper += char.IsUpper(c) ? 1 : 0;
            letters += letter ? 1 : 0;
            single &= c != ' ';
        }
        if (letters == 0)
            return;
        var min = single && letters <= 5 ? upper : Math.Min(upper, 1);
        Insert(cursor.Key, 0, kind, row, (byte)min);
    }

    void Insert(ulong key, int value, SenseKind kind, int row, byte minUpper)
    {
        if (_count * 2 > _keys.Length)
            Grow();
        var slot = Slot(key);
        var isNew = _keys[slot] == 0;
        if (isNew)
        {
            (_keys[slot], _values[slot]) = (key, Prefix);
            _count++;
        }
        if (value == Prefix)
            return;
        if (_values[slot] == Prefix)
            _values[slot] = _senses.Count;
        else
        {
            var last = _values[slot];
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

    int Slot(ulong key)
    {
        var mask = (ulong)_keys.Length - 1;
        var i = (key ^ (key >> 29)) & mask;
        while (_keys[i] != 0 && _keys[i] != key)
            i = (i + 1) & mask;
        return (int)i;
    }

    void Grow()
    {
        var (keys, values) = (_keys, _values);
        (_keys, _values) = (new ulong[keys.Length * 2], new int[keys.Length * 2]);
        for (var i = 0; i < keys.Length; i++)
            if (keys[i] != 0)
            {
                var slot = Slot(keys[i]);
                (_keys[slot], _values[slot]) = (keys[i], values[i]);
            }
    }

    /// <summary>Reads a text word by word as long as some name goes on like that.</summary>
    internal struct Cursor(NameIndex index)
    {
        ulong _hash = Seed;
        bool _gap;

        internal readonly ulong Key => _hash | 1; // 0 marks an empty slot

        /// <summary>Capitals read so far.</summary>
        internal int Upper { get; private set; }

        /// <summary>First meaning of what was read, or -1 where it only starts a name.</summary>
        internal int Sense { get; private set; } = Prefix;

        /// <summary>Reads one more word. False: no name goes on like that.</summary>
        internal bool Push(ReadOnlySpan<char> word, bool spaceBefore)
        {
            _gap |= spaceBefore;
            var before = _hash;
            foreach (var c in word)
            {
                Feed(c);
                if (c is >= 'A' and <= 'Z' || (c > 127 && char.IsUpper(c)))
                    Upper++;
            }
            if (_hash == before)
                return Sense != Prefix || before != Seed; // only a hyphen or the like: the name may go on
            var slot = index.Slot(Key);
            if (index._keys[slot] == 0)
                return false;
            Sense = index._values[slot];
            return true;
        }

        internal void Feed(char c)
        {
            if (c is >= 'a' and <= 'z' or >= '0' and <= '9' or '&' or '+')
                Mix(c);
            else if (c is >= 'A' and <= 'Z')
                Mix((char)(c | 0x20));
            else if (c is '\'' or '.' or '\u2019' or '\u2018')
                return;
            else if (c > 127 && char.IsLetter(c))
                Mix(Fold(c));
            else
                _gap = true;
        }

        void Mix(char c)
        {
            if (_gap && _hash != Seed)
                _hash = (_hash ^ ' ') * Prime;
            _gap = false;
            _hash = (_hash ^ c) * Prime;
        }
    }

    // Latin letters with diacritics, U+00C0 to U+017F, and what they are without; '?' stays as it is.
    const string Plain =
        "aaaaaaaceeeeiiiidnooooo?ouuuuy?saaaaaaaceeeeiiiidnooooo?ouuuuy?yaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii??jjkk?llllllllllnnnnnn???oooooo??rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzz?";

    internal static char Fold(char c)
    {
        if (c is >= '\u00C0' and <= '\u017F' && Plain[c - 0xC0] != '?')
            return Plain[c - 0xC0];
        return char.ToLowerInvariant(c);
    }
}
