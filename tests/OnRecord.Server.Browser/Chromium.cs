using OnRecord.Server.Browser;

[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: AssemblyFixture(typeof(Site))]
[assembly: Xunit.v3.Parallelization(MaxThreads = 2)]

namespace OnRecord.Server.Browser;

/// <summary>The system's own Chromium, started once for all tests. Nothing is ever downloaded: where it is missing, tests are skipped and say
/// so, or fail where ONRECORD_REQUIRE_BROWSER=1 says that it must be there.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>ONRECORD_BROWSER names another program.</summary>
    static readonly string[] Places = Environment.GetEnvironmentVariable("ONRECORD_BROWSER") is { Length: > 0 } named
        ? [named]
        : ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    static readonly string? Program = Places.FirstOrDefault(File.Exists);

    IPlaywright? _playwright;
    IBrowser? _browser;

    /// <summary>Whether a missing browser or tool is a failure.</summary>
    static bool IsRequired => Environment.GetEnvironmentVariable("ONRECORD_REQUIRE_BROWSER") == "1";

    public async ValueTask InitializeAsync()
    {
        if (Program is null)
            return;
        Environment.SetEnvironmentVariable("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Program,
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );
        SetDefaultExpectTimeout(10_000);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    internal Task<IBrowserContext> NewContext(BrowserNewContextOptions options)
    {
        if (_browser is null)
            Miss("there is no Chromium at " + string.Join(", ", Places) + "; install it, on Debian with: apt-get install chromium");
        return _browser!.NewContextAsync(options);
    }

    /// <summary>Skips the test, or fails it where nothing may be missing.</summary>
    internal static void Miss(string reason)
    {
        if (IsRequired)
            Assert.Fail(reason);
        Assert.Skip(reason);
    }
}
