using System.Text;
using System.Text.Json;
using OnRecord.Archive.Export;
using OnRecord.Record;

namespace OnRecord.Archive.Tests.Export;

public sealed class ArchiveExportTests : IDisposable
{
    static CancellationToken Now => TestContext.Current.CancellationToken;

    readonly string _folder = Directory.CreateTempSubdirectory("onrecord-export").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    static List<JsonElement> Lines(byte[] jsonl) =>
        [
            .. Encoding
                .UTF8.GetString(jsonl)
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(l => JsonDocument.Parse(l).RootElement),
        ];

    static string Ids(ExportTable table, string name, params string[] ids) =>
        string.Join(
            ' ',
            Lines(ExportSamples.Written(ExportFormat.Jsonl, table, [ExportSamples.Found(ExportSamples.Awkward, ids)]))
                .Select(l => l.GetProperty(name).GetString())
        );

    [Fact]
    public void ArticlesAsJson_AreTheRecords()
    {
        var lines = Encoding
            .UTF8.GetString(ExportSamples.Written(ExportFormat.Jsonl, ExportTable.Articles, ExportSamples.Coded))
            .Split('\n');
        Assert.Equal("", lines[^1]);
        Assert.Equal(ExportSamples.Coded.Select(f => Encoding.UTF8.GetString(RecordJson.Serialize(f.Article.Record))), lines[..^1]);
    }

    [Fact]
    public void RowAsJson_HasListsAndNumbers_AndLeavesOutWhatIsUnknown()
    {
        var rows = Lines(ExportSamples.Written(ExportFormat.Jsonl, ExportTable.Statements, [ExportSamples.Found(ExportSamples.Awkward)]));
        Assert.Equal("=1+1", rows[0].GetProperty("source_text").GetString());
        Assert.Equal(["=1+1", "Norland"], rows[0].GetProperty("source_actor_names").EnumerateArray().Select(e => e.GetString()));
        Assert.Equal(0.9, rows[0].GetProperty("confidence_cue").GetDouble());
        Assert.False(rows[0].GetProperty("negated").GetBoolean());
        Assert.False(rows[1].TryGetProperty("source_text", out _));
        Assert.False(rows[1].TryGetProperty("source_actor_names", out _));
        var names = ExportSchema.Columns(ExportTable.Statements).Select(c => c.Name).ToHashSet();
        Assert.All(rows, r => Assert.All(r.EnumerateObject(), p => Assert.Contains(p.Name, names)));
    }

    [Fact]
    public void AwkwardText_IsSoundJson()
    {
        var text = ExportSamples.Awkward.Article.Text.Replace('\uD800', '\uFFFD');
        var record = ExportSamples.Awkward with
        {
            Article = ExportSamples.Awkward.Article with { Title = ExportSamples.Awkward.Article.Text },
        };
        var row = Lines(ExportSamples.Written(ExportFormat.Jsonl, ExportTable.Views, [ExportSamples.Found(record)]))[0];
        Assert.Equal(text, row.GetProperty("title").GetString());
    }

