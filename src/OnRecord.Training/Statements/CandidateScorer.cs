using OnRecord.Language;
using OnRecord.Statements;

namespace OnRecord.Training.Statements;

/// <summary>Measures the candidate set: an attribution that no candidate meets can't be found, whatever the model learns.</summary>
internal static class CandidateScorer
{
    internal static void Print(string data, string split, string? list)
    {
        var language = LanguageModel.Load();
        var finder = new CandidateFinder(CueLexicon.Load());
        var articles = Attributions.Read(Path.Combine(data, "polnear", split + ".jsonl.gz"));
        var read = articles
            .AsParallel()
            .AsOrdered()
            .Select(a =>
            {
                var d = language.Read(a.Article);
                var candidates = finder.Find(d, d.Quotations);
                return (a, d.Tokens.Length, candidates.Count, new CandidateMatch(d, candidates, a.Attributions).Reached);
            })
            .ToList();

        var counts = new int[4];
        var lines = new List<string>();
        foreach (var (a, _, _, reached) in read)
            for (var g = 0; g < reached.Length; g++)
            {
                counts[(int)reached[g]]++;
                if (reached[g] != Reach.Met && a.Attributions[g].Cue is [var cue, ..])
                    lines.Add($"{a.Article.Id}\t{reached[g]}\t{cue.Start}\t{g}");
            }
        double gold = counts.Sum();
        foreach (var reach in Enum.GetValues<Reach>())
            Console.WriteLine($"{reach, -10} {counts[(int)reach], 6} {100 * counts[(int)reach] / gold, 5:0.0} %");
        Console.WriteLine($"{1000.0 * read.Sum(r => r.Item3) / read.Sum(r => r.Item2):0} candidates in 1,000 tokens");
        if (list is not null)
            File.WriteAllLines(list, lines);
    }
}
