using OnRecord.Language;

namespace OnRecord.Training.Language;

/// <summary>Mends names that a model gave to raw news, by what is sure without it: names of the tables with one meaning, titles, and the last
/// words of bodies. The finder then learns the mended sentences.</summary>
/// <param name="bodies">Last words of names of bodies, in lower case.</param>
internal sealed class SilverRules(IReadOnlySet<string> bodies)
{
    /// <summary>Abbreviated titles that only people have.</summary>
    static readonly HashSet<string> s_titles = new(StringComparer.Ordinal)
    {
        "Mr.", "Mrs.", "Ms.", "Mr", "Mrs", "Ms", "Dr.", "Dr", "Sen.", "Sens.", "Rep.", "Reps.", "Gov.", "Govs.", "Messrs.",
    }; // csharpier-ignore

    static readonly HashSet<string> s_links = new(StringComparer.Ordinal) { "of", "for", "on", "and", "&", "the" };

    static readonly HashSet<string> s_heads = new(StringComparer.Ordinal)
    {
        "Department", "Ministry", "University", "Bank", "Office", "Bureau", "Institute", "Committee", "Council", "Association", "Federation",
        "Court", "Commission", "Board", "Centers", "Center", "Centre", "League", "Chamber", "College", "Embassy",
    }; // csharpier-ignore

    internal void Mend(TrainingSentence s)
    {
        if (s.IsTitleCase)
            return;
        SplitAtTitles(s);
        Bodies(s);
        Tables(s);
        AfterTitles(s);
    }

    /// <summary>"Housing Secretary Jane Doe": the title is no part, what stands before it is a name of its own.</summary>
    static void SplitAtTitles(TrainingSentence s)
    {
        for (var i = 0; i < s.Length; i++)
        {
            if (s.Names![i][0] != 'B')
                continue;
            var end = End(s, i);
            int first = -1,
                last = -1;
            for (var k = i; k < end; k++)
                if (NameHints.IsOffice(s.Hints[k]))
                    (first, last) = (first < 0 ? k : first, k + 1);
            if (last == end && first > i && s.Names[i] != "B-ORG")
                Set(s, first, end, "");
            if (first < 0 || last >= end || end - last > 4)
                continue;
            var person = s.Names[i] == "B-PER" && !NameHints.IsPerson(s.Hints[i]) || NameHints.IsPerson(s.Hints[last]);
            if (!person)
                continue;
            Set(s, first, last, "");
            Set(s, last, end, "PER");
            if (first > i)
                Set(s, i, first, NameHints.Certain(s.Hints[i]) is var k0 and not NameKind.None ? Kinds[(int)k0] : "ORG");
        }
    }

    /// <summary>"the Upland Water Council", "the Department of Roads": the last word, or the first, tells a body.</summary>
    void Bodies(TrainingSentence s)
    {
        for (var i = 0; i < s.Length; i++)
        {
            if (!IsCapital(s, i) || i == 0 && s.Forms[i] is "The" or "A" or "An")
                continue;
            var end = i + 1;
            var body = -1;
            var heads = s_heads.Contains(s.Forms[i]);
            for (var k = i; k < s.Length; k++)
            {
                if (IsCapital(s, k))
                {
                    if (NameHints.IsOffice(s.Hints[k]) && !bodies.Contains(s.Forms[k].ToLowerInvariant()))
                        break;
                    end = k + 1;
                    if (k > i && bodies.Contains(s.Forms[k].ToLowerInvariant()))
                        body = end;
                }
                else if (!(k + 1 < s.Length && s_links.Contains(s.Forms[k]) && (IsCapital(s, k + 1) || s.Forms[k + 1] == "the")))
                    break;
                else if (s.Forms[k] == "and" && !heads && body < 0)
                    break;
            }
            if (heads && end > i + 2 && s_links.Contains(s.Forms[i + 1]))
                body = end;
            if (s.Forms[i] == "State")
                body = -1;
            if (body > 0 && NameHints.Certain(s.Hints[body - 1]) != NameKind.Location)
            {
                Set(s, i, body, "ORG");
                i = body - 1;
            }
            else
                i = end - 1;
        }
    }

    /// <summary>Names of the tables that mean one thing; adjectives of nations are none.</summary>
    static void Tables(TrainingSentence s)
    {
        for (var i = 0; i < s.Length; )
        {
            var end = i + 1;
            while (end < s.Length && NameHints.GoesOn(s.Hints[end]))
                end++;
            var kind = NameHints.Certain(s.Hints[i]);
            var capital = char.IsUpper(s.Forms[i][0]) && char.IsUpper(s.Forms[end - 1][0]);
            if (capital && NameHints.IsAdjective(s.Hints[i]) && s.Names![i] != "O" && End(s, i) == end && s.Names[i][0] == 'B')
                Set(s, i, end, "");
            else if (
                capital
                && kind != NameKind.None
                && (i == 0 || s.Names![i][0] != 'I')
                && (s.Names![i] == "O" || End(s, i) <= end)
                && (end == s.Length || s.Names[end][0] != 'I')
                && !(IsCapital(s, end) && s.Names[i] == "O")
                && !(i > 0 && IsCapital(s, i - 1) && s.Names[i] == "O")
            )
                Set(s, i, end, Kinds[(int)kind]);
            i = end;
        }
    }

    /// <summary>Who has an abbreviated title is a person.</summary>
    static void AfterTitles(TrainingSentence s)
    {
        for (var i = 0; i + 1 < s.Length; i++)
        {
            if (!s_titles.Contains(s.Forms[i]) || !IsCapital(s, i + 1))
                continue;
            var end = s.Names![i + 1][0] == 'B' ? End(s, i + 1) : i + 2;
            while (s.Names[i + 1] == "O" && IsCapital(s, end) && s.Names[end] == "O")
                end++;
            if (s.Names[i + 1] != "B-PER")
                Set(s, i + 1, end, "PER");
        }
    }

    static readonly string[] Kinds = ["", "PER", "ORG", "LOC"];

    static bool IsCapital(TrainingSentence s, int i) => i < s.Length && char.IsUpper(s.Forms[i][0]);

    static int End(TrainingSentence s, int i)
    {
        var end = i + 1;
        while (end < s.Length && s.Names![end][0] == 'I')
            end++;
        return end;
    }

    /// <summary>Sets a name and cuts what it overlaps.</summary>
    static void Set(TrainingSentence s, int first, int end, string kind)
    {
        for (var k = first; k < end; k++)
            s.Names![k] = kind.Length == 0 ? "O" : (k == first ? "B-" : "I-") + kind;
        if (end < s.Length && s.Names![end][0] == 'I')
            for (var k = end; k < s.Length && s.Names[k][0] == 'I'; k++)
                s.Names[k] = "O";
    }
}
