namespace OnRecord.Language;

/// <summary>Weights of a parser: one classifier for the actions, and one for the relation of a new arc, which both parsers share.</summary>
internal sealed class ParserModel
{
    /// <param name="actions">Weights of the actions.</param>
    /// <param name="relations">Weights of the relations.</param>
    internal ParserModel(ModelFile actions, ModelFile relations)
    {
        actions.Expect("PAR2");
        Actions = new(actions);
        relations.Expect("REL1");
        Labels = new(relations);
    }

    internal ActionWeights Actions { get; }

    /// <summary>A label is a <see cref="Deprel"/>.</summary>
    internal SparseWeights Labels { get; }
}
