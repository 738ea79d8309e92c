using OnRecord.Archive.Export;
using OnRecord.Record;

namespace OnRecord.Archive.Tests.Export;

/// <summary>Articles as an archive would give them, and exports of them in memory. Public for its theory data alone.</summary>
public static class Kept
{
    internal static IReadOnlyList<FoundArticle> Quarrel { get; } = [.. Told.Quarrel.Select(t => Whole(t.Record()))];

    internal static FoundArticle Whole(ArticleRecord record) => Found(record, null);

    internal static FoundArticle Found(ArticleRecord record, params string[]? ids) =>
        new(
            new()
            {
                Record = record,
                Version = 1,
                Versions = 2,
                Run = 7,
                Runs = [7],
                ActorKeys = record.Actors.ToDictionary(a => a.Id, a => "key:" + a.Name, StringComparer.Ordinal),
            },
            ids
        );

    /// <summary>A record without parts.</summary>
    internal static ArticleRecord Record(string text, string? title = null, IReadOnlyList<string>? authors = null) =>
        new()
        {
            Id = "x",
            Article = new()
            {
                Text = text,
                TextHash = "00",
                Title = title,
                Author = authors,
            },
            Coder = Told.Coder,
        };

    internal static byte[] Bytes(ExportFormat format, ExportTable table, IEnumerable<FoundArticle> found)
    {
        using var output = new MemoryStream();
        ArchiveExport.Write(format, table, found, output, TestContext.Current.CancellationToken);
        Assert.True(output.CanWrite, "the stream was closed");
        return output.ToArray();
    }

    internal static string Text(ExportFormat format, ExportTable table, IEnumerable<FoundArticle> found) =>
        System.Text.Encoding.UTF8.GetString(Bytes(format, table, found));

    public static TheoryData<ExportTable> Tables => [.. Enum.GetValues<ExportTable>()];
}
