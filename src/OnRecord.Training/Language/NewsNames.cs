using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using OnRecord.Language;
using OnRecord.Text;

namespace OnRecord.Training.Language;

/// <summary>Scores names on sentences of the news corpus that were marked by hand: <c>score names</c>. The list holds offsets alone, in code
/// points; the texts come from the corpus.</summary>
internal static class NewsNames
{
    static readonly string[] s_kinds = ["", "PER", "ORG", "LOC"];

    /// <summary>A marked sentence: offsets are UTF-16 here.</summary>
    sealed record Marked(Span Sentence, HashSet<(Span Span, NameKind Kind)> Names);

    /// <summary>Ids of the articles in the list, from which names must not be learned. The list is a part of the program.</summary>
    internal static HashSet<string> HeldOut()
    {
        using var stream = typeof(NewsNames).Assembly.GetManifestResourceStream("names-news.tsv")!;
        using var reader = new StreamReader(stream);
        return [.. Rows(reader.ReadToEnd().Split('\n')).Select(r => r[0])];
    }

    /// <summary>Articles of the corpus in the order of its files.</summary>
    internal static IEnumerable<Article> Articles(string data)
    {
        foreach (var path in Directory.GetFiles(Path.Combine(data, "news"), "articles-*.jsonl.gz").Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
            while (reader.ReadLine() is { } line)
            {
                using var json = JsonDocument.Parse(line);
                var r = json.RootElement;
                yield return new()
                {
                    Id = r.GetProperty("id").GetString(),
                    Text = r.GetProperty("text").GetString() ?? "",
                    Title = r.TryGetProperty("title", out var t) ? t.GetString() : null,
                };
            }
        }
    }

    static IEnumerable<string[]> Rows(IEnumerable<string> lines) =>
        lines.Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t'));

    static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    static Marked Read(string[] row, string text)
    {
        var units = new List<int>();
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
            units.Add(i);
        units.Add(text.Length);
        var names = row.Length > 3 ? row[3].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(n => n.Split(':')) : [];
        return new(
            new(units[Number(row[1])], units[Number(row[2])]),
            [.. names.Select(n => (new Span(units[Number(n[0])], units[Number(n[1])]), (NameKind)Array.IndexOf(s_kinds, n[2])))]
        );
    }

    /// <summary>Prints precision, recall and F1 by kind; with <c>ONRECORD_ERRORS</c> in the environment also what is wrong.</summary>
    internal static void Score(string data, string gold, LanguageModel model)
    {
        var rows = Rows(File.ReadLines(gold)).ToDictionary(r => r[0]);
        Span<int> marked = stackalloc int[4];
        Span<int> found = stackalloc int[4];
        Span<int> right = stackalloc int[4];
        var errors = Environment.GetEnvironmentVariable("ONRECORD_ERRORS") is not null;
        foreach (var article in Articles(data))
        {
            if (!rows.TryGetValue(article.Id!, out var row))
                continue;
            var sentence = Read(row, article.Text);
            foreach (var (_, kind) in sentence.Names)
                marked[(int)kind]++;
            var document = model.Read(article);
            var names = new HashSet<(Span Span, NameKind Kind)>();
            foreach (var n in document.Names)
            {
                var span = document.SpanOf(n.First, n.End);
                if (span.Start < sentence.Sentence.Start || span.End > sentence.Sentence.End)
                    continue;
                names.Add((span, n.Kind));
                found[(int)n.Kind]++;
                right[(int)n.Kind] += sentence.Names.Contains((span, n.Kind)) ? 1 : 0;
            }
            if (!errors || names.SetEquals(sentence.Names))
                continue;
            string Show((Span Span, NameKind Kind) n) => $"{n.Span.Of(article.Text)}/{s_kinds[(int)n.Kind]}";
            Console.WriteLine(
                $"  missed: {string.Join(", ", sentence.Names.Except(names).Select(Show))}; too many: {string.Join(", ", names.Except(sentence.Names).Select(Show))}\n      {sentence.Sentence.Of(article.Text)}"
            );
        }
        for (var kind = NameKind.Person; kind <= NameKind.Location; kind++)
        {
            LanguageScorer.Report($"news, {kind}", marked[(int)kind], found[(int)kind], right[(int)kind]);
            marked[0] += marked[(int)kind];
            found[0] += found[(int)kind];
            right[0] += right[(int)kind];
        }
        LanguageScorer.Report("news", marked[0], found[0], right[0]);
    }
}
