using OnRecord.Text;

namespace OnRecord.Language;

/// <summary>One syntactic word of a <see cref="Document"/> (UD: clitics such as "n't" and "'s" are words of their own).</summary>
public struct Token
{
    /// <summary>First UTF-16 code unit in the text.</summary>
    public int Start;

    /// <summary>One past the last UTF-16 code unit.</summary>
    public int End;

    /// <summary>The word in lower case (invariant), one shared string per spelling.</summary>
    public string Lower;

    /// <summary>The dictionary form, lower case but for proper nouns, which keep their case.</summary>
    public string Lemma;

    /// <summary>Universal part of speech.</summary>
    public Upos Upos;

    /// <summary>Penn Treebank tag ("VBD"), one shared string per tag.</summary>
    public string Xpos;

    /// <summary>Morphological features as CoNLL-U writes them ("Number=Plur|Person=3"), "_" for none; one shared string per value.</summary>
    public string Feats;

    /// <summary>Index in <see cref="Document.Tokens"/> of the head; -1 for a root.</summary>
    public int Head;

    /// <summary>Relation to the head.</summary>
    public Deprel Deprel;

    /// <summary>Index in <see cref="Document.Sentences"/>.</summary>
    public int Sentence;

    /// <summary>Number of the cluster of words that are used alike, 0 for a rare word.</summary>
    internal ushort Cluster;

    /// <summary>The token's place in the text.</summary>
    public readonly Span Span => new(Start, End);
}

/// <summary>A run of tokens that is one sentence.</summary>
/// <param name="First">Index of the first token.</param>
/// <param name="End">One past the last token.</param>
/// <param name="Paragraph">Index of the paragraph (<see cref="Layout.Paragraphs"/>).</param>
/// <param name="Zone">Headline, lede or body.</param>
/// <param name="IsTitleCase">Nearly all words are capitalised, as in American headlines: capitals say nothing about names.</param>
public readonly record struct Sentence(int First, int End, int Paragraph, Zone Zone, bool IsTitleCase);

/// <summary>Kind of a name.</summary>
public enum NameKind : byte
{
    /// <summary>No name.</summary>
    None,

    /// <summary>A person.</summary>
    Person,

    /// <summary>An organisation.</summary>
    Organisation,

    /// <summary>A place, country or building.</summary>
    Location,
}

/// <summary>A name found in the text: a run of tokens.</summary>
/// <param name="First">Index of the first token.</param>
/// <param name="End">One past the last token.</param>
/// <param name="Kind">What it names.</param>
public readonly record struct Name(int First, int End, NameKind Kind);
