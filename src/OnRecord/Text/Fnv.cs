using System.Runtime.InteropServices;

namespace OnRecord.Text;

/// <summary>FNV-1a hashes: the same in every process and on every machine, unlike <see cref="object.GetHashCode"/>.</summary>
internal static class Fnv
{
    internal const uint Seed32 = 2166136261;
    const uint Prime32 = 16777619;

    internal static uint Hash32(ReadOnlySpan<char> text, uint seed = Seed32)
    {
        var h = seed;
        foreach (var c in text)
            h = (h ^ c) * Prime32;
        return h;
    }

    internal static ulong Hash64(ReadOnlySpan<char> text)
    {
        var h = 14695981039346656037UL;
        foreach (var c in text)
            h = (h ^ c) * 1099511628211UL;
        return h;
    }

    /// <summary>Spreads the bits of a hash that is about to be masked (the finaliser of MurmurHash3).</summary>
    internal static uint Mix(uint h)
    {
        h ^= h >> 16;
        h *= 0x85ebca6b;
        h ^= h >> 13;
        h *= 0xc2b2ae35;
        return h ^ (h >> 16);
    }
}
