using System.Text.RegularExpressions;

namespace OnRecord.Text;

/// <summary>Where in the article something stands.</summary>
public enum Zone : byte
{
    /// <summary>The title.</summary>
    Headline,

    /// <summary>The first paragraph of the body.</summary>
    Lede,

    /// <summary>Everything after.</summary>
    Body,
}

/// <summary>A paragraph of body or headline.</summary>
/// <param name="Span">UTF-16, without the white space around it.</param>
/// <param name="Zone">Headline, lede or body.</param>
public readonly record struct Paragraph(Span Span, Zone Zone);

/// <summary>The article's form: its headline, its paragraphs, and the lines that are no body. Plain text carries debris of the page it
/// was cut from (section labels, titles of other articles, "Share", bylines); here it is told by its form alone.</summary>
public sealed partial class Layout
{
    const int LongestLabel = 3; // words in a section label such as "World" or "Middle East"

    Layout(Span? headline, Paragraph[] paragraphs, NotBody[] notBody, Span? dateline = null) =>
        (Headline, Paragraphs, NotBody, Dateline) = (headline, paragraphs, notBody, dateline);

    /// <summary>The words before the first sentence that say where and for whom it was written, when there are such.</summary>
    public Span? Dateline { get; }

    /// <summary>The title's place, when it is part of the text.</summary>
    public Span? Headline { get; }

    /// <summary>Headline and body, in order; what is not body is left out.</summary>
    public IReadOnlyList<Paragraph> Paragraphs { get; }

    /// <summary>What is not body, in order.</summary>
    public IReadOnlyList<NotBody> NotBody { get; }

    /// <summary>Paragraphs among which a dateline may stand: before it come a headline, summaries, pictures.</summary>
    const int Opening = 8;

    /// <summary>A layout that is given: these paragraphs, no headline, everything body.</summary>
    internal static Layout OfParagraphs(Paragraph[] paragraphs) => new(null, paragraphs, []);

    /// <summary>Reads the form of an article.</summary>
    public static Layout Of(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var text = article.Text;
        var lines = Lines(text, IsHardWrapped(text));
        var kinds = new NotBodyKind?[lines.Count];
        if (article.NotBody is not { Count: 0 })
            Mark(text, lines, kinds);
        var title = article.Headline is { } given ? lines.FindIndex(l => l.Overlaps(given)) : TitleLine(article, lines);
        if (title >= 0 && article.Headline is null && kinds[title] == NotBodyKind.Caption)
            title = -1; // a picture before the text
        if (title >= 0)
            kinds[title] = null;

        var notBody = new List<NotBody>(article.NotBody ?? []);
        var paragraphs = new List<Paragraph>();
        var lede = false;
        Span? dateline = null;
        for (var i = 0; i < lines.Count; i++)
        {
            if (kinds[i] is { } kind)
                notBody.Add(new(WithLineEnd(text, lines[i]), kind));
            else if (!notBody.Exists(n => n.Span.Contains(lines[i])))
            {
                var zone =
                    i == title ? Zone.Headline
                    : lede ? Zone.Body
                    : Zone.Lede;
                lede |= zone == Zone.Lede;
                var body = lines[i];
                if (
                    zone != Zone.Headline
                    && paragraphs.Count < Opening
                    && article.NotBody is not { Count: 0 }
                    && DatelineEnd(text, body) is var end and > 0
                )
                {
                    dateline ??= new(body.Start, end);
                    notBody.Add(new(new(body.Start, end), NotBodyKind.Byline));
                    body = new(end, body.End);
                }
                paragraphs.Add(new(body, zone));
            }
        }
        return new(title >= 0 ? lines[title] : null, [.. paragraphs], [.. notBody.OrderBy(n => n.Span)], dateline);
    }

    /// <summary>Where the body begins behind a dateline such as "OSLO, March 3 (Agency) - ", or 0. It names where and for whom the
    /// article was written, and would else be read as the subject of the first sentence.</summary>
    static int DatelineEnd(string text, Span lede)
    {
        const int Longest = 80;
        foreach (var match in DatelineForm().EnumerateMatches(text.AsSpan(lede.Start, Math.Min(lede.Length, Longest))))
            return match.Length < lede.Length ? lede.Start + match.Length : 0;
        return 0;
    }

