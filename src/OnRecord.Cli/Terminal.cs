using System.Globalization;
using System.Text;

namespace OnRecord.Cli;

/// <summary>Text as terminals take it.</summary>
internal static class Terminal
{
    /// <summary>Articles come from strangers: control characters, which could be escape sequences, are shown as U+FFFD, and line ends
    /// as spaces.</summary>
    internal static string Printable(string text)
    {
        if (!text.Any(IsControl))
            return text;
        var s = new StringBuilder(text.Length);
        foreach (var c in text)
            s.Append(
                !IsControl(c) ? c
                : c is '\n' or '\r' or '\t' or '\u2028' or '\u2029' ? ' '
                : '\uFFFD'
            );
        return s.ToString();
    }

    // also the marks that turn the direction of writing, with which a text could rearrange the page
    static bool IsControl(char c) =>
        char.IsControl(c) || c is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    /// <summary>Columns that a text takes: combining marks none, the wide scripts of East Asia and emoji two.</summary>
    internal static int Columns(ReadOnlySpan<char> text)
    {
        var columns = 0;
        foreach (var rune in text.EnumerateRunes())
            columns += Columns(rune);
        return columns;
    }

    static int Columns(Rune rune)
    {
        if (rune.Value < 0x300)
            return 1;
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
            return 0;
        return
            rune.Value
                is (>= 0x1100 and <= 0x115F)
                    or (>= 0x2E80 and <= 0xA4CF)
                    or (>= 0xAC00 and <= 0xD7A3)
                    or (>= 0xF900 and <= 0xFAFF)
                    or (>= 0xFE30 and <= 0xFE6F)
                    or (>= 0xFF00 and <= 0xFF60)
                    or (>= 0x1F300 and <= 0x1FAFF)
                    or (>= 0x20000 and <= 0x3FFFD)
            ? 2
            : 1;
    }
}
