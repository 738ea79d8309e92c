using System.Diagnostics;
using OnRecord.AotSmoke;

[assembly: AssemblyFixture(typeof(PublishedBinary))]

namespace OnRecord.AotSmoke;

/// <summary>The native binary: it is published, codes the samples to the same bytes as under the JIT, on one thread and two, with AVX2 and
/// without, and starts fast.</summary>
public sealed class AotSmokeTests(PublishedBinary published)
{
    /// <summary>Milliseconds for one article from a cold start; the best of several runs, for the machine may be busy.</summary>
    const int MostMilliseconds = 300;

    static readonly string[] Samples =
    [
        .. Directory.GetFiles(Path.Combine(Processes.Root, "samples"), "*.txt").Order(StringComparer.Ordinal),
    ];

    string Binary => published.Path ?? Skip(published.Why!);

    static string Skip(string why)
    {
        Assert.Skip(why);
        return "";
    }

    [Theory]
    [InlineData("1", null)]
    [InlineData("2", null)]
    [InlineData("1", "DOTNET_EnableAVX2")]
    public void NativeBinary_GivesTheSameBytesAsTheJit(string threads, string? switchedOff)
    {
        var jit = Processes.Run("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "OnRecord.Cli.dll"), "code", .. Samples]);
        Assert.True(jit.Exit == 0, jit.Error);
        var native = Processes.Run(Binary, ["code", .. Samples, "--threads", threads], switchedOff);
        Assert.True(native.Exit == 0, native.Error);
        Assert.Equal(jit.Output, native.Output);
        Assert.Equal(Samples.Length, native.Output.Count(c => c == '\n'));
    }

    [Fact]
    public void Jit_GivesTheSameBytesWithoutAvx2()
    {
        string[] arguments = ["exec", Path.Combine(AppContext.BaseDirectory, "OnRecord.Cli.dll"), "code", .. Samples];
        Assert.Equal(Processes.Run("dotnet", arguments).Output, Processes.Run("dotnet", arguments, "DOTNET_EnableAVX2").Output);
    }

    [Fact]
    public void NativeBinary_ReadsPagesFeedsAndGzip()
    {
        var folder = Directory.CreateTempSubdirectory("onrecord-aot-");
        try
        {
            var page = Path.Combine(folder.FullName, "page.html");
            File.WriteAllText(
                page,
                "<html><head><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"A page\"}</script></head><body><p>A paragraph, long enough to count as text.</p></body></html>"
            );
            var feed = Path.Combine(folder.FullName, "feed.xml");
            File.WriteAllText(
                feed,
                "<rss version='2.0'><channel><item><guid>1</guid><title>T</title><description>&lt;p&gt;Text.&lt;/p&gt;</description></item></channel></rss>"
            );
            var run = Processes.Run(Binary, ["read", page, feed, "missing"]);
            Assert.Equal(1, run.Exit);
            Assert.Equal(2, run.Output.Count(c => c == '\n'));
            Assert.Contains("missing: no such file", run.Error, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void NativeBinary_CodesOneArticleFromAColdStartInTime()
    {
        var best = long.MaxValue;
        for (var i = 0; i < 7; i++)
        {
            var clock = Stopwatch.StartNew();
            Assert.Equal(0, Processes.Run(Binary, ["code", Samples[0]]).Exit);
            best = Math.Min(best, clock.ElapsedMilliseconds);
        }
        Assert.InRange(best, 0, MostMilliseconds);
    }
}
