using System.Globalization;
using System.Text.Json;
using OnRecord.Record;
using OnRecord.Training.Statements;

namespace OnRecord.Training.Actors;

/// <summary>Scores persons with their offices, places and dates of the acceptance article against <c>tests/gold/acceptance-names.tsv</c>:
/// <c>score acceptance</c>.</summary>
internal static class AcceptanceScorer
{
    internal static void Score(string data)
    {
        var gold = Directory.GetFiles(Path.Combine(data, "acceptance"), "*.gold.json").Single();
        using var about = JsonDocument.Parse(File.ReadAllText(gold));
        var record = Coder
            .Load()
            .Code(
                new()
                {
                    Text = File.ReadAllText(gold.Replace(".gold.json", ".txt", StringComparison.Ordinal)),
                    Outlet = about.RootElement.GetProperty("outlet").GetString(),
                    Published = about.RootElement.GetProperty("publishedAt").GetString(),
                }
            );
        var rows = GoldTable.Rows("acceptance-names.tsv");
        foreach (var kind in rows.GroupBy(r => r[2]))
        {
            var wrong = kind.Where(r => !IsRight(record, r)).ToList();
            Console.WriteLine($"{kind.Key}: {kind.Count() - wrong.Count} of {kind.Count()}");
            foreach (var r in wrong)
                Console.WriteLine($"  not as marked: {string.Join(' ', r)}");
        }
    }

    static bool IsRight(ArticleRecord record, string[] row)
    {
        var span = new CodeSpan(int.Parse(row[0], CultureInfo.InvariantCulture), int.Parse(row[1], CultureInfo.InvariantCulture));
        var country = row[3] == "-" ? null : row[3];
        var actor = record.Actors.FirstOrDefault(a => a.Mentions.Any(m => m.Span == span));
        var place = record.Places.FirstOrDefault(p => p.Span == span);
        return row[2] switch
        {
            "person" => actor is { Kind: "person", Role: { } role } && role.Title == row[4] && actor.Country?.Contains(row[3]) == true,
            "time" => record.Times.Any(t => t.Span == span && t.Value == row[3]),
            "place" => place is not null && place.Country == country && place.Precision == row[4],
            "city" => place is { AsActor: null } && place.Country == country && place.Precision == row[4],
            _ => actor is { Kind: "country" } && actor.Country?.Contains(row[3]) == true,
        };
    }
}
