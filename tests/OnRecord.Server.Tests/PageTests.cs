using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace OnRecord.Server.Tests;

/// <summary>Each page, as a browser without scripts gets it.</summary>
public sealed partial class PageTests(RunningServer server)
{
    public static TheoryData<string, string> Pages =>
        new()
        {
            { "/", "Newest articles" },
            { "/search", "Everything on record" },
            { "/search?q=ship&tab=statements", "attributed to" },
            { "/search?tab=events", "put as" },
            { "/search?tab=articles", "statements" },
            { "/search?tab=actors", "country" },
            { "/search?q=zzzzzz", "Nothing found" },
            { "/article?id=" + RunningServer.London, "Karen Holst" },
            { "/article?id=" + RunningServer.London + "&version=1&run=1", "record as JSON" },
            { "/article?id=" + RunningServer.London + "&layers=statements", "How to read the marks" },
            { "/article?id=" + RunningServer.London + "&span=120-180#span", "code points 120–180" },
            { "/article?id=samples/strait-us-wire.txt", "How each voice puts it" },
            { RunningServer.Article(RunningServer.LongId), "href=\"https://example.org/long?id=1&amp;part=2#top\"" },
            { RunningServer.Article(RunningServer.HostileId), "javascript:alert(5)" },
            { "/actor?key=name:person:karen%20holst", "Who answered whom" },
            { "/paste", "Nothing is kept" },
            { "/runs", "Compare two runs" },
            { "/runs/1", "What to do" },
            { "/diff?before=1&after=2", "changed" },
            { "/nothing/here", "There is nothing at this address" },
            { "/article?id=unknown", "The archive holds no such article" },
            { "/runs/99", "There is no such run" },
        };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_HasWhatItIsFor(string path, string words) =>
        Assert.Contains(words, await server.Page(path), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_HasNoInlineScriptOrStyle(string path, string _)
    {
        var html = await server.Page(path);
        Assert.DoesNotMatch(InlineScript(), html);
        foreach (Match tag in Tag().Matches(html))
            Assert.DoesNotMatch(InlineAttribute(), Quoted().Replace(tag.Value, "\"\""));
        Assert.DoesNotContain("href=\"javascript:", html, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_HasOneHeadingOfTheFirstLevelAndATitle(string path, string _)
    {
        var html = await server.Page(path);
        Assert.Single(FirstHeading().Matches(html));
        Assert.Contains("<html lang=\"en\">", html, StringComparison.Ordinal);
        Assert.Matches("<title>[^<]+ · OnRecord</title>", html);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_HasEachIdOnce(string path, string _)
    {
        var ids = Id().Matches(await server.Page(path)).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
    }

    /// <summary>Each card points at its words and each link in the text at its card.</summary>
    [Fact]
    public async Task CardsAndWords_PointAtEachOther()
    {
        var html = await server.Page("/article?id=" + RunningServer.London);
        var record = server.Archive.Article(RunningServer.London)!.Record;
        Assert.All(
            record.Statements.Select(s => s.Id).Concat(record.Events.Select(e => e.Id)),
            id =>
            {
                Assert.Contains($"id=\"{id}\" data-s=", html, StringComparison.Ordinal);
                Assert.Contains($"href=\"#{id}-text\"", html, StringComparison.Ordinal);
                Assert.Contains($"id=\"{id}-text\" href=\"#{id}\"", html, StringComparison.Ordinal);
            }
        );
    }

    /// <summary>The paragraphs in a row are the text, to the last character.</summary>
    [Theory]
    [InlineData(RunningServer.London)]
    [InlineData(RunningServer.HostileId)]
    [InlineData(RunningServer.LongId)]
    public async Task Text_IsWhole(string id)
    {
        var html = await server.Page(RunningServer.Article(id));
        var shown = string.Concat(Paragraph().Matches(html).Select(m => WebUtility.HtmlDecode(Tag().Replace(m.Groups[1].Value, ""))));
        Assert.Equal(server.Archive.Article(id)!.Record.Article.Text, shown);
    }

    [Fact]
    public async Task LongArticle_IsUnder300KB()
    {
        var record = server.Archive.Article(RunningServer.LongId)!.Record;
        Assert.True(record.Article.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length >= 3000);
        var html = await server.Page(RunningServer.Article(RunningServer.LongId));
        Assert.True(Encoding.UTF8.GetByteCount(html) < 300_000, $"{Encoding.UTF8.GetByteCount(html)} bytes");
    }

    [Fact]
    public async Task Paste_GivesItsRecord_AndKeepsNothing()
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("The minister, Anna Berg, said that the bridge would open in May."), "text" },
            { new StringContent("A Paper"), "outlet" },
            { new StringContent("2024-05-01"), "published" },
        };
        var before = server.Archive.Totals();
        using var response = await server.Client.PostAsync("/paste", form, TestContext.Current.CancellationToken);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("Anna Berg", html, StringComparison.Ordinal);
        Assert.Contains("id=\"s1\"", html, StringComparison.Ordinal);
        Assert.Contains("Nothing of this text is kept", html, StringComparison.Ordinal);
        Assert.Equal(before, server.Archive.Totals());
    }

    [Fact]
    public async Task Layers_FollowTheAddress()
    {
        var html = await server.Page("/article?id=" + RunningServer.London + "&layers=statements,wording");
        Assert.Contains("value=\"statements\" checked", html, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"events\" checked", html, StringComparison.Ordinal);
        Assert.Contains("value=\"wording\" checked", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_LeadOnAndBack()
    {
        var first = await server.Page("/search?tab=statements");
        var next = WebUtility.HtmlDecode(NextPage().Match(first).Groups[1].Value);
        Assert.StartsWith("/search?q=&tab=statements&cursor=", next, StringComparison.Ordinal);
        var second = await server.Page(next);
        Assert.Contains("First page", second, StringComparison.Ordinal);
        Assert.NotEqual(Hit().Match(first).Value, Hit().Match(second).Value);
    }

    [Fact]
    public async Task Assets_AreKeptByTheirHash()
    {
        var page = await server.Page("/");
        foreach (Match asset in Asset().Matches(page))
        {
            using var response = await server.Client.GetAsync(asset.Value, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Contains("max-age=31536000", string.Join(',', response.Headers.GetValues("Cache-Control")), StringComparison.Ordinal);
            using var again = new HttpRequestMessage(HttpMethod.Get, asset.Value);
            again.Headers.IfNoneMatch.Add(response.Headers.ETag!);
            using var unchanged = await server.Client.SendAsync(again, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        }
        Assert.Equal(3, Asset().Count(page));
    }

    [GeneratedRegex("<script(?![^>]* src=)|<style|<svg|<iframe|<object|<base", RegexOptions.IgnoreCase)]
    private static partial Regex InlineScript();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\s(style|on\w+)\s*=", RegexOptions.IgnoreCase)]
    private static partial Regex InlineAttribute();

    [GeneratedRegex("<h1|aria-level=\"1\"")]
    private static partial Regex FirstHeading();

    [GeneratedRegex("\\sid=\"?([^\"\\s>]+)")]
    private static partial Regex Id();

    [GeneratedRegex("<p data-o=\"\\d+\">(.*?)</p>", RegexOptions.Singleline)]
    private static partial Regex Paragraph();

    [GeneratedRegex("rel=\"next\" href=\"([^\"]*)\"")]
    private static partial Regex NextPage();

    [GeneratedRegex("<blockquote>.*?</blockquote>", RegexOptions.Singleline)]
    private static partial Regex Hit();

    [GeneratedRegex("/assets/[a-z.]+\\?v=[0-9a-f]{16}")]
    private static partial Regex Asset();
}
