using System.Runtime.InteropServices;
using OnRecord.Text;

namespace OnRecord.Language;

/// <summary>Weights of coreference: one linear model over hashed features with 16-bit weights and 32-bit sums, trained by
/// <c>OnRecord.Training train coreference</c>. It tells somebody from something, and ranks what a pronoun may mean.</summary>
/// <remarks>Layout: "COR1", 2^15 weights.</remarks>
internal sealed unsafe class CoreferenceModel
{
    /// <summary>Weights in the table; a power of two, so that a hash is masked.</summary>
    internal const int Size = 1 << 15;

    /// <summary>A weight of one, as an integer.</summary>
    internal const int Scale = 256;

    /// <summary>Room for the features of one decision.</summary>
    internal const int MostFeatures = 64;

    readonly ModelFile _file; // keeps the bytes alive
    readonly short* _weights;

    internal CoreferenceModel(ModelFile file)
    {
        _file = file;
        file.Expect("COR1");
        _weights = (short*)file.Take(Size * sizeof(short));
    }

    /// <summary>The file of these weights.</summary>
    internal static byte[] Bytes(ReadOnlySpan<short> weights)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(weights.Length, Size);
        return [.. "COR1"u8, .. MemoryMarshal.AsBytes(weights)];
    }

    /// <summary>The sum of the features' weights.</summary>
    internal int Score(ReadOnlySpan<uint> features)
    {
        var sum = 0;
        foreach (var f in features)
            sum += _weights[f & (Size - 1)];
        return sum;
    }

    /// <summary>What tells whether a name or noun is somebody: its kind, its word and the words around it.</summary>
    /// <param name="d">The document.</param>
    /// <param name="m">The mention.</param>
    /// <param name="kinds">What the tables hold of the head: <see cref="MentionFinder.KindsOf"/>.</param>
    /// <param name="cluster">Cluster of the head word in the lexicon.</param>
    /// <param name="features">Room for <see cref="MostFeatures"/>.</param>
    internal static int Human(Document d, in NounMention m, uint kinds, uint cluster, Span<uint> features)
    {
        var f = new FeatureList(features);
        ref readonly var head = ref d.Tokens[m.Head];
        var kind = (uint)m.Kind * 8 + (uint)m.Name + 1;
        var governor = head.Head >= 0 ? Fnv.Hash32(d.Tokens[head.Head].Lemma) : 1;
        f.Add(1, kind);
        f.Add(2, kind, (uint)m.Role);
        f.Add(3, kind, m.Entity is null ? 0u : 1u);
        f.Add(4, (uint)m.Kind, kinds);
        f.Add(5, (uint)m.Kind, cluster);
        f.Add(6, (uint)m.Kind, (uint)m.Gender, m.TitleFirst < m.First ? 1u : 0u);
        f.Add(7, kind, (uint)Math.Min(3, m.End - m.First));
        f.Add(8, (uint)m.Role, governor);
        f.Add(9, (uint)m.Role, head.Head >= 0 ? (uint)d.Tokens[head.Head].Upos : 99, kind);
        if (m.Kind == MentionKind.Nominal)
        {
            f.Add(10, Fnv.Hash32(head.Lemma));
            f.Add(11, Fnv.Hash32(head.Lemma.AsSpan(Math.Max(0, head.Lemma.Length - 3))));
            f.Add(12, (uint)m.Determiner, m.IsPlural ? 1u : 0u);
        }
        f.Add(13, kind, Fnv.Hash32(d.CaseOf(m.Head)));
        var relative = d.Child(m.Head, Deprel.AclRelcl);
        f.Add(14, relative < 0 ? 0u : Fnv.Hash32(d.Tokens[d.Subtree(relative).First].Lower));
        return f.Count;
    }
}
