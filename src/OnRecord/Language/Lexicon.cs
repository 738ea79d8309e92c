using System.Runtime.CompilerServices;
using OnRecord.Text;

namespace OnRecord.Language;

/// <summary>Facts about frequent words: the set of tags a word takes in the training corpora, its distributional cluster, and how
/// often it is written with a capital inside sentences. Found by the hash of the lower form.</summary>
/// <remarks>Layout: "LEX1", bits, 2^bits slots of 8 bytes (hash, tags, cluster and case packed), open addressing.</remarks>
internal sealed unsafe class Lexicon
{
    readonly ModelFile _file; // keeps the bytes alive
    readonly byte* _slots;
    readonly uint _mask;

    internal Lexicon(ModelFile file)
    {
        _file = file;
        file.Expect("LEX1");
        var bits = file.Int32();
        _mask = (1u << bits) - 1;
        _slots = file.Take(8L << bits);
    }

    /// <summary>What is known of a word. All zero: nothing.</summary>
    /// <param name="Tags">Number of the set of tags, 0 unknown.</param>
    /// <param name="Cluster">Number of the cluster, 0 unknown (12 bits).</param>
    /// <param name="Case">How often written with a capital inside sentences, 1 never to 7 always, 0 unknown (4 bits).</param>
    internal readonly record struct Entry(ushort Tags, ushort Cluster, byte Case);

    /// <summary>All words, by the hash of the lower form.</summary>
    internal IEnumerable<(uint Hash, Entry Entry)> All()
    {
        for (var i = 0u; i <= _mask; i++)
            if (Key(i) is not 0 and var key)
                yield return (key, Find(key));
    }

    uint Key(uint slot) => Unsafe.ReadUnaligned<uint>(_slots + ((ulong)slot << 3));

    internal Entry Find(uint lowerHash)
    {
        for (var i = Fnv.Mix(lowerHash) & _mask; ; i = (i + 1) & _mask)
        {
            var slot = _slots + ((ulong)i << 3);
            var key = Unsafe.ReadUnaligned<uint>(slot);
            if (key == 0)
                return default;
            if (key == lowerHash)
            {
                var packed = Unsafe.ReadUnaligned<ushort>(slot + 6);
                return new(Unsafe.ReadUnaligned<ushort>(slot + 4), (ushort)(packed & 0xfff), (byte)(packed >> 12));
            }
        }
    }
}
