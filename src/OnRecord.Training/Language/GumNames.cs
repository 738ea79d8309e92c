using OnRecord.Language;

namespace OnRecord.Training.Language;

/// <summary>Reads names from GUM's notes on entities. GUM marks whole noun phrases, nested, with what they stand for; a name here is the
/// part around a head that is a proper noun, flat and without titles, as Universal NER marks it.</summary>
internal static class GumNames
{
    /// <summary>Words that GUM writes as parts of persons' names and Universal NER does not.</summary>
    static readonly HashSet<string> s_titles = new(StringComparer.OrdinalIgnoreCase)
    {
        "Mr.",
        "Mr",
        "Mrs.",
        "Mrs",
        "Ms.",
        "Ms",
        "Miss",
        "Dr.",
        "Dr",
        "Prof.",
        "Professor",
        "President",
        "Vice",
        "Prime",
        "Minister",
        "Chancellor",
        "Secretary",
        "General",
        "Gen.",
        "Colonel",
        "Captain",
        "Lieutenant",
        "Sergeant",
        "Major",
        "Senator",
        "Sen.",
        "Representative",
        "Rep.",
        "Governor",
        "Gov.",
        "Mayor",
        "Judge",
        "Justice",
        "Chief",
        "King",
        "Queen",
        "Prince",
        "Princess",
        "Lord",
        "Lady",
        "Sir",
        "Dame",
        "Pope",
        "Father",
        "Sister",
        "Brother",
        "Saint",
        "St.",
        "Reverend",
        "Rev.",
        "Attorney",
        "Officer",
        "Ambassador",
        "Emperor",
        "Count",
        "Duke",
        "Uncle",
        "Aunt",
        "Speaker",
        "Congressman",
        "Congresswoman",
        "Deputy",
        "Director",
        "Commissioner",
        "Coach",
        "Counsel",
    }; // csharpier-ignore

    /// <summary>BIO tags of a sentence.</summary>
    /// <param name="s">Its words.</param>
    /// <param name="misc">Their MISC columns.</param>
    internal static string[] Tags(TrainingSentence s, IReadOnlyList<string> misc)
    {
        var names = Mentions(misc)
            .Select(m => Name(s, m.First, m.End, m.Kind))
            .Where(n => n.End > n.First)
            .OrderByDescending(n => n.End - n.First)
            .ThenBy(n => n.First);
        var tags = Enumerable.Repeat("O", s.Length).ToArray();
        foreach (var (first, end, kind) in names)
        {
            if (tags[first..end].Any(t => t != "O"))
                continue;
            for (var i = first; i < end; i++)
                tags[i] = (i == first ? "B-" : "I-") + kind;
        }
        return tags;
    }

    /// <summary>Phrases for persons, organisations and places: "Entity=(12-person-new(13-place-giv:act)" opens two, "13)12)" ends them.</summary>
    static List<(int First, int End, string Kind)> Mentions(IReadOnlyList<string> misc)
    {
        var found = new List<(int, int, string)>();
        var open = new List<(string Id, int First, string Kind)>();
        for (var i = 0; i < misc.Count; i++)
        {
            var field = misc[i].Split('|').FirstOrDefault(f => f.StartsWith("Entity=", StringComparison.Ordinal));
            if (field is null)
                continue;
            for (var at = 7; at < field.Length; )
            {
                var opens = field[at] == '(';
                var from = opens ? at + 1 : at;
                var to = field.AsSpan(from).IndexOfAny('(', ')') is >= 0 and var n ? from + n : field.Length;
                var parts = field[from..to].Split('-');
                at = to;
                if (opens)
                    open.Add((parts[0], i, parts.Length > 1 ? Kind(parts[1]) : ""));
                if (at >= field.Length || field[at] != ')')
                    continue;
                at++;
                var last = open.FindLastIndex(o => o.Id == parts[0]);
                if (last < 0)
                    continue;
                if (open[last].Kind.Length > 0)
                    found.Add((open[last].First, i + 1, open[last].Kind));
                open.RemoveAt(last);
            }
        }
        return found;
    }

    static string Kind(string type) =>
        type switch
        {
            "person" => "PER",
            "organization" => "ORG",
            "place" => "LOC",
            _ => "",
        };

    /// <summary>The name within a phrase; empty if its head is no proper noun, or the plural of one ("Swedes").</summary>
    static (int First, int End, string Kind) Name(TrainingSentence s, int first, int end, string kind)
    {
        var head = first;
        while (head < end && s.Heads[head] >= first && s.Heads[head] < end)
            head++;
        if (head == end || !IsProper(s, head))
            return default;
        int a = head,
            b = head + 1;
        while (a > first && (IsProper(s, a - 1) || a - 1 > first && IsLink(s.Forms[a - 1], kind) && IsProper(s, a - 2)))
            a--;
        while (b < end && (IsProper(s, b) || b + 1 < end && IsLink(s.Forms[b], kind) && (IsProper(s, b + 1) || s.Forms[b + 1] == "the")))
            b++;
        while (kind == "PER" && a < b && s_titles.Contains(s.Forms[a]))
            a++;
        while (b > a && !IsProper(s, b - 1))
            b--;
        if (b - a == 1 && s.Xpos[a] == "NNPS" && kind != "LOC")
            return default;
        return (a, b, kind);
    }

    static bool IsProper(TrainingSentence s, int i) => s.Xpos[i] is "NNP" or "NNPS" && char.IsLetterOrDigit(s.Forms[i][0]);

    static bool IsLink(string form, string kind) => form is "-" || kind != "PER" && form is "of" or "for" or "and" or "&" or "the";
}
