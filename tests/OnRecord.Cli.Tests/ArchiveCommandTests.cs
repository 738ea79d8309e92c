using System.Text.Json;

namespace OnRecord.Cli.Tests;

/// <summary><c>add</c>, <c>search</c>, <c>runs</c>, <c>diff</c>, <c>verify</c>, <c>backup</c>, <c>restore</c>: what they print, for people and
/// for programs, and how they end.</summary>
public sealed class ArchiveCommandTests(SampleArchive samples) : IClassFixture<SampleArchive>, IDisposable
{
    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    string Archive => _folder.File("news.db");

    string News(params string[] lines) => _folder.Write("news.jsonl", string.Join('\n', lines) + "\n");

    static string Line(string id, string text) => JsonSerializer.Serialize(new { id, text });

    const string Said = "Minister Adela Brandt said on Monday that Russia had attacked Ukraine.";

    RunResult Add(params string[] args) => RunResult.Of(["add", .. args, "--archive", Archive]);

    static JsonElement Json(string line) => JsonDocument.Parse(line).RootElement;

    [Fact]
    public void Add_CountsOnStandardError_AndTwiceChangesNothing()
    {
        var news = News(Line("1", Said), Line("2", "Nothing was said."));
        var first = Add(news);
        Assert.Equal((ExitCode.Done, ""), (first.Exit, first.Output));
        Assert.StartsWith("onrecord: 2 added; ", first.Error, StringComparison.Ordinal);
        Assert.Contains("0 added, 2 unchanged", Add(news).Error, StringComparison.Ordinal);
        News(Line("1", Said + " He denied it."), Line("2", "Nothing was said."));
        Assert.Contains("0 added, 1 changed, 1 unchanged", Add(news).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Add_Json_IsALineForEachThatIsSafe()
    {
        var run = Add(
            News(Line("1", Said), "{ no JSON", Line("2", string.Concat(Enumerable.Repeat("word ", 60)))),
            "--json",
            "--max-tokens",
            "50"
        );
        Assert.Equal(ExitCode.SomeFailed, run.Exit);
        Assert.Equal(["added", "refused", "added"], run.Lines.Select(l => Json(l).GetProperty("outcome").GetString()));
        Assert.Equal("1", Json(run.Lines[0]).GetProperty("id").GetString());
        Assert.EndsWith("news.jsonl:2", Json(run.Lines[1]).GetProperty("place").GetString(), StringComparison.Ordinal);
        Assert.Contains("50 words and marks", Json(run.Lines[2]).GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Contains("kept, but not coded: longer than 50", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Add_SomeRefused_NamesEach_AndTheOthersAreThere()
    {
        var run = Add(News(Line("1", Said), "{ no JSON"), _folder.File("missing.txt"));
        Assert.Equal(ExitCode.SomeFailed, run.Exit);
        Assert.Contains("news.jsonl:2", run.Error, StringComparison.Ordinal);
        Assert.Contains("missing.txt", run.Error, StringComparison.Ordinal);
        Assert.Contains("1 added, 2 refused", run.Error, StringComparison.Ordinal);
        var refused = RunResult.Of("runs", "--refused", "1", "--archive", Archive);
        Assert.Equal(2, refused.Lines.Length);
        Assert.Contains("news.jsonl:2", refused.Lines[0], StringComparison.Ordinal);
        Assert.EndsWith(
            "missing.txt",
            Json(RunResult.Of("runs", "--refused", "1", "--json", "--archive", Archive).Lines[1]).GetProperty("place").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Add_Interrupted_SaysSo_AndTheSameGoesOn()
    {
        var news = News(Line("1", Said));
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        using var error = new StringWriter();
        var io = new CliIo
        {
            Input = Stream.Null,
            Output = Stream.Null,
            Error = error,
            Cancelled = cancel.Token,
        };
        Assert.Equal(ExitCode.Interrupted, CommandLine.Run(["add", news, "--archive", Archive], io));
        Assert.Contains("the same command goes on", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, Add(news).Exit);
        var runs = RunResult.Of("runs", "--json", "--archive", Archive);
        Assert.Equal(["done", "interrupted"], runs.Lines.Select(l => Json(l).GetProperty("state").GetString()));
    }

    [Fact]
    public void Runs_IsATable_NewestFirst()
    {
        Add(News(Line("1", Said)));
        Add(News(Line("1", Said)), "--statements", "reported-speech");
        var runs = RunResult.Of("runs", "--archive", Archive);
        Assert.Equal(ExitCode.Done, runs.Exit);
        Assert.Contains("refused", runs.Lines[0], StringComparison.Ordinal);
        Assert.Contains("done", runs.Output, StringComparison.Ordinal);
        Assert.Equal([2, 1], RunResult.Of("runs", "--json", "--archive", Archive).Lines.Select(l => Json(l).GetProperty("id").GetInt32()));
    }

    [Fact]
    public void Diff_ShowsWhatAnotherCoderRecords()
    {
        var news = News(Line("1", "Brandt hopes that the talks go on. Rill said that they end."));
        Add(news);
        Add(news, "--statements", "reported-speech");
        var diff = RunResult.Of("diff", "1", "2", "--archive", Archive);
        Assert.Equal(ExitCode.Done, diff.Exit);
        Assert.Contains("lost", diff.Output, StringComparison.Ordinal);
        Assert.Contains("statements lost", diff.Error, StringComparison.Ordinal);
        var json = RunResult.Of("diff", "1", "2", "--json", "--archive", Archive);
        Assert.All(json.Lines, l => Assert.Equal("1", Json(l).GetProperty("article").GetString()));
        Assert.Empty(RunResult.Of("diff", "1", "2", "--summary", "--archive", Archive).Output);
        Assert.Contains("no article", RunResult.Of("diff", "1", "1", "--archive", Archive).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Search_ForPeople_ShowsWhoAndWhere_AndCounts()
    {
        var found = RunResult.Of("search", "act:deny", "--archive", samples.Path);
        Assert.Equal((ExitCode.Done, ""), (found.Exit, found.Error));
        Assert.Contains("\n  a report that Russia had threatened to block the straits\n", found.Output, StringComparison.Ordinal);
        Assert.Contains("samples/strait-us-wire.txt#s", found.Output, StringComparison.Ordinal);
        Assert.Contains(" statements", found.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[", found.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("statements", "content")]
    [InlineData("events", "evidence")]
    [InlineData("articles", "excerpt")]
    [InlineData("actors", "actor")]
    public void Search_ForPrograms_IsALineAHit_AndTheCursorGoesOn(string kind, string field)
    {
        var all = RunResult.Of("search", "--kind", kind, "--json", "--limit", "200", "--archive", samples.Path).Lines;
        Assert.All(all, l => Assert.True(Json(l).TryGetProperty(field, out _)));
        var pages = new List<string>();
        string[] cursor = [];
        do
        {
            var page = RunResult.Of(["search", "--kind", kind, "--json", "--limit", "7", "--archive", samples.Path, .. cursor]);
            pages.AddRange(page.Lines);
            const string More = "more with --cursor ";
            var at = page.Error.IndexOf(More, StringComparison.Ordinal);
            cursor = at < 0 ? [] : ["--cursor", page.Error[(at + More.Length)..].Trim()];
        } while (cursor.Length > 0);
        Assert.Equal(all, pages);
    }

    [Fact]
    public void Search_ThatFindsNothing_SaysSo()
    {
        var found = RunResult.Of("search", "nowhereatall", "--archive", samples.Path);
        Assert.Equal(ExitCode.Done, found.Exit);
        Assert.Contains("0 statements", found.Output, StringComparison.Ordinal);
        Assert.Empty(RunResult.Of("search", "nowhereatall", "--json", "--archive", samples.Path).Output);
    }

    [Fact]
    public void BadQuery_IsMarkedAtTheWord()
    {
        var run = RunResult.Of("search", "putin", "speker:smith", "--archive", samples.Path);
        Assert.Equal(ExitCode.Usage, run.Exit);
        var lines = run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains("did you mean 'speaker:'", lines[0], StringComparison.Ordinal);
        Assert.Equal(["  putin speker:smith", "        ^^^^^^^"], lines[1..].Select(l => l.TrimEnd('\r')));
    }

    [Fact]
    public void Verify_Backup_Restore_GoRound()
    {
        Add(News(Line("1", Said)));
        var verified = RunResult.Of("verify", "--archive", Archive);
        Assert.Equal((ExitCode.Done, ""), (verified.Exit, verified.Output));
        Assert.Contains("1 articles", verified.Error, StringComparison.Ordinal);
        Assert.Contains("all hashes and spans hold", verified.Error, StringComparison.Ordinal);

        var backup = _folder.File("backup.db");
        Assert.Contains("written and complete", RunResult.Of("backup", backup, "--archive", Archive).Error, StringComparison.Ordinal);
        var again = RunResult.Of("backup", backup, "--archive", Archive);
        Assert.Equal(ExitCode.SomeFailed, again.Exit);
        Assert.Contains("exists; name a file that does not", again.Error, StringComparison.Ordinal);

        Add(News(Line("2", "Something else.")));
        var restored = RunResult.Of("restore", backup, "--archive", Archive);
        Assert.Equal(ExitCode.Done, restored.Exit);
        Assert.Contains("news.db.before-restore", restored.Error, StringComparison.Ordinal);
        Assert.Single(RunResult.Of("search", "--kind", "articles", "--json", "--archive", Archive).Lines);
    }

    [Fact]
    public void Verify_NamesEachFault_AndRepairMends()
    {
        Add(News(Line("1", Said), Line("2", "Nothing was said.")));
        var bytes = File.ReadAllBytes(Archive);
        Array.Clear(bytes, bytes.Length - 4096, 4096); // the last page
        File.WriteAllBytes(Archive, bytes);
        var verified = RunResult.Of("verify", "--json", "--archive", Archive);
        Assert.Equal(ExitCode.SomeFailed, verified.Exit);
        Assert.All(verified.Lines, l => Assert.NotEmpty(Json(l).GetProperty("remedy").GetString()!));
        Assert.Contains("faults, named above", verified.Error, StringComparison.Ordinal);
        RunResult.Of("verify", "--repair", "--archive", Archive);
        Assert.True(File.Exists(Archive + ".before-restore"));
        Assert.Equal(ExitCode.Done, RunResult.Of("verify", "--archive", Archive).Exit);
    }

    public static TheoryData<int, string, string[]> Errors =>
        new()
        {
            { ExitCode.SomeFailed, "make one with 'onrecord add'", ["search", "x", "-a", "no.db"] },
            { ExitCode.SomeFailed, "make one with 'onrecord add'", ["runs", "-a", "no.db"] },
            { ExitCode.SomeFailed, "make one with 'onrecord add'", ["verify", "-a", "no.db"] },
            { ExitCode.SomeFailed, "name another with --archive", ["verify", "--repair", "-a", "no.db"] },
            { ExitCode.SomeFailed, "make one with 'onrecord add'", ["backup", "b.db", "-a", "no.db"] },
            { ExitCode.SomeFailed, "there is no archive none.db", ["restore", "none.db", "-a", "no.db"] },
            { ExitCode.SomeFailed, "is a folder", ["add", "x.txt", "-a", "."] },
            { ExitCode.SomeFailed, "is a folder", ["search", "x", "-a", "."] },
            { ExitCode.SomeFailed, "make it, or name another", ["add", "x.txt", "-a", "/nowhere/at/all.db"] },
            { ExitCode.Usage, "the same file", ["restore", "SAMPLES", "-a", "SAMPLES"] },
            { ExitCode.SomeFailed, "'onrecord runs' lists them", ["runs", "--refused", "9", "-a", "SAMPLES"] },
            { ExitCode.SomeFailed, "'onrecord runs' lists them", ["diff", "1", "9", "-a", "SAMPLES"] },
            { ExitCode.Usage, "'onrecord diff --help'", ["diff", "one", "two", "-a", "SAMPLES"] },
            { ExitCode.Usage, "'onrecord diff --help'", ["diff", "1", "-a", "SAMPLES"] },
            { ExitCode.Usage, "begin again without it", ["search", "x", "--cursor", "forged", "-a", "SAMPLES"] },
            { ExitCode.Usage, "ask for 1 to 200", ["search", "x", "--limit", "0", "-a", "SAMPLES"] },
            { ExitCode.Usage, "ask for 1 to 200", ["search", "x", "--limit", "2000000000", "-a", "SAMPLES"] },
            { ExitCode.Usage, "Must be one of", ["search", "x", "--kind", "things", "-a", "SAMPLES"] },
            { ExitCode.Usage, "give a number from 1 on", ["add", "x.txt", "--max-tokens", "0", "-a", "SAMPLES"] },
            { ExitCode.Usage, "'onrecord add --help'", ["add", "-a", "SAMPLES"] },
        };

    [Theory]
    [MemberData(nameof(Errors))]
    public void Error_NamesTheRemedy(int exit, string remedy, string[] args)
    {
        var run = RunResult.Of([.. args.Select(a => a == "SAMPLES" ? samples.Path : a)]);
        Assert.Contains(remedy, run.Error, StringComparison.Ordinal);
        Assert.Equal((exit, ""), (run.Exit, run.Output));
        Assert.DoesNotContain("fault of onrecord", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("add")]
    [InlineData("search")]
    [InlineData("runs")]
    [InlineData("diff")]
    [InlineData("verify")]
    [InlineData("backup")]
    [InlineData("restore")]
    public void Help_TeachesByExamples(string command)
    {
        var help = RunResult.Of(command, "--help");
        Assert.Equal(ExitCode.Done, help.Exit);
        Assert.Contains("Example", help.Output, StringComparison.Ordinal);
        Assert.Contains("onrecord " + command, help.Output, StringComparison.Ordinal);
    }
}
