using System.Text.Json;

namespace OnRecord.Server.Browser;

/// <summary>axe-core finds nothing on any page. It is read from web/node_modules and never part of what is shipped.</summary>
public sealed class AxeTests(Chromium chromium, Site site) : BrowserTest(chromium, site)
{
    static readonly string Axe = Path.Combine(Site.Root, "web", "node_modules", "axe-core", "axe.min.js");

    const string Run = """
        async () => {
          const found = await axe.run(document, {
            runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
            rules: { 'target-size': { enabled: true } }, // off unless asked for
            resultTypes: ['violations'],
          });
          if (found.passes.length < 5) throw new Error('axe looked at nothing');
          return JSON.stringify(found.violations.flatMap(v => v.nodes.map(n => ({
            rule: v.id, html: n.html.slice(0, 200), why: n.failureSummary }))));
        }
        """;

    static async Task<string> Script()
    {
        if (!File.Exists(Axe))
            Chromium.Miss("axe-core is not there; get it with: cd web && npm ci");
        return await File.ReadAllTextAsync(Axe);
    }

    /// <summary>What axe finds, one line each.</summary>
    static async Task<IEnumerable<string>> Violations(IPage page, string look)
    {
        using var json = JsonDocument.Parse(await page.EvaluateAsync<string>(Run));
        return
        [
            .. json
                .RootElement.EnumerateArray()
                .Select(v => $"{look}: {v.GetProperty("rule")}: {v.GetProperty("html")} {v.GetProperty("why")}"),
        ];
    }

    [Theory]
    [MemberData(nameof(PageKind.Names), MemberType = typeof(PageKind))]
    public async Task Page_LightAndDarkWideAndNarrow_HasNoViolation(string kind)
    {
        var script = await Script();
        var page = await OpenKind(kind, new() { ReducedMotion = ReducedMotion.Reduce });
        await page.EvaluateAsync(script);
        var found = new List<string>(await Violations(page, "as opened"));
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        foreach (var (look, scheme) in new[] { ("light", ColorScheme.Light), ("dark", ColorScheme.Dark) })
        foreach (var width in new[] { 1280, 320 })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await page.SetViewportSizeAsync(width, 800);
            found.AddRange(await Violations(page, $"{look} {width}"));
        }
        Assert.Empty(found);
    }

    [Fact]
    public async Task Help_AndLitRecord_HaveNoViolation()
    {
        var script = await Script();
        var page = await Open(Site.Article(Site.LondonId));
        await page.EvaluateAsync(script);
        var found = new List<string>();
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await page.Keyboard.PressAsync("j");
            found.AddRange(await Violations(page, "lit"));
            await page.Keyboard.PressAsync("?");
            await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
            found.AddRange(await Violations(page, "help"));
            await page.Keyboard.PressAsync("Escape");
        }
        Assert.Empty(found);
    }
}
