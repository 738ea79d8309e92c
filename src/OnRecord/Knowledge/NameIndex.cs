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

    /// <summary>A body of a state by a name that other states' bodies bear too: "Senate".</summary>
    Body,
}

/// <summary>One meaning of a name.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Row">Index in the list of that kind; for a city the offset of its row.</param>
/// <param name="MinUpper">Capitals that the words in the text must have at least: "US" needs two, "us" is a pronoun.</param>
/// <param name="Next">Index of the next meaning of the same name, or -1.</param>
internal readonly record struct Sense(SenseKind Kind, int Row, byte MinUpper, int Next);

/// <summary>Names of one or more words, found by hashing the text's words one after another. Case, diacritics, full stops, apostrophes and
/// the difference between hyphen and space do not count, nor does how a tokenizer cuts: "al-Shabaab" is the same in one word or three.
/// Mapped as <see cref="NameIndexBuilder"/> wrote it.</summary>
internal sealed unsafe class NameIndex
{
    /// <summary>Value of a key that only starts names.</summary>
    internal const int Prefix = -1;

    readonly ulong* _keys; // open addressing; 0 marks an empty slot
    readonly int* _values;
    readonly int* _senses; // three a sense: kind and capitals, row, next
    readonly int _slots;
    readonly KnowledgeFile _file; // keeps the bytes where they are

    internal NameIndex(KnowledgeFile file)
    {
        _file = file;
        var keys = file.Section("names keys");
        _keys = (ulong*)keys.At;
        _slots = keys.Length / sizeof(ulong);
        _values = (int*)file.Section("names values").At;
        var senses = file.Section("names senses");
        _senses = (int*)senses.At;
        Count = senses.Length / (3 * sizeof(int));
    }

    internal Sense this[int sense]
    {
        get
        {
            var s = _senses + 3 * sense;
            return new((SenseKind)(byte)s[0], s[1], (byte)(s[0] >> 8), s[2]);
        }
    }

    /// <summary>How many meanings there are.</summary>
    internal int Count { get; }

    /// <summary>The slot that a key is looked for first.</summary>
    internal static int Slot(ulong key, int slots) => (int)(((key ^ (key >> 29)) * 0x9E3779B97F4A7C15UL >> 32) * (ulong)slots >> 32);

    /// <summary>Value of a key: a meaning, <see cref="Prefix"/>, or null where no name goes on like that.</summary>
    int? Value(ulong key)
    {
        for (var i = Slot(key, _slots); _keys[i] != 0; i = i + 1 == _slots ? 0 : i + 1)
            if (_keys[i] == key)
                return _values[i];
        return null;
    }

    /// <summary>Reads a text word by word as long as some name goes on like that.</summary>
    internal struct Cursor(NameIndex index)
    {
        NameHash _hash = new();

        /// <summary>Capitals read so far.</summary>
        internal int Upper { get; private set; }

        /// <summary>First meaning of what was read, or -1 where it only starts a name.</summary>
        internal int Sense { get; private set; } = Prefix;

        /// <summary>Reads one more word. False: no name goes on like that.</summary>
        internal bool Push(ReadOnlySpan<char> word, bool spaceBefore)
        {
            if (spaceBefore)
                _hash.Part();
            var before = _hash.Key;
            var isEmpty = _hash.IsEmpty;
            foreach (var c in word)
            {
                _hash.Feed(c);
                if (c is >= 'A' and <= 'Z' || (c > 127 && char.IsUpper(c)))
                    Upper++;
            }
            if (_hash.Key == before)
                return Sense != Prefix || !isEmpty; // only a hyphen or the like: the name may go on
            if (index.Value(_hash.Key) is not { } value)
                return false;
            Sense = value;
            return true;
        }
    }
}
