using System.Text.RegularExpressions;

namespace OnRecord.Server.Browser;

/// <summary>Everything that needs no script works without.</summary>
public sealed class NoScriptTests(Chromium chromium, Site site) : BrowserTest(chromium, site)
{
    Task<IPage> OpenWithoutScripts(string path) => Open(path, new() { JavaScriptEnabled = false });

    [Fact]
    public async Task Record_AndItsWords_LeadToEachOther()
    {
        var page = await OpenWithoutScripts(Site.Article(Site.LondonId));
        await page.Locator("#s12-text").ClickAsync();
        await Expect(page.Locator("#s12:target")).ToBeInViewportAsync();
        await page.Locator("#s12 .id").ClickAsync();
        await Expect(page.Locator("#s12-text:target")).ToBeInViewportAsync();
        await page.Locator("#s12 summary").ClickAsync();
        await Expect(page.Locator("#s12 dl")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Layers_AreSwitchedAtOnceAndKeptByTheButton()
    {
        var page = await OpenWithoutScripts(Site.Article(Site.LondonId));
        await page.GetByLabel("Events").UncheckAsync();
        await Expect(page.Locator(".ke:visible")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep in address" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("layers=statements"));
        await Expect(page.Locator(".ke:visible")).ToHaveCountAsync(0);
        await Expect(page.Locator(".ks").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Search_NarrowsExportsAndOpens()
    {
        var page = await OpenWithoutScripts("/");
        await page.GetByRole(AriaRole.Searchbox).FillAsync("Holst");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await page.Locator(".tabs").GetByRole(AriaRole.Link, new() { Name = "Statements" }).ClickAsync();
        await page.Locator(".facets a", new() { HasText = "The London Courier" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("Holst outlet:\"The London Courier\"");
        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Link, new() { Name = "CSV", Exact = true }).ClickAsync()
        );
        Assert.Contains("The London Courier", await File.ReadAllTextAsync(await download.PathAsync()));
        await page.Locator(".hit a.go").First.ClickAsync();
        await Expect(page.Locator(".k:target")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Facets_OnNarrowScreens_OpenAndNarrow()
    {
        var page = await Open(
            "/search?q=&tab=statements",
            new()
            {
                JavaScriptEnabled = false,
                ViewportSize = new() { Width = 360, Height = 700 },
            }
        );
        var facet = page.Locator(".facets a", new() { HasText = "The London Courier" });
        await Expect(facet).ToBeHiddenAsync();
        await Expect(page.Locator(".hit").First).ToBeInViewportAsync();
        await page.GetByText("Narrow down").ClickAsync();
        await facet.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("outlet:\"The London Courier\"");
    }

    [Fact]
    public async Task Paste_ShowsTheRecord()
    {
        var page = await OpenWithoutScripts("/paste");
        await page.GetByLabel("Text", new() { Exact = true }).FillAsync("France condemned Italy on Monday.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Put it on record" }).ClickAsync();
        await Expect(page.Locator(".ke").First).ToContainTextAsync("France");
        await Expect(page.Locator(".notice")).ToContainTextAsync("Nothing of this text is kept");
    }

    [Fact]
    public async Task Controls_ThatNeedScripts_AreNotShown()
    {
        var page = await OpenWithoutScripts(Site.Article(Site.LondonId) + "&span=600-640");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Keyboard" })).ToBeHiddenAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Copy citation" })).ToBeHiddenAsync();
        await Expect(page.Locator(".cited blockquote")).ToBeVisibleAsync();
    }
}
