namespace OnRecord.Language;

/// <summary>Which pronoun, by what it agrees with.</summary>
internal enum PronounClass : byte
{
    None,
    I,
    We,
    You,
    He,
    She,
    It,
    They,
}

/// <summary>What a mention does in its clause.</summary>
internal enum Role : byte
{
    Other,
    Subject,
    Object,
    Oblique,
    Possessive,

    /// <summary>Under another noun: "the house of Roe".</summary>
    Modifier,
    Apposition,
}

/// <summary>How a noun is determined.</summary>
internal enum Determiner : byte
{
    None,
    Definite,
    Indefinite,

    /// <summary>"this", "those".</summary>
    Demonstrative,
    Possessive,
}

/// <summary>Grammatical gender of whom a mention means.</summary>
internal enum Gender : byte
{
    Unknown,
    Male,
    Female,
}

/// <summary>A noun phrase, name or pronoun that may be tied to others.</summary>
internal struct NounMention
{
    internal int First;
    internal int End;

    /// <summary>The token that stands for it in the tree.</summary>
    internal int Head;
    internal MentionKind Kind;

    /// <summary>What the name finder took a name for.</summary>
    internal NameKind Name;
    internal PronounClass Pronoun;
    internal Role Role;
    internal Determiner Determiner;
    internal bool IsPlural;

    /// <summary>"Roe and Doe": the first of several.</summary>
    internal bool IsCoordinated;

    /// <summary>What the words alone tell.</summary>
    internal Gender Gender;

    /// <summary>How surely it is somebody and not something; see <see cref="CoreferenceModel.Human"/>.</summary>
    internal int Human;

    /// <summary>Index of the outer quotation it stands in, or -1.</summary>
    internal int Quotation;

    /// <summary>First token of the title before a name; <see cref="First"/> where there is none.</summary>
    internal int TitleFirst;

    /// <summary>Id of what the tables know by exactly these words ("#RUS"), or null.</summary>
    internal string? Entity;

    /// <summary>Index of the <see cref="OnRecord.Language.Referent"/> it means, or -1 for a pronoun that is not resolved yet.</summary>
    internal int Referent;
}
