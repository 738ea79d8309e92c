using System.Collections.Frozen;
using OnRecord.Language;
using OnRecord.Text;

namespace OnRecord.Statements;

/// <summary>Speech that is attributed by layout and marks alone: "NAME: S" in transcripts and interviews, and quotations with a
/// signature.</summary>
internal sealed partial class CandidateFinder
{
    /// <summary>A speaker's label has no more words and marks.</summary>
    const int LongestLabel = 14;

    /// <summary>A turn has no more paragraphs: what goes on for longer is no longer speech.</summary>
    const int LongestTurn = 8;

    /// <summary>Written small inside names.</summary>
    static readonly FrozenSet<string> Particles = FrozenSet.Create(
        "de",
        "da",
        "di",
        "del",
        "der",
        "den",
        "van",
        "von",
        "bin",
        "al",
        "el",
        "la",
        "y"
    );

    /// <summary>Labels of who asks and who answers.</summary>
    static readonly FrozenSet<string> Asking = FrozenSet.Create("Q", "Q.", "QUESTION", "Question");
    static readonly FrozenSet<string> Answering = FrozenSet.Create("A", "A.", "ANSWER", "Answer");

    static readonly CueRow DashRow = new("cue:—", CueAct.Say, StatementMode.Speech, Commitment.Neutral);

    /// <summary>A paragraph that has words: its tokens.</summary>
    readonly record struct Lines(int First, int End, int Number, Zone Zone);

    /// <summary>A paragraph that begins with who speaks.</summary>
    /// <param name="Paragraph">Index among the paragraphs that have words.</param>
    /// <param name="First">First token of the label.</param>
    /// <param name="End">One past the last token of the name in it.</param>
    /// <param name="Mark">The token that ends the label.</param>
    /// <param name="Key">The last word of the name in capitals, so that a surname alone is the same speaker.</param>
    /// <param name="IsDescribed">Age, office or place stand behind the name.</param>
    readonly record struct Label(int Paragraph, int First, int End, int Mark, string Key, bool IsDescribed);

    /// <summary>Turns and signatures of the whole text.</summary>
    static void Transcripts(Scan scan)
    {
        var paragraphs = Paragraphs(scan.D);
        Turns(scan, paragraphs);
        for (var i = 0; i < paragraphs.Count; i++)
            if (paragraphs[i].Zone != Zone.Headline)
                Signature(scan, paragraphs, i);
    }

    static List<Lines> Paragraphs(Document d)
    {
        var found = new List<Lines>();
        foreach (var s in d.Sentences)
            if (found.Count > 0 && found[^1].Number == s.Paragraph)
                found[^1] = found[^1] with { End = s.End };
            else
                found.Add(new(s.First, s.End, s.Paragraph, s.Zone));
        return found;
    }

    /// <summary>Each turn lasts until the next speaker's, or, the last one, to the end of its paragraph. Directions in brackets are no
    /// speech, and a paragraph that names the speaker is about him.</summary>
    static void Turns(Scan scan, List<Lines> paragraphs)
    {
        var d = scan.D;
        var labels = Labels(d, paragraphs);
        var marks = labels.ConvertAll(l => d.Tokens[l.Mark].Start);
        if (marks.Count > 0)
            scan.Found.RemoveAll(c => c.Content.Exists(s => Holds(marks, s))); // where one begins to speak, no other goes on
        for (var i = 0; i < labels.Count; i++)
        {
            var label = labels[i];
            var lines = paragraphs[label.Paragraph];
            var content = scan.Content(label.Mark + 1, lines.End);
            if (content.Count == 0)
                continue;
            var next = i + 1 < labels.Count ? labels[i + 1].Paragraph : label.Paragraph + 1;
            if (next - label.Paragraph > LongestTurn)
                next = label.Paragraph + 1;
            for (var p = label.Paragraph + 1; p < next && !Names(d, paragraphs[p], label.Key); p++)
                if (!IsDirection(d, paragraphs[p]))
                    content.AddRange(scan.Content(paragraphs[p].First, paragraphs[p].End));
            scan.Add(
                Frame.Turn,
                -1,
                (label.Mark, label.Mark + 1),
                label.End - 1,
                -1,
                content,
                ColonRow,
                sourceWords: (label.First, label.End)
            );
        }
    }

    /// <summary>One of the offsets, which are in order, lies in the span.</summary>
    static bool Holds(List<int> offsets, Span span)
    {
        var at = offsets.BinarySearch(span.Start);
        at = at < 0 ? ~at : at;
        return at < offsets.Count && offsets[at] < span.End;
    }

    /// <summary>The labels of a text that is in turns: questions and answers; speakers of whom one comes back; or people who are each
    /// described.</summary>
    static List<Label> Labels(Document d, List<Lines> paragraphs)
    {
        var labels = new List<Label>();
        for (var i = 0; i < paragraphs.Count; i++)
            if (paragraphs[i].Zone != Zone.Headline && LabelOf(d, paragraphs[i], i) is { } label)
                labels.Add(label);
        var asked = labels.Exists(l => Asking.Contains(l.Key)) && labels.Exists(l => Answering.Contains(l.Key));
        var named = labels.FindAll(l => !Asking.Contains(l.Key) && !Answering.Contains(l.Key));
        var speakers = named.Select(l => l.Key).Distinct().Count();
        var inTurns = named.Count >= 3 && speakers is >= 2 && speakers < named.Count && Speaks(d, paragraphs, named);
        var described = named.FindAll(l => l.IsDescribed && IsPerson(d, l.End - 1));
        return labels.FindAll(l =>
            Asking.Contains(l.Key) || Answering.Contains(l.Key) ? asked : inTurns || (described.Count >= 3 && described.Contains(l))
        );
    }

