using OnRecord.Archive.Export;

namespace OnRecord.Archive.Tests.Export;

public class FolderTests
{
    [Fact]
    public async Task Folder_HasAllTables_WhichJoin()
    {
        using var folder = new TempFolder();
        var tables = folder.File("tables");
        ArchiveExport.WriteFolder(Kept.Quarrel, tables, TestContext.Current.CancellationToken);
        Assert.Equal(
            ["articles.parquet", "events.parquet", "statements.parquet", "views.parquet"],
            Directory.GetFiles(tables).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
        foreach (var table in Enum.GetValues<ExportTable>())
        {
            var one = await ParquetReading.Of(Kept.Bytes(ExportFormat.Parquet, table, Kept.Quarrel));
            var read = await ParquetReading.Of(await File.ReadAllBytesAsync(Path.Combine(tables, ArchiveExport.FileNameOf(table))));
            Assert.All(read.Fields, f => Assert.Equal(one[f.Name], read[f.Name]));
        }
    }

    static IEnumerable<FoundArticle> ThatBreaks()
    {
        yield return Kept.Quarrel[0];
        throw new InvalidDataException("broken");
    }

    [Fact]
    public void SourceThatThrows_LeavesWhatWasThere()
    {
        using var folder = new TempFolder();
        ArchiveExport.WriteFolder(Kept.Quarrel, folder.Path, TestContext.Current.CancellationToken);
        var before = Content(folder);
        Assert.Throws<InvalidDataException>(() =>
            ArchiveExport.WriteFolder(ThatBreaks(), folder.Path, TestContext.Current.CancellationToken)
        );
        Assert.Equal(before, Content(folder));
    }

    [Fact]
    public void SourceThatThrows_LeavesNothing()
    {
        using var folder = new TempFolder();
        Assert.Throws<InvalidDataException>(() =>
            ArchiveExport.WriteFolder(ThatBreaks(), folder.Path, TestContext.Current.CancellationToken)
        );
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    static List<(string, string)> Content(TempFolder folder) =>
        [
            .. Directory
                .GetFiles(folder.Path)
                .Order(StringComparer.Ordinal)
                .Select(f => (f, Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f))))),
        ];

    static IEnumerable<FoundArticle> ThatIsCancelled(CancellationTokenSource source)
    {
        yield return Kept.Quarrel[0];
        source.Cancel();
        yield return Kept.Quarrel[1];
        Assert.Fail("it went on");
    }

    [Fact]
    public void Cancelled_LeavesNothing()
    {
        using var folder = new TempFolder();
        using var source = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => ArchiveExport.WriteFolder(ThatIsCancelled(source), folder.Path, source.Token));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData(ExportFormat.Jsonl)]
    [InlineData(ExportFormat.Csv)]
    [InlineData(ExportFormat.Parquet)]
    [InlineData(ExportFormat.Plover)]
    public void Cancelled_Ends(ExportFormat format)
    {
        using var source = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() =>
            ArchiveExport.Write(format, ExportTable.Statements, ThatIsCancelled(source), new MemoryStream(), source.Token)
        );
    }
}
