using System.IO.Compression;
using OnRecord.Language;
using OnRecord.Text;

namespace OnRecord.Training.Language;

/// <summary>Reads the treebanks and the corpus of names.</summary>
internal static class Corpora
{
    /// <summary>Genres of GUM whose texts are free for any use (GUM's licence file names the others).</summary>
    static readonly HashSet<string> FreeGenres = new(StringComparer.Ordinal)
    {
        "news",
        "interview",
        "bio",
        "voyage",
        "textbook",
        "vlog",
        "speech",
        "conversation",
        "academic",
        "court",
    };

    internal static bool IsFree(string genre) => FreeGenres.Contains(genre);

    /// <summary>UD English EWT and the free genres of GUM.</summary>
    internal static List<TrainingSentence> Treebanks(string data, string split) =>
        [
            .. Treebank(Path.Combine(data, "ud", $"en_ewt-ud-{split}.conllu.gz"), null),
            .. Treebank(Path.Combine(data, "ud", $"en_gum-ud-{split}.conllu.gz"), FreeGenres),
        ];

    internal static List<TrainingSentence> Ewt(string data, string split) =>
        Treebank(Path.Combine(data, "ud", $"en_ewt-ud-{split}.conllu.gz"), null);

    internal static List<TrainingSentence> Gum(string data, string split) =>
        Treebank(Path.Combine(data, "ud", $"en_gum-ud-{split}.conllu.gz"), FreeGenres);

    internal static TextReader Open(string path) =>
        new StreamReader(
            path.EndsWith(".gz", StringComparison.Ordinal)
                ? new GZipStream(File.OpenRead(path), CompressionMode.Decompress)
                : File.OpenRead(path)
        );

    static List<TrainingSentence> Treebank(string path, HashSet<string>? genres)
    {
        var all = new List<TrainingSentence>();
        using var reader = Open(path);
        var rows = new List<string[]>();
        string document = "",
            id = "",
            genre = "";
        var paragraph = false;
        var groupEnd = 0;
        var groupSpace = true;
        var space = new List<bool>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0)
            {
                if (rows.Count > 0 && (genres is null || genres.Contains(genre)))
                    all.Add(Sentence(document, id, genre, rows, space, paragraph, genres is not null));
                rows.Clear();
                space.Clear();
                paragraph = false;
                groupEnd = 0;
            }
            else if (line[0] == '#')
            {
                if (line.StartsWith("# newdoc", StringComparison.Ordinal))
                    (document, paragraph) = (line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim(), true);
                else if (line.StartsWith("# newpar", StringComparison.Ordinal))
                    paragraph = true;
                else if (line.StartsWith("# sent_id = ", StringComparison.Ordinal))
                    id = line[12..];
                else if (line.StartsWith("# meta::genre = ", StringComparison.Ordinal))
                    genre = line[16..].Trim();
            }
            else
            {
                var c = line.Split('\t');
                if (c[0].Contains('.', StringComparison.Ordinal))
                    continue;
                var joined = c[9].Contains("SpaceAfter=No", StringComparison.Ordinal);
                var dash = c[0].IndexOf('-', StringComparison.Ordinal);
                if (dash > 0)
                {
                    groupEnd = int.Parse(c[0].AsSpan(dash + 1), provider: System.Globalization.CultureInfo.InvariantCulture);
                    groupSpace = !joined;
                    continue;
                }
                rows.Add(c);
                space.Add(rows.Count > groupEnd ? !joined : rows.Count == groupEnd && groupSpace);
            }
        }
        return all;
    }

    static TrainingSentence Sentence(
        string document,
        string id,
        string genre,
        List<string[]> rows,
        List<bool> space,
        bool paragraph,
        bool named
    )
    {
        var forms = rows.Select(r => r[1]).ToArray();
        var s = new TrainingSentence
        {
            Document = document,
            Id = id,
            Genre = genre,
            Forms = forms,
            Lemmas = [.. rows.Select(r => r[2])],
            Upos = [.. rows.Select(r => UniversalDependencies.TryUpos(r[3], out var u) ? u : Upos.X)],
            Xpos = [.. rows.Select(r => r[4])],
            Feats = [.. rows.Select(r => r[5])],
            Heads =
            [
                .. rows.Select(r => int.Parse(r[6], System.Globalization.CultureInfo.InvariantCulture))
                    .Select(h => h == 0 ? rows.Count : h - 1),
            ],
            Deprels = [.. rows.Select(r => UniversalDependencies.ParseDeprel(r[7]))],
            SpaceAfter = [.. space],
            StartsParagraph = paragraph,
        };
        if (named)
            s.Names = GumNames.Tags(s, [.. rows.Select(r => r[9])]);
        return Layout.IsTitleCase(s.Text()) ? s.Flagged() : s;
    }

    static TrainingSentence Flagged(this TrainingSentence s) => s.With(s.Forms, s.Length, true);

    /// <summary>UNER: tokens with BIO tags. OTH and the bare B-O of the train file count as no name.</summary>
    internal static List<TrainingSentence> Names(string data, string split)
    {
        var all = new List<TrainingSentence>();
        using var reader = Open(Path.Combine(data, "uner", $"en_ewt-{split}.iob2.gz"));
        var forms = new List<string>();
        var tags = new List<string>();
        string document = "",
            id = "",
            text = "";
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0)
            {
                if (forms.Count > 0)
                    all.Add(NamesSentence(document, id, text, [.. forms], [.. tags]));
                forms.Clear();
                tags.Clear();
            }
            else if (line[0] == '#' && !line.Contains('\t', StringComparison.Ordinal))
            {
                if (line.StartsWith("# newdoc", StringComparison.Ordinal))
                    document = line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim();
                else if (line.StartsWith("# sent_id = ", StringComparison.Ordinal))
                    id = line[12..];
                else if (line.StartsWith("# text = ", StringComparison.Ordinal))
                    text = line[9..];
            }
            else
            {
                var c = line.Split('\t');
                forms.Add(c[1]);
                tags.Add(c[2] is "O" or "B-O" or "I-O" || c[2].EndsWith("OTH", StringComparison.Ordinal) ? "O" : c[2]);
            }
        }
        return all;
    }

    static TrainingSentence NamesSentence(string document, string id, string text, string[] forms, string[] tags)
    {
        var space = new bool[forms.Length];
        var at = 0;
        for (var i = 0; i < forms.Length; i++)
        {
            var found = text.IndexOf(forms[i], Math.Min(at, text.Length), StringComparison.Ordinal);
            at = found < 0 ? at : found + forms[i].Length;
            space[i] = found < 0 || at >= text.Length || text[at] == ' ';
        }
        return new()
        {
            Document = document,
            Id = id,
            Forms = forms,
            Lemmas = forms,
            Upos = new Upos[forms.Length],
            Xpos = [.. forms.Select(_ => "")],
            Feats = [.. forms.Select(_ => "_")],
            Heads = new int[forms.Length],
            Deprels = new Deprel[forms.Length],
            SpaceAfter = space,
            Names = tags,
            IsTitleCase = Layout.IsTitleCase(text),
        };
    }
}
