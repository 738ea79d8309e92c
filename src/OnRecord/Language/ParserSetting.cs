namespace OnRecord.Language;

/// <summary>How the parser works.</summary>
public enum ParserSetting
{
    /// <summary>One pass that takes nothing back: about three times as fast.</summary>
    Fast,

    /// <summary>The best of several readings of each sentence.</summary>
    Accurate,
}
