namespace OnRecord.Server.Browser;

/// <summary>The pictures of the documentation. ONRECORD_SCREENSHOTS=docs/images writes them; else they are only taken, so that no test run
/// changes the tree.</summary>
public sealed class PictureTests(Chromium chromium, Site site) : BrowserTest(chromium, site)
{
    const int MostBytes = 200 * 1024; // fonts differ from machine to machine

    public static TheoryData<string, string> Pictures =>
        new()
        {
            { "reader", Site.Article(Site.LondonId) },
            { "reader-dark", Site.Article(Site.LondonId) },
            { "search", "/search?tab=statements&q=" + Uri.EscapeDataString("russia since:2024") },
            { "actor", "/actor?key=kb%3ARUS" },
            { "paste", "/paste" },
            { "runs", "/runs" },
        };

    [Theory]
    [MemberData(nameof(Pictures))]
    public async Task Picture_OfThePage_IsSmall(string name, string path)
    {
        var dark = name.EndsWith("-dark", StringComparison.Ordinal);
        var page = await Open(path, new() { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
        if (path.StartsWith("/article", StringComparison.Ordinal))
        {
            await page.Locator("#s2 summary").ClickAsync();
            await page.Locator("#s2").HoverAsync();
        }
        var picture = await page.ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled });
        Assert.InRange(picture.Length, 5_000, MostBytes);
        if (Environment.GetEnvironmentVariable("ONRECORD_SCREENSHOTS") is { Length: > 0 } folder)
            await File.WriteAllBytesAsync(
                Path.Combine(Directory.CreateDirectory(Path.Combine(Site.Root, folder)).FullName, name + ".png"),
                picture
            );
    }
}
