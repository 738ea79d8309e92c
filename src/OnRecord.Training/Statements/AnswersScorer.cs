using OnRecord.Record;

namespace OnRecord.Training.Statements;

/// <summary>Scores which claim a denial answers on <c>tests/gold/answers.tsv</c>: <c>score answers</c>.</summary>
internal static class AnswersScorer
{
    /// <summary>How many articles are right, of how many. Right: the statements whose cue or content stands in the words of the denial answer
    /// one statement, with content that overlaps the gold's by at least half of the shorter; or none, where the gold has none.</summary>
    /// <param name="coder">Codes the articles.</param>
    /// <param name="show">Takes a line for each article.</param>
    internal static (int Right, int All) Count(Coder coder, Action<string>? show = null)
    {
        var right = 0;
        var rows = GoldTable.Rows("answers.tsv");
        for (var i = 0; i < rows.Count; i++)
        {
            var (text, denial) = (rows[i][0], Find(rows[i][0], rows[i][1]));
            var record = coder.Code(new() { Text = text });
            var answered = record
                .Statements.Where(s => (s.Cue?.Spans ?? []).Any(c => c.Start >= denial.Start && c.End <= denial.End))
                .SelectMany(s => s.Answers ?? [])
                .Distinct()
                .Select(id => record.Statements.First(s => s.Id == id))
                .ToList();
            var isRight =
                rows[i][2] == "-"
                    ? answered.Count == 0
                    : answered.Count == 1 && Overlaps(answered[0].Content.Spans, Find(text, rows[i][2]));
            right += isRight ? 1 : 0;
            show?.Invoke(
                $"{i + 1} {(isRight ? "right" : "WRONG")}: “{rows[i][1]}” answers "
                    + (answered.Count == 0 ? "nothing" : string.Join(" | ", answered.Select(a => Cut(text, a.Content.Spans))))
            );
        }
        return (right, rows.Count);
    }

    /// <summary>Prints how many are right.</summary>
    internal static void Score(bool errors)
    {
        var (right, all) = Count(Coder.Load(), errors ? Console.WriteLine : null);
        Console.WriteLine($"answers: {right} of {all} right");
    }

    static CodeSpan Find(string text, string words)
    {
        var start = text.IndexOf(words, StringComparison.Ordinal);
        return start >= 0
            ? new(start, start + words.Length)
            : throw new InvalidDataException($"tests/gold/answers.tsv: “{words}” is not in: {text}");
    }

    static bool Overlaps(IReadOnlyList<CodeSpan> content, CodeSpan gold)
    {
        var shared = content.Sum(c => Math.Max(0, Math.Min(c.End, gold.End) - Math.Max(c.Start, gold.Start)));
        return 2 * shared >= Math.Min(gold.End - gold.Start, content.Sum(c => c.End - c.Start));
    }

    static string Cut(string text, IReadOnlyList<CodeSpan> spans) => string.Join(" ... ", spans.Select(s => text[s.Start..s.End]));
}
