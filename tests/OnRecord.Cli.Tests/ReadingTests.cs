using System.Text;
using OnRecord.Ingest;
using OnRecord.Text;

namespace OnRecord.Cli.Tests;

public sealed class ReadingTests : IDisposable
{
    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    static Article Only(IEnumerable<Reading> readings)
    {
        var reading = Assert.Single(readings);
        Assert.Null(reading.Refusal);
        return reading.Article!;
    }

    Article Read(string name, string content) => Only(new ArticleReader().Read(_folder.Write(name, content)));

    [Theory]
    [InlineData("One line")]
    [InlineData("Title\r\n\r\n  Body with  spaces \r\n\r\n")]
    [InlineData("A < B and {curly} [square]\n\tTabs\u00A0and \uD83D\uDE00 e\u0301\n")]
    public void PlainText_StaysUnchanged(string text)
    {
        var article = Read("a.txt", text);
        Assert.Equal(text, article.Text);
        Assert.EndsWith("a.txt", article.Id, StringComparison.Ordinal);
    }

    [Fact]
    public void StandardInput_HasNoId() =>
        Assert.Null(Only(new ArticleReader(new() { StandardInput = new MemoryStream("Hello there."u8.ToArray()) }).Read("-")).Id);

    [Fact]
    public void Options_FillOnlyWhatTheInputLeavesOpen()
    {
        var path = _folder.Write("a.jsonl", "{\"text\":\"One.\",\"outlet\":\"Given\"}");
        var article = Only(new ArticleReader(new() { Outlet = "Default", Published = "2024-03-14" }).Read(path));
        Assert.Equal(("Given", "2024-03-14"), (article.Outlet, article.Published));
    }

    [Fact]
    public void JsonLine_GivesAllFieldsAndIgnoresOthers()
    {
        var article = Read(
            "a.jsonl",
            """{"id":7,"title":"T","text":"Text \u201cx\u201d","outlet":{"name":"O","domain":"o.example"},"author":["A","B"],"published":"2024-03-14T10:00:00Z","url":"https://o.example/1","extra":{"deep":[1,2]}}"""
        );
        Assert.Equal(
            ("7", "T", "Text “x”", "O", "o.example"),
            (article.Id, article.Title, article.Text, article.Outlet, article.OutletDomain)
        );
        Assert.Equal(["A", "B"], article.Authors);
        Assert.Equal(("2024-03-14T10:00:00Z", "https://o.example/1"), (article.Published, article.Url));
    }

    [Fact]
    public void JsonLinesInATextFile_AreTold() => Assert.Equal("Hi.", Read("a.txt", "{\"text\": \"Hi.\"}\n").Text);

