using OnRecord.Record;
using OnRecord.Text;

namespace OnRecord.Server.Reader;

/// <summary>A block of the page: a paragraph with the white space behind it, so that the blocks in a row are the text.</summary>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="End">One past the last.</param>
/// <param name="Headline">Whether it is the headline.</param>
internal readonly record struct TextBlock(int Start, int End, bool Headline)
{
    /// <summary>Cuts a text into blocks where its paragraphs begin.</summary>
    internal static List<TextBlock> Of(ArticlePart article, CodePoints points)
    {
        var text = article.Text;
        // the form of the text alone: the same paragraphs as the coder saw
        var layout = Layout.Of(new() { Text = text, Title = article.Title });
        var headline = article.Headline is { } h && h.End <= points.Length ? points.ToUtf16(h.Start) : -1;
        var starts = new SortedSet<int> { 0 };
        foreach (var start in layout.Paragraphs.Select(p => p.Span.Start).Concat(layout.NotBody.Select(n => n.Span.Start)))
            if (BeginsLine(text, start))
                starts.Add(start);
        int[] all = [.. starts, text.Length];
        var blocks = new List<TextBlock>(all.Length);
        for (var i = 0; i + 1 < all.Length; i++)
            if (all[i] < all[i + 1])
                blocks.Add(new(all[i], all[i + 1], headline >= all[i] && headline < all[i + 1]));
        return blocks;
    }

    /// <summary>Whether only white space stands between the start of the line and <paramref name="start"/>, and the text has begun.</summary>
    static bool BeginsLine(string text, int start)
    {
        for (var i = start - 1; i >= 0 && char.IsWhiteSpace(text[i]); i--)
            if (text[i] is '\n' or '\r' or '\u2029')
                return text.AsSpan(0, i).ContainsAnyExcept(' ', '\n', '\r');
        return false;
    }
}
