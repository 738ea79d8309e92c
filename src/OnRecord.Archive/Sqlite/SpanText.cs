using System.Globalization;
using System.Text;
using OnRecord.Record;

namespace OnRecord.Archive.Sqlite;

/// <summary>Spans in a column: start and length in code points, "12+28 45+3".</summary>
internal static class SpanText
{
    internal static string Write(IReadOnlyList<CodeSpan> spans)
    {
        var text = new StringBuilder(12 * spans.Count);
        foreach (var span in spans)
        {
            if (text.Length > 0)
                text.Append(' ');
            text.Append(CultureInfo.InvariantCulture, $"{span.Start}+{span.End - span.Start}");
        }
        return text.ToString();
    }

    /// <exception cref="FormatException">It is no list of spans.</exception>
    internal static List<CodeSpan> Read(string text)
    {
        var spans = new List<CodeSpan>();
        foreach (var range in text.AsSpan().Split(' '))
        {
            var span = text.AsSpan()[range];
            if (span.Length == 0)
                continue;
            var plus = span.IndexOf('+');
            var start = int.Parse(span[..plus], NumberStyles.None, CultureInfo.InvariantCulture);
            spans.Add(new(start, start + int.Parse(span[(plus + 1)..], NumberStyles.None, CultureInfo.InvariantCulture)));
        }
        return spans;
    }
}
