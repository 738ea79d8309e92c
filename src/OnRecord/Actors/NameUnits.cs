using System.Collections.Frozen;
using OnRecord.Knowledge;
using OnRecord.Language;

namespace OnRecord.Actors;

/// <summary>A name as the name finder and the tables together see it.</summary>
internal sealed class NameUnit
{
    internal required int First { get; init; }
    internal required int End { get; init; }

    /// <summary>What the name finder took it for; None where only the tables know it.</summary>
    internal required NameKind Kind { get; init; }

    /// <summary>The term that is exactly this name, or -1.</summary>
    internal required int Term { get; init; }

    /// <summary>The actor it was resolved to, or -1.</summary>
    internal int Actor { get; set; } = -1;

    /// <summary>It is the title or the country of a title of a person that follows.</summary>
    internal bool IsPartOfTitle { get; set; }
}

/// <summary>Names of the document without overlaps: where the name finder and the tables differ the longer wins.</summary>
internal sealed class NameUnits
{
    static readonly FrozenSet<string> Calendar =
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    readonly int[] _at;

    NameUnits(List<NameUnit> all, int[] at) => (All, _at) = (all, at);

    internal List<NameUnit> All { get; }

    /// <summary>The unit that covers a token, or null.</summary>
    internal NameUnit? Covering(int token) => token >= 0 && token < _at.Length && _at[token] >= 0 ? All[_at[token]] : null;

    internal static NameUnits Find(Document document, Terms terms, KnowledgeBase knowledge)
    {
        var all = new List<NameUnit>();
        var at = new int[document.Tokens.Length];
        Array.Fill(at, -1);
        var names = document.Names;
        var n = 0;
        for (var i = 0; i < document.Tokens.Length; )
        {
            while (n < names.Length && (names[n].First < i || names[n].End <= names[n].First))
                n++;
            var term = terms.StartingAt(i);
            if (term >= 0 && !IsName(document, terms, knowledge, term))
                term = -1;
            NameUnit? unit = null;
            if (n < names.Length && names[n].First == i)
            {
                var (first, end, kind) = Trim(document, terms, knowledge, names[n]);
                if (first > i)
                {
                    i = Math.Min(first, end);
                    if (first >= end)
                        continue;
                    term = terms.StartingAt(i) is >= 0 and var t && IsName(document, terms, knowledge, t) ? t : -1;
                }
                unit =
                    term >= 0 && terms.All[term].End >= end ? Unit(terms, term, terms.All[term].End == end ? kind : NameKind.None)
                    : end > first
                        ? new NameUnit
                        {
                            First = first,
                            End = end,
                            Kind = kind,
                            Term = terms.Exact(document, first, end),
                        }
                    : null;
            }
            else if (term >= 0 && !InsideName(names, n, i))
                unit = Unit(terms, term, NameKind.None);
            if (unit is null)
            {
                i++;
                continue;
            }
            at.AsSpan(unit.First, unit.End - unit.First).Fill(all.Count);
            all.Add(unit);
            i = unit.End;
        }
        return new(all, at);
    }

    static NameUnit Unit(Terms terms, int term, NameKind kind) =>
        new()
        {
            First = terms.All[term].First,
            End = terms.All[term].End,
            Kind = kind,
            Term = term,
        };

    static bool InsideName(Name[] names, int n, int token) => n > 0 && names[n - 1].First < token && token < names[n - 1].End;

    /// <summary>Whether the tables alone are enough to call the term a name. A city, a region or a given name is not.</summary>
    static bool IsName(Document document, Terms terms, KnowledgeBase knowledge, int term)
    {
        var token = terms.All[term].First;
        if (document.Tokens[token].Upos is Upos.Pron or Upos.Aux or Upos.Adp)
            return false;
        // "Chad" and "Jordan" are given names too: countries only where they are somewhere or the name finder says so
        if (terms.Find(term, SenseKind.Given) is not null && terms.Find(term, SenseKind.Surname) is null)
            return Locative.Is(document, token);
        if (terms.Find(term, SenseKind.Surname) is { } surname)
            return knowledge.People[surname.Row].IsCurrent(document.Article.Published);
        return terms.Find(term, SenseKind.Entity, SenseKind.Adjective) is not null
            || terms.Find(term, SenseKind.People, SenseKind.Capital) is not null
            || terms.Find(term, SenseKind.Person) is not null;
    }

    /// <summary>Takes titles from the front and possessive marks from the end of a name.</summary>
    static (int First, int End, NameKind Kind) Trim(Document document, Terms terms, KnowledgeBase knowledge, Name name)
    {
        var (first, end) = (name.First, name.End);
        while (end > first && document.Tokens[end - 1].Upos == Upos.Punct)
            end--;
        if (end > first + 1 && document.Tokens[end - 1].Lower is "'s" or "’s" or "'")
            end--;
        // a day of the week behind a name is none of it: "Harbour Radio on Monday"
        while (
            end > first + 1
            && (Calendar.Contains(document.Tokens[end - 1].Lower) || document.Tokens[end - 1].Lower is "on" or "in" or "at" or "the")
        )
            end--;
        for (var i = first + 1; i + 1 < end; i++)
            if (document.Tokens[i].Lower is "on" or "in" && Calendar.Contains(document.Tokens[i + 1].Lower))
                end = i;
        var kind = name.Kind;
        if (kind == NameKind.Person && end - first > 1 && knowledge.Words("organisation-end").Contains(document.Tokens[end - 1].Lower))
            kind = NameKind.Organisation;
        if (kind == NameKind.Organisation)
            for (var i = first; i < end; i++)
                if (
                    terms.StartingAt(i) is >= 0 and var office
                    && terms.Office(office) is { Flag: 'b', IsAddress: false, Title.Length: > 4 }
                    && i > first
                )
                {
                    // "Elmtown Police Chief Dora Hill" is a person with a title, "Supreme Court Chief Justice" a court and a title
                    var behind = terms.All[office].End;
                    if (behind >= end)
                        return (first, i, kind);
                    if (end - behind is 2 or 3 && IsGiven(terms, knowledge, document, behind))
                        return (behind, end, NameKind.Person);
                    break;
                }
        if (kind != NameKind.Person)
            return (first, end, kind);
        while (
            terms.StartingAt(first) is >= 0 and var t
            && terms.All[t].End < end
            && terms.Find(t, SenseKind.Person) is null
            && (terms.Office(t) is { Flag: not ' ' } || terms.Find(t, SenseKind.Adjective) is not null && end - terms.All[t].End >= 2)
        )
            first = terms.All[t].End;
        return (first, end, kind);
    }

    static bool IsGiven(Terms terms, KnowledgeBase knowledge, Document document, int token)
    {
        var cursor = new NameIndex.Cursor(knowledge.Names);
        if (!cursor.Push(document.Form(token), false))
            return terms.Covering(token) >= 0 && terms.Find(terms.Covering(token), SenseKind.Person) is not null;
        for (var s = cursor.Sense; s >= 0; s = knowledge.Names[s].Next)
            if (knowledge.Names[s].Kind == SenseKind.Given)
                return true;
        return false;
    }
}
