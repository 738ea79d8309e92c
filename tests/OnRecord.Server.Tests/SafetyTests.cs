using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using OnRecord.Archive;

namespace OnRecord.Server.Tests;

/// <summary>What people and pages of other sites may try.</summary>
public sealed class SafetyTests(RunningServer server)
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http://0.0.0.0:8080")]
    [InlineData("http://192.168.1.2:8080")]
    [InlineData("http://[::]:8080")]
    [InlineData("http://example.org:8080")]
    [InlineData("http://localhost.example.org")]
    [InlineData("http://*:8080")]
    [InlineData("http://+:8080")]
    [InlineData("https://127.0.0.1:8080")]
    [InlineData("http://127.0.0.1:8080/path")]
    [InlineData("http://user@127.0.0.1:8080")]
    [InlineData("8080")]
    [InlineData("")]
    public void AnythingButLoopback_IsRefused(string url)
    {
        var options = new ServerOptions
        {
            Archive = server.Archive,
            Coder = Samples.Coder,
            Urls = [url],
        };
        var refused = Assert.Throws<ServerException>(() => WebServer.Build(options));
        Assert.Contains("http://127.0.0.1:8080", refused.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("http://127.0.0.2:0")]
    [InlineData("http://localhost:0")]
    public async Task Loopback_IsServed(string url)
    {
        await using var one = WebServer.Build(
            new()
            {
                Archive = server.Archive,
                Coder = Samples.Coder,
                Urls = [url],
            }
        );
        await one.StartAsync(Cancelled);
        Assert.Equal("""{"status":"ok"}""", await server.Client.GetStringAsync(one.Urls[0] + "/healthz", Cancelled));
    }

    [Theory]
    [InlineData("evil.example", 421)]
    [InlineData("127.0.0.1.evil.example", 421)]
    [InlineData("localhost.evil.example", 421)]
    [InlineData("192.168.0.1", 421)]
    [InlineData("0.0.0.0", 421)]
    [InlineData("localhost", 200)]
    [InlineData("LOCALHOST:8080", 200)]
    [InlineData("127.0.0.1:1", 200)]
    [InlineData("[::1]:8080", 200)]
    public async Task HostHeader_MustNameThisMachine(string host, int status)
    {
        var line = await server.Raw($"GET /healthz HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        Assert.StartsWith($"HTTP/1.1 {status} ", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/nothing")]
    [InlineData("/api/totals")]
    [InlineData("/api/nothing")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/assets/nothing.js")]
    public async Task EveryAnswer_HasItsHeaders(string path)
    {
        using var response = await server.Client.GetAsync(path, Cancelled);
        string Header(string name) => string.Join(", ", response.Headers.GetValues(name));
        var policy = Header("Content-Security-Policy");
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal("same-origin", Header("Referrer-Policy"));
        Assert.Equal("same-origin", Header("Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Header("Cross-Origin-Resource-Policy"));
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/search?q=<script>alert(1)</script>")]
    [InlineData("/search?q=\"><img src=x onerror=alert(1)>&tab=articles")]
    [InlineData("/article?id=<script>alert(1)</script>")]
    [InlineData("/actor?key=<script>alert(1)</script>")]
    [InlineData("/<script>alert(1)</script>")]
    public async Task WhatIsAskedFor_IsNeverMarkup(string path)
    {
        var html = await server.Page(path);
        Assert.DoesNotContain("<script>", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task WhatASourceHolds_IsNeverMarkup()
    {
        string[] pages =
        [
            "/",
            "/search?tab=statements&q=alert",
            "/search?tab=events",
            "/search?tab=articles",
            "/search?tab=actors",
            RunningServer.Article(RunningServer.HostileId),
            RunningServer.Article(RunningServer.HostileId) + "&span=0-20",
            "/runs/1",
            "/diff?before=1&after=2",
        ];
        foreach (var page in pages)
        {
            var html = await server.Page(page);
            Assert.DoesNotContain("<script>", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<b>Bold", html, StringComparison.Ordinal);
            Assert.DoesNotContain("='alert", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task TenMegabyteQuery_IsRefusedAtOnce()
    {
        var began = Stopwatch.GetTimestamp();
        var line = await server.Raw("GET /search?q=" + new string('a', 10_000_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        Assert.True(line.Length == 0 || line.StartsWith("HTTP/1.1 414", StringComparison.Ordinal), line);
        Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(2));
    }

    public static TheoryData<string, int> BadRequests =>
        new()
        {
            { "/api/search?q=" + string.Join("+OR+", Enumerable.Repeat("a", 9000)), 400 },
            { "/api/search?q=" + new string('a', 4001), 400 },
            { "/api/search?q=" + new string('(', 4000), 400 },
            { "/api/search?q=" + string.Join("+", Enumerable.Repeat("NOT+(a", 40)), 400 },
            { "/api/search?q=colour:red", 400 },
            { "/api/export?q=colour:red", 400 },
            { "/api/search?cursor=garbage", 400 },
            { "/api/search?cursor=" + new string('9', 600), 400 },
            { "/api/search?cursor=-1", 400 },
            { "/api/search?limit=0", 400 },
            { "/api/search?limit=201", 400 },
            { "/api/search?limit=1e9", 400 },
            { "/api/search?kind=people", 400 },
            { "/api/article", 400 },
            { "/api/article?id=none", 404 },
            { "/api/article?id=" + RunningServer.London + "&version=0", 400 },
            { "/api/article?id=" + RunningServer.London + "&version=99", 404 },
            { "/api/article?id=" + RunningServer.London + "&run=x", 400 },
            { "/api/article?id=" + RunningServer.London + "&version=99999999999", 404 },
            { "/api/actor?key=none", 404 },
            { "/api/runs/none/refused", 400 },
            { "/api/runs/99/refused", 404 },
            { "/api/diff?before=1", 400 },
            { "/api/diff?before=1&after=99", 404 },
            { "/api/export?format=exe", 400 },
            { "/api/export?kind=people", 400 },
            { "/api/nothing", 404 },
        };

    [Theory]
    [MemberData(nameof(BadRequests))]
    public async Task BadRequest_IsToldWithItsRemedy(string path, int status)
    {
        using var response = await server.Client.GetAsync(path, Cancelled);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancelled));
        Assert.Equal(status, problem.RootElement.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.RootElement.GetProperty("title").GetString()!);
        Assert.NotEmpty(problem.RootElement.GetProperty("remedy").GetString()!);
    }

    [Theory]
    [InlineData("/assets/../appsettings.json")]
    [InlineData("/assets/..%2f..%2fetc%2fpasswd")]
    [InlineData("/assets/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/assets/....//etc/passwd")]
    [InlineData("/assets/app.js%00.css")]
    [InlineData("/assets/APP.JS")]
    [InlineData("/assets/")]
    public async Task Traversal_FindsNothing(string path)
    {
        var line = await server.Raw($"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        Assert.Matches("^HTTP/1.1 (400|404) ", line);
    }

    [Fact]
    public async Task Export_HasANameThatNoRequestChanges()
    {
        using var response = await server.Client.GetAsync(
            "/api/export?format=csv&kind=events&q=" + Uri.EscapeDataString("a\r\nSet-Cookie"),
            Cancelled
        );
        Assert.Equal("attachment; filename=\"onrecord.csv\"", response.Content.Headers.GetValues("Content-Disposition").Single());
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.Contains("Events a", await response.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", 403)]
    [InlineData("Sec-Fetch-Site", "same-site", 403)]
    [InlineData("Sec-Fetch-Site", "same-origin", 200)]
    [InlineData("Origin", "http://evil.example", 403)]
    [InlineData("Origin", "null", 403)]
    public async Task Post_FromAnotherSite_IsRefused(string header, string value, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/code") { Content = new StringContent("She said it would rain.") };
        request.Headers.Add(header, value);
        using var response = await server.Client.SendAsync(request, Cancelled);
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task LargeText_IsRefused_WithARemedy()
    {
        using var text = new StringContent(new string('a', 2_200_000), Encoding.UTF8, "text/plain");
        using var response = await server.Client.PostAsync("/api/code", text, Cancelled);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("2 MB", await response.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fault_TellsTheReaderNothingOfItself()
    {
        server.Archive.Fault = new InvalidOperationException("secret of the archive");
        try
        {
            foreach (var path in new[] { "/", "/api/totals" })
            {
                using var response = await server.Client.GetAsync(path, Cancelled);
                var body = await response.Content.ReadAsStringAsync(Cancelled);
                Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
                Assert.DoesNotContain("secret", body, StringComparison.Ordinal);
                Assert.DoesNotContain("   at ", body, StringComparison.Ordinal);
            }
            Assert.Contains(server.Faults, f => f.Message == "secret of the archive");
            server.Archive.Fault = new ArchiveException("secret", "path /home/someone");
            using var second = await server.Client.GetAsync("/api/totals", Cancelled);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, second.StatusCode);
            Assert.DoesNotContain("someone", await second.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
        }
        finally
        {
            server.Archive.Fault = null;
        }
    }

    [Theory]
    [InlineData("DELETE")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    public async Task OtherMethods_AreRefused(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/api/totals");
        using var response = await server.Client.SendAsync(request, Cancelled);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }
}
