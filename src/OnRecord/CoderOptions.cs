using OnRecord.Language;

namespace OnRecord;

/// <summary>Which statements a record holds.</summary>
public enum StatementScope
{
    /// <summary>Everything attributed: speech, beliefs, intentions, attitudes.</summary>
    All,

    /// <summary>Reported speech only: precision first.</summary>
    ReportedSpeech,
}

/// <summary>Options that change results; each is stamped on the record.</summary>
public sealed record CoderOptions
{
    /// <summary>Parser setting; default <see cref="ParserSetting.Accurate"/>.</summary>
    public ParserSetting Setting { get; init; } = ParserSetting.Accurate;

    /// <summary>Which statements; default all.</summary>
    public StatementScope Statements { get; init; } = StatementScope.All;

    /// <summary>Longer articles, in UTF-16 code units, are recorded but not coded; default 2,000,000 (about 400,000 words).</summary>
    public int MostCharacters { get; init; } = 2_000_000;

    /// <summary>The budget of one article, in tokens (words and marks): one with more is recorded but not coded. Counted in work and not in
    /// seconds, so that the same article gives the same record on every machine; default 250,000.</summary>
    public int MostTokens { get; init; } = DefaultMostTokens;

    internal const int DefaultMostTokens = 250_000;
}
