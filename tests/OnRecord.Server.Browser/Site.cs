using System.Text.Json;
using System.Text.Json.Serialization;
using OnRecord.Archive;
using OnRecord.Archive.Adding;
using OnRecord.Archive.Export;
using OnRecord.Archive.Search;
using OnRecord.Archive.Sqlite;

namespace OnRecord.Server.Browser;

/// <summary>The real server over a real archive, filled by the real pipeline in two runs: the samples, one of them changed in the second
/// run, a long article, one that tries to break out of the page, and a line that is refused.</summary>
public sealed class Site : IAsyncLifetime
{
    /// <summary>What stands in every field of the hostile article. Each part of it would tell the test that it ran.</summary>
    internal const string Attack =
        "<script>alert(1)</script><img src=//outside.test/a.png onerror=alert(2)>\"' onmouseover='alert(3)' style='background:url(//outside.test/b)";

    internal const string HostileId = "../../etc/passwd?\"><script>alert(4)</script>&a=b#c";
    internal const string LondonId = "samples/strait-london-paper.txt";
    internal const string ChangedId = "samples/coalition-strike.txt";
    internal const string LongId = "long";
    const int LongWords = 3000;

    static readonly JsonSerializerOptions OnlyWhatIsThere = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("onrecord");
    SqliteArchive? _archive;
    WebServer? _server;

    internal IArchive Archive => _archive!;

    /// <summary>With a slash at its end.</summary>
    internal Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>The folder of the repository.</summary>
    internal static string Root { get; } = FindRoot();

    public async ValueTask InitializeAsync()
    {
        var coder = Coder.Load();
        _archive = SqliteArchive.OpenOrCreate(Path.Combine(_folder.FullName, "test.db"));
        var input = Path.Combine(_folder.FullName, "articles.jsonl");
        for (var run = 0; run < 2; run++)
        {
            File.WriteAllLines(input, [.. Articles(run), "this line is no JSON"]);
            Pipeline.Run(_archive, coder, new() { Inputs = [input], Clock = new Day(run) });
        }
        _server = WebServer.Build(
            new()
            {
                Archive = _archive,
                Coder = coder,
                Urls = ["http://127.0.0.1:0"],
                Export = Export,
            }
        );
        await _server.StartAsync();
        Address = new(_server.Urls[0]);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        _archive?.Dispose();
        _folder.Delete(recursive: true);
    }

    internal static string Article(string id) => "/article?id=" + Uri.EscapeDataString(id);

    Task<long> Export(ExportRequest request, Stream output, CancellationToken cancelled) =>
        ArchiveExport.WriteAsync(
            request.Format switch
            {
                "csv" => ExportFormat.Csv,
                "jsonl" => ExportFormat.Jsonl,
                "parquet" => ExportFormat.Parquet,
                _ => ExportFormat.Plover,
            },
            request.Kind switch
            {
                SearchKind.Statements => ExportTable.Statements,
                SearchKind.Events => ExportTable.Events,
                _ => ExportTable.Articles,
            },
            Archive.Find(request.Kind, request.Query, cancelled),
            output,
            cancelled
        );

    static IEnumerable<string> Articles(int run)
    {
        var folder = Path.Combine(Root, "samples");
        var all = "";
        foreach (var row in File.ReadLines(Path.Combine(folder, "samples.tsv")).Skip(1).Select(line => line.Split('\t')))
        {
            var (id, text) = ("samples/" + row[0], File.ReadAllText(Path.Combine(folder, row[0])));
            all += text + "\n\n";
            if (run == 1 && id == ChangedId)
                text += "\n\nThe minister said on Tuesday that talks would go on.\n";
            yield return Line(id, text, null, row[1], row[2], "https://example.org/" + row[0]);
        }
        var words = string.Concat(Enumerable.Repeat(all, 3)).Split(' ').Take(LongWords);
        yield return Line(LongId, string.Join(' ', words), "A long article", "The Annals", "2023-01-02", null);
        yield return Line(
            HostileId,
            $"{Attack}\n\nThe minister, {Attack} Smith, said: “{Attack} is a threat.” Russia threatened Denmark on Thursday. "
                + "<b>Bold</b> &amp; done. {{7*7}} ${7*7} </textarea></title><style>*{display:none}</style>",
            Attack,
            Attack,
            "2022-05-01",
            "javascript:alert(5)"
        );
    }

    static string Line(string id, string text, string? title, string outlet, string published, string? url) =>
        JsonSerializer.Serialize(
            new
            {
                id,
                text,
                title,
                outlet,
                published,
                url,
                author = id == HostileId ? new[] { Attack } : null,
            },
            OnlyWhatIsThere
        );

    static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "OnRecord.slnx")))
                return folder.FullName;
        throw new InvalidOperationException("OnRecord.slnx is not above " + AppContext.BaseDirectory);
    }

    /// <summary>A day of its own for each run, so that the pictures of the pages stay the same.</summary>
    sealed class Day(int run) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2024, 10, 9 + run, 8, 30, 0, TimeSpan.Zero);
    }
}