    [Fact]
    public void JsonLinesInUtf16_AreRead() =>
        Assert.Equal(
            "Hé.",
            Only(
                new ArticleReader().Read(_folder.Write("a.jsonl", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("{\"text\": \"Hé.\"}\r\n")]))
            ).Text
        );

    [Fact]
    public void Gzip_IsReadAsWhatItHolds() =>
        Assert.Equal("Plain text.", Only(new ArticleReader().Read(_folder.WriteGzip("a.gz", "Plain text."u8.ToArray()))).Text);

    [Fact]
    public void GzipOfTwoMembers_IsReadToTheEnd()
    {
        byte[] both =
        [
            .. File.ReadAllBytes(_folder.WriteGzip("1", "{\"text\":\"1\"}\n"u8.ToArray())),
            .. File.ReadAllBytes(_folder.WriteGzip("2", "{\"text\":\"2\"}\n"u8.ToArray())),
        ];
        Assert.Equal(2, new ArticleReader().Read(_folder.Write("both.jsonl.gz", both)).Count());
    }

    [Fact]
    public void JsonLines_AreReadOneAtATime()
    {
        using var endless = new EndlessLines();
        Assert.Equal(1000, new ArticleReader().Read(endless, "endless").Take(1000).Count(r => r.Article is not null));
    }

    const string Page = """
        <!DOCTYPE html><html lang="en-GB"><head><title>Big story | The Example</title>
        <link rel="canonical" href="https://www.example.org/big">
        <meta property="og:site_name" content="The Example">
        <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"A big story",
        "datePublished":"2024-03-14T08:00:00+01:00","author":[{"@type":"Person","name":"Ann Author"}],"publisher":{"name":"The Example"}}]}</script>
        </head><body><nav><a href="/">Home</a> <a href="/w">World</a></nav>
        <main><article><h1>A big story</h1>
        <p>The first paragraph is long enough, and it has <a href="/x">a link</a> in it.</p>
        <figure><img src="x.jpg"><figcaption>A picture of nothing, by nobody.</figcaption></figure>
        <h2>A heading inside</h2>
        <p>The second paragraph&nbsp;is also long enough, with &ldquo;words&rdquo; in it.<br>And a line.</p>
        <div class="related"><p>Read this other, rather long, story.</p></div>
        <ul><li><a href="/1">One more story to read</a></li><li><a href="/2">Two more stories to read</a></li></ul>
        </article></main>
        <footer><p>All rights reserved, and some long sentences about cookies, and more.</p></footer></body></html>
        """;

    [Fact]
    public void Page_GivesItsMainTextAndMetadata()
    {
        var article = Read("page.html", Page);
        Assert.Equal(
            """
            A big story

            The first paragraph is long enough, and it has a link in it.

            A picture of nothing, by nobody.

            A heading inside

            The second paragraph is also long enough, with “words” in it. And a line.
            """,
            article.Text
        );
        Assert.Equal(
            ("A big story", "The Example", "example.org", "en"),
            (article.Title, article.Outlet, article.OutletDomain, article.Language)
        );
        Assert.Equal(("2024-03-14T08:00:00+01:00", "https://www.example.org/big"), (article.Published, article.Url));
        Assert.Equal(["Ann Author"], article.Authors);
        Assert.Equal("A big story", article.Headline!.Value.Of(article.Text));
        var caption = Assert.Single(article.NotBody!);
        Assert.Equal("A picture of nothing, by nobody.", caption.Span.Of(article.Text));
    }

    [Fact]
    public void PageInWindows1252_IsReadAsDeclared()
    {
        byte[] bytes =
        [
            .. "<html><head><meta charset=windows-1252></head><body><p>A caf"u8,
            0xE9,
            .. " is a place where people sit, drink and talk.</p>"u8,
        ];
        Assert.Contains("café", Only(new ArticleReader().Read(_folder.Write("a.html", bytes))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void RssItems_BecomeArticles()
    {
        var path = _folder.Write(
            "feed.xml",
            """
            <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel><title>Example News</title><language>en-us</language>
            <item><title>First &amp; foremost</title><link>https://example.org/1</link><guid isPermaLink="false">g-1</guid>
            <pubDate>Thu, 14 Mar 2024 09:30:00 GMT</pubDate><dc:creator>Ann</dc:creator><description>short</description>
            <content:encoded><![CDATA[<p>Para one.</p><p>Para two.</p>]]></content:encoded></item>
            <item><title>Second</title><link>https://example.org/2</link><pubDate>sometime last week</pubDate><description>Only a line.</description></item>
            </channel></rss>
            """
        );
        var articles = new ArticleReader().Read(path).Select(r => r.Article!).ToList();
        Assert.Equal(["g-1", "https://example.org/2"], articles.Select(a => a.Id));
        Assert.Equal("First & foremost\n\nPara one.\n\nPara two.", articles[0].Text);
        Assert.Equal(
            ("2024-03-14T09:30:00+00:00", "Example News", "example.org"),
            (articles[0].Published, articles[0].Outlet, articles[0].OutletDomain)
        );
        Assert.Equal(["Ann"], articles[0].Authors);
        Assert.Null(articles[1].Published);
    }

    [Fact]
    public void AtomEntries_BecomeArticles()
    {
        var path = _folder.Write(
            "feed.atom",
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Example</title><entry><id>urn:1</id><title>Plain &lt;b&gt; title</title>
            <link rel="alternate" href="https://example.org/1"/><published>2024-03-14T09:30:00Z</published><author><name>Ann</name><email>a@example.org</email></author>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p><p>Two.</p></div></content></entry></feed>
            """
        );
        var article = Only(new ArticleReader().Read(path));
        Assert.Equal(("urn:1", "https://example.org/1", "2024-03-14T09:30:00Z"), (article.Id, article.Url, article.Published));
        Assert.Equal("Plain <b> title\n\nOne.\n\nTwo.", article.Text);
        Assert.Equal(["Ann"], article.Authors);
    }

    [Fact]
    public void FeedWithADtd_IsRefused()
    {
        var path = _folder.Write(
            "xxe.xml",
            """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><item><title>&x;</title></item></channel></rss>"""
        );
        Assert.Contains("DTD", Assert.Single(new ArticleReader().Read(path)).Refusal!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void FeedThatBreaksOff_KeepsTheItemsBefore()
    {
        var path = _folder.Write(
            "cut.xml",
            "<rss version=\"2.0\"><channel><item><guid>1</guid><description>One.</description></item><item><guid>2"
        );
        var readings = new ArticleReader().Read(path).ToList();
        Assert.Equal("1", readings[0].Article!.Id);
        Assert.Contains("no well-formed feed", readings[^1].Refusal!.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024-03-14", "2024-03-14")]
    [InlineData("2024-03-14T09:30:00Z", "2024-03-14T09:30:00Z")]
    [InlineData("20240314", "2024-03-14")]
    [InlineData("14 March 2024", "2024-03-14")]
    [InlineData("March 2024", null)]
    [InlineData("03/04/2024", null)]
    [InlineData("2024-13-40", null)]
    [InlineData("yesterday", null)]
    public void Dates_AreTurnedToIsoOrLeftUnknown(string given, string? iso) => Assert.Equal(iso, IsoDate.Normalize(given));

    /// <summary>A stream that never ends; a reader that wants all of it never returns.</summary>
    sealed class EndlessLines : MemoryStream
    {
        long _at;

        public override int Read(byte[] buffer, int offset, int count)
        {
            var line = "{\"text\":\"Again.\"}\n"u8;
            for (var i = 0; i < count; i++)
                buffer[offset + i] = line[(int)(_at++ % line.Length)];
            return count;
        }
    }
}
