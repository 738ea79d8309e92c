using OnRecord.Knowledge;

namespace OnRecord.Language;

/// <summary>What the tables of names say of each word: a byte that <see cref="NameFinder"/> learns to weigh. It is a hint and no more:
/// "Reading" is a town in the tables and seldom one in the text.</summary>
/// <remarks>Bits: 0-3 the kind of the longest name that covers the word, 4 set but for its first word, 5-7 what else the same words name:
/// a place, a person, a body.</remarks>
internal sealed class NameHints
{
    /// <summary>The bits that tell the kind.</summary>
    internal const byte KindMask = 15;

    const byte Inside = 16;
    const byte AlsoPlace = 32;
    const byte AlsoPerson = 64;
    const byte AlsoBody = 128;

    /// <summary>Kinds, by how much they say: where one spelling has several meanings the highest counts.</summary>
    enum Kind : byte
    {
        None,
        Office,
        Given,
        City,
        Surname,
        Region,
        Outlet,
        Party,
        Group,
        Capital,
        Body,
        Bloc,
        Adjective,
        Country,
        Person,
    }

    /// <summary>A word of a name after its first.</summary>
    internal static bool GoesOn(byte hint) => (hint & Inside) != 0;

    internal static bool IsOffice(byte hint) => (hint & KindMask) == (int)Kind.Office;

    /// <summary>An adjective or a people, and not the name of a body too, as "European Union" and "Taliban" are.</summary>
    internal static bool IsAdjective(byte hint) => (hint & ~Inside) == (int)Kind.Adjective;

    /// <summary>A given name, a surname or a person known by name.</summary>
    internal static bool IsPerson(byte hint) => (hint & AlsoPerson) != 0;

    /// <summary>The kind of a name that means one thing; of towns and surnames one cannot be sure.</summary>
    internal static NameKind Certain(byte hint) =>
        ((Kind)(hint & KindMask), hint & (AlsoPlace | AlsoPerson | AlsoBody)) switch
        {
            (Kind.Person, AlsoPerson) => NameKind.Person,
            (Kind.Country or Kind.Capital or Kind.Region, AlsoPlace) => NameKind.Location,
            (Kind.Outlet or Kind.Party or Kind.Group or Kind.Body or Kind.Bloc or Kind.Adjective, AlsoBody) => NameKind.Organisation,
            _ => NameKind.None,
        };

    readonly NameIndex _names;
    readonly byte[] _ofSense;

    internal NameHints(KnowledgeBase knowledge)
    {
        _names = knowledge.Names;
        _ofSense = new byte[_names.Count];
        for (var i = 0; i < _ofSense.Length; i++)
            _ofSense[i] = (byte)KindOf(_names[i], knowledge);
    }

    static Kind KindOf(Sense sense, KnowledgeBase knowledge) =>
        sense.Kind switch
        {
            SenseKind.Entity => knowledge.Entities[sense.Row].Kind switch
            {
                EntityKind.Country => Kind.Country,
                EntityKind.Bloc => Kind.Bloc,
                EntityKind.Group => Kind.Group,
                EntityKind.Party => Kind.Party,
                EntityKind.Outlet => Kind.Outlet,
                _ => Kind.Body,
            },
            SenseKind.Adjective or SenseKind.People => Kind.Adjective,
            SenseKind.Capital => Kind.Capital,
            SenseKind.Person => Kind.Person,
            SenseKind.Surname => Kind.Surname,
            SenseKind.Office or SenseKind.Offices => Kind.Office,
            SenseKind.Given => Kind.Given,
            SenseKind.City => Kind.City,
            SenseKind.Region => Kind.Region,
            _ => Kind.None,
        };

    /// <summary>Reads the words of a sentence.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">The sentence's tokens.</param>
    /// <param name="hints">As long; overwritten.</param>
    internal void Fill(string text, ReadOnlySpan<Token> tokens, Span<byte> hints)
    {
        hints.Clear();
        for (var i = 0; i < tokens.Length; )
        {
            var cursor = new NameIndex.Cursor(_names);
            byte best = 0;
            var end = i + 1;
            for (var e = i; e < tokens.Length; e++)
            {
                ref readonly var t = ref tokens[e];
                if (!cursor.Push(text.AsSpan(t.Start, t.End - t.Start), e > i && tokens[e - 1].End < t.Start))
                    break;
                // the index passes over marks: one behind a name is no part of it
                if (cursor.Sense < 0 || !IsWord(text.AsSpan(t.Start, t.End - t.Start)))
                    continue;
                if (Senses(cursor.Sense, cursor.Upper) is not 0 and var hint)
                    (best, end) = (hint, e + 1);
            }
            if (best != 0)
            {
                hints[i] = best;
                for (var e = i + 1; e < end; e++)
                    hints[e] = (byte)(best | Inside);
            }
            i = end;
        }
    }

    static bool IsWord(ReadOnlySpan<char> form)
    {
        foreach (var c in form)
            if (char.IsLetterOrDigit(c))
                return true;
        return false;
    }

    byte Senses(int sense, int upper)
    {
        Kind best = 0;
        var bits = 0;
        for (var s = sense; s >= 0; s = _names[s].Next)
        {
            if (_names[s].MinUpper > upper)
                continue;
            var kind = (Kind)_ofSense[s];
            best = kind > best ? kind : best;
            bits |= kind switch
            {
                Kind.City or Kind.Region or Kind.Capital or Kind.Country => AlsoPlace,
                Kind.Given or Kind.Surname or Kind.Person => AlsoPerson,
                Kind.Outlet or Kind.Party or Kind.Group or Kind.Body or Kind.Bloc => AlsoBody,
                _ => 0,
            };
        }
        return best == Kind.None ? (byte)0 : (byte)((byte)best | bits);
    }
}
