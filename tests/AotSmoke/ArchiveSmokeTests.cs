using System.Diagnostics;
using System.Net;
using System.Text;

namespace OnRecord.AotSmoke;

/// <summary>The archive and the server inside the native binary: what it keeps, finds, exports and serves is what the JIT does. Libraries
/// that warn about native code (Parquet.Net, ASP.NET's API description) are run here.</summary>
public sealed class ArchiveSmokeTests(PublishedBinary published) : IDisposable
{
    static readonly string Articles = Path.Combine(Processes.Root, "samples", "samples.jsonl");

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("onrecord-aot-");

    string Binary
    {
        get
        {
            if (published.Path is null)
                Assert.Skip(published.Why!);
            return published.Path!;
        }
    }

    string At(string name) => Path.Combine(_folder.FullName, name);

    string Native(params string[] arguments) => Done(Processes.Run(Binary, arguments));

    static string Jit(params string[] arguments) =>
        Done(Processes.Run("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "OnRecord.Cli.dll"), .. arguments]));

    static string Done(Processes.Result run)
    {
        Assert.True(run.Exit == 0, run.Error);
        return run.Output;
    }

    [Fact]
    public void NativeBinary_KeepsFindsAndExportsAsTheJit()
    {
        var (native, jit) = (At("native.db"), At("jit.db"));
        Assert.Equal(Jit("add", Articles, "-a", jit, "--json"), Native("add", Articles, "-a", native, "--json"));
        foreach (var kind in new[] { "statements", "events", "articles", "actors" })
        {
            string[] search = ["search", "russia", "--kind", kind, "--json", "-a"];
            var found = Native([.. search, native]);
            Assert.NotEmpty(found);
            Assert.Equal(Jit([.. search, jit]), found);
        }
        foreach (var format in new[] { "jsonl", "csv", "plover" })
            Assert.Equal(Jit("export", "--format", format, "-a", jit), Native("export", "--format", format, "-a", native));
        Native("export", "--format", "parquet", "--output", At("native/"), "-a", native);
        Jit("export", "--format", "parquet", "--output", At("jit/"), "-a", jit);
        foreach (var table in new[] { "articles", "statements", "events", "views" })
            Assert.Equal(File.ReadAllBytes(At($"jit/{table}.parquet")), File.ReadAllBytes(At($"native/{table}.parquet")));
        Native("verify", "-a", native);
        Native("backup", At("backup.db"), "-a", native);
        Native("restore", At("backup.db"), "-a", native);
        Assert.Equal("", Native("diff", "1", "1", "--json", "-a", native));
    }

    [Fact]
    public async Task NativeBinary_ServesPagesAndApi()
    {
        var archive = At("serve.db");
        Native("add", Articles, "-a", archive);
        var cancelled = TestContext.Current.CancellationToken;
        using var server = Process.Start(
            new ProcessStartInfo(Binary, ["serve", "-a", archive, "--urls", "http://127.0.0.1:0"]) { RedirectStandardError = true }
        )!;
        try
        {
            var told = await server.StandardError.ReadLineAsync(cancelled) ?? "";
            var address = told[told.IndexOf("http://", StringComparison.Ordinal)..].Split([';', ' '])[0];
            using var client = new HttpClient { BaseAddress = new Uri(address) };
            foreach (
                var path in new[]
                {
                    "/",
                    "/search?q=russia",
                    "/search?q=russia&tab=events",
                    "/article?id=strait-us-wire",
                    "/actor?key=kb:RUS",
                    "/paste",
                    "/runs",
                    "/runs/1",
                    "/diff?before=1&after=1",
                    "/openapi/v1.json",
                    "/api/search?q=russia&kind=actors",
                    "/api/article?id=strait-us-wire",
                    "/api/actor?key=kb:RUS",
                    "/api/totals",
                    "/api/runs",
                    "/api/export?q=russia&kind=events&format=csv",
                    "/api/export?q=russia&kind=statements&format=parquet",
                    "/api/export?q=&format=plover",
                }
            )
            {
                using var answer = await client.GetAsync(path, cancelled);
                Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
                Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync(cancelled));
            }
            using var text = new StringContent("Norway expelled two Russian diplomats.", Encoding.UTF8, "text/plain");
            using var coded = await client.PostAsync(new Uri("/api/code", UriKind.Relative), text, cancelled);
            Assert.Contains("SANCTION", await coded.Content.ReadAsStringAsync(cancelled), StringComparison.Ordinal);
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync(cancelled);
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
