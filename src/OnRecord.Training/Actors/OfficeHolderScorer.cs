using OnRecord.Knowledge;

namespace OnRecord.Training.Actors;

/// <summary>Asks the knowledge who held an office on a day: <c>score office-holders</c>, with questions that <c>eng/draw-office-holders.py</c> drew.
/// </summary>
internal static class OfficeHolderScorer
{
    /// <summary>Offices of heads of state and government and of those who rule without either title.</summary>
    static readonly string[] s_heads =
    [
        "president",
        "premier",
        "chancellor",
        "monarch",
        "supreme-leader",
        "head",
        "presidency-member",
        "crown-prince",
        "pope",
    ];

    /// <summary>Letters by which two spellings of one name may differ, for each so many letters that it has.</summary>
    const int LettersPerSlip = 4;

    /// <param name="questions">Questions; null for those on ministers in <c>tests/gold/ministers.tsv</c>.</param>
    /// <param name="errors">Prints what is wrong.</param>
    internal static void Score(string? questions, bool errors)
    {
        var rows = questions is null
            ? Statements.GoldTable.Rows("ministers.tsv")
            : [.. File.ReadLines(questions).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t'))];
        var (right, all) = Ask(KnowledgeBase.Load(), rows, errors ? Console.WriteLine : null);
        Console.WriteLine($"{right} of {all} right, {100.0 * right / all:0.0} %");
    }

    /// <summary>How many questions the tables answer as the source does.</summary>
    internal static (int Right, int All) Ask(KnowledgeBase knowledge, IReadOnlyList<string[]> questions, Action<string>? errors)
    {
        var names = KnowledgeTables
            .People.SelectMany(knowledge.Rows)
            .ToLookup(r => r[0], r => r[2].Split('|').Append(r[1]).Select(n => n.TrimEnd('*')));
        var right = 0;
        foreach (var q in questions)
        {
            var roles = q[1] == "heads" ? s_heads : [q[1]];
            var holders = knowledge
                .People.Where(p => p.Country == q[0] && p.Spells.Exists(s => roles.Contains(s.Role) && s.From.Length > 0 && s.Covers(q[2])))
                .ToList();
            if (holders.Exists(h => names[h.Id].SelectMany(n => n).Any(n => IsSame(n, q[3]))))
                right++;
            else
                errors?.Invoke($"{string.Join('\t', q)}\tthe tables have {string.Join(", ", holders.Select(h => h.Name))}");
        }
        return (right, questions.Count);
    }

    /// <summary>Whether half the words of a source's name, short ones left out, are among those of a name of the tables, give or take a letter.
    /// </summary>
    static bool IsSame(string name, string asked)
    {
        var words = Words(name);
        var wanted = Words(asked.Split('(')[0]).FindAll(w => w.Length > 2);
        return wanted.Count(a =>
                words.Exists(w => Distance(w, a) <= a.Length / LettersPerSlip - (a.Length < 6 ? a.Length / LettersPerSlip : 0))
            ) * 2
            >= Math.Max(1, wanted.Count);
    }

    static List<string> Words(string name) =>
        [
            .. string.Concat(name.Select(c => c == '\u0131' ? 'i' : NameHash.Fold(c)))
                .Split([' ', '-', '\'', '\u2019', '.', ','], StringSplitOptions.RemoveEmptyEntries)
                .Where(w => w.Length > 1),
        ];

    /// <summary>Edit distance (Levenshtein).</summary>
    static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1));
                corner = above;
            }
        }
        return row[^1];
    }
}
