namespace OnRecord.Text;

/// <summary>A stretch between quotation marks within one paragraph.</summary>
/// <param name="Span">With its marks.</param>
/// <param name="Inner">Without them.</param>
/// <param name="Depth">0 for an outer quotation, 1 and more for one inside another.</param>
/// <param name="Closed">False where the closing mark is missing and the paragraph's end closes it.</param>
/// <param name="Chain">Number shared by the paragraphs of one quotation whose opening mark is repeated on each, or its own index.</param>
public readonly record struct Quotation(Span Span, Span Inner, int Depth, bool Closed, int Chain);

/// <summary>All quotations of a text: straight, curly, low and angled double marks, '' and `` styles, and single marks as the British
/// use them, told from apostrophes. Works on form alone, in one pass, before anything is parsed.</summary>
public sealed class Quotations
{
    const int DeepestNesting = 4;

    readonly Quotation[] _all;
    readonly Quotation[] _outer;

    Quotations(List<Quotation> all)
    {
        all.Sort((a, b) => a.Span.Start != b.Span.Start ? a.Span.Start.CompareTo(b.Span.Start) : b.Span.End.CompareTo(a.Span.End));
        _all = [.. all];
        _outer = Array.FindAll(_all, q => q.Depth == 0);
    }

    /// <summary>All quotations by start; an outer one comes before those inside it.</summary>
    public IReadOnlyList<Quotation> All => _all;

    /// <summary>Those that stand in no other, by start.</summary>
    public IReadOnlyList<Quotation> Outer => _outer;

