using System.Net.Sockets;
using System.Text;
using OnRecord.Server.Tests;
using OnRecord.Text;

[assembly: AssemblyFixture(typeof(RunningServer))]

namespace OnRecord.Server.Tests;

/// <summary>The real server on a free port, over the samples, an article that tries to break out of the page, and a long one.</summary>
public sealed class RunningServer : IAsyncLifetime
{
    /// <summary>What stands in every field of the hostile article.</summary>
    internal const string Attack = "<script>alert(1)</script><img src=x onerror=alert(2)>\"' onmouseover='alert(3)";

    internal const string HostileId = "../../etc/passwd?\"><script>alert(4)</script>&a=b#c";
    internal const string LongId = "https://example.org/long?id=1&part=2#top";
    internal const string London = "samples/strait-london-paper.txt";

    WebServer? _server;

    internal MemoryArchive Archive { get; } = Samples.Archive();

    internal List<Exception> Faults { get; } = [];

    /// <summary>Set by a test: what the export writes.</summary>
    internal Func<ExportRequest, string> Exported { get; set; } = r => $"{r.Kind} {r.Query.Text} {r.Format}\n";

    internal HttpClient Client { get; private set; } = new();

    internal Uri Address { get; private set; } = new("http://127.0.0.1");

    public async ValueTask InitializeAsync()
    {
        var text =
            $"{Attack}\n\nThe minister, {Attack} Smith, said: “{Attack} is a threat.” Russia threatened Denmark on Thursday. <b>Bold</b> &amp; done.";
        Archive.Keep(
            Samples.Coder.Code(
                new Article
                {
                    Id = HostileId,
                    Text = text,
                    Title = Attack,
                    Outlet = Attack,
                    Published = "2024-05-01",
                    Url = "javascript:alert(5)",
                    Authors = [Attack],
                }
            )
        );
        var all = string.Join("\n\n", Archive.All.Take(5).Select(a => a.Record.Article.Text));
        Archive.Keep(
            Samples.Coder.Code(
                new Article
                {
                    Id = LongId,
                    Text = Words(all + "\n\n" + all, 3000),
                    Title = "Long",
                    Outlet = "Outlet",
                    Published = "2024-05-02",
                    Url = LongId,
                }
            )
        );
        Archive.RefusedInputs.Add(new($"{Attack}.jsonl:12", Attack, "check it"));
        Archive.Changes.Add(new(HostileId, "changed", "statement", "ab12", $"{{\"a\":\"{Attack}\"}}", "{}", ["source"], Attack));
        _server = WebServer.Build(
            new()
            {
                Archive = Archive,
                Coder = Samples.Coder,
                Urls = ["http://127.0.0.1:0"],
                OnFault = Faults.Add,
                Export = async (request, stream, cancelled) =>
                {
                    stream.Write("head\n"u8); // some writers do not know of async
                    await stream.WriteAsync(Encoding.UTF8.GetBytes(Exported(request)), cancelled);
                },
            }
        );
        await _server.StartAsync();
        Address = new(_server.Urls[0]);
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
    }

    /// <summary>The first so many words, with what stands between them.</summary>
    static string Words(string text, int count)
    {
        var at = 0;
        for (var n = 0; n < count; n++)
        {
            at = text.AsSpan(at).IndexOfAnyExcept(" \n") + at;
            at = text.AsSpan(at).IndexOfAny(" \n") + at;
        }
        return text[..at];
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_server is not null)
            await _server.DisposeAsync();
    }

    internal async Task<string> Page(string path)
    {
        using var response = await Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    internal static string Article(string id) => "/article?id=" + Uri.EscapeDataString(id);

    /// <summary>Sends bytes as they are, which no HTTP client would, and returns the answer's status line; empty when the server just hangs
    /// up.</summary>
    internal async Task<string> Raw(string request)
    {
        var cancelled = TestContext.Current.CancellationToken;
        using var socket = new TcpClient();
        await socket.ConnectAsync(Address.Host, Address.Port, cancelled);
        var stream = socket.GetStream();
        var reading = new StreamReader(stream, Encoding.Latin1);
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(request), cancelled);
        }
        catch (IOException)
        {
            // refused before all was sent
        }
        try
        {
            return await reading.ReadLineAsync(cancelled) ?? "";
        }
        catch (IOException)
        {
            return "";
        }
    }
}
