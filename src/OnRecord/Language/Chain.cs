namespace OnRecord.Language;

/// <summary>How somebody or something is mentioned.</summary>
public enum MentionKind : byte
{
    /// <summary>By name, also by an adjective made of it ("Russian").</summary>
    Name,

    /// <summary>By a noun: "the minister".</summary>
    Nominal,

    /// <summary>By a pronoun.</summary>
    Pronoun,
}

/// <summary>A run of tokens that mentions somebody or something.</summary>
/// <param name="First">First token.</param>
/// <param name="End">One past the last token.</param>
/// <param name="Head">The token that stands for the mention in the tree.</param>
/// <param name="Kind">Name, noun or pronoun.</param>
public readonly record struct ChainMention(int First, int End, int Head, MentionKind Kind);

/// <summary>Mentions of one and the same: two or more, in the order of the text. A mention is in one chain at most.</summary>
public sealed class Chain
{
    internal Chain(ChainMention[] mentions) => Mentions = mentions;

    /// <summary>The mentions, by their first token.</summary>
    public ChainMention[] Mentions { get; }
}
