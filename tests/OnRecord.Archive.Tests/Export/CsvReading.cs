using System.Text;

namespace OnRecord.Archive.Tests.Export;

/// <summary>Reads RFC 4180 to the letter, so that what a lenient reader forgives is found.</summary>
internal static class CsvReading
{
    internal static List<string[]> Rows(string text)
    {
        var rows = new List<string[]>();
        var row = new List<string>();
        for (var at = 0; at < text.Length; )
        {
            row.Add(Cell(text, ref at));
            if (text[at] == ',')
            {
                at++;
                continue;
            }
            Assert.True(text.AsSpan(at).StartsWith("\r\n"), $"no line end at {at}");
            at += 2;
            rows.Add([.. row]);
            row.Clear();
        }
        Assert.Empty(row);
        return rows;
    }

    static string Cell(string text, ref int at)
    {
        if (text[at] != '"')
        {
            var start = at;
            while (text[at] is not (',' or '\r'))
                Assert.False(text[at++] is '"' or '\n', $"a bare mark at {at}");
            return text[start..at];
        }
        var cell = new StringBuilder();
        for (at++; ; at++)
        {
            if (text[at] == '"' && text[++at] != '"')
                return cell.ToString();
            cell.Append(text[at]);
        }
    }
}
