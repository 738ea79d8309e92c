using System.Text.RegularExpressions;

namespace OnRecord.Server.Browser;

/// <summary>The other pages, each reached by links alone.</summary>
public sealed class LinkTests(Chromium chromium, Site site) : BrowserTest(chromium, site)
{
    [Fact]
    public async Task Actor_ReachedFromARecord_ShowsWhatItSaidAndDid()
    {
        var page = await Open(Site.Article(Site.LondonId));
        await page.Locator(".ks").GetByRole(AriaRole.Link, new() { Name = "Karen Holst" }).First.ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/actor\\?key="));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Holst");
        await Expect(page.Locator("#said .hit").First).ToContainTextAsync("Holst");
        await page.Locator(".tabs").GetByRole(AriaRole.Link, new() { Name = "Said about" }).ClickAsync();
        await Expect(page.Locator("#about h2")).ToBeInViewportAsync();

        await page.Locator("#said .hit a.go").First.ClickAsync(); // and on to the words
        await Expect(page.Locator(".k:target")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Run_ReachedFromTheTop_ShowsWhatWasRefusedAndWhy()
    {
        var page = await Open("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Runs" }).ClickAsync();
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(2);
        await page.Locator("a.go", new() { HasTextRegex = new("^2$") }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Run 2");
        var refused = page.Locator("#refused tbody tr");
        await Expect(refused).ToHaveCountAsync(1);
        await Expect(refused).ToContainTextAsync("articles.jsonl");
        await Expect(refused).ToContainTextAsync("JSON");
    }

    [Fact]
    public async Task Diff_ReachedFromRuns_ShowsWhatChanged()
    {
        var page = await Open("/runs");
        await page.GetByLabel("Before").SelectOptionAsync("1");
        await page.GetByLabel("After").SelectOptionAsync("2");
        await page.GetByRole(AriaRole.Button, new() { Name = "Compare" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Run 1 to run 2");
        await Expect(page.Locator(".changes h2")).ToHaveTextAsync(Site.ChangedId);
        await page.Locator(".changes h2 a").ClickAsync();
        await Expect(page.Locator(".text")).ToContainTextAsync("talks would go on");
    }

    [Fact]
    public async Task Version_Older_IsStillThere()
    {
        var page = await Open(Site.Article(Site.ChangedId));
        await Expect(page.Locator(".meta")).ToContainTextAsync("version 2 of 2");
        await page.Locator(".meta").GetByRole(AriaRole.Link, new() { Name = "1", Exact = true }).First.ClickAsync();
        await Expect(page.Locator(".meta")).ToContainTextAsync("version 1 of 2");
        await Expect(page.Locator(".text")).Not.ToContainTextAsync("talks would go on");
    }

    [Fact]
    public async Task Icon_OfThePage_Loads()
    {
        var page = await Open("/");
        var width = await page.EvaluateAsync<int>(
            """
            async () => {
              const icon = new Image();
              icon.src = document.querySelector('link[rel=icon]').href;
              await icon.decode();
              return icon.naturalWidth;
            }
            """
        );
        Assert.True(width > 0);
    }
}
