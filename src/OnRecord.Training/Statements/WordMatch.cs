using OnRecord.Text;

namespace OnRecord.Training.Statements;

/// <summary>Compares spans by the words they touch, as attribution scorers do: a word is a run of letters and digits, so marks and
/// spaces at the edges do not count.</summary>
internal sealed class WordMatch
{
    static readonly HashSet<string> HeadEnds = new(StringComparer.Ordinal)
    {
        "of",
        "in",
        "for",
        "at",
        "from",
        "who",
        "whom",
        "whose",
        "that",
        "which",
        "with",
        "on",
        "by",
        "to",
        "about",
        "and",
        "or",
    };

    readonly string _text;
    readonly List<Span> _words = [];

    internal WordMatch(string text)
    {
        _text = text;
        for (var i = 0; i < text.Length; )
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }
            var start = i;
            while (i < text.Length && char.IsLetterOrDigit(text[i]))
                i++;
            _words.Add(new(start, i));
        }
    }

    /// <summary>Indices of the words that the spans touch.</summary>
    internal HashSet<int> Words(IEnumerable<Span> spans)
    {
        var words = new HashSet<int>();
        foreach (var s in spans)
        {
            int low = 0,
                high = _words.Count;
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (_words[middle].End <= s.Start)
                    low = middle + 1;
                else
                    high = middle;
            }
            for (; low < _words.Count && _words[low].Start < s.End; low++)
                words.Add(low);
        }
        return words;
    }

    /// <summary>The word that heads a source: the last before its first comma, bracket or preposition, never the first.</summary>
    internal int Head(Span[] source)
    {
        var words = Words(source).Order().ToList();
        if (words.Count == 0)
            return -1;
        var head = words[0];
        foreach (var w in words.Skip(1))
        {
            var between = _text.AsSpan(_words[head].End, _words[w].Start - _words[head].End);
            if (
                between.IndexOfAny(",(-–—[") >= 0 && !between.SequenceEqual("-")
                || HeadEnds.Contains(_words[w].Of(_text).ToString().ToLowerInvariant())
            )
                break;
            if (_words[w].Length == 1 && _text[_words[w].Start] == 's' && between.IndexOfAny("'’") >= 0)
                continue;
            head = w;
        }
        return head;
    }

    internal static double Iou(HashSet<int> a, HashSet<int> b)
    {
        var both = a.Count(b.Contains);
        return both == 0 ? 0 : (double)both / (a.Count + b.Count - both);
    }
}
