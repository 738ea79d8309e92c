using System.IO.Compression;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text.Json;
using OnRecord.Language;
using OnRecord.Text;

namespace OnRecord.Training.Language;

/// <summary>Counts words in raw news: which words stand in the same surroundings (clusters) and how often a word has a capital inside
/// sentences. Only single words and these two numbers are kept.</summary>
/// <remarks>Clusters by spherical k-means over positive pointwise mutual information with the words to the left and to the right.</remarks>
internal sealed class WordsTrainer
{
    const int Vocabulary = 90_000;
    const int Contexts = 3_000;
    internal const int Clusters = 1_024;
    const int Rounds = 14;

    readonly Dictionary<uint, int> _ids = [];
    readonly List<uint> _hashes = [];
    readonly List<int> _stream = []; // -1 between sentences
    int[] _counts = new int[1 << 16];
    int[] _inside = new int[1 << 16];
    int[] _capital = new int[1 << 16];
    int[] _allCaps = new int[1 << 16];

    /// <summary>Cluster and case class by hash of the lower form.</summary>
    internal static Dictionary<uint, (ushort Cluster, byte Case)> Train(string data, int seed, Action<string> log)
    {
        var t = new WordsTrainer();
        foreach (var path in Directory.GetFiles(Path.Combine(data, "news"), "articles-*.jsonl.gz").Order(StringComparer.Ordinal))
        {
            t.Count(path);
            log($"words: {t._stream.Count:N0} of {t._hashes.Count:N0} kinds after {Path.GetFileName(path)}");
        }
        return t.Cluster(seed, log);
    }

    void Count(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var spans = new List<Span>();
        var ends = new List<int>();
        while (reader.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            var text = json.RootElement.GetProperty("text").GetString() ?? "";
            for (var start = 0; start < text.Length; )
            {
                var end = text.IndexOf('\n', start);
                end = end < 0 ? text.Length : end;
                spans.Clear();
                ends.Clear();
                Tokenizer.Tokenize(text, new(start, end), spans);
                SentenceSplitter.Split(text, CollectionsMarshal.AsSpan(spans), ends);
                var first = 0;
                foreach (var e in ends)
                {
                    Sentence(text, CollectionsMarshal.AsSpan(spans)[first..e]);
                    first = e;
                }
                start = end + 1;
            }
        }
    }

    void Sentence(string text, ReadOnlySpan<Span> tokens)
    {
        if (tokens.Length < 4)
            return;
        var title = LanguageModel.IsTitleCase(text, new(tokens[0].Start, tokens[^1].End));
        _stream.Add(-1);
        for (var i = 0; i < tokens.Length; i++)
        {
            var form = tokens[i].Of(text);
            var id = Id(WordFeatures.LowerHash(form));
            _counts[id]++;
            _stream.Add(id);
            if (
                title
                || i == 0
                || !char.IsLetter(form[0])
                || !char.IsLetterOrDigit(text[tokens[i - 1].Start]) && text[tokens[i - 1].Start] != ','
            )
                continue;
            _inside[id]++;
            if (char.IsUpper(form[0]))
                _capital[id]++;
            if (form.Length > 1 && char.IsUpper(form[0]) && char.IsUpper(form[^1]))
                _allCaps[id]++;
        }
    }

    int Id(uint hash)
    {
        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(_ids, hash, out var known);
        if (known)
            return id;
        id = _hashes.Count;
        _hashes.Add(hash);
        if (id >= _counts.Length)
        {
            var n = _counts.Length * 2;
            Array.Resize(ref _counts, n);
            Array.Resize(ref _inside, n);
            Array.Resize(ref _capital, n);
            Array.Resize(ref _allCaps, n);
        }
        return id;
    }

    Dictionary<uint, (ushort, byte)> Cluster(int seed, Action<string> log)
    {
        var byCount = Enumerable
            .Range(0, _hashes.Count)
            .OrderByDescending(i => _counts[i])
            .ThenBy(i => _hashes[i])
            .Take(Vocabulary)
            .ToArray();
        var rank = new int[_hashes.Count];
        Array.Fill(rank, -1);
        for (var r = 0; r < byCount.Length; r++)
            rank[byCount[r]] = r;
        var vectors = Vectors(rank, byCount.Length, log);
        var clusters = KMeans(vectors, seed, log);
        var result = new Dictionary<uint, (ushort, byte)>();
        for (var r = 0; r < byCount.Length; r++)
            result[_hashes[byCount[r]]] = ((ushort)(clusters[r] + 1), Case(byCount[r]));
        return result;
    }

