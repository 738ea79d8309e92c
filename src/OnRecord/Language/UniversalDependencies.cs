namespace OnRecord.Language;

/// <summary>Universal part of speech (UD guidelines, "Universal POS tags").</summary>
public enum Upos : byte
{
#pragma warning disable CS1591 // the names are UD's own
    X,
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
#pragma warning restore CS1591
}

/// <summary>Relation of a token to its head (UD English, with the subtypes that EWT and GUM use).</summary>
public enum Deprel : byte
{
#pragma warning disable CS1591 // the names are UD's own
    Dep,
    Root,
    Acl,
    AclRelcl,
    Advcl,
    AdvclRelcl,
    Advmod,
    Amod,
    Appos,
    Aux,
    AuxPass,
    Case,
    Cc,
    CcPreconj,
    Ccomp,
    Compound,
    CompoundPrt,
    Conj,
    Cop,
    Csubj,
    CsubjOuter,
    CsubjPass,
    Det,
    DetPredet,
    Discourse,
    Dislocated,
    Expl,
    Fixed,
    Flat,
    FlatForeign,
    Goeswith,
    Iobj,
    List,
    Mark,
    Nmod,
    NmodDesc,
    NmodPoss,
    NmodUnmarked,
    Nsubj,
    NsubjOuter,
    NsubjPass,
    Nummod,
    Obj,
    Obl,
    OblAgent,
    OblUnmarked,
    Orphan,
    Parataxis,
    Punct,
    Reparandum,
    Vocative,
    Xcomp,
#pragma warning restore CS1591
}

/// <summary>Names of tags and relations as CoNLL-U writes them.</summary>
internal static class UniversalDependencies
{
    static readonly string[] UposNames = [.. Enum.GetNames<Upos>().Select(n => n.ToUpperInvariant())];
    static readonly string[] DeprelNames = [.. Enum.GetNames<Deprel>().Select(Colon)];
    static readonly Dictionary<string, Upos> UposByName = Enum.GetValues<Upos>().ToDictionary(u => u.Name(), StringComparer.Ordinal);
    static readonly Dictionary<string, Deprel> DeprelByName = Enum.GetValues<Deprel>().ToDictionary(d => d.Name(), StringComparer.Ordinal);

    internal static string Name(this Upos upos) => UposNames[(int)upos];

    internal static string Name(this Deprel deprel) => DeprelNames[(int)deprel];

    internal static bool TryUpos(string name, out Upos upos) => UposByName.TryGetValue(name, out upos);

    /// <summary>A subtype that is not in the table is read as its main relation, an unknown relation as dep.</summary>
    internal static Deprel ParseDeprel(string name)
    {
        if (DeprelByName.TryGetValue(name, out var d))
            return d;
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && DeprelByName.TryGetValue(name[..colon], out d) ? d : Deprel.Dep;
    }

    /// <summary>"NsubjPass" is "nsubj:pass": the second capital starts the subtype.</summary>
    static string Colon(string name)
    {
        for (var i = 1; i < name.Length; i++)
            if (char.IsUpper(name[i]))
                return name[..i].ToLowerInvariant() + ":" + name[i..].ToLowerInvariant();
        return name.ToLowerInvariant();
    }
}
