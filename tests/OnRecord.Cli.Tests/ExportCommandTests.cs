using System.Text;
using System.Text.Json;
using OnRecord.Archive.Export;

namespace OnRecord.Cli.Tests;

/// <summary>An archive of the samples, made once.</summary>
public sealed class SampleArchive : IDisposable
{
    readonly TempFolder _folder = new();

    /// <summary>Adds the samples.</summary>
    public SampleArchive()
    {
        var samples = Directory.GetFiles(Repository.File("samples"), "*.txt").Order(StringComparer.Ordinal);
        var added = RunResult.Of(["add", .. samples, "--archive", Path]);
        Assert.Equal(ExitCode.Done, added.Exit);
    }

    internal string Path => _folder.File("samples.db");

    internal RunResult Export(params string[] args) => RunResult.Of(["export", .. args, "--archive", Path]);

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();
}

public sealed class ExportCommandTests(SampleArchive archive) : IClassFixture<SampleArchive>
{
    [Fact]
    public void Jsonl_OfArticles_IsTheDefault_AndTheRecords()
    {
        var result = archive.Export();
        Assert.Equal((ExitCode.Done, ""), (result.Exit, result.Error));
        Assert.All(
            result.Lines,
            line => Assert.Equal("onrecord/1.0", JsonDocument.Parse(line).RootElement.GetProperty("schema").GetString())
        );
        Assert.True(result.Lines.Length > 1);
    }

    [Theory]
    [InlineData("articles")]
    [InlineData("statements")]
    [InlineData("events")]
    [InlineData("views")]
    public void Csv_HasTheHeaderOfTheKind(string kind)
    {
        var result = archive.Export("--kind", kind, "--format", "csv");
        var table = Enum.Parse<ExportTable>(kind, ignoreCase: true);
        Assert.Equal((ExitCode.Done, ""), (result.Exit, result.Error));
        Assert.StartsWith(
            string.Join(',', ExportSchema.Columns(table).Select(c => c.Name)) + "\r\n",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.True(result.Lines.Length > 1);
    }

    [Fact]
    public void Query_Chooses()
    {
        var all = archive.Export("--kind", "statements").Lines;
        var denied = archive.Export("act:deny", "--kind", "statements").Lines;
        Assert.InRange(denied.Length, 1, all.Length - 1);
        Assert.All(denied, line => Assert.Equal("deny", JsonDocument.Parse(line).RootElement.GetProperty("act").GetString()));
    }

    [Fact]
    public void Plover_HasAsManyEventsAsTheTable()
    {
        var plover = archive.Export("--format", "plover");
        Assert.Equal(archive.Export("--kind", "events").Lines.Length, plover.Lines.Length);
        Assert.All(plover.Lines, line => Assert.True(JsonDocument.Parse(line).RootElement.TryGetProperty("attribution", out _)));
    }

    [Fact]
    public void Parquet_ToAFile_IsOneTable()
    {
        using var folder = new TempFolder();
        var file = folder.File("events.parquet");
        Assert.Equal(ExitCode.Done, archive.Export("--kind", "events", "--format", "parquet", "--output", file).Exit);
        var bytes = File.ReadAllBytes(file);
        Assert.Equal("PAR1", Encoding.ASCII.GetString(bytes[^4..]));
        Assert.Equal([file], Directory.GetFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData("")] // a folder that is there
    [InlineData("new/")]
    public void Parquet_ToAFolder_IsAllTables(string name)
    {
        using var folder = new TempFolder();
        var path = folder.File(name);
        var result = archive.Export("--format", "parquet", "--output", path);
        Assert.Equal((ExitCode.Done, ""), (result.Exit, result.Error));
        Assert.Equal(
            ["articles.parquet", "events.parquet", "statements.parquet", "views.parquet"],
            Directory.GetFiles(path).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Output_IsWhatStandardOutputIs()
    {
        using var folder = new TempFolder();
        var file = folder.File("s.csv");
        Assert.Equal(ExitCode.Done, archive.Export("--kind", "statements", "--format", "csv", "--output", file).Exit);
        Assert.Equal(archive.Export("--kind", "statements", "--format", "csv").Bytes, File.ReadAllBytes(file));
    }

    public static TheoryData<string, string[]> Refused =>
        new()
        {
            { "--output NAME.parquet", ["--format", "parquet"] },
            { "--output NAME.parquet", ["--format", "parquet", "--output", "-"] },
            { "not there yet", ["--format", "cameo"] },
            { "not there yet", ["--format", "gdelt"] },
            { "use jsonl, csv, parquet, plover", ["--format", "xlsx"] },
            { "Must be one of", ["--kind", "actors"] },
            { "events only", ["--format", "plover", "--kind", "statements"] },
            { "speaker:", ["speker:smith"] },
            { "the directory does not exist", ["--output", "/nowhere/at/all.csv", "--format", "csv"] },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Refusal_SaysWhatToDo(string remedy, string[] args)
    {
        var result = archive.Export(args);
        Assert.Equal(ExitCode.Usage, result.Exit);
        Assert.Contains(remedy, result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Bytes);
    }

    [Fact]
    public void Folder_ThatIsAFile_IsRefused()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("taken"), "");
        var result = archive.Export("--format", "parquet", "--output", folder.File("taken") + "/");
        Assert.NotEqual(ExitCode.Done, result.Exit);
        Assert.Contains("name a folder that can be written", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_Teaches() =>
        Assert.Contains("--format parquet --output tables/", RunResult.Of("export", "--help").Output, StringComparison.Ordinal);
}