    [Theory]
    [InlineData(ExportTable.Statements, "statement_id", "", "s1 s2 s3")]
    [InlineData(ExportTable.Events, "event_id", "", "e1 e2")]
    [InlineData(ExportTable.Views, "holder", "", "outlet s2 outlet")]
    [InlineData(ExportTable.Statements, "statement_id", "s3", "s3")]
    [InlineData(ExportTable.Events, "event_id", "s3", "")]
    [InlineData(ExportTable.Events, "event_id", "s1", "e1")]
    [InlineData(ExportTable.Events, "event_id", "s2 s3", "e1")]
    [InlineData(ExportTable.Events, "event_id", "e2", "e2")]
    [InlineData(ExportTable.Views, "holder", "e2", "outlet")]
    [InlineData(ExportTable.Statements, "statement_id", "e1", "s1 s2")]
    [InlineData(ExportTable.Statements, "statement_id", "e2", "")]
    public void Found_AndWhatIsTiedToIt_IsExported(ExportTable table, string name, string found, string rows) =>
        Assert.Equal(rows, Ids(table, name, found.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Fact]
    public void Plover_HasOnlyFoundEvents()
    {
        var one = Lines(ExportSamples.Written(ExportFormat.Plover, ExportTable.Events, [ExportSamples.Found(ExportSamples.Awkward, "e2")]));
        Assert.Equal("awkward, \"1\"#e2", Assert.Single(one).GetProperty("id").GetString());
        var all = ExportSamples.Written(ExportFormat.Plover, ExportTable.Articles, ExportSamples.Coded);
        Assert.Equal(ExportSamples.Coded.SelectMany(f => PloverJson.Lines(f.Article.Record)), all);
    }

    [Theory]
    [InlineData(ExportFormat.Jsonl)]
    [InlineData(ExportFormat.Plover)]
    public void NothingFound_IsAnEmptyFile(ExportFormat format) => Assert.Empty(ExportSamples.Written(format, ExportTable.Events, []));

    public static MatrixTheoryData<ExportFormat, ExportTable> Everything { get; } =
        new(Enum.GetValues<ExportFormat>(), Enum.GetValues<ExportTable>());

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task Writing_IsTheSame_WithAndWithoutWaiting_AndTwice(ExportFormat format, ExportTable table)
    {
        var bytes = ExportSamples.Written(format, table, ExportSamples.Coded);
        using var output = new MemoryStream();
        var rows = await ArchiveExport.WriteAsync(format, table, ExportSamples.Coded, output, Now);
        Assert.Equal(bytes, output.ToArray());
        Assert.Equal(bytes, ExportSamples.Written(format, table, ExportSamples.Coded));
        Assert.True(rows > 0);
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void Cancelled_EndsBetweenArticles(ExportFormat format, ExportTable table)
    {
        using var cancel = new CancellationTokenSource();
        var taken = 0;
        IEnumerable<FoundArticle> Endless()
        {
            while (true)
            {
                if (++taken == 3)
                    cancel.Cancel();
                yield return ExportSamples.Coded[0];
            }
        }
        Assert.Throws<OperationCanceledException>(() => ArchiveExport.Write(format, table, Endless(), Stream.Null, cancel.Token));
        Assert.Equal(3, taken);
    }

    [Fact]
    public void Output_ComesBeforeTheLastArticle()
    {
        using var output = new MemoryStream();
        var most = 0L;
        IEnumerable<FoundArticle> Many()
        {
            for (var i = 0; i < 200; i++)
            {
                yield return ExportSamples.Coded[0];
                most = output.Length;
            }
        }
        ArchiveExport.Write(ExportFormat.Csv, ExportTable.Articles, Many(), output, Now);
        Assert.InRange(most, output.Length / 2, output.Length);
    }

    [Theory]
    [InlineData(ExportFormat.Parquet)]
    [InlineData(ExportFormat.Csv)]
    [InlineData(ExportFormat.Jsonl)]
    public void Folder_HasEveryTable_FromOnePass(ExportFormat format)
    {
        var passes = 0;
        IEnumerable<FoundArticle> Once()
        {
            passes++;
            foreach (var found in ExportSamples.Coded)
                yield return found;
        }
        var written = ArchiveExport.WriteFolder(format, Once(), Path.Combine(_folder, "new"), Now);
        Assert.Equal(1, passes);
        Assert.Equal(Enum.GetValues<ExportTable>(), written.Select(w => w.Table));
        foreach (var (table, file, rows) in written)
        {
            Assert.Equal(ExportSamples.Written(format, table, ExportSamples.Coded), File.ReadAllBytes(file));
            Assert.True(rows > 0);
        }
        Assert.Equal(4, Directory.GetFiles(Path.Combine(_folder, "new")).Length);
    }

    [Fact]
    public void Folder_KeepsWhatWasThere_WhenItIsEnded()
    {
        ArchiveExport.WriteFolder(ExportFormat.Csv, ExportSamples.Coded, _folder, Now);
        var before = File.ReadAllBytes(Path.Combine(_folder, "events.csv"));
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        Assert.Throws<OperationCanceledException>(() =>
            ArchiveExport.WriteFolder(ExportFormat.Csv, ExportSamples.Coded, _folder, cancel.Token)
        );
        Assert.Equal(before, File.ReadAllBytes(Path.Combine(_folder, "events.csv")));
        Assert.Equal(4, Directory.GetFiles(_folder).Length);
    }

    [Fact]
    public void Folder_ThatCantBeWritten_IsNamed()
    {
        var file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "");
        var error = Assert.Throws<ArchiveException>(() => ArchiveExport.WriteFolder(ExportFormat.Parquet, [], file, Now));
        Assert.Contains(file, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_AreNamedOnce_AndExplained()
    {
        foreach (var table in Enum.GetValues<ExportTable>())
        {
            var columns = ExportSchema.Columns(table);
            Assert.Distinct(columns.Select(c => c.Name));
            Assert.All(columns, c => Assert.Matches("^[a-z_]+$", c.Name));
            Assert.All(columns, c => Assert.False(c.Meaning.Length == 0 || c.Meaning.Contains('|', StringComparison.Ordinal)));
        }
    }
}
