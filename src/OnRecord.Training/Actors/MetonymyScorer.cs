using OnRecord.Text;
using OnRecord.Training.Language;
using OnRecord.Training.Statements;

namespace OnRecord.Training.Actors;

/// <summary>Scores whether a capital is taken for its government or for the place: <c>score metonymy</c>, on <c>tests/gold/metonyms.tsv</c> and
/// on the mentions in the news corpus of <c>tests/gold/capitals-news.tsv</c>.</summary>
internal static class MetonymyScorer
{
    /// <summary>Right and all, of sentences of the gold.</summary>
    /// <param name="coder">Codes them.</param>
    /// <param name="half">1 for the odd rows, 0 for the even ones, null for all.</param>
    /// <param name="errors">Takes a line for each that is wrong.</param>
    internal static (int Right, int All) Sentences(Coder coder, int? half, Action<string>? errors = null)
    {
        var rows = GoldTable.Rows("metonyms.tsv");
        int right = 0,
            all = 0;
        for (var i = 0; i < rows.Count; i++)
        {
            if (half is not null && (i + 1) % 2 != half)
                continue;
            var at = rows[i][4].IndexOf(rows[i][2], StringComparison.Ordinal);
            var found = IsGovernment(coder.Code(new() { Text = rows[i][4] }), CodePoints(rows[i][4], at));
            all++;
            if (found == (rows[i][0] == "government"))
                right++;
            else
                errors?.Invoke($"{rows[i][0]}\t{rows[i][1]}\t{rows[i][2]}\t{rows[i][4]}");
        }
        return (right, all);
    }

    internal static void Score(string data, bool errors)
    {
        var coder = Coder.Load();
        Action<string>? print = errors ? Console.WriteLine : null;
        foreach (var (name, half) in new (string, int?)[] { ("odd rows", 1), ("even rows", 0), ("all rows", null) })
        {
            var (right, all) = Sentences(coder, half, half is null ? null : print);
            Console.WriteLine($"own sentences, {name}: {right} of {all} right, {100.0 * right / all:0.0} %");
        }
        var rows = GoldTable.Rows("capitals-news.tsv").ToDictionary(r => r[1]);
        int good = 0;
        foreach (var article in NewsNames.Articles(data).Where(a => rows.ContainsKey(a.Id!)))
        {
            var row = rows[article.Id!];
            var found = IsGovernment(coder.Code(article), int.Parse(row[2], System.Globalization.CultureInfo.InvariantCulture));
            if (found == (row[0] == "government"))
                good++;
            else
                print?.Invoke($"{row[0]}\t{row[1]}\t{row[2]}\t{row[4]}");
        }
        Console.WriteLine($"news: {good} of {rows.Count} right, {100.0 * good / rows.Count:0.0} %");
    }

    static int CodePoints(string text, int at) => text.AsSpan(0, at).ToString().EnumerateRunes().Count();

    /// <summary>Whether the record takes the words at an offset for a state or bloc that speaks or acts: a mention of a country, bloc or body that
    /// begins there and is no mere place.</summary>
    static bool IsGovernment(Record.ArticleRecord record, int at) =>
        record.Actors.Any(a =>
            a.Kind is "country" or "bloc" or "organisation" && a.Mentions.Any(m => m.Kind == "name" && m.Span.Start == at)
        );
}
