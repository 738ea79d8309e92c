using OnRecord.Text;

namespace OnRecord.Language;

/// <summary>What a word looks like, as hashes: the atoms that features are made of. In a headline in title case capitals mean nothing,
/// so the form is the lower form and the shape is that of the headline.</summary>
internal struct WordFeatures
{
    const int Longest = 48;

    internal uint Form;
    internal uint Lower;
    internal uint Shape;
    internal uint Prefix1;
    internal uint Prefix2;
    internal uint Prefix3;
    internal uint Suffix1;
    internal uint Suffix2;
    internal uint Suffix3;
    internal uint Suffix4;

    /// <summary>The word's row in the lexicon: which tags it takes, how it is used. 0 for a word that is not in it.</summary>
    internal Lexicon.Entry Known;

    /// <summary>Reads a word.</summary>
    internal static WordFeatures Of(ReadOnlySpan<char> form, bool titleCase, Lexicon? lexicon)
    {
        if (form.Length > Longest)
            form = form[..Longest];
        Span<char> lower = stackalloc char[Longest];
        Span<char> cased = stackalloc char[Longest];
        lower = lower[..form.Length];
        cased = cased[..form.Length];
        for (var i = 0; i < form.Length; i++)
        {
            cased[i] = Normalize(form[i]);
            lower[i] = char.ToLowerInvariant(cased[i]);
        }
        WordFeatures w;
        w.Lower = Hash(lower, 1);
        w.Form = titleCase ? w.Lower : Hash(cased, 1);
        w.Shape = ShapeOf(form, titleCase);
        w.Prefix1 = Hash(lower[..Math.Min(1, lower.Length)], 2);
        w.Prefix2 = Hash(lower[..Math.Min(2, lower.Length)], 3);
        w.Prefix3 = Hash(lower[..Math.Min(3, lower.Length)], 4);
        w.Suffix1 = Hash(lower[^Math.Min(1, lower.Length)..], 5);
        w.Suffix2 = Hash(lower[^Math.Min(2, lower.Length)..], 6);
        w.Suffix3 = Hash(lower[^Math.Min(3, lower.Length)..], 7);
        w.Suffix4 = Hash(lower[^Math.Min(4, lower.Length)..], 8);
        w.Known = lexicon?.Find(w.Lower) ?? default;
        return w;
    }

    /// <summary>The hash under which the lexicon lists a word.</summary>
    internal static uint LowerHash(ReadOnlySpan<char> form) => Of(form, true, null).Lower;

    static uint Hash(ReadOnlySpan<char> text, uint seed) => Fnv.Mix(Fnv.Hash32(text, Fnv.Seed32 + seed * 0x9e3779b9));

    /// <summary>All digits are alike, and so are all marks that mean the same.</summary>
    static char Normalize(char c) =>
        c switch
        {
            >= '0' and <= '9' => '0',
            < '\u0080' => c,
            '\u2018' or '\u2019' => '\'',
            '\u201c' or '\u201d' => '"',
            '\u2013' or '\u2014' => '\u2014',
            _ => c,
        };

    /// <summary>Runs of capitals (A), small letters (a), digits (0) and other marks, at most two of a kind in a row.</summary>
    static uint ShapeOf(ReadOnlySpan<char> form, bool titleCase)
    {
        var h = Fnv.Seed32 + (titleCase ? 17u : 9u);
        var run = 0;
        var last = '\0';
        foreach (var c in form)
        {
            var kind =
                char.IsAsciiDigit(c) ? '0'
                : char.IsLetter(c)
                    ? titleCase || !char.IsUpper(c) ? 'a'
                        : 'A'
                : c;
            run = kind == last ? run + 1 : 1;
            last = kind;
            if (run <= 2)
                h = (h ^ kind) * 16777619;
        }
        return Fnv.Mix(h);
    }
}
