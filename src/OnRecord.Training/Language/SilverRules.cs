using OnRecord.Language;

namespace OnRecord.Training.Language;

/// <summary>Mends names that a model gave to raw news, by what is sure without it: names of the tables that mean one thing, titles, and the
/// last words of bodies. The finder then learns from the mended sentences what the rules know, and where they hold.</summary>
/// <param name="bodyEnds">Last words of names of bodies, in lower case.</param>
/// <param name="upos">Parts of speech of the tagger's labels.</param>
internal sealed class SilverRules(IReadOnlySet<string> bodyEnds, Upos[] upos)
{
    const int LongestPerson = 4;

    internal void Mend(TrainingSentence s)
    {
        if (s.IsTitleCase)
            return; // capitals prove nothing there
        SplitAtTitles(s);
        Bodies(s);
        Tables(s);
        AfterTitles(s);
        WellKnown(s);
        Others(s);
    }

    /// <summary>"Housing Secretary Jane Doe": the title is no part, and what stands before it is a name of its own.</summary>
    static void SplitAtTitles(TrainingSentence s)
    {
        for (var i = 0; i < s.Length; i++)
        {
            if (!s.BeginsName(i))
                continue;
            var end = s.NameEnd(i);
            int first = -1,
                last = -1;
            for (var k = i; k < end; k++)
                if (NameHints.IsOffice(s.Hints[k]))
                    (first, last) = (first < 0 ? k : first, k + 1);
            if (last == end && first > i && s.Names![i] != "B-ORG")
                s.SetName(first, end, NameKind.None);
            if (first < 0 || last >= end || end - last > LongestPerson)
                continue;
            if (!(s.Names![i] == "B-PER" && !NameHints.IsPerson(s.Hints[i])) && !NameHints.IsPerson(s.Hints[last]))
                continue;
            s.SetName(first, last, NameKind.None);
            s.SetName(last, end, NameKind.Person);
            if (first > i)
                s.SetName(i, first, NameHints.Certain(s.Hints[i]) is var kind and not NameKind.None ? kind : NameKind.Organisation);
        }
    }

    /// <summary>"the Upland Water Council", "the Department of Roads": the last word, or the first, tells a body.</summary>
    void Bodies(TrainingSentence s)
    {
        for (var i = 0; i < s.Length; i++)
        {
            if (!s.IsCapital(i) || !MayBegin(s, i))
                continue;
            var (end, body) = Run(s, i);
            if (body > 0 && s.Forms[i] != "State" && NameHints.Certain(s.Hints[body - 1]) != NameKind.Location)
            {
                s.SetName(i, body, NameKind.Organisation);
                end = body;
            }
            i = end - 1;
        }
    }

    bool MayBegin(TrainingSentence s, int i) => IsProper(s, i) || i > 0 && upos[s.PredictedTags[i]] is Upos.Adj or Upos.Noun;

    /// <summary>The run of capitals that begins at a word, and the end of the body that it begins with, or -1.</summary>
    (int End, int Body) Run(TrainingSentence s, int i)
    {
        var end = i + 1;
        var body = -1;
        var isHead = SilverWords.BodyHeads.Contains(s.Forms[i]);
        for (var k = i; k < s.Length; k++)
        {
            if (s.IsCapital(k))
            {
                if (NameHints.IsOffice(s.Hints[k]) && !EndsBody(s.Forms[k]))
                    break;
                end = k + 1;
                if (k > i && EndsBody(s.Forms[k]))
                    body = end;
            }
            else if (!(k + 1 < s.Length && SilverWords.Links.Contains(s.Forms[k]) && (s.IsCapital(k + 1) || s.Forms[k + 1] == "the")))
                break;
            else if (s.Forms[k] == "and" && !isHead && body < 0)
                break;
        }
        return (end, isHead && end > i + 2 && SilverWords.Links.Contains(s.Forms[i + 1]) ? end : body);
    }

    bool EndsBody(string form) => form.ToLowerInvariant() is var l && (bodyEnds.Contains(l) || SilverWords.BodyEnds.Contains(l));

    /// <summary>Names of the tables that mean one thing; adjectives of nations are none.</summary>
    static void Tables(TrainingSentence s)
    {
        for (int i = 0, end; i < s.Length; i = end)
        {
            end = i + 1;
            while (end < s.Length && NameHints.GoesOn(s.Hints[end]))
                end++;
            if (!s.IsCapital(i) || !s.IsCapital(end - 1))
                continue;
            if (NameHints.IsAdjective(s.Hints[i]) && s.BeginsName(i) && s.NameEnd(i) == end)
                s.SetName(i, end, NameKind.None);
            else if (NameHints.Certain(s.Hints[i]) is var kind and not NameKind.None && IsWhole(s, i, end))
                s.SetName(i, end, SilverWords.Places.Contains(s.Forms[end - 1]) || s.Forms[i] == "Oval" ? NameKind.Location : kind);
        }
    }

    /// <summary>No longer name, and no other capital beside it, to which it might belong.</summary>
    static bool IsWhole(TrainingSentence s, int first, int end) =>
        (end == s.Length || !s.GoesOn(end))
        && (s.BeginsName(first) ? s.NameEnd(first) <= end : s.Names![first] == "O" && !s.IsCapital(end) && !s.IsCapital(first - 1));

    /// <summary>Who has an abbreviated title is a person.</summary>
    static void AfterTitles(TrainingSentence s)
    {
        for (var i = 1; i < s.Length; i++)
        {
            if (!SilverWords.Titles.Contains(s.Forms[i - 1]) || !s.IsCapital(i) || s.Names![i] == "B-PER")
                continue;
            var end = s.NameEnd(i);
            while (s.Names[i] == "O" && s.IsCapital(end) && s.Names[end] == "O")
                end++;
            s.SetName(i, end, NameKind.Person);
        }
    }

    /// <summary>Short names of parliaments, companies and schools that are known by one word.</summary>
    void WellKnown(TrainingSentence s)
    {
        for (var i = 0; i < s.Length; i++)
        {
            var chamber = SilverWords.Chambers.Contains(s.Forms[i]);
            if (
                (chamber || SilverWords.WellKnown.Contains(s.Forms[i]))
                && IsProper(s, i)
                && !s.GoesOn(i)
                && s.NameEnd(i) == i + 1
                && !(s.IsCapital(i - 1) && IsProper(s, i - 1))
                && (chamber || !(s.IsCapital(i + 1) && IsProper(s, i + 1)))
            )
                s.SetName(i, i + 1, NameKind.Organisation);
        }
    }

    bool IsProper(TrainingSentence s, int i) => upos[s.PredictedTags[i]] == Upos.Propn;

    /// <summary>Laws, treaties, programmes, storms and events are no names of the three kinds.</summary>
    static void Others(TrainingSentence s)
    {
        for (var i = 0; i < s.Length; i++)
        {
            if (!s.BeginsName(i))
                continue;
            var end = s.NameEnd(i);
            if (
                end - i > 1 && s.Names![i] != "B-PER" && SilverWords.OtherEnds.Contains(s.Forms[end - 1])
                || SilverWords.Others.Contains(string.Join(' ', s.Forms[i..end]))
                || i > 0 && s.Forms[i - 1] is "Hurricane" or "Tropical"
            )
                s.SetName(i, end, NameKind.None);
        }
    }
}
