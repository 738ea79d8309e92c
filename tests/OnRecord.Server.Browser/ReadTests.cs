using System.Text.RegularExpressions;

namespace OnRecord.Server.Browser;

/// <summary>Reading an article with its record: from the words to the record and back.</summary>
[Collection("Clipboard")]
public sealed class ReadTests(Chromium chromium, Site site) : BrowserTest(chromium, site)
{
    static readonly Regex Lit = new(@"\bon\b");

    /// <summary>The statement that denies, whatever its number.</summary>
    string Denial => Site.Archive.Article(Site.LondonId)!.Record.Statements.First(s => s.Cue?.Lemma == "deny").Id;

    Task<IPage> OpenLondon(string rest = "") => Open(Site.Article(Site.LondonId) + rest);

    [Fact]
    public async Task Article_OpenedFromSearch_ShowsMarksAndEveryRecord()
    {
        var page = await Open("/");
        await page.GetByRole(AriaRole.Searchbox).FillAsync("Holst outlet:\"The London Courier\"");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Articles" }).ClickAsync();
        await page.Locator(".hit a.go").First.ClickAsync();

        await Expect(page).ToHaveURLAsync(new Regex("/article\\?id=samples%2Fstrait-london-paper"));
        var record = Site.Archive.Article(Site.LondonId)!.Record;
        await Expect(page.Locator(".k.ks")).ToHaveCountAsync(record.Statements.Count);
        await Expect(page.Locator(".k.ke")).ToHaveCountAsync(record.Events.Count);
        await Expect(page.Locator(".k.kw")).ToHaveCountAsync(record.Wording.Count);
        foreach (var style in new[] { "s", "c", "t", "a", "x", "w" })
            await Expect(page.Locator($".text mark.{style}").First).ToBeVisibleAsync();
        foreach (var statement in record.Statements)
            await Expect(page.Locator($"mark[data-r={statement.Id}]").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Text_IsThatOfTheArchive_ToTheLastCharacter()
    {
        var page = await OpenLondon();
        var shown = await page.EvaluateAsync<string>("[...document.querySelectorAll('.text p[data-o]')].map(p => p.textContent).join('')");
        Assert.Equal(Site.Archive.Article(Site.LondonId)!.Record.Article.Text, shown);
    }

    [Fact]
    public async Task Number_Clicked_LeadsToTheRecordAndBack()
    {
        var page = await OpenLondon();
        await page.Locator("#s14-text").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("#s14$"));
        await Expect(page.Locator("#s14")).ToBeInViewportAsync();
        await Expect(page.Locator("#s14")).ToHaveClassAsync(Lit);

        await page.Locator("#s14 .id").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("#s14-text$"));
        await Expect(page.Locator("#s14-text")).ToBeInViewportAsync();
        await Expect(page.Locator("mark[data-r=s14]").First).ToHaveClassAsync(Lit);
    }

