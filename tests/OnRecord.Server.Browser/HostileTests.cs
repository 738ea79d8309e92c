namespace OnRecord.Server.Browser;

/// <summary>An article that tries to break out of the page. That no script of it runs and that nothing leaves the machine, every test checks
/// (see <see cref="BrowserTest"/>); these go where it is shown.</summary>
public sealed class HostileTests(Chromium chromium, Site site) : BrowserTest(chromium, site)
{
    public static TheoryData<string> Places =>
        [
            Site.Article(Site.HostileId),
            Site.Article(Site.HostileId) + "&span=0-60",
            "/",
            "/search?q=threat&tab=statements",
            "/search?q=&tab=articles",
            "/search?q=&tab=events",
            "/search?q=smith&tab=actors",
            "/search?q=" + Uri.EscapeDataString("outlet:\"" + Site.Attack.Replace("\"", "", StringComparison.Ordinal) + "\""),
            "/diff?before=1&after=2",
        ];

    /// <summary>Elements and attributes that no page of ours has.</summary>
    const string Strange = """
        () => [...document.querySelectorAll('script:not([src]), img, iframe, object, embed, svg, style, base, [style], link:not([rel=icon], [rel=stylesheet])')]
          .concat([...document.querySelectorAll('*')].filter(e => [...e.attributes].some(a => a.name.startsWith('on'))))
          .concat([...document.querySelectorAll('a')].filter(a => !['http:', 'https:'].includes(a.protocol)))
          .map(e => e.outerHTML.slice(0, 200))
        """;

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Attack_IsShownAsText(string path)
    {
        var page = await Open(path);
        Assert.Empty(await page.EvaluateAsync<string[]>(Strange));
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        foreach (var place in await page.Locator("main :text('alert(')").AllAsync())
            if (await place.IsVisibleAsync())
                await place.HoverAsync(new() { Force = true });
        Assert.Empty(await page.EvaluateAsync<string[]>(Strange));
    }

    [Fact]
    public async Task Article_Hostile_ShowsItsTextToTheLastCharacter()
    {
        var page = await Open(Site.Article(Site.HostileId));
        var article = Site.Archive.Article(Site.HostileId)!.Record.Article;
        var shown = await page.EvaluateAsync<string>("[...document.querySelectorAll('.text p[data-o]')].map(p => p.textContent).join('')");
        Assert.Equal(article.Text, shown);
        await Expect(page.Locator(".kicker")).ToContainTextAsync(Site.Attack);
        Assert.StartsWith(Site.Attack, await page.TitleAsync());
        Assert.DoesNotContain("javascript:", await page.EvaluateAsync<string>("[...document.links].map(a => a.href).join(' ')"));
    }

    [Fact]
    public async Task Paste_OfTheAttack_IsShownAsText()
    {
        var page = await Open("/paste");
        await page.GetByLabel("Text", new() { Exact = true }).FillAsync($"{Site.Attack}\n\nFrance condemned Italy, {Site.Attack} said.");
        await page.GetByLabel("Title").FillAsync(Site.Attack);
        await page.GetByLabel("Outlet").FillAsync(Site.Attack);
        await page.GetByRole(AriaRole.Button, new() { Name = "Put it on record" }).ClickAsync();
        await Expect(page.Locator(".kicker")).ToContainTextAsync(Site.Attack);
        Assert.Empty(await page.EvaluateAsync<string[]>(Strange));
    }

    /// <summary>The watch itself works: what it would find, it finds.</summary>
    [Fact]
    public async Task Watch_SeesScriptsDialogsAndRequests()
    {
        Expecting("CSP: ");
        Expecting("Content Security Policy");
        var page = await Open("/");
        var ran = await page.EvaluateAsync<bool>(
            """
            async () => {
              const broken = new Promise(done => document.addEventListener('securitypolicyviolation', () => done(true)));
              const script = document.createElement('script');
              script.textContent = 'window.ran = true';
              document.body.append(script);
              await broken;
              return window.ran === true;
            }
            """
        );
        Assert.False(ran);
        Assert.Contains(Faults, fault => fault.Contains("CSP: script-src", StringComparison.Ordinal));
    }
}
