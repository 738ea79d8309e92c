using OnRecord.Record;

namespace OnRecord.Tests;

/// <summary>The coder with its shipped models, loaded once for all tests.</summary>
internal static class Coding
{
    static readonly Lazy<Coder> Shared = new(() => Coder.Load());

    internal static Coder Coder => Shared.Value;

    internal static ArticleRecord Code(string text, string? published = "2024-05-16", string? title = null) =>
        Coder.Code(
            new()
            {
                Id = "test",
                Text = text,
                Published = published,
                Title = title,
            }
        );

    /// <summary>The words at a span, cut by code points as a reader of the record would.</summary>
    internal static string Cut(this ArticleRecord record, CodeSpan span)
    {
        var runes = new System.Text.StringBuilder();
        int point = 0,
            i = 0;
        var text = record.Article.Text;
        while (i < text.Length && point < span.End)
        {
            var width = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? 2 : 1;
            if (point >= span.Start)
                runes.Append(text, i, width);
            i += width;
            point++;
        }
        return runes.ToString();
    }

    internal static string Cut(this ArticleRecord record, IReadOnlyList<CodeSpan>? spans) =>
        string.Join(" ... ", (spans ?? []).Select(s => record.Cut(s)));

    internal static string Names(this ArticleRecord record, IReadOnlyList<string>? actors) =>
        string.Join(", ", (actors ?? []).Select(id => record.Actors.First(a => a.Id == id).Name));
}
