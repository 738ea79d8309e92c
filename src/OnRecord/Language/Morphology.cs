namespace OnRecord.Language;

/// <summary>Finds the morphological features of tagged and parsed words (UD's FEATS: number, tense, mood, person ...). Most follow from the
/// tag and the word; where they do not, the tree tells: "they left" is plural for its subject, "leave!" has none.</summary>
internal static unsafe class Morphology
{
    /// <summary>Features of a word.</summary>
    internal const int Count = 14;

    const uint None = 0x6a09e667;

    /// <summary>What the tree says of a word.</summary>
    /// <param name="Subject">Its subject, or that of the word it is the auxiliary or copula of; -1 for none.</param>
    /// <param name="Auxiliary">Its last auxiliary, -1 for none.</param>
    /// <param name="Marks">Bits: 1 a marker, 2 a case marker, 4 a copula among its dependents.</param>
    internal readonly record struct Surroundings(int Subject, int Auxiliary, uint Marks);

    /// <summary>Reads a finished tree.</summary>
    /// <param name="nodes">Heads and relations of one sentence.</param>
    /// <param name="length">Its length.</param>
    /// <param name="around">Filled.</param>
    internal static void Read(ReadOnlySpan<ParserState.Node> nodes, int length, Span<Surroundings> around)
    {
        around[..length].Fill(new(-1, -1, 0));
        for (var i = 0; i < length; i++)
        {
            var h = nodes[i].Head;
            if (h == length)
                continue;
            ref var a = ref around[h];
            a = (Deprel)nodes[i].Label switch
            {
                Deprel.Nsubj or Deprel.NsubjPass or Deprel.Expl => a.Subject < 0 ? a with { Subject = i } : a,
                Deprel.Aux or Deprel.AuxPass => a with { Auxiliary = i },
                Deprel.Mark => a with { Marks = a.Marks | 1 },
                Deprel.Case => a with { Marks = a.Marks | 2 },
                Deprel.Cop => a with { Marks = a.Marks | 4 },
                _ => a,
            };
        }
        for (var i = 0; i < length; i++)
            if ((Deprel)nodes[i].Label is Deprel.Aux or Deprel.AuxPass or Deprel.Cop && nodes[i].Head < length)
                around[i] = around[i] with { Subject = around[nodes[i].Head].Subject };
    }

    /// <summary>Chooses the features of word <paramref name="i"/>: an index in <see cref="MorphologyModel.Values"/>.</summary>
    internal static int Choose(
        MorphologyModel model,
        in ParserFeatures.Input x,
        ReadOnlySpan<ParserState.Node> nodes,
        ReadOnlySpan<Surroundings> around,
        int i
    )
    {
        Span<uint> features = stackalloc uint[Count];
        var scores = stackalloc int[model.Weights.Stride];
        Extract(x, nodes, around, i, features);
        model.Weights.Score(features, scores);
        return SparseWeights.Best(scores, model.Weights.Labels);
    }

    /// <summary>The features of word <paramref name="i"/>.</summary>
    internal static void Extract(
        in ParserFeatures.Input x,
        ReadOnlySpan<ParserState.Node> nodes,
        ReadOnlySpan<Surroundings> around,
        int i,
        Span<uint> f
    )
    {
        var a = around[i];
        uint tag = x.Tag(i),
            word = x.Word(i),
            relation = nodes[i].Label,
            subject = a.Subject < 0 ? None : x.Word(a.Subject),
            subjectTag = x.Tag(a.Subject),
            auxiliary = a.Auxiliary < 0 ? None : x.Word(a.Auxiliary),
            before = x.Word(i - 1);
        var k = 0;
        f[k] = Features.Of((uint)k++, tag);
        f[k] = Features.Of((uint)k++, tag, word);
        f[k] = Features.Of((uint)k++, tag, relation);
        f[k] = Features.Of((uint)k++, tag, subject);
        f[k] = Features.Of((uint)k++, tag, subjectTag, word);
        f[k] = Features.Of((uint)k++, tag, auxiliary);
        f[k] = Features.Of((uint)k++, tag, auxiliary, subjectTag);
        f[k] = Features.Of((uint)k++, tag, x.Tag(nodes[i].Head), relation);
        f[k] = Features.Of((uint)k++, tag, before);
        f[k] = Features.Of((uint)k++, tag, x.Suffix(i));
        f[k] = Features.Of((uint)k++, tag, word, relation);
        f[k] = Features.Of((uint)k++, tag, a.Marks, auxiliary);
        f[k] = Features.Of((uint)k++, tag, a.Marks, relation, i == 0 ? 1u : 0u);
        f[k] = Features.Of((uint)k, tag, a.Marks, subjectTag, relation);
    }
}

/// <summary>Values of FEATS and the weights that choose one.</summary>
/// <remarks>Layout: "MOR1", number of values, each as a string, weights.</remarks>
internal sealed class MorphologyModel
{
    internal MorphologyModel(ModelFile file)
    {
        file.Expect("MOR1");
        Values = new string[file.Int32()];
        for (var i = 0; i < Values.Length; i++)
            Values[i] = file.Text();
        Weights = new(file);
    }

    /// <summary>What FEATS can be, as CoNLL-U writes it: names in order, "_" for none.</summary>
    internal string[] Values { get; }

    internal SparseWeights Weights { get; }
}
