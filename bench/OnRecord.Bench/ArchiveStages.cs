using System.Text.Encodings.Web;
using BenchmarkDotNet.Attributes;
using OnRecord.Archive;
using OnRecord.Archive.Export;
using OnRecord.Archive.Search;
using OnRecord.Archive.Sqlite;
using OnRecord.Record;
using OnRecord.Server.Pages;
using OnRecord.Server.Reader;
using OnRecord.Text;

namespace OnRecord.Bench;

/// <summary>What comes after coding, on an archive of 1,000 copies of the sample article under ids of their own: making ready, keeping,
/// finding, reading, exporting, rendering its page.</summary>
[MemoryDiagnoser]
public class ArchiveStages
{
    const int Copies = 1000;
    const int Kept = 200;

    static readonly HashSet<string> Layers = [.. ReaderPage.Layers.Select(l => l.Name)];

    readonly Coder _coder = Coder.Load();
    readonly string _folder = Directory.CreateTempSubdirectory("onrecord-bench-").FullName;
    readonly Article _article = new()
    {
        Id = "sample",
        Text = File.ReadAllText(Path.Combine(Stages.Root(), "samples", "strait-us-wire.txt")),
        Outlet = "Continental Wire",
        Published = "2024-03-15",
    };
    ArticleRecord _record = null!;
    PreparedArticle[] _new = null!;
    SqliteArchive _archive = null!;
    KeptArticle _kept = null!;

    /// <summary>Fills the archive.</summary>
    [GlobalSetup]
    public void Fill()
    {
        _record = _coder.Code(_article);
        _archive = SqliteArchive.OpenOrCreate(Path.Combine(_folder, "bench.db"));
        using var run = Begin();
        foreach (var copy in CopiesOf("kept", Copies))
            run.Keep(copy);
        run.End(RunState.Done);
        _new = [.. CopiesOf("new", Kept)];
        _kept = _archive.Article("kept-1")!;
    }

    /// <summary>Removes it.</summary>
    [GlobalCleanup]
    public void Clean()
    {
        _archive.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    IArchiveRun Begin() => _archive.Begin(new(_coder.Identity, ["bench"], DateTimeOffset.UnixEpoch));

    IEnumerable<PreparedArticle> CopiesOf(string name, int count)
    {
        for (var i = 0; i < count; i++)
            yield return PreparedArticle.Of(_article, _record with { Id = $"{name}-{i}" });
    }

    [Benchmark(Baseline = true)]
    public object Code() => _coder.Code(_article);

    [Benchmark]
    public object Prepare() => PreparedArticle.Of(_article, _record);

    /// <summary>Into the archive's tables and indexes; taken back, so that each round finds the same archive.</summary>
    [Benchmark(OperationsPerInvoke = Kept)]
    public void Keep()
    {
        using var run = Begin();
        foreach (var article in _new)
            run.Keep(article);
    }

    [Benchmark]
    public object SearchWord() => _archive.Search(new(SearchKind.Statements, Query.Parse("vessel")));

    [Benchmark]
    public object SearchFields() => _archive.Search(new(SearchKind.Events, Query.Parse("does:RUS type:THREATEN since:2024")));

    [Benchmark]
    public object Read() => _archive.Article("kept-500")!;

    [Benchmark]
    public long Export() => ArchiveExport.Write(ExportFormat.Csv, ExportTable.Statements, [new(_kept, null)], Stream.Null);

    [Benchmark]
    public async Task Page() =>
        await Slices
            .ArticlePage(new(new ReaderPage(new ArticleReading(_kept), null, Layers)))
            .RenderAsync(TextWriter.Null, HtmlEncoder.Default);
}
