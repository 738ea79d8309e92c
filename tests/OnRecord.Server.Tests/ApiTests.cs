using System.Net;
using System.Text;
using System.Text.Json;
using OnRecord.Record;

namespace OnRecord.Server.Tests;

/// <summary>The JSON API.</summary>
public sealed class ApiTests(RunningServer server)
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    async Task<JsonElement> Json(string path)
    {
        using var response = await server.Client.GetAsync(path, Cancelled);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancelled));
        return document.RootElement.Clone();
    }

    [Theory]
    [InlineData("statements")]
    [InlineData("events")]
    [InlineData("articles")]
    [InlineData("actors")]
    public async Task Search_GivesAPage_AndTheNextOne(string kind)
    {
        var first = await Json($"/api/search?kind={kind}&limit=2");
        Assert.Equal(2, first.GetProperty(kind).GetArrayLength());
        Assert.True(first.GetProperty("facets").GetArrayLength() > 0);
        var next = first.GetProperty("next").GetString();
        var second = await Json($"/api/search?kind={kind}&limit=2&facets=false&cursor={next}");
        Assert.Equal(0, second.GetProperty("facets").GetArrayLength());
        Assert.NotEqual(first.GetProperty(kind)[0].ToString(), second.GetProperty(kind)[0].ToString());
    }

    [Theory]
    [InlineData(RunningServer.London)]
    [InlineData(RunningServer.HostileId)]
    [InlineData(RunningServer.LongId)]
    public async Task Article_IsTheRecord_WhateverItsId(string id)
    {
        var bytes = await server.Client.GetByteArrayAsync("/api/article?id=" + Uri.EscapeDataString(id), Cancelled);
        Assert.Equal(RecordJson.Serialize(server.Archive.Article(id)!.Record), bytes);
    }

    [Fact]
    public async Task Totals_Runs_Refused_Actor_AreThere()
    {
        Assert.Equal(7, (await Json("/api/totals")).GetProperty("articles").GetInt32());
        var run = (await Json("/api/runs")).GetProperty("runs")[0];
        Assert.Equal("Done", run.GetProperty("state").GetString());
        Assert.Equal(1, (await Json("/api/runs/1/refused")).GetProperty("refused").GetArrayLength());
        var actor = await Json("/api/actor?key=name:person:karen%20holst");
        Assert.Equal("Karen Holst", actor.GetProperty("actor").GetProperty("name").GetString());
    }

    [Fact]
    public async Task Diff_IsALineADifference()
    {
        using var response = await server.Client.GetAsync("/api/diff?before=1&after=2", Cancelled);
        Assert.Equal("application/x-ndjson", response.Content.Headers.ContentType?.MediaType);
        var lines = (await response.Content.ReadAsStringAsync(Cancelled)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        using var change = JsonDocument.Parse(Assert.Single(lines));
        Assert.Equal("changed", change.RootElement.GetProperty("change").GetString());
    }

    [Fact]
    public async Task Code_TakesTextAndJson_AndGivesTheCodersBytes()
    {
        const string text = "The minister, Anna Berg, said that the bridge would open in May.";
        var expected = RecordJson.Serialize(Samples.Coder.Code(new() { Text = text }));
        using var plain = await server.Client.PostAsync("/api/code", new StringContent(text), Cancelled);
        Assert.Equal(expected, await plain.Content.ReadAsByteArrayAsync(Cancelled));
        using var json = new StringContent(JsonSerializer.Serialize(new { text, id = "x" }), Encoding.UTF8, "application/json");
        using var second = await server.Client.PostAsync("/api/code", json, Cancelled);
        Assert.Equal("x", RecordJson.Deserialize(await second.Content.ReadAsByteArrayAsync(Cancelled)).Id);
    }

    [Theory]
    [InlineData("{", "application/json", 400)]
    [InlineData("[]", "application/json", 400)]
    [InlineData("null", "application/json", 400)]
    [InlineData("{\"text\":5}", "application/json", 400)]
    [InlineData("   ", "text/plain", 400)]
    [InlineData("<p>text</p>", "text/html", 415)]
    public async Task Code_TellsWhatIsWrong(string body, string type, int status)
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        using var response = await server.Client.PostAsync("/api/code", content, Cancelled);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Description_IsOpenApi31_AndNamesEveryEndpoint()
    {
        var description = await Json("/openapi/v1.json");
        Assert.StartsWith("3.1", description.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var paths = description.GetProperty("paths").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal);
        Assert.Equal(
            [
                "/api/actor",
                "/api/article",
                "/api/code",
                "/api/diff",
                "/api/export",
                "/api/runs",
                "/api/runs/{run}/refused",
                "/api/search",
                "/api/totals",
            ],
            paths
        );
        var schemas = description.GetProperty("components").GetProperty("schemas");
        Assert.True(schemas.TryGetProperty("ArticleRecord", out _));
        Assert.True(schemas.TryGetProperty("SearchPage", out _));
    }
}
