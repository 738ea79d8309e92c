using System.Text.RegularExpressions;

namespace OnRecord.Server.Browser;

/// <summary>Everything by keys alone.</summary>
[Collection("Clipboard")]
public sealed class KeyboardTests(Chromium chromium, Site site) : BrowserTest(chromium, site)
{
    static readonly Regex Lit = new(@"\bon\b");

    static async Task Press(IPage page, params string[] keys)
    {
        foreach (var key in keys)
            await page.Keyboard.PressAsync(key);
    }

    [Fact]
    public async Task Keys_Alone_LeadFromTheFirstPageToACitation()
    {
        var page = await Open("/", new() { Permissions = ["clipboard-read", "clipboard-write"] });
        await Press(page, "/");
        await Expect(page.Locator("#q")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("piracy outlet:\"The London Courier\"");
        await Press(page, "Enter");
        await Expect(page.Locator(".hit").First).ToBeVisibleAsync();
        await Press(page, "j");
        await Expect(page.Locator(".hit a.go").First).ToBeFocusedAsync();
        await Press(page, "j");
        await Expect(page.Locator(".hit a.go").Nth(1)).ToBeFocusedAsync();
        await Press(page, "k", "o");

        await Expect(page.Locator(".k:target")).ToBeInViewportAsync();
        await Press(page, "j");
        await Expect(page.Locator(".k").First).ToBeFocusedAsync();
        await Press(page, "j", "j", "k");
        var second = page.Locator(".k").Nth(1);
        await Expect(second).ToBeFocusedAsync();
        await Expect(second).ToHaveClassAsync(Lit);
        await Expect(page.Locator(".k.on")).ToHaveCountAsync(1);

        await Press(page, "o");
        await Expect(second.Locator("dl")).ToBeVisibleAsync();
        await Press(page, "o");
        await Expect(second.Locator("dl")).ToBeHiddenAsync();

        await Press(page, "y");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Citation copied");
        var span = (await second.GetAttributeAsync("data-s"))!.Replace('-', '–');
        Assert.Contains($"code points {span} of the text", await page.EvaluateAsync<string>("navigator.clipboard.readText()"));
    }

    [Fact]
    public async Task NAndP_StepThroughTheMarkedWords()
    {
        var page = await Open(Site.Article(Site.LondonId));
        var links = page.Locator("a.n");
        await Press(page, "n", "n", "n");
        await Expect(links.Nth(2)).ToBeFocusedAsync();
        await Expect(links.Nth(2)).ToBeInViewportAsync();
        await Press(page, "p");
        await Expect(links.Nth(1)).ToBeFocusedAsync();
        var record = await links.Nth(1).GetAttributeAsync("data-n");
        await Expect(page.Locator("#" + record)).ToHaveClassAsync(Lit);
        await Press(page, "Enter"); // it is a link
        await Expect(page).ToHaveURLAsync(new Regex($"#{record}$"));
    }

    [Fact]
    public async Task Escape_LeavesTheSearchFieldAndClosesTheHelp()
    {
        var page = await Open("/");
        await Press(page, "/");
        await Expect(page.Locator("#q")).ToBeFocusedAsync();
        await Press(page, "j", "?"); // in a field, keys are letters
        await Expect(page.Locator("#q")).ToHaveValueAsync("j?");
        await page.Locator("#q").FillAsync("");
        await Press(page, "Escape");
        await Expect(page.Locator("#q")).Not.ToBeFocusedAsync();
        await Press(page, "?");
        var help = page.GetByRole(AriaRole.Dialog, new() { Name = "Keyboard" });
        await Expect(help).ToBeVisibleAsync();
        foreach (var key in new[] { "/", "j", "k", "n", "p", "o", "y", "?", "Esc" })
            await Expect(help.GetByText(key, new() { Exact = true })).ToBeVisibleAsync();
        await Press(page, "Escape");
        await Expect(help).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Keys_TurnedOff_StayOffUntilTurnedOn()
    {
        var page = await Open(Site.Article(Site.LondonId));
        await Press(page, "?");
        await page.GetByLabel("Single keys are on").UncheckAsync();
        await Press(page, "Escape", "j");
        await Expect(page.Locator(".k.on")).ToHaveCountAsync(0);
        await page.ReloadAsync();
        await Press(page, "j", "?");
        await Expect(page.Locator(".k.on")).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Keyboard" }).ClickAsync();
        await page.GetByLabel("Single keys are on").CheckAsync();
        await Press(page, "Escape", "j");
        await Expect(page.Locator(".k").First).ToHaveClassAsync(Lit);
    }

    [Fact]
    public async Task Tab_First_ReachesTheSkipLink()
    {
        var page = await Open(Site.Article(Site.LondonId));
        await Press(page, "Tab");
        var skip = page.GetByRole(AriaRole.Link, new() { Name = "Skip to the content" });
        await Expect(skip).ToBeFocusedAsync();
        await Expect(skip).ToBeInViewportAsync();
        await Press(page, "Enter", "Tab");
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('main').contains(document.activeElement)"));
    }

    [Theory]
    [MemberData(nameof(PageKind.Names), MemberType = typeof(PageKind))]
    public async Task Focus_IsAlwaysVisible(string kind)
    {
        const int most = 40;
        var page = await OpenKind(kind, new() { ReducedMotion = ReducedMotion.Reduce });
        var wrong = new List<string>();
        for (var i = 0; i < most; i++)
        {
            await Press(page, "Tab");
            var told = await page.EvaluateAsync<string?>(
                """
                () => {
                  const at = document.activeElement;
                  if (!at || at === document.body) return 'end';
                  const style = getComputedStyle(at), box = at.getBoundingClientRect();
                  const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
                  const seen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && box.width > 0;
                  return ring && seen ? null : `${at.outerHTML.slice(0, 120)} ring: ${ring}, in view: ${seen}`;
                }
                """
            );
            if (told == "end")
                break;
            if (told is not null)
                wrong.Add(told);
        }
        Assert.Empty(wrong);
    }
}
