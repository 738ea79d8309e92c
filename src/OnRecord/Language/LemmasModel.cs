using System.Runtime.CompilerServices;
using OnRecord.Text;

namespace OnRecord.Language;

/// <summary>Endings and what becomes of them: rules of the <see cref="Lemmatizer"/>, found by tag and ending.</summary>
/// <remarks>Layout: "LEM1", number of rules, (letters cut, letters added) for each, bits, 2^bits slots of 6 bytes (hash, rule + 1),
/// open addressing.</remarks>
internal sealed unsafe class LemmasModel
{
    /// <summary>Longest ending that has a rule.</summary>
    internal const int LongestEnding = 6;

    /// <summary>Stands for the length of the ending when the rule is for one whole word.</summary>
    internal const uint Whole = 99;

    readonly ModelFile _file; // keeps the bytes alive
    readonly byte* _slots;
    readonly uint _mask;

    internal LemmasModel(ModelFile file)
    {
        _file = file;
        file.Expect("LEM1");
        Cut = new byte[file.Int32()];
        Added = new string[Cut.Length];
        for (var i = 0; i < Cut.Length; i++)
        {
            Cut[i] = file.Byte();
            Added[i] = file.Text();
        }
        var bits = file.Int32();
        _mask = (1u << bits) - 1;
        _slots = file.Take(6L << bits);
    }

    /// <summary>Letters each rule takes from the end.</summary>
    internal byte[] Cut { get; }

    /// <summary>Letters each rule then adds.</summary>
    internal string[] Added { get; }

    /// <summary>The key of an ending under a tag.</summary>
    internal static uint Key(Upos upos, string xpos, uint length, ReadOnlySpan<char> ending) =>
        Math.Max(1, Features.Of(length, Fnv.Hash32(xpos) + (uint)upos, Fnv.Hash32(ending)));

    /// <summary>The rule under a key, or -1.</summary>
    internal int Rule(uint key)
    {
        for (var i = key & _mask; ; i = (i + 1) & _mask)
        {
            var slot = _slots + (ulong)i * 6;
            var found = Unsafe.ReadUnaligned<uint>(slot);
            if (found == 0)
                return -1;
            if (found == key)
                return Unsafe.ReadUnaligned<ushort>(slot + 4) - 1;
        }
    }
}
