using OnRecord.Text;

namespace OnRecord.Statements;

/// <summary>How the content is rendered.</summary>
public enum StatementKind : byte
{
    /// <summary>All of it between quotation marks.</summary>
    Direct,

    /// <summary>Partly between quotation marks.</summary>
    Mixed,

    /// <summary>In the author's words.</summary>
    Indirect,
}

/// <summary>What kind of attitude the source takes to the content.</summary>
public enum StatementMode : byte
{
    /// <summary>Said or written.</summary>
    Speech,

    /// <summary>Held to be so.</summary>
    Belief,

    /// <summary>Meant to be done.</summary>
    Intention,

    /// <summary>Asked or ordered.</summary>
    Demand,

    /// <summary>Felt about, for or against.</summary>
    Attitude,

    /// <summary>Seen, heard, found.</summary>
    Perception,

    /// <summary>Decreed by those who may.</summary>
    Ruling,
}

/// <summary>What the cue does.</summary>
public enum CueAct : byte
{
#pragma warning disable CS1591 // plain words, in record.md
    Say,
    Claim,
    Deny,
    Accuse,
    Warn,
    Demand,
    Promise,
    Admit,
    Reveal,
    Doubt,
    Support,
#pragma warning restore CS1591
}

/// <summary>How far the author's cue commits to the content.</summary>
public enum Commitment : byte
{
    /// <summary>said</summary>
    Neutral,

    /// <summary>alleged</summary>
    Distancing,

    /// <summary>revealed</summary>
    Factive,
}

/// <summary>The construction in which a statement was found.</summary>
internal enum Frame : byte
{
    /// <summary>said that S; said S</summary>
    Clause,

    /// <summary>S, he said</summary>
    Parenthetical,

    /// <summary>"..." and a verb next to it</summary>
    Quote,

    /// <summary>vowed to V; urged Y to V</summary>
    Infinitive,

    /// <summary>denied the claims</summary>
    Object,

    /// <summary>warned of N; called for N</summary>
    Oblique,

    /// <summary>claims that S; claims of N</summary>
    Noun,

    /// <summary>is confident that S</summary>
    Adjective,

    /// <summary>according to X, S</summary>
    AccordingTo,

    /// <summary>X is expected to V; it is believed that S</summary>
    Passive,

    /// <summary>NAME: S</summary>
    Colon,

    /// <summary>X seems to V; X is certain to V: nobody is named who thinks so</summary>
    Seeming,

    /// <summary>X was asked about N; X is accused of N: only what the passive verb is followed by</summary>
    PassiveComplement,

    /// <summary>NAME: S or Q: S, one of several such paragraphs; lasts until the next one speaks</summary>
    Turn,

    /// <summary>"S" — NAME, on a line or two of their own</summary>
    Signature,

    /// <summary>NAME: S as a headline</summary>
    Headline,
}

/// <summary>Who said what, over UTF-16 spans and token indices of one <see cref="Language.Document"/>.</summary>
internal sealed class Statement
{
    internal required Frame Frame { get; init; }

    /// <summary>The token that is the cue's head, or -1.</summary>
    internal required int CueHead { get; init; }

    /// <summary>Token range of the cue; empty without cue.</summary>
    internal required (int First, int End) Cue { get; set; }

    /// <summary>The token that stands for the source, or -1.</summary>
    internal int SourceHead { get; set; } = -1;

    /// <summary>Token range of the source; empty without.</summary>
    internal (int First, int End) Source { get; set; }

    /// <summary>What is attributed, in the order of the text.</summary>
    internal required List<Span> Content { get; set; }

    internal StatementKind Kind { get; set; }
    internal StatementMode Mode { get; set; }
    internal CueAct Act { get; set; }
    internal Commitment Commitment { get; set; }
    internal string CueLemma { get; set; } = "";
    internal bool Negated { get; set; }

    /// <summary>Actor indices of the source.</summary>
    internal List<int> Speakers { get; } = [];

    /// <summary>Actor indices named in the content.</summary>
    internal List<int> About { get; } = [];

    /// <summary>Head token of the addressee, or -1.</summary>
    internal int Addressee { get; set; } = -1;

    /// <summary>Token range of the venue; empty without.</summary>
    internal (int First, int End) Venue { get; set; }

    /// <summary>Index of the time expression, or -1.</summary>
    internal int Time { get; set; } = -1;

    /// <summary>Index of the statement in whose content this one stands, or -1.</summary>
    internal int NestedIn { get; set; } = -1;

    /// <summary>Indices of the statements this one answers.</summary>
    internal List<int> Answers { get; } = [];

    /// <summary>Score of the statement model; above 0 is accepted.</summary>
    internal int Score { get; set; }

    /// <summary>0-100: that something is attributed here.</summary>
    internal int CueConfidence { get; set; } = 80;

    /// <summary>0-100: that these words are attributed.</summary>
    internal int ContentConfidence { get; set; } = 80;

    /// <summary>0-100: that the source is the right one.</summary>
    internal int SourceConfidence { get; set; } = 80;

    /// <summary>0-100: that the speakers are the right ones.</summary>
    internal int SpeakerConfidence { get; set; } = 80;

    internal List<string> Why { get; } = [];

    internal bool Covers(int offset) => Content.Exists(s => s.Contains(offset));

    internal Span Hull => new(Content[0].Start, Content[^1].End);
}
