namespace OnRecord.Language;

/// <summary>Chooses among the readings that are left in the beam at the end of a sentence: what the parser made of each, and what
/// <see cref="TreeFeatures"/> say of the whole.</summary>
/// <remarks>Layout: "TRE1", what the parser's score counts, then a weight of 8 bits for each of 2^<see cref="Bits"/> hashes. Features that share a
/// hash share a weight (Weinberger et al., "Feature hashing for large scale multitask learning", ICML 2009).</remarks>
internal sealed unsafe class TreeModel
{
    internal const int Bits = 20;

    /// <summary>A weight of 1, in the units of the parser's score.</summary>
    internal const int Unit = 1024;

    readonly ModelFile _file; // keeps the bytes alive
    readonly sbyte* _weights;
    readonly int _parser;

    internal TreeModel(ModelFile file)
    {
        _file = file;
        file.Expect("TRE1");
        _parser = file.Int32();
        _weights = (sbyte*)file.Take(1 << Bits);
    }

    /// <summary>The weight that a feature has.</summary>
    internal static uint Row(uint feature) => feature >> (32 - Bits);

    /// <summary>The best of the finished readings in a beam; of equals the parser's choice.</summary>
    internal ParserState Best(in ParserFeatures.Input x, Beam beam, TreeMemo memo)
    {
        if (beam.Count == 1)
            return beam.Best;
        memo.Start(x.Length);
        var best = 0;
        var bestScore = long.MinValue;
        for (var i = 0; i < beam.Count; i++)
        {
            var score = (long)Sum(x, beam.States[i].Nodes, memo) * Unit + (long)(beam.Scores[i] - beam.Scores[0]) * _parser;
            if (score > bestScore)
                (best, bestScore) = (i, score);
        }
        return beam.States[best];
    }

    int Sum(in ParserFeatures.Input x, ReadOnlySpan<ParserState.Node> tree, TreeMemo memo)
    {
        memo.Features.Start(x, tree);
        var sum = 0;
        for (var word = 0; word < x.Length; word++)
        {
            ref var known = ref memo.Sum(word, memo.Features.Key(tree, word), out var isNew);
            if (isNew)
            {
                known = 0;
                foreach (var f in memo.Features.Of(x, tree, word))
                    known += _weights[Row(f)];
            }
            sum += known;
        }
        return sum;
    }
}

/// <summary>Remembers, for one sentence, the sums of a word's features. The trees of a beam differ in few words. The scratch of one thread.
/// </summary>
internal sealed class TreeMemo
{
    const int Most = LanguageModel.BeamWidth; // a word can look different in each tree

    (ulong Key, int Sum)[] _sums = [];
    byte[] _counts = [];

    internal readonly TreeFeatures Features = new();

    internal void Start(int words)
    {
        if (_counts.Length < words)
        {
            _counts = new byte[2 * words];
            _sums = new (ulong, int)[2 * words * Most];
        }
        Array.Clear(_counts, 0, words);
    }

    /// <summary>The place for the sum of a word as a key stands for it.</summary>
    internal ref int Sum(int word, ulong key, out bool isNew)
    {
        var known = _sums.AsSpan(word * Most, Most);
        for (var i = 0; i < _counts[word]; i++)
            if (known[i].Key == key)
            {
                isNew = false;
                return ref known[i].Sum;
            }
        isNew = true;
        ref var place = ref known[_counts[word]++];
        place.Key = key;
        return ref place.Sum;
    }
}