    [Fact]
    public async Task Words_Clicked_LeadToTheirRecord()
    {
        var page = await OpenLondon();
        await page.Locator($"mark.c[data-r={Denial}]").ClickAsync();
        await Expect(page.Locator($"#{Denial}")).ToBeFocusedAsync();
        await Expect(page.Locator($"#{Denial}")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Words_ClickedBesideTheirRecord_DoNotMoveThePage()
    {
        var page = await OpenLondon();
        var before = await page.EvaluateAsync<double>("scrollY");
        await page.Locator("mark.a[data-r=e3]").ClickAsync();
        await Expect(page.Locator("#e3")).ToBeFocusedAsync();
        await page.WaitForTimeoutAsync(300); // as long as a smooth scroll would take to begin
        Assert.Equal(before, await page.EvaluateAsync<double>("scrollY"));
    }

    [Fact]
    public async Task Pointer_OverWordsOrRecord_LightsBoth()
    {
        var page = await OpenLondon();
        await page.Locator("mark.c[data-r=s4]").HoverAsync();
        await Expect(page.Locator("#s4")).ToHaveClassAsync(Lit);

        await page.Locator("#s6").HoverAsync();
        await Expect(page.Locator("mark[data-r=s6]").First).ToHaveClassAsync(Lit);
        await Expect(page.Locator("#s4")).Not.ToHaveClassAsync(Lit);
    }

    [Fact]
    public async Task Why_Opened_ShowsEachFieldWithWhatDecidedIt()
    {
        var page = await OpenLondon();
        var fields = page.Locator($"#{Denial} dl");
        await Expect(fields).ToBeHiddenAsync();
        await page.Locator($"#{Denial} summary").ClickAsync();
        await Expect(fields).ToBeVisibleAsync();
        foreach (var field in new[] { "source", "cue", "content" })
            await Expect(fields.Locator("dt", new() { HasTextRegex = new($"^{field}$") })).ToBeVisibleAsync();
        await Expect(fields).ToContainTextAsync("denied");
    }

    [Fact]
    public async Task Layer_SwitchedOff_HidesItsMarksAndRecords()
    {
        var page = await OpenLondon();
        await page.GetByLabel("Statements").UncheckAsync();
        await Expect(page.Locator(".ks:visible")).ToHaveCountAsync(0);
        await Expect(page.Locator("a.n[data-n^=s]:visible")).ToHaveCountAsync(0);
        await Expect(page.Locator(".text mark.c").First).ToHaveCSSAsync("text-decoration-line", "none");
        await Expect(page.Locator(".ke").First).ToBeVisibleAsync();
        await Expect(page.Locator(".text mark.a").First).ToHaveCSSAsync("text-decoration-line", "underline");

        await page.GetByRole(AriaRole.Button, new() { Name = "Keep in address" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("layers=events"));
        await Expect(page.GetByLabel("Statements")).Not.ToBeCheckedAsync();
        await Expect(page.Locator(".ks:visible")).ToHaveCountAsync(0);
        await page.GetByLabel("Statements").CheckAsync();
        await Expect(page.Locator(".ks").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Address_OfWords_ShowsThemWithTheirCitation()
    {
        const string words = "nobody had been arrested";
        var article = Site.Archive.Article(Site.LondonId)!.Record.Article;
        var start = article.Text.IndexOf(words, StringComparison.Ordinal); // no pair of surrogates comes before it
        var page = await OpenLondon($"&span={start}-{start + words.Length}#span");
        await Expect(page.Locator("#span")).ToHaveTextAsync(words);
        await Expect(page.Locator("#span")).ToBeInViewportAsync();
        var citation = page.Locator(".cited blockquote");
        foreach (
            var part in new[]
            {
                $"“{words}”",
                "The London Courier",
                "2024-03-14",
                $"code points {start}–{start + words.Length}",
                article.TextHash,
            }
        )
            await Expect(citation).ToContainTextAsync(part);
    }

    [Fact]
    public async Task Address_OfWordsThatAreNotThere_SaysSo()
    {
        var page = await OpenLondon("&span=900000-900010");
        await Expect(page.Locator(".notice")).ToContainTextAsync("does not have");
    }

    [Fact]
    public async Task Selection_Copied_IsACitationAndALinkThatShowsTheWords()
    {
        const string words = "suspect of mapping undersea cables";
        var article = Site.Archive.Article(Site.LondonId)!.Record.Article;
        var start = article.Text.IndexOf(words, StringComparison.Ordinal);
        var page = await Open(Site.Article(Site.LondonId), new() { Permissions = ["clipboard-read", "clipboard-write"] });

        await Select(page, words);
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy citation" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Citation copied");
        var citation = await page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.All(
            [
                $"“{words}”",
                "The London Courier",
                "2024-03-14",
                $"code points {start}–{start + words.Length}",
                article.TextHash,
                "https://example.org/",
            ],
            part => Assert.Contains(part, citation)
        );

        await page.Mouse.ClickAsync(5, 400); // selected words would be dragged away
        await Select(page, words);
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy link to these words" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Link copied");
        await page.GotoAsync(await page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        await Expect(page.Locator("#span")).ToHaveTextAsync(words);

        // the server's own citation is the same to the letter
        Assert.Equal(citation, await page.Locator(".cited blockquote").InnerTextAsync());
    }

    /// <summary>Drags the pointer over words of the text that stand on one line.</summary>
    static async Task Select(IPage page, string words)
    {
        var box = await page.EvaluateAsync<float[]>(
            """
            words => {
              const walk = document.createTreeWalker(document.querySelector('.text'), NodeFilter.SHOW_TEXT);
              for (let node; (node = walk.nextNode()); ) {
                const at = node.data.indexOf(words);
                if (at < 0) continue;
                node.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
                const range = document.createRange();
                range.setStart(node, at);
                range.setEnd(node, at + words.length);
                const rects = [...range.getClientRects()];
                const [first, last] = [rects[0], rects.at(-1)];
                return [first.left + 1, first.top + first.height / 2, last.right - 1, last.top + last.height / 2];
              }
              throw new Error('the words are not in one piece on the page');
            }
            """,
            words
        );
        await page.Mouse.MoveAsync(box[0], box[1]);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box[2], box[3], new() { Steps = 4 });
        await page.Mouse.UpAsync();
    }
}
