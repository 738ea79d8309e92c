using OnRecord.Text;

namespace OnRecord.Statements;

/// <summary>A possible statement, before the model has judged it.</summary>
internal sealed class Candidate
{
    internal required Frame Frame { get; init; }

    /// <summary>Head token of the cue, or -1 (a colon has none).</summary>
    internal required int Cue { get; init; }

    /// <summary>Token range of the cue.</summary>
    internal required (int First, int End) CueRange { get; init; }

    /// <summary>Head token of the source, or -1.</summary>
    internal required int Source { get; init; }

    /// <summary>How grammar leads from the cue to the source.</summary>
    internal SourceOrigin Origin { get; init; }

    /// <summary>Token range of the source where a layout gives it and not the parse; empty otherwise.</summary>
    internal (int First, int End) SourceWords { get; init; }

    /// <summary>Head token of the content, or -1 for a quotation.</summary>
    internal required int ContentHead { get; init; }

    /// <summary>UTF-16 spans of the content, in order, trimmed.</summary>
    internal required List<Span> Content { get; init; }

    /// <summary>What the cue word means.</summary>
    internal required CueRow Row { get; init; }

    /// <summary>UTF-16 offset of the cue.</summary>
    internal required int CueOffset { get; init; }

    /// <summary>The cue stands between quotation marks.</summary>
    internal bool InQuotation { get; init; }

    /// <summary>Part of the content is between quotation marks: 0 none, 1 some, 2 all.</summary>
    internal int Quoted { get; set; }

    /// <summary>A verb of saying and its subject stand next to the content with nothing but punctuation between: "...," X said.</summary>
    internal bool IsSetOff { get; init; }

    /// <summary>"A," X said, "B": quotations touch the clause on both sides.</summary>
    internal bool IsSplit { get; init; }

    /// <summary>Whether the content ends where the parser ends it.</summary>
    internal ContentVariant Variant { get; init; }

    /// <summary>The first token that a shorter content leaves out, or -1: of this one where it is shorter, else of the next shorter.</summary>
    internal int EarlierEnd { get; set; } = -1;

    /// <summary>The first token that a <see cref="ContentVariant.Longer"/> content takes in, or -1.</summary>
    internal int LaterEnd { get; set; } = -1;

    /// <summary>Score by which it is chosen.</summary>
    internal int Score { get; set; }

    /// <summary>Score of the model, before rules raise it.</summary>
    internal int OwnScore { get; set; }

    /// <summary>Best score of another reading of the cue whose content differs; <see cref="NoOther"/> without.</summary>
    internal int OtherContent { get; set; } = NoOther;

    /// <summary>Best score of another reading of the cue whose source differs; <see cref="NoOther"/> without.</summary>
    internal int OtherSource { get; set; } = NoOther;

    internal const int NoOther = -4096;

    /// <summary>The same reading with another source.</summary>
    internal Candidate With(int source, SourceOrigin origin) =>
        new()
        {
            Frame = Frame,
            Cue = Cue,
            CueRange = CueRange,
            CueOffset = CueOffset,
            Source = source,
            Origin = origin,
            ContentHead = ContentHead,
            Content = Content,
            Row = Row,
            InQuotation = InQuotation,
            Quoted = Quoted,
            Variant = Variant,
            EarlierEnd = EarlierEnd,
            LaterEnd = LaterEnd,
        };

    /// <summary>The same reading with a content that ends elsewhere.</summary>
    internal Candidate With(ContentVariant variant, int edge, List<Span> content, int quoted) =>
        new()
        {
            Frame = Frame,
            Cue = Cue,
            CueRange = CueRange,
            CueOffset = CueOffset,
            Source = Source,
            Origin = Origin,
            ContentHead = ContentHead,
            Content = content,
            Row = Row,
            InQuotation = InQuotation,
            Quoted = quoted,
            Variant = variant,
            EarlierEnd = variant == ContentVariant.Longer ? EarlierEnd : edge,
            LaterEnd = LaterEnd,
        };

    internal Span Hull => new(Content[0].Start, Content[^1].End);

    internal bool Covers(int offset)
    {
        foreach (var s in Content)
            if (s.Contains(offset))
                return true;
        return false;
    }
}

/// <summary>How grammar leads from a cue to its source.</summary>
internal enum SourceOrigin : byte
{
    /// <summary>No source.</summary>
    Nobody,

    /// <summary>Hangs on the cue.</summary>
    Own,

    /// <summary>Shared with another verb: coordinated, controlled, a participle's noun.</summary>
    Inherited,

    /// <summary>Subject of a clause above.</summary>
    Above,

    /// <summary>The noun next to the cue, whatever the parse.</summary>
    Beside,

    /// <summary>What the relative pronoun stands for.</summary>
    Antecedent,
}

/// <summary>Where a content ends.</summary>
internal enum ContentVariant : byte
{
    /// <summary>Where the parser ends it.</summary>
    AsParsed,

    /// <summary>Before the last part that a comma or another mark sets off.</summary>
    Shorter,

    /// <summary>Before the first part that a comma or another mark sets off.</summary>
    Shortest,

    /// <summary>Before the last part that a conjunction joins.</summary>
    Joined,

    /// <summary>At the end of the sentence.</summary>
    Longer,
}
