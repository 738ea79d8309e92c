using OnRecord.Text;

namespace OnRecord.Language;

/// <summary>Strings by their spelling, so that a word seen before costs no allocation. Bounded: a new word takes the place of an old one
/// with the same slot. Safe between threads: a slot holds a finished string or null.</summary>
internal sealed class StringPool(int bits = 16)
{
    readonly string?[] _slots = new string?[1 << bits];

    internal string Get(ReadOnlySpan<char> text)
    {
        if (text.Length > 64)
            return text.ToString();
        var h = Fnv.Mix(Fnv.Hash32(text)) & (uint)(_slots.Length - 1);
        var first = _slots[h];
        if (first is not null && text.SequenceEqual(first))
            return first;
        var second = _slots[h ^ 1];
        if (second is not null && text.SequenceEqual(second))
            return second;
        var s = text.ToString();
        _slots[first is null ? h : h ^ 1] = s;
        return s;
    }
}
