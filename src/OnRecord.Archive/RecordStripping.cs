using System.Security.Cryptography;
using System.Text;
using OnRecord.Record;
using OnRecord.Text;

namespace OnRecord.Archive;

/// <summary>Takes out of a record what text and coder say already, and puts it back: the text itself and its hash, the words at spans, the
/// coder. A third of a record's bytes.</summary>
internal static class RecordStripping
{
    static readonly CoderPart NoCoder = new()
    {
        Version = "",
        Options = new("", ""),
        Models = new SortedDictionary<string, string>(StringComparer.Ordinal),
        Knowledge = "",
    };

    /// <summary>The record without it.</summary>
    internal static ArticleRecord Strip(ArticleRecord record) =>
        record with
        {
            Article = record.Article with { Text = "", TextHash = "" },
            Coder = NoCoder,
            Actors = [.. record.Actors.Select(a => a with { Mentions = [.. a.Mentions.Select(m => m with { Text = "" })] })],
            Times = [.. record.Times.Select(t => t with { Text = "" })],
            Places = [.. record.Places.Select(p => p with { Text = "" })],
            Wording = [.. record.Wording.Select(w => w with { Text = "" })],
        };

    /// <summary>The record as it was.</summary>
    internal static ArticleRecord Restore(ArticleRecord stripped, string text, CoderPart coder)
    {
        var points = new CodePoints(text);
        string Cut(CodeSpan span) =>
            span.End <= points.Length
                ? text[points.ToUtf16(span.Start)..points.ToUtf16(span.End)]
                : throw new InvalidDataException($"it has the span [{span.Start}, {span.End}], which is not in the text");
        return stripped with
        {
            Article = stripped.Article with
            {
                Text = text,
                TextHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
            },
            Coder = coder,
            Actors = [.. stripped.Actors.Select(a => a with { Mentions = [.. a.Mentions.Select(m => m with { Text = Cut(m.Span) })] })],
            Times = [.. stripped.Times.Select(t => t with { Text = Cut(t.Span) })],
            Places = [.. stripped.Places.Select(p => p with { Text = Cut(p.Span) })],
            Wording = [.. stripped.Wording.Select(w => w with { Text = Cut(w.Span) })],
        };
    }
}
