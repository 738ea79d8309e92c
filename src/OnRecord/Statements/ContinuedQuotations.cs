using OnRecord.Language;
using OnRecord.Text;

namespace OnRecord.Statements;

/// <summary>Quotations without words of attribution of their own: they go on from the speaker before them, in the same paragraph, in a
/// paragraph that repeats the opening mark, or in a paragraph that is all quotation.</summary>
internal static class ContinuedQuotations
{
    /// <summary>A shorter quotation is a title or a scare quote.</summary>
    const int FewestWords = 4;

    internal static void Add(Document d, Quotations quotations, List<Statement> statements)
    {
        var byContent = new SortedList<int, Statement>();
        foreach (var s in statements)
        foreach (var span in s.Content)
            byContent.TryAdd(span.Start, s);
        var ofChain = new Dictionary<int, Statement>();
        // a quotation that a speaker's label stands in is that speaker's turn
        var turns = statements
            .Where(s => s.Frame == Frame.Turn)
            .Select(s => d.Sentences[d.Tokens[s.Cue.First].Sentence].Paragraph)
            .ToHashSet();
        Statement? last = null; // the statement whose quotation was read last
        var lastParagraph = -1;
        foreach (var q in quotations.Outer)
        {
            var first = d.TokenAt(q.Span.Start);
            if (first >= d.Tokens.Length || d.Tokens[first].Start >= q.Span.End)
                continue;
            var sentence = d.Sentences[d.Tokens[first].Sentence];
            if (turns.Contains(sentence.Paragraph))
            {
                last = null;
                continue;
            }
            var owner = Owner(byContent, q.Span);
            if (owner is null && (Split(d, statements, first) ?? Before(d, statements, q)) is { } split)
            {
                owner = split;
                owner.Content.Add(q.Span);
                owner.Content.Sort();
            }
            if (
                owner is null
                && d.Text.AsSpan(q.Inner.Start, q.Inner.Length).Count(' ') + 1 >= FewestWords
                && sentence.Zone != Zone.Headline
            )
            {
                if (ofChain.TryGetValue(q.Chain, out var chained))
                    owner = chained;
                else if (last is not null && StandsAlone(d, quotations, first, q))
                {
                    var sameParagraph = lastParagraph == sentence.Paragraph;
                    if (sameParagraph || (lastParagraph == sentence.Paragraph - 1 && IsWholeParagraph(d, q, sentence.Paragraph)))
                        owner = last;
                }
                if (owner is not null)
                {
                    owner.Content.Add(q.Span);
                    owner.Content.Sort();
                    owner.Why.Add("continues@" + q.Span.Start);
                }
            }
            if (owner is null)
                continue;
            ofChain.TryAdd(q.Chain, owner);
            if (q.Inner.Length >= 10)
                (last, lastParagraph) = (owner, sentence.Paragraph);
        }
    }

    /// <summary>"A," X said, "B": the statement whose cue or source ends right before the quotation, when it already has one on the other
    /// side.</summary>
    static Statement? Split(Document d, List<Statement> statements, int first)
    {
        var before = first - 1;
        while (before >= 0 && d.Tokens[before].Sentence == d.Tokens[first].Sentence && d.Tokens[before].Upos == Upos.Punct)
            before--;
        if (before < 0 || d.Tokens[before].Sentence != d.Tokens[first].Sentence)
            return null;
        return statements.Find(s =>
            s.CueHead >= 0
            && (s.Cue.End == before + 1 || s.Source.End == before + 1)
            && s.Hull.End <= d.Tokens[before].Start
            && s.Frame is Frame.Quote or Frame.Parenthetical or Frame.Clause
        );
    }

    /// <summary>"A," X said, "B": the statement whose source or cue begins right after the quotation.</summary>
    static Statement? Before(Document d, List<Statement> statements, Quotation q)
    {
        var after = d.TokenAt(q.Span.End);
        if (after == 0 || after >= d.Tokens.Length)
            return null;
        var sentence = d.Tokens[after - 1].Sentence;
        while (after < d.Tokens.Length && d.Tokens[after].Sentence == sentence && d.Tokens[after].Upos == Upos.Punct)
            after++;
        if (after >= d.Tokens.Length || d.Tokens[after].Sentence != sentence)
            return null;
        return statements.Find(s =>
            s.CueHead >= 0
            && (s.Source.End > s.Source.First ? Math.Min(s.Source.First, s.Cue.First) : s.Cue.First) == after
            && s.Mode == StatementMode.Speech
            && s.Frame is Frame.Quote or Frame.Parenthetical or Frame.Clause
        );
    }

    static Statement? Owner(SortedList<int, Statement> byContent, Span span)
    {
        // the last content that starts at or before the quotation
        int low = 0,
            high = byContent.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (byContent.Keys[middle] <= span.Start)
                low = middle + 1;
            else
                high = middle;
        }
        for (var i = low - 1; i >= 0 && i >= low - 6; i--)
            foreach (var c in byContent.Values[i].Content)
                if (c.Overlaps(span))
                    return byContent.Values[i];
        return null;
    }

    /// <summary>The quotation begins a sentence, and no words of the sentences it covers stand outside quotation marks.</summary>
    static bool StandsAlone(Document d, Quotations quotations, int first, Quotation q)
    {
        var s = d.Sentences[d.Tokens[first].Sentence];
        if (d.Tokens[s.First].Start < q.Span.Start && quotations.OuterAt(d.Tokens[s.First].Start) < 0)
            return false;
        for (var i = first; i < d.Tokens.Length && d.Sentences[d.Tokens[i].Sentence].Paragraph == s.Paragraph; i++)
        {
            if (d.Tokens[i].Start >= q.Span.End && d.Tokens[i].Sentence != d.Tokens[i - 1].Sentence)
                return true;
            if (d.Tokens[i].Upos != Upos.Punct && quotations.OuterAt(d.Tokens[i].Start) < 0)
                return false;
        }
        return true;
    }

    static bool IsWholeParagraph(Document d, Quotation q, int paragraph)
    {
        var span = d.Layout.Paragraphs[paragraph].Span;
        return q.Span.Start == span.Start && q.Span.End >= span.End - 1;
    }
}
