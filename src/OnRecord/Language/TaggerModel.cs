namespace OnRecord.Language;

/// <summary>Weights and labels of the <see cref="Tagger"/>. A label is a universal part of speech together with a Penn tag.</summary>
/// <remarks>Layout: "TAG1", number of labels, (part of speech, tag) for each, weights.</remarks>
internal sealed class TaggerModel
{
    internal TaggerModel(ModelFile file)
    {
        file.Expect("TAG1");
        var n = file.Int32();
        Upos = new Upos[n];
        Xpos = new string[n];
        Roles = new Tagger.Role[n];
        for (var i = 0; i < n; i++)
        {
            Upos[i] = (Upos)file.Byte();
            Xpos[i] = file.Text();
            Roles[i] = Tagger.RoleOf(Upos[i], Xpos[i]);
        }
        Weights = new(file);
    }

    /// <summary>Universal part of speech of each label.</summary>
    internal Upos[] Upos { get; }

    /// <summary>Penn tag of each label.</summary>
    internal string[] Xpos { get; }

    /// <summary>What each label does to the clause that is being read.</summary>
    internal Tagger.Role[] Roles { get; }

    internal SparseWeights Weights { get; }
}
