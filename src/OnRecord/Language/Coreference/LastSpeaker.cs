namespace OnRecord.Language;

/// <summary>Who spoke last before a word. "He said" after what somebody said is mostly him again, however often others are spoken of in
/// between: in news the one who is talked about and the one who talks are seldom the same.</summary>
internal static class LastSpeaker
{
    /// <summary>Sentences that the saying may stand before the word, or before the quotation that the word's sentence ends.</summary>
    const int SentencesBack = 3;

    /// <summary>Whether the word is the subject of a verb of saying.</summary>
    internal static bool IsSaid(Document d, int token) =>
        d.Tokens[token].Deprel == Deprel.Nsubj && d.Tokens[token].Head is >= 0 and var verb && IsSaying(d, verb);

    /// <summary>Verbs of saying before a token and their subjects, the nearest first, as far back as <see cref="SentencesBack"/> sentences.
    /// </summary>
    internal static IEnumerable<(int Verb, int Subject)> Before(Document d, int token)
    {
        var first = d.Sentences[Math.Max(0, FirstSentence(d, token) - SentencesBack)].First;
        for (var verb = token - 1; verb >= first; verb--)
            if (verb != d.Tokens[token].Head && IsSaying(d, verb) && d.OwnSubject(verb) is >= 0 and var subject && subject != token)
                yield return (verb, subject);
    }

    /// <summary>The sentence of a word; where a quotation ends in that sentence before the word, the one the quotation begins in.</summary>
    static int FirstSentence(Document d, int token)
    {
        var sentence = d.Tokens[token].Sentence;
        var start = d.Tokens[d.Sentences[sentence].First].Start;
        var quotation = d.Quotations.OuterAt(start);
        return quotation >= 0 && d.Quotations.Outer[quotation].Span is var said && said.Start < start && said.End <= d.Tokens[token].Start
            ? d.Tokens[d.TokenAt(said.Start)].Sentence
            : sentence;
    }

    static bool IsSaying(Document d, int verb) => d.Tokens[verb].Upos == Upos.Verb && Abbreviations.IsSaying(d.Form(verb));
}
