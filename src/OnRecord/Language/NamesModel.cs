namespace OnRecord.Language;

/// <summary>Weights of <see cref="NameFinder"/>.</summary>
/// <remarks>Layout: "NAM1", weights.</remarks>
internal sealed class NamesModel
{
    /// <summary>Labels: outside, then begin and inside for each kind.</summary>
    internal const int Labels = 7;

    internal NamesModel(ModelFile file)
    {
        file.Expect("NAM1");
        Weights = new(file);
    }

    internal SparseWeights Weights { get; }

    /// <summary>The label that begins (or goes on with) a name of a kind.</summary>
    internal static int Label(NameKind kind, bool begins) => kind == NameKind.None ? 0 : 2 * (int)kind - (begins ? 1 : 0);

    /// <summary>The kind of a label.</summary>
    internal static NameKind Kind(int label) => (NameKind)((label + 1) / 2);

    /// <summary>Whether a label begins a name.</summary>
    internal static bool Begins(int label) => (label & 1) == 1;

    /// <summary>Whether a label may follow another: a name can only go on with its own kind.</summary>
    internal static bool MayFollow(int label, int last) => label == 0 || Begins(label) || last > 0 && Kind(last) == Kind(label);
}
