using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Parquet;

namespace OnRecord.Server.Browser;

/// <summary>Finding, narrowing down, and taking along what was found.</summary>
public sealed class SearchTests(Chromium chromium, Site site) : BrowserTest(chromium, site)
{
    static async Task<long> Count(IPage page) =>
        long.Parse(
            Regex.Match(await page.Locator(".tabs [aria-current] span").InnerTextAsync(), "[0-9,]+").Value,
            NumberStyles.AllowThousands,
            CultureInfo.InvariantCulture
        );

    [Fact]
    public async Task Facet_Clicked_NarrowsTheHits()
    {
        var page = await Open("/search?q=&tab=statements");
        var all = await Count(page);
        var facet = page.Locator(".facets a", new() { HasText = "The London Courier" });
        var told = long.Parse(await facet.Locator(".n").InnerTextAsync(), CultureInfo.InvariantCulture);
        await facet.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("outlet:\"The London Courier\"");
        Assert.InRange(told, 1, all - 1);
        Assert.Equal(told, await Count(page));
        Assert.All(await page.Locator(".hit .from b").AllInnerTextsAsync(), outlet => Assert.Equal("The London Courier", outlet));
    }

    [Theory]
    [InlineData("Statements", "attributed to")]
    [InlineData("Events", "put as")]
    [InlineData("Articles", "words")]
    [InlineData("Actors", "country")]
    public async Task Tab_Clicked_ShowsHitsOfItsKind(string tab, string words)
    {
        var page = await Open("/search?q=denmark&tab=" + (tab == "Events" ? "articles" : "events"));
        await page.Locator(".tabs").GetByRole(AriaRole.Link, new() { Name = tab }).ClickAsync();
        await Expect(page.Locator(".tabs [aria-current=page]")).ToContainTextAsync(tab);
        await Expect(page.Locator(".hit").First).ToContainTextAsync(words);
        await Expect(page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("denmark");
    }

    [Fact]
    public async Task Query_Wrong_UnderlinesTheWordAndSaysWhatToDo()
    {
        Expecting("status of 400");
        var page = await Open("/");
        await page.GetByRole(AriaRole.Searchbox).FillAsync("ship speakr:holst");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("mark.wrong")).ToHaveTextAsync(new Regex("^speakr"));
        await Expect(page.Locator("mark.wrong")).ToHaveCSSAsync("text-decoration-style", "wavy");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Did you mean 'speaker:'");
        await Expect(page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("ship speakr:holst");
    }

    [Fact]
    public async Task NextPage_ShowsTheHitsThatFollow()
    {
        var page = await Open("/search?q=&tab=statements");
        var all = await Count(page);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var next = page.GetByRole(AriaRole.Link, new() { Name = "Next page" });
        for (var pages = 1; ; pages++)
        {
            foreach (
                var address in await page.EvaluateAsync<string[]>(
                    "[...document.querySelectorAll('.hit a.go')].map(a => a.getAttribute('href'))"
                )
            )
                Assert.True(seen.Add(address), address + " is on two pages");
            if (await next.CountAsync() == 0)
                break;
            Assert.True(pages < 100, "the pages do not end");
            await next.ClickAsync();
            await Expect(page.GetByRole(AriaRole.Link, new() { Name = "First page" })).ToBeVisibleAsync();
        }
        Assert.Equal(all, seen.Count);
        await page.GetByRole(AriaRole.Link, new() { Name = "First page" }).ClickAsync();
        Assert.Equal(all, await Count(page));
    }

    [Theory]
    [InlineData("CSV", ".csv")]
    [InlineData("JSONL", ".jsonl")]
    [InlineData("PARQUET", ".parquet")]
    public async Task Export_Clicked_DownloadsWhatIsShown(string format, string ending)
    {
        var page = await Open("/search?tab=statements&q=" + Uri.EscapeDataString("outlet:\"The London Courier\" act:deny"));
        var shown = await Count(page);
        var content = (await page.Locator(".hit blockquote").First.InnerTextAsync()).Trim('“', '”', ' ');
        Assert.InRange(shown, 1, 20);

        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.Locator(".pager").GetByRole(AriaRole.Link, new() { Name = format, Exact = true }).ClickAsync()
        );
        Assert.EndsWith(ending, download.SuggestedFilename);
        var bytes = await File.ReadAllBytesAsync(await download.PathAsync());
        if (format == "PARQUET")
        {
            await using var file = await ParquetReader.CreateAsync(new MemoryStream(bytes));
            var rows = 0L;
            for (var group = 0; group < file.RowGroupCount; group++)
                using (var reader = file.OpenRowGroupReader(group))
                    rows += reader.RowCount;
            Assert.Equal(shown, rows);
            return;
        }
        var lines = System.Text.Encoding.UTF8.GetString(bytes).TrimEnd().Split('\n');
        if (format == "CSV")
            Assert.Contains("content_text", lines[0].Split(',').Select(c => c.Trim('"', '\r')));
        else
            Assert.All(lines, line => Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(line).RootElement.ValueKind));
        Assert.Equal(shown, lines.Length - (format == "CSV" ? 1 : 0)); // no statement of this article goes over two lines
        Assert.Contains(lines, line => line.Contains(content, StringComparison.Ordinal));
    }
}
