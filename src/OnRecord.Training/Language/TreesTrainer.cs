using System.Buffers.Binary;
using OnRecord.Language;
using OnRecord.Text;

namespace OnRecord.Training.Language;

/// <summary>Learns <see cref="TreeModel"/>: which of the readings left in the beam has the fewest wrong words. The readings come from parsers
/// that have not seen the document, as those that have seen it are right too often.</summary>
/// <remarks>Charniak and Johnson, ACL 2005: log-linear, by AdaGrad. The aim is spread over the readings by how many words they have wrong
/// more than the best.</remarks>
internal static class TreesTrainer
{
    const int Folds = 5;
    const int BeamWidth = LanguageModel.BeamWidth;
    const int Orders = 4;
    const int Epochs = 4;
    const double Rate = 0.03;
    const double Drop = 0.5; // share of features left out
    const int FewestSentences = 5; // that a feature must be seen in
    const double ScoreUnit = 100; // of the parser, so that it learns at the pace of the features
    const double ParserShare = 0.8; // of what the parser's score was found to be worth: the parser that ships errs less than those of the folds
    const double Quantum = 1.0 / 64;

    /// <summary>A reading: its arcs, the parser's score against the first, and its words with the right head and relation.</summary>
    sealed record Reading(ParserState.Node[] Tree, double Score, int Right);

    sealed record Decision(TrainingSentence Sentence, Reading[] Readings, int Most);

    /// <summary>Trains on sentences with tags by taggers that have not seen them.</summary>
    /// <param name="sentences">The sentences.</param>
    /// <param name="roles">What each tag does to a clause.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="folder">Where the parsers of the folds are kept and found again, or null.</param>
    /// <param name="log">Told how it goes.</param>
    internal static byte[] Train(List<TrainingSentence> sentences, Tagger.Role[] roles, int seed, string? folder, Action<string> log)
    {
        var parsers = ParsersTrainer.Each(Folds, f => FoldParser(sentences, roles, f, seed, folder));
        log("parsers of the folds learned");
        var parts = ParsersTrainer.Each(
            2,
            part =>
            {
                var beam = new Beam(BeamWidth, int.MaxValue / 2);
                return sentences.Where((_, i) => i % 2 == part).Select(s => Read(parsers[s.Fold(Folds)], s, roles, beam)).ToList();
            }
        );
        var decisions = parts[0].Concat(parts[1]).Where(d => d.Readings.Any(r => r.Right < d.Most)).ToArray();
        var words = (double)parts.Sum(p => p.Sum(d => d.Sentence.Length));
        log(
            $"words right in the first reading {100 * parts.Sum(p => p.Sum(d => d.Readings[0].Right)) / words:F2} %, in the best {100 * parts.Sum(p => p.Sum(d => d.Most)) / words:F2} %"
        );
        var uses = Uses(decisions, roles);
        var learned = ParsersTrainer.Each(Orders, i => Learn(decisions, roles, uses, seed + i, i == 0 ? log : _ => { }));
        return Bytes(learned, log);
    }

    static ParserModel FoldParser(List<TrainingSentence> sentences, Tagger.Role[] roles, int fold, int seed, string? folder)
    {
        string? Path(string name) => folder is null ? null : System.IO.Path.Combine(folder, $"{name}-{fold}.bin");
        var (actions, relations) = (Path("parser"), Path("relations"));
        if (File.Exists(actions) && File.Exists(relations))
            return new(ModelFile.OfCopy(File.ReadAllBytes(actions)), ModelFile.OfCopy(File.ReadAllBytes(relations)));
        var trained = ParsersTrainer.Train(
            [.. sentences.Where(s => s.Fold(Folds) != fold)],
            roles,
            seed + 77 + fold,
            _ => { },
            greedyOrders: 1,
            beamOrders: 1
        );
        if (actions is not null && relations is not null)
        {
            File.WriteAllBytes(actions, trained.Accurate);
            File.WriteAllBytes(relations, trained.Relations);
        }
        return new(ModelFile.OfCopy(trained.Accurate), ModelFile.OfCopy(trained.Relations));
    }

    static Decision Read(ParserModel parser, TrainingSentence s, Tagger.Role[] roles, Beam beam)
    {
        BeamParser.Parse(parser, s.ParserInput(roles), beam);
        var readings = new List<Reading>();
        for (var i = 0; i < beam.Count; i++)
        {
            ParserState.Node[] tree =
            [
                .. beam.States[i].Nodes[..s.Length].Select(n => new ParserState.Node { Head = n.Head, Label = n.Label }),
            ];
            // Actions in another order may draw the same tree; the first has the higher score.
            if (!readings.Exists(r => IsSame(r.Tree, tree)))
                readings.Add(new(tree, (beam.Scores[i] - beam.Scores[0]) / ScoreUnit, Right(s, tree)));
        }
        return new(s, [.. readings], readings.Max(r => r.Right));
    }

    static bool IsSame(ParserState.Node[] a, ParserState.Node[] b)
    {
        for (var i = 0; i < a.Length; i++)
            if (a[i].Head != b[i].Head || a[i].Label != b[i].Label)
                return false;
        return true;
    }

