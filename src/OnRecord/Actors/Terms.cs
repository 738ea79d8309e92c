using OnRecord.Knowledge;
using OnRecord.Language;

namespace OnRecord.Actors;

/// <summary>A run of tokens that the knowledge tables know.</summary>
/// <param name="First">First token.</param>
/// <param name="End">One past the last token.</param>
/// <param name="Sense">First of its meanings in <see cref="NameIndex"/>.</param>
/// <param name="Upper">Capitals in it.</param>
internal readonly record struct Term(int First, int End, int Sense, int Upper);

/// <summary>All terms of a document: at each place the longest, none overlapping.</summary>
internal sealed class Terms
{
    const int LongestTerm = 12; // tokens
    readonly KnowledgeBase _knowledge;
    readonly int[] _at; // term that covers a token, or -1

    Terms(KnowledgeBase knowledge, List<Term> all, int[] at) => (_knowledge, All, _at) = (knowledge, all, at);

    internal List<Term> All { get; }

    internal static Terms Find(Document document, KnowledgeBase knowledge)
    {
        var all = new List<Term>();
        var at = new int[document.Tokens.Length];
        Array.Fill(at, -1);
        foreach (var sentence in document.Sentences)
            for (var i = sentence.First; i < sentence.End; )
            {
                var term = Longest(document, knowledge, i, Math.Min(sentence.End, i + LongestTerm));
                if (term.End <= i)
                {
                    i++;
                    continue;
                }
                // "former secretary" is in the tables, but "Secretary of State" behind "former" is what is meant
                if (
                    term.End - i > 1
                    && document.Tokens[i].Lower is "former" or "ex" or "deputy"
                    && Longest(document, knowledge, i + 1, Math.Min(sentence.End, i + 1 + LongestTerm)) is var inner
                    && inner.End > term.End
                )
                {
                    i++;
                    continue;
                }
                at.AsSpan(i, term.End - i).Fill(all.Count);
                all.Add(term);
                i = term.End;
            }
        return new(knowledge, all, at);
    }

    static Term Longest(Document document, KnowledgeBase knowledge, int first, int limit)
    {
        var cursor = new NameIndex.Cursor(knowledge.Names);
        var best = default(Term);
        if (!char.IsLetterOrDigit(document.Text[document.Tokens[first].Start]))
            return best;
        for (var i = first; i < limit; i++)
        {
            var form = document.Form(i);
            if (form is "." or "," or ";" or ":" or "\"" or "'" or "(" or ")")
                break;
            if (!cursor.Push(form, i > first && document.Tokens[i].Start > document.Tokens[i - 1].End))
                break;
            if (
                cursor.Sense >= 0
                && Accepted(knowledge, cursor.Sense, cursor.Upper)
                && (char.IsLetterOrDigit(form[^1]) || form[^1] == '.')
                && form is not ("'s" or "’s")
            )
                best = new(first, i + 1, cursor.Sense, cursor.Upper);
        }
        // "the West" is not the beginning of "the West Wing"
        if (
            best.End > 0
            && best.End < document.Sentences[document.Tokens[first].Sentence].End
            && document.Form(first) is "the" or "The"
            && document.Tokens[best.End].Upos == Upos.Propn
        )
            return default;
        return best;
    }

    static bool Accepted(KnowledgeBase knowledge, int sense, int upper)
    {
        for (; sense >= 0; sense = knowledge.Names[sense].Next)
            if (upper >= knowledge.Names[sense].MinUpper)
                return true;
        return false;
    }

    /// <summary>The term that is exactly these tokens, also where a longer term hides it ("Congress" in "members of Congress"), or -1.</summary>
    internal int Exact(Document document, int first, int end)
    {
        var cursor = new NameIndex.Cursor(_knowledge.Names);
        for (var i = first; i < end; i++)
            if (!cursor.Push(document.Form(i), i > first && document.Tokens[i].Start > document.Tokens[i - 1].End))
                return -1;
        if (cursor.Sense < 0 || !Accepted(_knowledge, cursor.Sense, cursor.Upper))
            return -1;
        All.Add(new(first, end, cursor.Sense, cursor.Upper));
        return All.Count - 1;
    }

    /// <summary>The term that covers a token, or -1.</summary>
    internal int Covering(int token) => token >= 0 && token < _at.Length ? _at[token] : -1;

    /// <summary>The term that starts at a token, or -1.</summary>
    internal int StartingAt(int token) => Covering(token) is >= 0 and var t && All[t].First == token ? t : -1;

    /// <summary>The term that ends before a token, or -1.</summary>
    internal int EndingAt(int token) => Covering(token - 1) is >= 0 and var t && All[t].End == token ? t : -1;

    /// <summary>The first meaning of a kind that the term may have, or null.</summary>
    internal Sense? Find(int term, SenseKind kind) => Find(term, kind, kind);

    /// <summary>The first meaning of either kind, or null.</summary>
    internal Sense? Find(int term, SenseKind kind, SenseKind other)
    {
        if (term < 0)
            return null;
        for (var s = All[term].Sense; s >= 0; )
        {
            var sense = _knowledge.Names[s];
            if ((sense.Kind == kind || sense.Kind == other) && All[term].Upper >= sense.MinUpper)
                return sense;
            s = sense.Next;
        }
        return null;
    }

    internal Entity? Entity(int term, SenseKind kind) => Find(term, kind) is { } s ? _knowledge.Entities[s.Row] : null;

    internal Office? Office(int term) => Find(term, SenseKind.Office, SenseKind.Offices) is { } s ? _knowledge.Offices[s.Row] : null;

    internal Agent? Agent(int term) => Find(term, SenseKind.Agent, SenseKind.Agents) is { } s ? _knowledge.Agents[s.Row] : null;
}
