namespace OnRecord.Language;

/// <summary>Weights of the <see cref="Parser"/>: one classifier for the actions and one for the relation of a new arc.</summary>
internal sealed class ParserModel
{
    internal ParserModel(ModelFile file)
    {
        file.Expect("PAR1");
        Actions = new(file);
        Labels = new(file);
    }

    internal ActionWeights Actions { get; }

    /// <summary>A label is a <see cref="Deprel"/>.</summary>
    internal SparseWeights Labels { get; }
}