    static int Right(TrainingSentence s, ParserState.Node[] tree)
    {
        var right = 0;
        for (var i = 0; i < s.Length; i++)
            if (tree[i].Head == s.Heads[i] && s_main[tree[i].Label] == s_main[(int)s.Deprels[i]])
                right++;
        return right;
    }

    /// <summary>Each relation without its subtype, as the scorers count it.</summary>
    static readonly string[] s_main = [.. Enum.GetValues<Deprel>().Select(d => d.Name().Split(':')[0])];

    static void EachFeature(TreeFeatures features, in ParserFeatures.Input x, ParserState.Node[] tree, Action<uint> act)
    {
        features.Start(x, tree);
        for (var word = 0; word < x.Length; word++)
            foreach (var f in features.Of(x, tree, word))
                act(f);
    }

    /// <summary>In how many sentences the features of each row are seen, 255 for more.</summary>
    static byte[] Uses(Decision[] decisions, Tagger.Role[] roles)
    {
        var uses = new byte[1 << TreeModel.Bits];
        var features = new TreeFeatures();
        var seen = new HashSet<uint>();
        foreach (var d in decisions)
        {
            seen.Clear();
            foreach (var r in d.Readings)
                EachFeature(features, d.Sentence.ParserInput(roles), r.Tree, f => seen.Add(TreeModel.Row(f)));
            foreach (var row in seen)
                uses[row] = (byte)Math.Min(255, uses[row] + 1);
        }
        return uses;
    }

    /// <summary>What was learned: a weight for each row, and what <see cref="ScoreUnit"/> of the parser is worth.</summary>
    sealed record Learned(double[] Rows, double Parser);

    static Learned Learn(Decision[] decisions, Tagger.Role[] roles, byte[] uses, int seed, Action<string> log)
    {
        var (w, squares) = (new double[1 << TreeModel.Bits], new double[1 << TreeModel.Bits]);
        var (parser, parserSquares) = (1.0, 1.0);
        var features = new TreeFeatures();
        var random = new Random(seed);
        var order = Enumerable.Range(0, decisions.Length).ToArray();
        var rows = Enumerable.Range(0, BeamWidth).Select(_ => new List<uint>()).ToArray();
        Span<double> found = stackalloc double[BeamWidth];
        Span<double> wanted = stackalloc double[BeamWidth];
        for (var epoch = 1; epoch <= Epochs; epoch++)
        {
            random.Shuffle(order);
            var right = 0;
            foreach (var o in order)
            {
                var d = decisions[o];
                var x = d.Sentence.ParserInput(roles);
                var n = d.Readings.Length;
                var mask = (uint)random.NextInt64(uint.MaxValue);
                for (var i = 0; i < n; i++)
                {
                    rows[i].Clear();
                    found[i] = parser * d.Readings[i].Score;
                    EachFeature(
                        features,
                        x,
                        d.Readings[i].Tree,
                        f =>
                        {
                            if (uses[TreeModel.Row(f)] >= FewestSentences && Fnv.Mix(f ^ mask) >= Drop * uint.MaxValue)
                                rows[i].Add(TreeModel.Row(f));
                        }
                    );
                    foreach (var row in rows[i])
                        found[i] += w[row];
                }
                right += d.Readings[IndexOfMax(found[..n])].Right == d.Most ? 1 : 0;
                Softmax(found[..n]);
                double sum = 0;
                for (var i = 0; i < n; i++)
                    sum += wanted[i] = found[i] * Math.Exp(d.Readings[i].Right - d.Most) + 1e-12;
                double slope = 0;
                for (var i = 0; i < n; i++)
                {
                    var by = wanted[i] / sum - found[i];
                    slope += by * d.Readings[i].Score;
                    if (Math.Abs(by) < 0.01)
                        continue;
                    foreach (var row in rows[i])
                    {
                        squares[row] += by * by;
                        w[row] += Rate * by / Math.Sqrt(0.1 + squares[row]);
                    }
                }
                parserSquares += slope * slope;
                parser += Rate * slope / Math.Sqrt(parserSquares);
            }
            log($"trees epoch {epoch}: {100.0 * right / order.Length:F2} % of choices right while learning");
        }
        return new(w, parser);
    }

    static int IndexOfMax(ReadOnlySpan<double> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
            if (scores[i] > scores[best])
                best = i;
        return best;
    }

    static void Softmax(Span<double> scores)
    {
        var max = double.MinValue;
        foreach (var s in scores)
            max = Math.Max(max, s);
        double sum = 0;
        foreach (ref var s in scores)
            sum += s = Math.Exp(s - max);
        foreach (ref var s in scores)
            s /= sum;
    }

    static byte[] Bytes(Learned[] learned, Action<string> log)
    {
        var bytes = new byte[8 + (1 << TreeModel.Bits)];
        "TRE1"u8.CopyTo(bytes);
        var parser = ParserShare * learned.Average(l => l.Parser) / ScoreUnit / Quantum * TreeModel.Unit;
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), (int)Math.Round(parser));
        var used = 0;
        for (var row = 0; row < 1 << TreeModel.Bits; row++)
        {
            var weight = Math.Clamp(Math.Round(learned.Average(l => l.Rows[row]) / Quantum), -127, 127);
            used += weight != 0 ? 1 : 0;
            bytes[8 + row] = (byte)(sbyte)weight;
        }
        log($"  {used:N0} weights; the parser's score counts {parser:F0}");
        return bytes;
    }
}