    /// <summary>Non-empty lines (or, in hard-wrapped text, blocks between blank lines), trimmed.</summary>
    static List<Span> Lines(string text, bool hardWrapped)
    {
        var lines = new List<Span>();
        for (var start = 0; start < text.Length; )
        {
            var end = NextBreak(text, start, hardWrapped);
            int s = start,
                e = end;
            while (s < e && char.IsWhiteSpace(text[s]))
                s++;
            while (e > s && char.IsWhiteSpace(text[e - 1]))
                e--;
            if (e > s)
                lines.Add(new(s, e));
            start = end + 1;
        }
        return lines;
    }

    static int NextBreak(string text, int start, bool hardWrapped)
    {
        for (var i = start; ; )
        {
            var n = text.AsSpan(i).IndexOfAny('\n', '\r', '\u2029');
            if (n < 0)
                return text.Length;
            i += n;
            if (!hardWrapped)
                return i;
            // a break only where the next line is blank
            var j = i + 1;
            if (text[i] == '\r' && j < text.Length && text[j] == '\n')
                j++;
            var k = j;
            while (k < text.Length && text[k] is ' ' or '\t')
                k++;
            if (k >= text.Length || text[k] is '\n' or '\r')
                return i;
            i = j;
        }
    }

    /// <summary>Lines broken at a column: most lines are full, do not end a sentence, and the next goes on in lower case.</summary>
    static bool IsHardWrapped(string text)
    {
        int lines = 0,
            broken = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan(range).Trim();
            if (line.IsEmpty)
                continue;
            lines++;
            var after = text.AsSpan(Math.Min(text.Length, range.End.GetOffset(text.Length) + 1)).TrimStart(' ');
            if (line.Length is > 40 and < 100 && char.IsLetter(line[^1]) && !after.IsEmpty && char.IsLower(after[0]))
                broken++;
        }
        return lines >= 4 && broken * 3 >= lines;
    }

    /// <summary>The title is the first line that equals <see cref="Article.Title"/>; without a title, a first line that does not end
    /// a sentence and is followed by one that does.</summary>
    static int TitleLine(Article article, List<Span> lines)
    {
        if (lines.Count < 2)
            return -1;
        if (article.Title is { Length: > 0 } title)
            return lines.FindIndex(
                0,
                Math.Min(3, lines.Count),
                l => l.Of(article.Text).Equals(title.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase)
            );
        return lines[0].Length <= 200 && !EndsSentence(article.Text, lines[0]) && WordCount(article.Text, lines[0]) >= 2 ? 0 : -1;
    }

    static void Mark(string text, List<Span> lines, NotBodyKind?[] kinds)
    {
        var inSentences = lines.Where(l => EndsSentence(text, l)).Sum(l => l.Length) * 2 >= lines.Sum(l => l.Length);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i].Of(text);
            if (lines[i].Length < 300 && Furniture().IsMatch(line))
                kinds[i] = NotBodyKind.Share;
            else if (lines[i].Length < 400 && RelatedLink().IsMatch(line))
                kinds[i] = NotBodyKind.RelatedLinks;
            else if (lines[i].Length < 160 && Byline().IsMatch(line) && !EndsSentence(text, lines[i]))
                kinds[i] = NotBodyKind.Byline;
            else if (lines[i].Length < 160 && Credit().IsMatch(line))
                kinds[i] = NotBodyKind.Byline;
            else if (lines[i].Length < 400 && Caption().IsMatch(line))
                kinds[i] = NotBodyKind.Caption;
            // Labels and foreign titles are told from body only where body is written in sentences.
            else if (inSentences && !EndsSentence(text, lines[i]) && !line.ContainsAny("\"“”;:…") && i > 0)
            {
                var words = WordCount(text, lines[i]);
                if (words <= LongestLabel && words > 0 && char.IsUpper(line[0]))
                    kinds[i] = NotBodyKind.Boilerplate;
                else if (words <= 25 && IsTitleCase(line))
                    kinds[i] = NotBodyKind.RelatedLinks;
            }
            // A title in title case with quotation marks or a colon, straight after a label
            else if (inSentences && i > 0 && kinds[i - 1] == NotBodyKind.Boilerplate && !EndsSentence(text, lines[i]) && IsTitleCase(line))
                kinds[i] = NotBodyKind.RelatedLinks;
        }
    }

    /// <summary>Whether the line ends as a sentence does, closing marks and brackets aside.</summary>
    static bool EndsSentence(string text, Span line)
    {
        var s = line.Of(text).TrimEnd("\"”’'»)] ");
        return s.Length > 0 && s[^1] is '.' or '!' or '?' or '…' or ':' or ';' or ',';
    }

    static int WordCount(string text, Span line)
    {
        var n = 0;
        foreach (var range in line.Of(text).SplitAny(' ', '\t'))
            if (line.Of(text)[range].IndexOfAnyExcept(" \t-–—|&") >= 0)
                n++;
        return n;
    }

    /// <summary>Nearly every word of four letters or more is capitalised, and there are at least two such words after the first.</summary>
    internal static bool IsTitleCase(ReadOnlySpan<char> line)
    {
        int capitals = 0,
            lower = 0,
            index = 0;
        foreach (var range in line.SplitAny(" -–—/\t"))
        {
            var word = line[range].TrimStart("'\"“‘(");
            if (word.IsEmpty || !char.IsLetter(word[0]))
                continue;
            if (index++ == 0)
                continue;
            if (char.IsUpper(word[0]))
                capitals++;
            else if (word.Length >= 4 && !ShortWord().IsMatch(word))
                lower++;
        }
        return capitals >= 2 && lower * 6 <= capitals;
    }

    /// <summary>A line that is not body takes its line end with it.</summary>
    static Span WithLineEnd(string text, Span line)
    {
        var end = line.End;
        while (end < text.Length && text[end] is ' ' or '\t' or '\r')
            end++;
        return new(line.Start, end < text.Length && text[end] == '\n' ? end + 1 : line.End);
    }

    [GeneratedRegex(
        @"^(share (this|on|via)\b|follow (us|me|him|her|@)|(click|tap) here\b|sign up (for|to) (our|the|get)\b|subscribe (to|now|today)\b|discuss$|comments?$|leave a comment|(copy|send) link|advertisement$|print$|email$|get the .{3,40} newsletter|like us on\b|download (the|our) .{2,30} app|join (the conversation|our )|support (our|quality) journalism|all rights reserved|©|\(?copyright\b|(this material )?may not be (re)?published|loading\W*$|skip to )",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Furniture();

    [GeneratedRegex(
        @"^\W*(read (more|also|next)|see also|related( (articles?|stories|links|content|topics))?|more (on this|from)|recommended|also read|don['’]t miss|most read|watch( now)?|video|listen|gallery|in pictures)\s*(:|\||»|$)|^related articles?\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex RelatedLink();

    [GeneratedRegex(
        @"^(by|written by|reported by|posted by|story by)\s+\p{Lu}|^(published|updated|posted|last updated|last modified)\b.{0,60}\d|^\w+ \d{1,2},? \d{4}( \d{1,2}:\d\d.{0,12})?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Byline();

    [GeneratedRegex(
        @"^\(?((additional |with )?(reporting|writing|editing) (by|from)\b|compiled by\b|source: )",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Credit();

    [GeneratedRegex(
        @"^((photo(graph)?|image|picture|credit|caption|file photo)s?\s*(by|:|credit|/)|.{0,300}\((photo|image|picture)( by|:| credit|/)|.{0,390}\((AP|AFP|EPA|Reuters|Getty)( Photos?| Images?)?/[^()]{2,60}\)$)|(/| via )(AFP|Getty Images|Reuters|EPA|AP)( Images)?\)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Caption();

    [GeneratedRegex(
        @"^(with|from|into|over|after|amid|upon|than|that|when|as|for|near|under|about|against|during|before|between|since|until|among|toward|towards|your|their|through|without|within)$"
    )]
    private static partial Regex ShortWord();

    [GeneratedRegex(
        @"^\p{Lu}[\p{Lu}.'’]+([ /-]\p{Lu}[\p{Lu}.'’]+){0,4}(, [\p{L}. ]{2,25})?(, \p{L}{3,9}\.? \d{1,2})?( ?\([\p{L}. ]{2,25}\))?( [—–-]{1,2} ?|[—–]{1,2})(?=[\p{Lu}“""‘'\d])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex DatelineForm();
}
