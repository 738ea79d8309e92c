using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using OnRecord.Archive.Adding;
using OnRecord.Archive.Sqlite;

namespace OnRecord.Server.Tests;

/// <summary>The pages over the real store: every link on every page leads somewhere.</summary>
public sealed partial class CrawlTests : IDisposable
{
    const int MostOfAKind = 60; // queries can be narrowed down without end

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("onrecord");

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task EveryLink_LeadsSomewhere()
    {
        using var archive = Archive();
        await using var server = WebServer.Build(
            new()
            {
                Archive = archive,
                Coder = Samples.Coder,
                Urls = ["http://127.0.0.1:0"],
                Export = (_, stream, cancelled) => stream.WriteAsync("x\n"u8.ToArray(), cancelled).AsTask(),
            }
        );
        await server.StartAsync(Cancelled);
        using var client = new HttpClient { BaseAddress = new(server.Urls[0]) };
        var seen = new HashSet<string>(StringComparer.Ordinal) { "/" };
        var next = new Queue<string>(seen);
        var kinds = new Dictionary<string, int>(StringComparer.Ordinal);
        while (next.TryDequeue(out var path))
        {
            using var response = await client.GetAsync(path, Cancelled);
            Assert.True(response.IsSuccessStatusCode, $"{path}: {(int)response.StatusCode}");
            if (response.Content.Headers.ContentType?.MediaType != "text/html")
                continue;
            var html = await response.Content.ReadAsStringAsync(Cancelled);
            var ids = Id().Matches(html).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
            foreach (Match link in Href().Matches(html))
            {
                var href = WebUtility.HtmlDecode(link.Groups[1].Value);
                if (href.StartsWith('#'))
                    Assert.True(ids.Contains(href[1..]), $"{path}: {href} is not on the page");
                else if (href.StartsWith('/') && seen.Add(href = href.Split('#')[0]))
                {
                    var kind = Kind().Match(href).Value;
                    if ((kinds[kind] = kinds.GetValueOrDefault(kind) + 1) <= MostOfAKind)
                        next.Enqueue(href);
                }
            }
        }
        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal)
            {
                "/search",
                "/article",
                "/actor",
                "/runs",
                "/paste",
                "/diff",
                "/api/article",
                "/api/export",
                "/openapi/v1.json",
            },
            kinds.Keys.ToHashSet(StringComparer.Ordinal)
        );
    }

    /// <summary>The samples, in two runs, the second with one article changed.</summary>
    SqliteArchive Archive()
    {
        var archive = SqliteArchive.OpenOrCreate(Path.Combine(_folder.FullName, "test.db"));
        foreach (var change in new[] { "", "\n\nThe minister said that talks would go on." })
        {
            var input = Path.Combine(_folder.FullName, "samples.jsonl");
            var lines = Samples
                .Archive()
                .All.Select(
                    (kept, i) =>
                        JsonSerializer.Serialize(
                            new
                            {
                                id = kept.Record.Id,
                                text = kept.Record.Article.Text + (i == 0 ? change : ""),
                                outlet = kept.Record.Article.Outlet!.Name,
                                published = kept.Record.Article.Published,
                                url = "https://example.org/" + kept.Record.Id,
                            }
                        )
                );
            File.WriteAllLines(input, [.. lines, "this line is no JSON"]);
            Pipeline.Run(archive, Samples.Coder, new() { Inputs = [input] }, Cancelled);
        }
        return archive;
    }

    [GeneratedRegex("href=\"([^\"]*)\"")]
    private static partial Regex Href();

    [GeneratedRegex("\\sid=\"?([^\"\\s>]+)")]
    private static partial Regex Id();

    [GeneratedRegex("^(/api|/openapi)?/[a-z0-9.]*")]
    private static partial Regex Kind();
}
