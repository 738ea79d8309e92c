using OnRecord.Language;
using OnRecord.Record;
using OnRecord.Text;

namespace OnRecord.Archive;

/// <summary>The words to show for an event: its sentence, as far as it is to be told from the text alone, or as much of it as there is
/// room for. A record has no sentences, and for showing a few words more or less do no harm.</summary>
internal sealed class EvidenceFinder(string text)
{
    const int Room = 240; // UTF-16 units before and after the event

    const int LongestShortForm = 8; // a longer word is none, whatever it ends in

    readonly CodePoints _points = new(text);

    /// <summary>The stretch of text around an event. Where its parties lie far apart, only around its <paramref name="anchor"/>.</summary>
    internal CodeSpan Around(CodeSpan hull, CodeSpan anchor)
    {
        if (hull.End - hull.Start > 2 * Room)
            hull = anchor;
        var start = Back(_points.ToUtf16(hull.Start));
        var end = Forth(_points.ToUtf16(hull.End));
        return new(_points.FromUtf16(start), _points.FromUtf16(end));
    }

    int Back(int from)
    {
        var room = Math.Max(0, from - Room);
        for (var i = from; i > room; i--)
            if (text[i - 1] is '\n' or '\r' || EndsSentence(i - 1))
                return SkipSpace(i, from);
        return room == 0 ? SkipSpace(0, from) : WordStart(room, from);
    }

    int Forth(int from)
    {
        var room = Math.Min(text.Length, from + Room);
        for (var i = from; i < room; i++)
        {
            if (text[i] is '\n' or '\r')
                return i;
            if (!EndsSentence(i))
                continue;
            while (i + 1 < room && text[i + 1] is '"' or '\'' or '”' or '’' or ')')
                i++;
            return i + 1;
        }
        return room == text.Length ? room : WordEnd(room, from);
    }

    /// <summary>A stop, question or exclamation mark with a space and no small letter behind it, unless the word keeps its stop: "U.S.",
    /// "Mr.", "Gen." and initials go on. Where a short form may end a sentence as well, a few words more are shown.</summary>
    bool EndsSentence(int at)
    {
        if (text[at] is not ('.' or '!' or '?'))
            return false;
        var next = at + 1;
        while (next < text.Length && text[next] is '"' or '\'' or '”' or '’' or ')')
            next++;
        if (next < text.Length && !char.IsWhiteSpace(text[next]))
            return false;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
            next++;
        if (next < text.Length && char.IsLower(text[next]))
            return false;
        var start = at;
        while (start > 0 && !char.IsWhiteSpace(text[start - 1]) && at - start < LongestShortForm)
            start--;
        while (start < at && !char.IsLetterOrDigit(text[start]))
            start++;
        return text[at] != '.' || !Abbreviations.KeepsStop(text.AsSpan(start, at - start), next < text.Length ? text[next] : '\0');
    }

    int SkipSpace(int at, int most)
    {
        while (at < most && (char.IsWhiteSpace(text[at]) || text[at] is '"' or '”' or '’' && at + 1 < most && text[at + 1] == ' '))
            at++;
        return at;
    }

    int WordStart(int at, int most)
    {
        while (at < most && !char.IsWhiteSpace(text[at]))
            at++;
        return SkipSpace(at, most);
    }

    int WordEnd(int at, int least)
    {
        while (at > least && !char.IsWhiteSpace(text[at - 1]))
            at--;
        while (at > least && char.IsWhiteSpace(text[at - 1]))
            at--;
        return at;
    }
}
