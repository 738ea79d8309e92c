using System.Globalization;
using OnRecord.Record;

namespace OnRecord.Training.Statements;

/// <summary>Marks of the gold, marks found, and those found that are in the gold, with the same words and the same class.</summary>
/// <param name="Gold">In the gold.</param>
/// <param name="Found">Found.</param>
/// <param name="Right">Both.</param>
/// <param name="Holder">Of the right ones, those with the right holder.</param>
internal readonly record struct WordingCount(int Gold, int Found, int Right, int Holder)
{
    internal double Precision => Found == 0 ? 0 : 100.0 * Right / Found;
    internal double Recall => Gold == 0 ? 0 : 100.0 * Right / Gold;
    internal double F1 => Gold + Found == 0 ? 0 : 200.0 * Right / (Gold + Found);

    public static WordingCount operator +(WordingCount a, WordingCount b) =>
        new(a.Gold + b.Gold, a.Found + b.Found, a.Right + b.Right, a.Holder + b.Holder);
}

/// <summary>Scores wording on <c>tests/gold/wording.tsv</c>: <c>score wording</c>.</summary>
internal static class WordingScorer
{
    /// <summary>A mark of the gold. The words are told by their place, so that the second of two equal ones is another.</summary>
    sealed record Mark(string Kind, int Start, string Words, string Holder);

    static readonly string[] s_kinds = ["scare-quote", "hedge", "evidential", "loaded-verb", "intensifier"];

    /// <summary>Counts by class over the rows with one remainder of their number by two; rows are numbered from one.</summary>
    /// <param name="coder">Codes the sentences.</param>
    /// <param name="half">1 for the odd rows, 0 for the even ones, null for all.</param>
    /// <param name="errors">Takes a line for each sentence with something wrong.</param>
    internal static Dictionary<string, WordingCount> Count(Coder coder, int? half, Action<string>? errors = null)
    {
        var counts = s_kinds.ToDictionary(k => k, _ => default(WordingCount));
        var rows = GoldTable.Rows("wording.tsv");
        for (var i = 0; i < rows.Count; i++)
        {
            if (half is not null && (i + 1) % 2 != half)
                continue;
            var text = rows[i][0];
            var gold = rows[i].Length > 1 ? [.. rows[i][1].Split(" ; ").Select(m => Read(text, m))] : new List<Mark>();
            var record = coder.Code(new() { Text = text });
            foreach (var m in gold)
                counts[m.Kind] += new WordingCount(1, 0, 0, 0);
            var wrong = new List<string>();
            foreach (var w in record.Wording)
            {
                var match = gold.Find(m => m.Kind == w.Kind && m.Start == w.Span.Start && m.Words == w.Text);
                var holder = match is not null && IsHolder(record, w.By, match.Holder);
                counts[w.Kind] += new WordingCount(0, 1, match is null ? 0 : 1, holder ? 1 : 0);
                if (match is null)
                    wrong.Add($"too much: {w.Kind} {w.Text}");
                else if (!holder)
                    wrong.Add($"holder of {w.Text}: {w.By}, not {match.Holder}");
                gold.Remove(match!);
            }
            wrong.AddRange(gold.Select(m => $"missed: {m.Kind} {m.Words}"));
            if (wrong.Count > 0)
                errors?.Invoke($"{i + 1}: {text}\n      {string.Join("; ", wrong)}");
        }
        return counts;
    }

    internal static WordingCount All(Dictionary<string, WordingCount> counts) => counts.Values.Aggregate((a, b) => a + b);

    /// <summary>Prints the scores of both halves and of all. Errors are shown for the odd rows only: the even ones are for measuring.</summary>
    internal static void Score(bool errors)
    {
        var coder = Coder.Load();
        if (errors)
            Count(coder, 1, Console.WriteLine);
        foreach (var (name, half) in new (string, int?)[] { ("odd rows", 1), ("even rows", 0), ("all rows", null) })
        {
            var counts = Count(coder, half);
            foreach (var kind in s_kinds)
                Print($"{name}, {kind}", counts[kind]);
            Print($"{name}, all", All(counts));
        }
    }

    static void Print(string name, WordingCount c) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name, -26} gold {c.Gold, 4}  found {c.Found, 4}  P {c.Precision, 5:0.0}  R {c.Recall, 5:0.0}  F1 {c.F1, 5:0.0}  right holder {(c.Right == 0 ? 0 : 100.0 * c.Holder / c.Right), 5:0.0}"
            )
        );

    /// <summary>"hedge@outlet: may", with "#2" behind words that stand there more than once.</summary>
    static Mark Read(string text, string mark)
    {
        var at = mark.IndexOf('@', StringComparison.Ordinal);
        var colon = mark.IndexOf(": ", StringComparison.Ordinal);
        var words = mark[(colon + 2)..];
        var times = 1;
        if (words.IndexOf('#', StringComparison.Ordinal) is > 0 and var number)
            (times, words) = (int.Parse(words[(number + 1)..], CultureInfo.InvariantCulture), words[..number]);
        var start = -1;
        for (var from = 0; times > 0; from = start + 1)
        {
            start = text.IndexOf(words, from, StringComparison.Ordinal);
            if (start < 0)
                throw new InvalidDataException($"tests/gold/wording.tsv: “{words}” is not in: {text}");
            if (!IsPartOfWord(text, start, start + words.Length))
                times--;
        }
        return new(mark[..at], start, words, mark[(at + 1)..colon]);
    }

    static bool IsPartOfWord(string text, int start, int end) =>
        (start > 0 && char.IsLetter(text[start - 1])) || (end < text.Length && char.IsLetter(text[end]));

    static bool IsHolder(ArticleRecord record, string by, string holder)
    {
        if (by == "outlet" || holder == "outlet")
            return by == holder;
        var source = record.Statements.First(s => s.Id == by).Source?.Spans ?? [];
        return source.Any(s => record.Article.Text[s.Start..s.End].Contains(holder, StringComparison.OrdinalIgnoreCase));
    }
}
