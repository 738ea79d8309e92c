namespace OnRecord.Language;

/// <summary>Who speaks each quotation, where the tree says so: the subject of the verb that the quoted clause hangs on ("X said") or that
/// hangs on the quoted clause. A quotation without its own is spoken by whom the one before it in the paragraph is, and the paragraphs of
/// one quotation by one.</summary>
internal static class QuotationSpeakers
{
    /// <summary>For each outer quotation the head token of its speaker, or -1.</summary>
    internal static int[] Find(Document d)
    {
        var outer = d.Quotations.Outer;
        var speakers = new int[outer.Count];
        for (var q = 0; q < speakers.Length; q++)
        {
            speakers[q] = Subject(d, d.TokenAt(outer[q].Inner.Start), d.TokenAt(outer[q].Inner.End));
            if (speakers[q] < 0 && q > 0 && (outer[q].Chain == outer[q - 1].Chain || IsContinued(d, q)))
                speakers[q] = speakers[q - 1];
        }
        return speakers;
    }

    /// <summary>A quotation of a sentence of its own behind another in the same paragraph.</summary>
    static bool IsContinued(Document d, int q)
    {
        var outer = d.Quotations.Outer;
        var token = d.TokenAt(outer[q].Span.Start);
        var before = d.TokenAt(outer[q - 1].Span.Start);
        return token < d.Tokens.Length
            && d.Sentences[d.Tokens[token].Sentence] is var sentence
            && sentence.First == token
            && sentence.Paragraph == d.Sentences[d.Tokens[before].Sentence].Paragraph
            && outer[q].Span.End >= d.Tokens[sentence.End - 1].Start;
    }

    static int Subject(Document d, int first, int end)
    {
        for (var i = first; i < end && i < d.Tokens.Length; i++)
        {
            ref readonly var t = ref d.Tokens[i];
            // the quoted clause under a verb outside
            if (
                t.Head >= 0
                && (t.Head < first || t.Head >= end)
                && t.Deprel is Deprel.Ccomp or Deprel.Parataxis or Deprel.Obj or Deprel.Dep
                && d.Tokens[t.Head].Upos == Upos.Verb
                && Speaker(d, t.Head, first, end) is >= 0 and var over
            )
                return over;
            // a verb outside under the quoted clause: "..., said Roe"
            foreach (var c in d.Children(i))
                if (
                    (c < first || c >= end)
                    && d.Tokens[c] is { Deprel: Deprel.Parataxis, Upos: Upos.Verb }
                    && Speaker(d, c, first, end) is >= 0 and var under
                )
                    return under;
        }
        return -1;
    }

    static int Speaker(Document d, int verb, int first, int end) =>
        d.Subject(verb) is >= 0 and var subject && (subject < first || subject >= end) ? subject : -1;
}
