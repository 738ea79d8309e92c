using System.Runtime.CompilerServices;

namespace OnRecord.Language;

/// <summary>Hashes of combined atoms: one 32-bit number stands for a feature. All bits are well mixed, because low bits choose the bucket
/// and high bits are the check.</summary>
internal static class Features
{
    const uint Golden = 0x9e3779b9;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint Of(uint template, uint a) => Finish((a ^ (template * Golden)) * 0x85ebca6b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint Of(uint template, uint a, uint b) => Finish(Next((a ^ (template * Golden)) * 0x85ebca6b, b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint Of(uint template, uint a, uint b, uint c) => Finish(Next(Next((a ^ (template * Golden)) * 0x85ebca6b, b), c));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint Of(uint template, uint a, uint b, uint c, uint d) =>
        Finish(Next(Next(Next((a ^ (template * Golden)) * 0x85ebca6b, b), c), d));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static uint Next(uint h, uint x) => ((h ^ (h >> 15)) + x * 0x27d4eb2f) * 0xcc9e2d51;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static uint Finish(uint h)
    {
        h ^= h >> 15;
        h *= 0xc2b2ae35;
        return h ^ (h >> 16);
    }
}
