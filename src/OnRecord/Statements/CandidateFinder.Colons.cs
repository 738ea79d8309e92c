using System.Collections.Frozen;
using OnRecord.Language;
using OnRecord.Text;

namespace OnRecord.Statements;

/// <summary>"NAME: S" at the start of a paragraph and in headlines.</summary>
internal sealed partial class CandidateFinder
{
    /// <summary>Words and marks of a headline.</summary>
    const int LongestHeadline = 30;

    /// <summary>Before the colon of a headline, these found or said what follows.</summary>
    static readonly FrozenSet<string> HeadlineSources = FrozenSet.Create(
        "poll",
        "polls",
        "survey",
        "study",
        "studies",
        "report",
        "reports",
        "reporter",
        "research",
        "researchers",
        "expert",
        "experts",
        "analyst",
        "analysts",
        "historian",
        "historians",
        "scientist",
        "scientists",
        "economist",
        "economists",
        "insider",
        "insiders",
        "source",
        "sources",
        "official",
        "officials",
        "police",
        "prosecutor",
        "prosecutors",
        "minister",
        "ministry",
        "president",
        "governor",
        "mayor",
        "court",
        "judge",
        "spokesman",
        "spokeswoman",
        "aide",
        "aides",
        "lawyer",
        "witness",
        "witnesses",
        "camp",
        "newspaper",
        "editorial",
        "watchdog",
        "document",
        "documents",
        "memo",
        "letter",
        "union"
    );

    static readonly CueRow ColonRow = new("cue::", CueAct.Say, StatementMode.Speech, Commitment.Neutral);

    /// <summary>"NAME: S" at the start of a paragraph or as a headline.</summary>
    static void Colon(Scan scan, int colon)
    {
        var d = scan.D;
        var sentence = d.Tokens[colon].Sentence;
        var s = d.Sentences[sentence];
        if (sentence > 0 && d.Sentences[sentence - 1].Paragraph == s.Paragraph)
            return;
        if (IsHeadline(d, sentence))
        {
            Headline(scan, s, colon);
            return;
        }
        if (colon - s.First is < 1 or > 5)
            return;
        for (var i = s.First; i < colon; i++)
            if (d.Tokens[i].Upos is not (Upos.Propn or Upos.Punct) && !d.Form(i).ToString().All(char.IsUpper) || IsPlace(d, i))
                return;
        scan.Add(Frame.Colon, -1, (colon, colon + 1), colon - 1, -1, scan.Content(colon + 1, EndOfParagraph(d, sentence)), ColonRow);
    }

    /// <summary>A headline, also one that ends in a full stop and so was read as a paragraph.</summary>
    static bool IsHeadline(Document d, int sentence)
    {
        var s = d.Sentences[sentence];
        return s.Zone == Zone.Headline || (s.Paragraph == 0 && d.Sentences[^1].Paragraph > 0 && s.End - s.First <= LongestHeadline);
    }

    /// <summary>"Brook: The bridge is safe", "Poll: S", "Ada Brook on fares: S", "Brook snubs the council: 'S'".</summary>
    static void Headline(Scan scan, Sentence s, int colon)
    {
        var d = scan.D;
        var first = s.First;
        for (var i = s.First; i < colon - 1; i++)
            if (IsDash(d, i) && d.Text[d.Tokens[i].Start - 1] == ' ')
                first = i + 1; // "Exclusive – Ada Brook: S"
        if (colon - first is < 1 or > LongestLabel)
            return;
        var last = EndOfParagraph(d, d.Tokens[colon].Sentence);
        if (HeadlineSource(scan, first, colon, last) is { } source)
            scan.Add(
                Frame.Headline,
                -1,
                (colon, colon + 1),
                source.End - 1,
                -1,
                scan.Content(colon + 1, last),
                ColonRow,
                sourceWords: source
            );
    }

    /// <summary>Who says what stands behind the colon of a headline, or nobody ("The Latest: S", "Analysis: S").</summary>
    static (int First, int End)? HeadlineSource(Scan scan, int first, int colon, int last)
    {
        var d = scan.D;
        var name = Array.FindIndex(d.Names, n => n.First == first && n.End <= colon && n.Kind != NameKind.Location);
        var end = name >= 0 ? d.Names[name].End : -1;
        if (end == colon)
            return (first, end);
        if (
            colon - first <= 3
            && (HeadlineSources.Contains(d.Tokens[colon - 1].Lower) || IsPerson(d, colon - 1) || IsKnownPerson(d, colon - 1))
        )
            return (first, colon);
        if (end > 0 && d.Tokens[end].Lower is "to" or "on" or "at" or "in" or "after")
            return (first, end);
        if (!IsQuoted(scan, colon + 1, last))
            return null;
        // only somebody says what is quoted, whatever the label says of him
        if (end > 0)
            return (first, end);
        name = Array.FindIndex(d.Names, n => n.First > first && n.End == colon && n.Kind == NameKind.Person);
        return name >= 0 ? (d.Names[name].First, colon) : null;
    }

    /// <summary>A surname of a person who is named in full elsewhere.</summary>
    static bool IsKnownPerson(Document d, int token)
    {
        foreach (var n in d.Names)
            if (n.Kind == NameKind.Person && n.End - n.First > 1 && d.Form(n.End - 1).SequenceEqual(d.Form(token)))
                return true;
        return false;
    }

    static int EndOfParagraph(Document d, int sentence)
    {
        while (sentence + 1 < d.Sentences.Length && d.Sentences[sentence + 1].Paragraph == d.Sentences[sentence].Paragraph)
            sentence++;
        return d.Sentences[sentence].End;
    }

    /// <summary>"Ohio: S" is a heading.</summary>
    static bool IsPlace(Document d, int token) => KindAt(d, token) == NameKind.Location;

    static bool IsPerson(Document d, int token) => KindAt(d, token) == NameKind.Person;

    /// <summary>Names stand in the order of the text.</summary>
    static NameKind KindAt(Document d, int token)
    {
        int low = 0,
            high = d.Names.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (d.Names[middle].End <= token)
                low = middle + 1;
            else
                high = middle;
        }
        return low < d.Names.Length && d.Names[low].First <= token ? d.Names[low].Kind : NameKind.None;
    }
}