    /// <summary>Index in <see cref="Outer"/> of the quotation that covers a UTF-16 offset, marks included, or -1.</summary>
    public int OuterAt(int offset)
    {
        int low = 0,
            high = _outer.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_outer[middle].Span.End <= offset)
                low = middle + 1;
            else
                high = middle;
        }
        return low < _outer.Length && _outer[low].Span.Start <= offset ? low : -1;
    }

    /// <summary>Reads the quotations of the paragraphs of a text.</summary>
    public static Quotations Of(string text, IReadOnlyList<Paragraph> paragraphs)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(paragraphs);
        var found = new List<Quotation>();
        var openChain = -1; // chain of a quotation that the paragraph before left open
        for (var p = 0; p < paragraphs.Count; p++)
        {
            var span = paragraphs[p].Span;
            var first = found.Count;
            var goesOn = p + 1 < paragraphs.Count && paragraphs[p].Zone != Zone.Headline && text[paragraphs[p + 1].Span.Start] == '‘';
            var left = ReadParagraph(text, span, goesOn, found);
            for (var i = first; i < found.Count; i++)
            {
                var q = found[i];
                var continues = openChain >= 0 && q.Depth == 0 && q.Span.Start == span.Start;
                found[i] = q with { Chain = continues ? openChain : i };
            }
            var open = left >= 0 ? found.FindIndex(first, q => q.Depth == 0 && !q.Closed) : -1;
            var repeated =
                p + 1 < paragraphs.Count && IsDouble(text, paragraphs[p + 1].Span.Start, out _) && paragraphs[p].Zone != Zone.Headline;
            openChain = open >= 0 && repeated ? found[open].Chain : -1;
        }
        return new(found);
    }

    readonly record struct Open(int Start, int Width, bool Single, char Mark);

    /// <summary>Returns the start of an outer quotation left open, or -1.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="goesOn">The next paragraph begins with an opening single mark, so that one may be left open in this.</param>
    /// <param name="found">Takes the quotations.</param>
    static int ReadParagraph(string text, Span paragraph, bool goesOn, List<Quotation> found)
    {
        var stack = new List<Open>();
        var leftOpen = -1;
        for (var i = paragraph.Start; i < paragraph.End; i++)
        {
            if (IsDouble(text, i, out var width) && i + width <= paragraph.End)
            {
                var top = stack.FindLastIndex(o => !o.Single);
                var opens = text[i] switch
                {
                    '“' when top >= 0 && stack[top].Mark == '„' => false, // German style closes with it
                    '“' or '„' or '«' or '`' => true,
                    '”' => top < 0 && OpensByPlace(text, paragraph, i, width), // some write ” at both ends
                    '»' => false,
                    _ => top < 0 ? !ClosesByPlace(text, paragraph, i, width) : OpensByPlace(text, paragraph, i, width) && stack[^1].Single,
                };
                if (opens && top >= 0 && text[i] != '«')
                {
                    // A second opening mark while one is open: the first was never closed; it ends before this one.
                    Close(text, stack, top, i, i, false, found);
                    top = -1;
                }
                if (opens && stack.Count < DeepestNesting)
                    stack.Add(new(i, width, false, text[i]));
                else if (!opens && top >= 0)
                    Close(text, stack, top, i, i + width, true, found);
                i += width - 1;
            }
            else if (text[i] is '\'' or '‘' or '’' or '‚')
            {
                var top = stack.FindLastIndex(o => o.Single);
                if (top >= 0 && text[i] != '‘' && ClosesSingle(text, paragraph, i))
                    Close(text, stack, top, i, i + 1, true, found);
                else if (
                    top < 0
                    && OpensSingle(text, paragraph, i)
                    && stack.Count < DeepestNesting
                    && (HasClosing(text, paragraph, i) || (goesOn && text[i] == '‘'))
                )
                    stack.Add(new(i, 1, true, text[i]));
            }
        }
        if (stack.FindIndex(o => !o.Single || goesOn) is >= 0 and var rest)
        {
            leftOpen = stack[rest].Start;
            Close(text, stack, rest, paragraph.End, paragraph.End, false, found);
        }
        return leftOpen;
    }

    /// <summary>Ends the quotation at <paramref name="index"/> of the stack and forgets what was opened inside and not closed.</summary>
    static void Close(string text, List<Open> stack, int index, int innerEnd, int end, bool closed, List<Quotation> found)
    {
        var open = stack[index];
        stack.RemoveRange(index, stack.Count - index);
        while (!closed && end > open.Start && char.IsWhiteSpace(text[end - 1]))
            innerEnd = --end;
        var inner = new Span(open.Start + open.Width, Math.Max(open.Start + open.Width, innerEnd));
        if (!inner.IsEmpty)
            found.Add(new(new(open.Start, Math.Max(end, inner.End)), inner, index, closed, 0));
    }

    static bool IsDouble(string text, int i, out int width)
    {
        width = 1;
        if (i >= text.Length)
            return false;
        if (text[i] is '"' or '“' or '”' or '„' or '«' or '»' or '‟' or '＂')
            return true;
        width = 2;
        return i + 1 < text.Length && ((text[i] == '\'' && text[i + 1] == '\'') || (text[i] == '`' && text[i + 1] == '`'));
    }

    static bool OpensByPlace(string text, Span p, int i, int width) =>
        (i == p.Start || char.IsWhiteSpace(text[i - 1]) || text[i - 1] is '(' or '[' or '—' or '–' or '-' or '‘' or '\'' or '/')
        && i + width < p.End
        && !char.IsWhiteSpace(text[i + width]);

    /// <summary>A straight mark before white space or the end, after something, only closes.</summary>
    static bool ClosesByPlace(string text, Span p, int i, int width) =>
        i > p.Start
        && !char.IsWhiteSpace(text[i - 1])
        && (i + width >= p.End || char.IsWhiteSpace(text[i + width]) || text[i + width] is ',' or '.' or ';' or ')')
        && text[i - 1] is not ('(' or '[' or '—' or '–');

    static bool OpensSingle(string text, Span p, int i)
    {
        if (text[i] == '’' || i + 1 >= p.End || char.IsWhiteSpace(text[i + 1]))
            return false;
        if (i > p.Start && !(char.IsWhiteSpace(text[i - 1]) || text[i - 1] is '(' or '[' or '—' or '–' or '"' or '“' or '-'))
            return false;
        // 'em, 'til, 'tis and '90s begin with an apostrophe
        var rest = text.AsSpan(i + 1, Math.Min(4, p.End - i - 1));
        return text[i] == '‘' && !char.IsAsciiDigit(rest[0])
            || !(
                char.IsAsciiDigit(rest[0])
                || StartsWord(rest, "em")
                || StartsWord(rest, "til")
                || StartsWord(rest, "tis")
                || StartsWord(rest, "cause")
            );
    }

    static bool StartsWord(ReadOnlySpan<char> text, string word) =>
        text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (text.Length == word.Length || !char.IsLetter(text[word.Length]));

    static bool ClosesSingle(string text, Span p, int i)
    {
        if (i == p.Start || char.IsWhiteSpace(text[i - 1]))
            return false;
        if (i + 1 < p.End && char.IsLetterOrDigit(text[i + 1]))
            return false; // don't, Truss's
        // the workers' rights: after s, before a small letter, a plural possessive if another mark can close
        var possessive = text[i - 1] is 's' or 'S' && i + 2 < p.End && text[i + 1] == ' ' && char.IsLower(text[i + 2]);
        return !possessive || !HasClosing(text, p, i);
    }

    /// <summary>Whether a mark further on in the paragraph can close a single quotation. Looks at most 2,000 characters ahead, so that
    /// thousands of stray apostrophes cost no more than linear time.</summary>
    static bool HasClosing(string text, Span p, int i)
    {
        var end = Math.Min(p.End, i + 2000);
        for (var j = i + 1; j < end; j++)
        {
            if (text[j] == '‘' || (text[j] == '\'' && char.IsWhiteSpace(text[j - 1]) && j > i + 1))
                return false; // the next one opens first
            if (
                text[j] is '\'' or '’'
                && !char.IsWhiteSpace(text[j - 1])
                && (j + 1 >= p.End || !char.IsLetterOrDigit(text[j + 1]))
                && !(text[j - 1] == 's' && j + 2 < p.End && text[j + 1] == ' ' && char.IsLower(text[j + 2]) && j + 200 < end)
            )
                return true;
        }
        return false;
    }
}
