namespace OnRecord.Language;

/// <summary>What is known of one that is mentioned, from all its names and from the mentions before the one in hand.</summary>
internal sealed class Referent
{
    /// <summary>What its words or pronouns tell.</summary>
    internal Gender Gender { get; set; }

    /// <summary>Sum over its mentions of how surely it is somebody.</summary>
    internal int Human { get; set; }

    /// <summary>Mentions so far.</summary>
    internal int Count { get; set; }

    /// <summary>Index of the latest mention so far.</summary>
    internal int Latest { get; set; } = -1;

    /// <summary>How much it was spoken of up to <see cref="SalienceSentence"/>: each mention adds by its role, each sentence halves.</summary>
    int Salience { get; set; }

    int SalienceSentence { get; set; }

    /// <summary>The salience in a sentence.</summary>
    internal int SalienceAt(int sentence) => Salience >> Math.Min(30, Math.Max(0, sentence - SalienceSentence));

    /// <summary>Counts a mention.</summary>
    internal void Mentioned(int mention, int sentence, Role role)
    {
        Count++;
        Latest = mention;
        Salience = SalienceAt(sentence) + (int)s_weights[(int)role];
        SalienceSentence = Math.Max(sentence, SalienceSentence);
    }

    /// <summary>By <see cref="Role"/>.</summary>
    static ReadOnlySpan<byte> s_weights => [60, 160, 100, 70, 70, 50, 50];

    /// <summary>Index of its fullest name among the mentions, or -1.</summary>
    internal int FullName { get; set; } = -1;

    /// <summary>The class of the last pronoun that meant it.</summary>
    internal PronounClass LastPronoun { get; set; }

    /// <summary>Words of its titles and appositions: "foreign", "minister".</summary>
    internal List<string>? Titles { get; set; }
}
