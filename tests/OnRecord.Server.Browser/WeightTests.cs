using System.Collections.Concurrent;
using System.IO.Compression;

namespace OnRecord.Server.Browser;

/// <summary>What a page costs to load.</summary>
public sealed class WeightTests(Chromium chromium, Site site) : BrowserTest(chromium, site)
{
    [Fact]
    public async Task LongArticle_IsLight()
    {
        const int mostScript = 30 * 1024;
        const int mostPage = 300 * 1024;
        var page = await Open();
        var answers = new ConcurrentBag<IResponse>();
        page.Response += (_, answer) => answers.Add(answer);
        await page.GotoAsync(Site.Article(Site.LongId), new() { WaitUntil = WaitUntilState.NetworkIdle });
        var words = await page.EvaluateAsync<int>(
            "[...document.querySelectorAll('.text p[data-o]')].map(p => p.textContent).join(' ').split(/\\s+/).length"
        );
        Assert.InRange(words, 2900, 3200);

        var (total, brotli, gzip) = (0L, 0L, 0L);
        foreach (var answer in answers)
        {
            var body = await answer.BodyAsync();
            total += body.Length;
            if (answer.Request.ResourceType != "script")
                continue;
            brotli += Compressed(body, s => new BrotliStream(s, CompressionLevel.SmallestSize));
            gzip += Compressed(body, s => new GZipStream(s, CompressionLevel.SmallestSize));
        }
        Assert.InRange(brotli, 1, mostScript);
        Assert.InRange(gzip, 1, mostScript);
        Assert.InRange(total, 1, mostPage);
    }

    static long Compressed(byte[] body, Func<Stream, Stream> compress)
    {
        using var target = new MemoryStream();
        using (var stream = compress(target))
            stream.Write(body);
        return target.ToArray().Length;
    }
}