    byte Case(int id)
    {
        if (_inside[id] < 8)
            return 0;
        var share = (double)_capital[id] / _inside[id];
        if ((double)_allCaps[id] / _inside[id] > 0.6)
            return 8;
        return share switch
        {
            < 0.02 => 1,
            < 0.10 => 2,
            < 0.30 => 3,
            < 0.60 => 4,
            < 0.90 => 5,
            < 0.98 => 6,
            _ => 7,
        };
    }

    /// <summary>For each word the surroundings and how much more often than chance they come, as unit vectors.</summary>
    (int Dimension, float Value)[][] Vectors(int[] rank, int words, Action<string> log)
    {
        var index = new HashIndex();
        var pairs = new int[1 << 20];
        void Add(int word, int dimension)
        {
            var i = index.FindOrAdd((uint)(word * 2L * Contexts + dimension) + 1);
            if (i >= pairs.Length)
                Array.Resize(ref pairs, pairs.Length * 2);
            pairs[i]++;
        }
        var stream = CollectionsMarshal.AsSpan(_stream);
        for (var i = 0; i < stream.Length; i++)
        {
            if (stream[i] < 0 || rank[stream[i]] is var w && w < 0)
                continue;
            if (i > 0 && stream[i - 1] >= 0 && rank[stream[i - 1]] is >= 0 and < Contexts and var left)
                Add(w, left);
            if (i + 1 < stream.Length && stream[i + 1] >= 0 && rank[stream[i + 1]] is >= 0 and < Contexts and var right)
                Add(w, Contexts + right);
        }
        log($"words: {index.Count:N0} kinds of pairs");
        var rows = new List<(int, float)>[words];
        var wordSum = new double[words];
        var contextSum = new double[2 * Contexts];
        foreach (var (key, row) in index.All())
        {
            var (w, c) = ((int)((key - 1) / (2 * Contexts)), (int)((key - 1) % (2 * Contexts)));
            wordSum[w] += pairs[row];
            contextSum[c] += pairs[row];
            (rows[w] ??= []).Add((c, pairs[row]));
        }
        var smooth = contextSum.Select(c => Math.Pow(c, 0.75)).ToArray();
        var total = smooth.Sum();
        var vectors = new (int, float)[words][];
        for (var w = 0; w < words; w++)
        {
            var v = new List<(int Dimension, float Value)>();
            foreach (var (c, n) in rows[w] ?? [])
                if (Math.Log(n / wordSum[w] / (smooth[c] / total)) is > 0 and var pmi)
                    v.Add((c, (float)pmi));
            var length = MathF.Sqrt(v.Sum(x => x.Value * x.Value));
            vectors[w] = [.. v.Select(x => (x.Dimension, x.Value / length)).OrderBy(x => x.Item1)];
        }
        return vectors;
    }

    static int[] KMeans((int Dimension, float Value)[][] vectors, int seed, Action<string> log)
    {
        var random = new Random(seed);
        var centres = new float[2 * Contexts * Clusters]; // by dimension, then by cluster
        var chosen = Enumerable.Range(0, 12_000).ToArray();
        random.Shuffle(chosen);
        for (var k = 0; k < Clusters; k++)
            foreach (var (d, v) in vectors[chosen[k]])
                centres[d * Clusters + k] = v;
        var cluster = new int[vectors.Length];
        for (var round = 1; round <= Rounds; round++)
        {
            var moved = 0;
            Parallel.For(
                0,
                vectors.Length,
                new ParallelOptions { MaxDegreeOfParallelism = 2 },
                w =>
                {
                    Span<float> scores = stackalloc float[Clusters];
                    scores.Clear();
                    var sums = MemoryMarshal.Cast<float, Vector<float>>(scores);
                    foreach (var (d, v) in vectors[w])
                    {
                        var row = MemoryMarshal.Cast<float, Vector<float>>(centres.AsSpan(d * Clusters, Clusters));
                        for (var i = 0; i < row.Length; i++)
                            sums[i] += row[i] * v;
                    }
                    var best = 0;
                    for (var k = 1; k < Clusters; k++)
                        if (scores[k] > scores[best])
                            best = k;
                    if (cluster[w] != best)
                        Interlocked.Increment(ref moved);
                    cluster[w] = best;
                }
            );
            log($"words: round {round}, {moved:N0} moved");
            Array.Clear(centres);
            for (var w = 0; w < vectors.Length; w++)
                foreach (var (d, v) in vectors[w])
                    centres[d * Clusters + cluster[w]] += v;
            var lengths = new double[Clusters];
            for (var i = 0; i < centres.Length; i++)
                lengths[i % Clusters] += centres[i] * centres[i];
            for (var i = 0; i < centres.Length; i++)
                centres[i] /= (float)Math.Sqrt(Math.Max(1e-9, lengths[i % Clusters]));
        }
        return cluster;
    }
}
