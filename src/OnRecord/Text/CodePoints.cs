namespace OnRecord.Text;

/// <summary>Converts offsets of one text between UTF-16 code units (inside OnRecord) and Unicode code points (in records).
/// A lone surrogate counts as one code point, as it does in Python.</summary>
/// <remarks>Texts without surrogate pairs, nearly all news, cost nothing: the numbers are the same.</remarks>
public sealed class CodePoints
{
    readonly string _text;
    readonly int[]? _pairs; // UTF-16 offset of the low half of each surrogate pair, ascending

    /// <summary>Prepares the conversion for <paramref name="text"/>.</summary>
    public CodePoints(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text;
        List<int>? pairs = null;
        for (var i = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDBFF'); i >= 0 && i + 1 < text.Length; i++)
            if (char.IsHighSurrogate(text[i]) && char.IsLowSurrogate(text[i + 1]))
                (pairs ??= []).Add(++i);
        _pairs = pairs?.ToArray();
    }

    /// <summary>Length of the text in code points.</summary>
    public int Length => FromUtf16(_text.Length);

    /// <summary>The code-point offset of a UTF-16 offset. An offset inside a surrogate pair counts as the end of the pair.</summary>
    public int FromUtf16(int offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, _text.Length);
        if (_pairs is null)
            return offset;
        var i = Array.BinarySearch(_pairs, offset);
        return offset - (i >= 0 ? i : ~i); // pairs whose low half lies before the offset
    }

    /// <summary>The UTF-16 offset of a code-point offset.</summary>
    public int ToUtf16(int offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        if (_pairs is null)
            return Checked(offset);
        int low = 0,
            high = _pairs.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_pairs[middle] - middle <= offset)
                low = middle + 1;
            else
                high = middle;
        }
        return Checked(offset + low);
    }

    int Checked(int utf16) =>
        utf16 <= _text.Length ? utf16 : throw new ArgumentOutOfRangeException(nameof(utf16), "The offset lies behind the end of the text.");
}