    /// <summary>Most labels are followed by more than a figure or a few words, as a table has them.</summary>
    static bool Speaks(Document d, List<Lines> paragraphs, List<Label> labels) =>
        labels.Count(l => WordsIn(d, l.Mark + 1, paragraphs[l.Paragraph].End) >= 4) * 2 > labels.Count;

    static int WordsIn(Document d, int first, int end)
    {
        var words = 0;
        for (var i = first; i < end; i++)
            words += d.Tokens[i].Upos is Upos.Punct or Upos.Num or Upos.Sym ? 0 : 1;
        return words;
    }

    static Label? LabelOf(Document d, Lines lines, int paragraph)
    {
        var first = lines.First;
        if (IsQuotationMark(d, first))
            first++; // the whole transcript is quoted
        var mark = first;
        while (mark < lines.End && mark - first < LongestLabel && d.Tokens[mark].Lower is not ":")
            mark++;
        if (mark >= lines.End - 1)
            return null;
        var form = d.Form(first).ToString();
        if (Asking.Contains(form) || Answering.Contains(form))
        {
            // "Q. What" has a full stop, which may be part of the letter
            mark = first + 1 < lines.End && d.Tokens[first + 1].Lower is ":" or "." ? first + 1 : first;
            return mark > first || form[^1] == '.'
                ? new(paragraph, first, first + 1, mark, form.TrimEnd('.').ToUpperInvariant(), false)
                : null;
        }
        if (d.Tokens[mark].Lower != ":")
            return null;
        var end = NameEnd(d, first, mark);
        var described = end < mark && d.Tokens[end].Lower is "," or "(";
        if (end == first || (end < mark && !described) || IsPlace(d, end - 1))
            return null;
        return new(paragraph, first, end, mark, d.Form(end - 1).ToString().ToUpperInvariant(), described);
    }

    /// <summary>One past the run of words written as names are: capitals, and particles between them.</summary>
    static int NameEnd(Document d, int first, int end)
    {
        var i = first;
        for (; i < end && i - first < 6; i++)
            if (
                !char.IsUpper(d.Text[d.Tokens[i].Start])
                && !(i > first && (Particles.Contains(d.Tokens[i].Lower) || d.Tokens[i].Lower is "." or "-"))
            )
                break;
        return i;
    }

    static bool IsQuotationMark(Document d, int token) => d.Tokens[token].Lower is "\"" or "“" or "”" or "''" or "``" or "‘" or "'";

    static bool IsDirection(Document d, Lines lines) =>
        WordsIn(d, lines.First, lines.End) == 0
        || (
            d.Tokens[IsQuotationMark(d, lines.First) ? lines.First + 1 : lines.First].Lower is "(" or "["
            && d.SpanOf(lines.First, lines.End).Of(d.Text).TrimEnd(". \"”'’")[^1] is ')' or ']'
        );

    static bool Names(Document d, Lines lines, string key)
    {
        for (var i = lines.First; key.Length > 1 && i < lines.End; i++)
            if (d.Form(i).Equals(key, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    /// <summary>"S" — NAME, 34: the quotation that fills the paragraph before the dash, or the paragraph before it. A tweet is known by the
    /// account behind the name and needs no marks.</summary>
    static void Signature(Scan scan, List<Lines> paragraphs, int index)
    {
        var d = scan.D;
        var lines = paragraphs[index];
        var dash = lines.End - 1;
        while (dash >= lines.First && lines.End - dash < LongestLabel + 8 && !IsDash(d, dash))
            dash--;
        if (dash < lines.First || !IsDash(d, dash) || dash + 1 >= lines.End)
            return;
        var end = NameEnd(d, dash + 1, lines.End);
        while (end > dash + 1 && d.Tokens[end - 1].Lower is ".")
            end--;
        if (end == dash + 1 || (end < lines.End && d.Tokens[end].Lower is not ("," or "(" or ".")))
            return;
        List<Span> content = [];
        if (dash > lines.First)
        {
            if (IsQuoted(scan, lines.First, dash) || IsAccount(d, end, lines.End))
                content = scan.Content(lines.First, dash);
        }
        else
            // the paragraphs of the quotation, which may be several
            for (var p = index - 1; p >= 0 && p >= index - LongestTurn && IsQuoted(scan, paragraphs[p].First, paragraphs[p].End); p--)
            {
                content.InsertRange(0, scan.Content(paragraphs[p].First, paragraphs[p].End));
                if (p == 0 || ChainAt(scan, paragraphs[p].First) != ChainAt(scan, paragraphs[p - 1].First))
                    break;
            }
        if (content.Count > 0)
            scan.Add(Frame.Signature, -1, (dash, dash + 1), end - 1, -1, content, DashRow, sourceWords: (dash + 1, end));
    }

    static bool IsDash(Document d, int token) => d.Tokens[token].Lower is "-" or "--" or "–" or "—" or "―";

    /// <summary>"(@name)" behind the name.</summary>
    static bool IsAccount(Document d, int first, int end) =>
        first + 1 < end && d.Tokens[first].Lower == "(" && d.Text[d.Tokens[first + 1].Start] == '@';

    static int ChainAt(Scan scan, int token) =>
        scan.Q.OuterAt(scan.D.Tokens[token].Start) is >= 0 and var q ? scan.Q.Outer[q].Chain : ~token; // alone

    /// <summary>All words of a token range stand between quotation marks.</summary>
    static bool IsQuoted(Scan scan, int first, int end)
    {
        var words = 0;
        for (var i = first; i < end; i++)
        {
            if (scan.D.Tokens[i].Upos == Upos.Punct)
                continue;
            if (scan.Q.OuterAt(scan.D.Tokens[i].Start) < 0)
                return false;
            words++;
        }
        return words > 2;
    }
}
