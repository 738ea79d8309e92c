using System.Text.RegularExpressions;

namespace OnRecord.Server.Browser;

/// <summary>A text in, its record out, nothing kept.</summary>
public sealed class PasteTests(Chromium chromium, Site site) : BrowserTest(chromium, site)
{
    [Fact]
    public async Task Text_Pasted_ShowsItsRecordAndIsNotKept()
    {
        var before = Site.Archive.Totals();
        var page = await Open("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Paste", Exact = true }).ClickAsync();
        await page.GetByLabel("Text", new() { Exact = true })
            .FillAsync(
                "Minister resigns\n\nFrance condemned Italy on Monday. “We are calm,” said Anna Rossi, the prime minister of Italy."
            );
        await page.GetByLabel("Outlet").FillAsync("The Tester");
        await page.GetByLabel("Published").FillAsync("2024-05-02");
        await page.GetByRole(AriaRole.Button, new() { Name = "Put it on record" }).ClickAsync();

        await Expect(page.Locator(".notice")).ToContainTextAsync("Nothing of this text is kept");
        await Expect(page.Locator(".ks", new() { HasText = "Anna Rossi" })).ToBeVisibleAsync();
        await Expect(page.Locator(".ke").First).ToContainTextAsync("France");
        await Expect(page.Locator(".kicker")).ToHaveTextAsync("The Tester · 2 May 2024");
        await page.Locator("#s1-text").ClickAsync();
        await Expect(page.Locator("#s1")).ToHaveClassAsync(new Regex(@"\bon\b"));
        Assert.Equal(before, Site.Archive.Totals());

        await page.GotoAsync("/search?q=%22Anna+Rossi%22&tab=articles");
        await Expect(page.Locator(".none")).ToContainTextAsync("Nothing found");
    }

    [Fact]
    public async Task Text_Missing_IsAskedFor()
    {
        var page = await Open("/paste");
        await page.GetByRole(AriaRole.Button, new() { Name = "Put it on record" }).ClickAsync();
        await Expect(page.Locator("textarea:invalid")).ToBeFocusedAsync();

        Expecting("status of 400"); // where the browser does not ask, the server does
        await page.GetByLabel("Text", new() { Exact = true }).FillAsync("  ");
        await page.GetByRole(AriaRole.Button, new() { Name = "Put it on record" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("There is no text");
    }
}
