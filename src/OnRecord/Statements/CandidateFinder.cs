using OnRecord.Language;
using OnRecord.Text;

namespace OnRecord.Statements;

/// <summary>Proposes every construction that could attribute something to someone: clauses, parentheticals, quotations, infinitives,
/// objects, prepositional phrases, nouns and adjectives of saying, "according to", colons. Wide on purpose: what is proposed here is the
/// most that can be found; <see cref="StatementModel"/> chooses.</summary>
internal sealed partial class CandidateFinder(CueLexicon cues)
{
    /// <summary>All candidates of a document in the order of their cues.</summary>
    internal List<Candidate> Find(Document d, Quotations quotations)
    {
        var found = new List<Candidate>();
        var scan = new Scan(this, d, quotations, found);
        for (var i = 0; i < d.Tokens.Length; i++)
        {
            ref readonly var t = ref d.Tokens[i];
            switch (t.Upos)
            {
                case Upos.Verb:
                case Upos.Aux when t.Deprel is not (Deprel.Aux or Deprel.AuxPass or Deprel.Cop):
                    Verb(scan, i);
                    break;
                case Upos.Noun:
                    Noun(scan, i);
                    break;
                case Upos.Adj:
                    Adjective(scan, i);
                    break;
            }
            if (t.Lower == "according" && i + 2 < d.Tokens.Length && d.Tokens[i + 1].Lower == "to")
                AccordingTo(scan, i);
            else if (t.Lower == ":")
                Colon(scan, i);
        }
        Transcripts(scan);
        return found;
    }

    /// <summary>What one search works on.</summary>
    sealed record Scan(CandidateFinder Finder, Document D, Quotations Q, List<Candidate> Found)
    {
        internal void Add(
            Frame frame,
            int cue,
            (int, int) cueRange,
            int source,
            int contentHead,
            List<Span> content,
            CueRow row,
            bool setOff = false,
            bool split = false,
            (int, int) sourceWords = default
        )
        {
            if (content.Count == 0 || (source >= 0 && source == contentHead))
                return;
            var quoted = Extend(content, cueRange);
            if (content.Count == 0)
                return;
            Candidate c = new()
            {
                Frame = frame,
                Cue = cue,
                CueRange = cueRange,
                CueOffset = D.Tokens[cueRange.Item1].Start,
                Source = source,
                Origin =
                    source < 0 ? SourceOrigin.Nobody
                    : cue < 0 || D.Tokens[source].Head == cue ? SourceOrigin.Own
                    : SourceOrigin.Inherited,
                ContentHead = contentHead,
                Content = content,
                Row = row,
                InQuotation = cue >= 0 && Q.OuterAt(D.Tokens[cue].Start) >= 0,
                Quoted = quoted,
                IsSetOff = setOff,
                IsSplit = split,
                SourceWords = sourceWords,
            };
            Found.Add(c);
            Finder.AddVariants(this, c);
            AddSources(this, c);
        }

        /// <summary>The same reading with another source.</summary>
        internal void AddSource(Candidate c, int source, SourceOrigin origin)
        {
            var other = c.With(source, origin);
            Found.Add(other);
            if (c.Source < 0)
                Finder.AddVariants(this, other);
        }

        /// <summary>The same reading with a content that ends elsewhere.</summary>
        internal void AddVariant(Candidate c, ContentVariant variant, int edge, List<Span> content)
        {
            if (content.Count == 0)
                return;
            var quoted = Extend(content, c.CueRange);
            if (content.Count == 0 || content.SequenceEqual(c.Content))
                return;
            Found.Add(c.With(variant, edge, content, quoted));
        }

        /// <summary>Widens content to the marks of the quotations it touches, unless the cue stands in them, and says how much of it is
        /// quoted.</summary>
        int Extend(List<Span> content, (int First, int End) cue)
        {
            var cueStart = D.Tokens[cue.First].Start;
            int inside = 0,
                total = 0;
            for (var i = 0; i < content.Count; i++)
            {
                var s = content[i];
                for (var q = FirstQuotation(s.Start); q < Q.Outer.Count && Q.Outer[q].Span.Start < s.End; q++)
                {
                    var span = Q.Outer[q].Span;
                    if (!span.Overlaps(s) || span.Contains(cueStart))
                        continue;
                    s = s.Hull(span);
                    inside += span.Length;
                    // '"Half a step," spokeswoman Y said': what follows the closing mark is the speaker, not the words
                    if (
                        s.Start == span.Start
                        && s.End > span.End
                        && s.End <= cueStart
                        && EndsSpeech(span)
                        && Q.OuterAt(s.End - 1) < 0
                        && NoQuotation(span.End, s.End)
                    )
                        s = span;
                }
                content[i] = s;
                total += s.Length;
            }
            for (var i = content.Count - 1; i > 0; i--)
                if (content[i - 1].End >= content[i].Start)
                {
                    content[i - 1] = content[i - 1].Hull(content[i]);
                    content.RemoveAt(i);
                }
            return inside == 0 ? 0
                : inside >= total - 3 * content.Count ? 2
                : 1;
        }

        /// <summary>A comma or a full stop before the closing mark.</summary>
        bool EndsSpeech(Span quotation) => quotation.Length > 3 && D.Text[quotation.End - 2] is ',' or '.' or '?' or '!' or '—';

        bool NoQuotation(int start, int end)
        {
            var q = FirstQuotation(start);
            return q >= Q.Outer.Count || Q.Outer[q].Span.Start >= end;
        }

        int FirstQuotation(int offset)
        {
            int low = 0,
                high = Q.Outer.Count;
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (Q.Outer[middle].Span.End <= offset)
                    low = middle + 1;
                else
                    high = middle;
            }
            return low;
        }

        /// <summary>The text of a token range without punctuation at its edges, quotation marks and brackets aside; empty when nothing
        /// is left.</summary>
        internal Span Trimmed(int first, int end)
        {
            while (first < end && D.Tokens[first].Lower is "," or ";" or ":" or "." or "-" or "--" or "–" or "—")
                first++;
            while (end > first && D.Tokens[end - 1].Lower is "," or ";" or ":" or "." or "-" or "--" or "–" or "—" or "?" or "!")
                end--;
            return end > first ? D.SpanOf(first, end) : default;
        }

        internal List<Span> Content(int first, int end) => Trimmed(first, end) is { IsEmpty: false } s ? [s] : [];

        /// <summary>A range with another cut out of it.</summary>
        internal List<Span> Without((int First, int End) range, (int First, int End) cut)
        {
            var parts = new List<Span>(2);
            if (Trimmed(range.First, Math.Min(range.End, cut.First)) is { IsEmpty: false } before && cut.First > range.First)
                parts.Add(before);
            if (Trimmed(Math.Max(range.First, cut.End), range.End) is { IsEmpty: false } after && cut.End < range.End)
                parts.Add(after);
            return parts;
        }
    }
}
