namespace OnRecord.Server.Browser;

/// <summary>Every kind of page on every kind of screen and paper: nothing scrolls sideways, nothing lies over something else, nothing is lost.
/// </summary>
public sealed class LookTests(Chromium chromium, Site site) : BrowserTest(chromium, site)
{
    /// <summary>Pieces that must not lie over their neighbours.</summary>
    const string Overlaps = """
        () => {
          const groups = ['.k', '.b > p, .b > aside', '.hit', '.top > *', '.top nav a', '.tabs a', '.layers > *', '.totals > div', '.facets a',
            'main > *, .top, .foot', '.cited, .framing, .text, .layers, .head, .stamp', 'form > p, .pair > p', 'td, thead th'];
          const wrong = [];
          for (const group of groups) {
            const all = [...document.querySelectorAll(group)]
              .map(e => [e, e.getBoundingClientRect()])
              .filter(([e, r]) => r.width > 0 && r.height > 0 && e.checkVisibility());
            for (let i = 0; i < all.length; i++)
              for (let j = i + 1; j < all.length; j++) {
                const [[a, p], [b, q]] = [all[i], all[j]];
                if (a.contains(b) || b.contains(a)) continue;
                const across = Math.min(p.right, q.right) - Math.max(p.left, q.left);
                const down = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
                if (across > 1 && down > 1)
                  wrong.push(`${a.outerHTML.slice(0, 80)} lies over ${b.outerHTML.slice(0, 80)} by ${across} x ${down}`);
              }
          }
          return wrong;
        }
        """;

    const string Sideways = """
        () => {
          const page = document.documentElement;
          if (page.scrollWidth <= page.clientWidth) return [];
          return [...document.querySelectorAll('body *')]
            .filter(e => e.getBoundingClientRect().right > page.clientWidth + 1 && !e.closest('.scroll table'))
            .map(e => `${e.outerHTML.slice(0, 80)} reaches to ${e.getBoundingClientRect().right} of ${page.clientWidth}`)
            .concat('the page scrolls sideways');
        }
        """;

    static async Task IsWhole(IPage page)
    {
        Assert.Empty(await page.EvaluateAsync<string[]>(Sideways));
        Assert.Empty(await page.EvaluateAsync<string[]>(Overlaps));
    }

    static async Task OpenDrawers(IPage page) =>
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");

    [Theory]
    [MemberData(nameof(PageKind.Names), MemberType = typeof(PageKind))]
    public async Task Page_OnEveryScreen_FitsAndDoesNotOverlap(string kind)
    {
        var page = await OpenKind(kind);
        foreach (var (width, height) in new[] { (320, 640), (480, 800), (768, 1024), (1024, 768), (1280, 800), (1920, 1080) })
        {
            await page.SetViewportSizeAsync(width, height);
            await IsWhole(page);
        }
        await OpenDrawers(page);
        foreach (var width in new[] { 320, 960, 1280 })
        {
            await page.SetViewportSizeAsync(width, 800);
            await IsWhole(page);
        }
    }

    [Theory]
    [MemberData(nameof(PageKind.Names), MemberType = typeof(PageKind))]
    public async Task Page_At200Percent_Fits(string kind)
    {
        // what a window of 1,280 by 1,024 is at 200 % zoom
        var page = await OpenKind(
            kind,
            new()
            {
                ViewportSize = new() { Width = 640, Height = 512 },
                DeviceScaleFactor = 2,
            }
        );
        await IsWhole(page);
    }

    [Theory]
    [MemberData(nameof(PageKind.Names), MemberType = typeof(PageKind))]
    public async Task Page_DarkForcedColoursCalmAndInPrint_IsWhole(string kind)
    {
        var page = await OpenKind(kind, new() { ColorScheme = ColorScheme.Dark });
        await IsWhole(page);
        Assert.True(await Brightness(page, "backgroundColor") < 60);
        Assert.True(await Brightness(page, "color") > 180);

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light, ForcedColors = ForcedColors.Active });
        await IsWhole(page);

        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.None, ReducedMotion = ReducedMotion.Reduce });
        await Expect(page.Locator("html")).ToHaveCSSAsync("scroll-behavior", "auto");

        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.SetViewportSizeAsync(720, 1000); // about what is left of A4
        await IsWhole(page);
        await Expect(page.Locator(".top")).ToBeHiddenAsync();
        await Expect(page.Locator("h1, [aria-level='1']").First).ToBeVisibleAsync();
        Assert.True(await Brightness(page, "backgroundColor") > 250);
    }

    [Fact]
    public async Task Article_InPrint_HasItsRecords()
    {
        var page = await Open(Site.Article(Site.LondonId), new() { ColorScheme = ColorScheme.Dark });
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal(await page.Locator(".k").CountAsync(), await page.Locator(".k:visible").CountAsync());
        await Expect(page.Locator(".text mark.s").First).ToHaveCSSAsync("text-decoration-style", "double");
        Assert.NotEmpty(await page.PdfAsync());
    }

    [Fact]
    public async Task Marks_AreToldApartByMoreThanColour()
    {
        var page = await Open(Site.Article(Site.LondonId));
        var forms = await page.EvaluateAsync<string[]>(
            """
            ['s', 'c', 't', 'a', 'x', 'w'].map(kind => {
              const style = getComputedStyle(document.querySelector('p:not(.hl *) mark.' + kind));
              return [style.textDecorationStyle, style.textDecorationThickness, style.textUnderlineOffset].join(' ');
            })
            """
        );
        Assert.Equal(forms.Length, forms.Distinct().Count());
    }

    static Task<double> Brightness(IPage page, string property) =>
        page.EvaluateAsync<double>(
            """
            property => {
              const [r, g, b] = getComputedStyle(document.body)[property].match(/[\d.]+/g).map(Number);
              return 0.2126 * r + 0.7152 * g + 0.0722 * b;
            }
            """,
            property
        );
}
