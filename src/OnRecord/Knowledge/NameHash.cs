namespace OnRecord.Knowledge;

/// <summary>FNV-1a over the letters of a name without what does not count: case, diacritics, full stops, apostrophes, and whether a hyphen
/// or a space parts two words.</summary>
internal struct NameHash()
{
    const ulong Seed = 14695981039346656037UL;
    const ulong Prime = 1099511628211UL;

    ulong _hash = Seed;
    bool _gap;

    /// <summary>The hash of what was fed; never 0.</summary>
    internal readonly ulong Key => _hash | 1;

    internal readonly bool IsEmpty => _hash == Seed;

    /// <summary>The hash of a whole name.</summary>
    internal static ulong Of(ReadOnlySpan<char> name)
    {
        var hash = new NameHash();
        foreach (var c in name)
            hash.Feed(c);
        return hash.Key;
    }

    /// <summary>What follows is another word.</summary>
    internal void Part() => _gap = true;

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
