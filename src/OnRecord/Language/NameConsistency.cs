using System.Runtime.InteropServices;
using OnRecord.Text;

namespace OnRecord.Language;

/// <summary>Reads the names of an article together: a capitalised word that is a name in most places is one where it was missed, and has the
/// same kind everywhere; the last word of a person's full name is that person.</summary>
internal static class NameConsistency
{
    /// <summary>Votes of a name that the article itself explains.</summary>
    const int Declared = 50;

    struct Votes
    {
        internal int Person;
        internal int Organisation;
        internal int Location;
        internal int Missed;

        internal readonly int Total => Person + Organisation + Location;

        internal readonly NameKind Best =>
            Person >= Organisation && Person >= Location ? NameKind.Person
            : Location >= Organisation ? NameKind.Location
            : NameKind.Organisation;

        internal void Add(NameKind kind)
        {
            if (kind == NameKind.Person)
                Person++;
            else if (kind == NameKind.Organisation)
                Organisation++;
            else
                Location++;
        }
    }

    /// <summary>Returns the names made consistent, in order.</summary>
    internal static List<Name> Apply(string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<Sentence> sentences, List<Name> names)
    {
        if (names.Count == 0)
            return names;
        var votes = new Dictionary<ulong, Votes>();
        var declared = Acronyms.Find(text, tokens, sentences, names);
        foreach (var n in declared)
        {
            names.RemoveAll(m => m.First < n.End && n.First < m.End);
            names.Add(n);
            for (var i = 0; i < Declared; i++)
                CollectionsMarshal.GetValueRefOrAddDefault(votes, Key(text, tokens, n.First, n.End), out _).Add(n.Kind);
        }
        if (declared.Count > 0)
            names.Sort((a, b) => a.First.CompareTo(b.First));
        var longest = 1;
        foreach (var n in names)
        {
            var weight = sentences[tokens[n.First].Sentence].IsTitleCase ? 1 : 2; // a headline's capitals prove less
            longest = Math.Min(6, Math.Max(longest, n.End - n.First));
            for (var i = 0; i < weight; i++)
                CollectionsMarshal.GetValueRefOrAddDefault(votes, Key(text, tokens, n.First, n.End), out _).Add(n.Kind);
        }
        foreach (var n in names)
            if (n.Kind == NameKind.Person && n.End - n.First is 2 or 3 && tokens[n.End - 1].End - tokens[n.End - 1].Start > 2)
            {
                ref var v = ref CollectionsMarshal.GetValueRefOrAddDefault(votes, Key(text, tokens, n.End - 1, n.End), out var known);
                if (!known || v.Person >= v.Organisation)
                    v.Person += 3;
            }
        return Mark(text, tokens, sentences, names, votes, longest);
    }

    static List<Name> Mark(
        string text,
        ReadOnlySpan<Token> tokens,
        ReadOnlySpan<Sentence> sentences,
        List<Name> names,
        Dictionary<ulong, Votes> votes,
        int longest
    )
    {
        var result = new List<Name>(names.Count);
        var next = 0;
        for (var i = 0; i < tokens.Length; )
        {
            if (next < names.Count && names[next].First == i)
            {
                var n = names[next++];
                var v = votes[Key(text, tokens, n.First, n.End)];
                result.Add(n with { Kind = v.Best });
                i = n.End;
                continue;
            }
            var limit = next < names.Count ? names[next].First : tokens.Length;
            limit = Math.Min(limit, sentences[tokens[i].Sentence].End);
            var end = MissedEnd(text, tokens, sentences, votes, i, Math.Min(limit, i + longest), out var kind);
            if (end > i)
                result.Add(new(i, end, kind));
            i = Math.Max(i + 1, end);
        }
        return result;
    }

    /// <summary>The end of the longest run from <paramref name="i"/> that is a name elsewhere, or -1.</summary>
    static int MissedEnd(
        string text,
        ReadOnlySpan<Token> tokens,
        ReadOnlySpan<Sentence> sentences,
        Dictionary<ulong, Votes> votes,
        int i,
        int limit,
        out NameKind kind
    )
    {
        kind = NameKind.None;
        if (!char.IsUpper(text[tokens[i].Start]) || tokens[i].Upos is not (Upos.Propn or Upos.Noun or Upos.Adj or Upos.X or Upos.Verb))
            return -1;
        for (var e = limit; e > i; e--)
        {
            if (
                e == i + 1
                && (tokens[i].Upos != Upos.Propn || sentences[tokens[i].Sentence].IsTitleCase && tokens[i].End - tokens[i].Start < 3)
            )
                continue;
            if (votes.TryGetValue(Key(text, tokens, i, e), out var v) && v.Total >= 2)
            {
                // a word of a longer capitalised run is a part of another name
                if (e == i + 1 && (IsCapitalProper(text, tokens, i - 1) || IsCapitalProper(text, tokens, e)))
                    continue;
                kind = v.Best;
                return e;
            }
        }
        return -1;
    }

    static bool IsCapitalProper(string text, ReadOnlySpan<Token> tokens, int i) =>
        (uint)i < (uint)tokens.Length && tokens[i].Upos == Upos.Propn && char.IsUpper(text[tokens[i].Start]);

    static ulong Key(string text, ReadOnlySpan<Token> tokens, int first, int end)
    {
        var h = 14695981039346656037UL;
        for (var i = first; i < end; i++)
            h = (h ^ Fnv.Hash64(text.AsSpan(tokens[i].Start, tokens[i].End - tokens[i].Start))) * 1099511628211UL;
        return h;
    }
}
