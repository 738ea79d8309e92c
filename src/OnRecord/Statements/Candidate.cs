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

    /// <summary>The first token that a <see cref="ContentVariant.Shorter"/> content leaves out, or -1.</summary>
    internal int EarlierEnd { get; set; } = -1;

    /// <summary>The first token that a <see cref="ContentVariant.Longer"/> content takes in, or -1.</summary>
    internal int LaterEnd { get; set; } = -1;

    /// <summary>Score of the model.</summary>
    internal int Score { get; set; }

    internal Span Hull => new(Content[0].Start, Content[^1].End);

    internal bool Covers(int offset)
    {
        foreach (var s in Content)
            if (s.Contains(offset))
                return true;
        return false;
    }
}

/// <summary>Where a content ends.</summary>
internal enum ContentVariant : byte
{
    /// <summary>Where the parser ends it.</summary>
    AsParsed,

    /// <summary>Before its last part that a comma sets off.</summary>
    Shorter,

    /// <summary>At the end of the sentence.</summary>
    Longer,
}
