using System.Collections.Concurrent;

namespace OnRecord.Server.Browser;

/// <summary>A test with pages of the real server. Whatever it looks at, it fails when a page shows a dialog, writes an error or a warning to
/// the console, breaks the content security policy, fails to load something, or asks anything of another machine.</summary>
public abstract class BrowserTest(Chromium chromium, Site site) : IAsyncLifetime
{
    readonly ConcurrentQueue<string> _faults = [];
    readonly ConcurrentQueue<IBrowserContext> _contexts = [];

    /// <summary>Parts of messages that a test provokes.</summary>
    readonly ConcurrentQueue<string> _expected = [];

    internal Site Site => site;

    internal IEnumerable<string> Faults => _faults;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var context in _contexts)
            await context.CloseAsync();
        Assert.DoesNotContain(_faults, fault => !_expected.Any(e => fault.Contains(e, StringComparison.Ordinal)));
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets messages pass that hold these words.</summary>
    internal void Expecting(string words) => _expected.Enqueue(words);

    /// <summary>A page in a browser profile of its own; a path opens it.</summary>
    internal async Task<IPage> Open(string? path = null, BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.BaseURL = site.Address.ToString();
        options.ViewportSize ??= new() { Width = 1280, Height = 800 };
        options.Locale ??= "en-GB";
        var context = await chromium.NewContext(options);
        _contexts.Enqueue(context);
        context.SetDefaultTimeout(10_000);
        await Watch(context);
        var page = await context.NewPageAsync();
        if (path is not null)
            await page.GotoAsync(path);
        return page;
    }

    /// <summary>A page of a kind of <see cref="PageKind"/>.</summary>
    internal async Task<IPage> OpenKind(string kind, BrowserNewContextOptions? options = null)
    {
        if (kind is "wrong query" or "missing")
            Expecting("status of 4");
        var page = await Open(PageKind.Addresses[kind], options);
        if (kind == PageKind.Pasted)
        {
            var text = await File.ReadAllTextAsync(Path.Combine(Site.Root, "samples", "strait-us-wire.txt"));
            await page.GetByLabel("Text", new() { Exact = true }).FillAsync(text);
            await page.GetByRole(AriaRole.Button, new() { Name = "Put it on record" }).ClickAsync();
            await Expect(page.Locator(".k").First).ToBeVisibleAsync();
        }
        return page;
    }

    async Task Watch(IBrowserContext context)
    {
        context.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" or "assert")
                _faults.Enqueue($"console {message.Type}: {message.Text} ({message.Location})");
        };
        context.WebError += (_, error) => _faults.Enqueue("script error: " + error.Error);
        context.Dialog += (_, dialog) =>
        {
            _faults.Enqueue("dialog: " + dialog.Message);
            _ = dialog.DismissAsync();
        };
        context.RequestFailed += (_, request) =>
        {
            // a navigation that turns into a download is given up by the page
            if (!(request.Failure == "net::ERR_ABORTED" && request.Url.Contains("/api/export", StringComparison.Ordinal)))
                _faults.Enqueue($"request failed: {request.Url} {request.Failure}");
        };
        context.Response += (_, response) =>
        {
            if (response.Status >= 400)
                _faults.Enqueue($"status of {response.Status}: {response.Url}");
        };
        context.Request += (_, request) =>
        {
            if (!site.Address.IsBaseOf(new(request.Url)))
                _faults.Enqueue("request to another machine: " + request.Url);
        };
        await context.RouteAsync(
            url => !site.Address.IsBaseOf(new(url)),
            route => route.AbortAsync() // what would leave is stopped, and told of above
        );
        await context.AddInitScriptAsync(
            "document.addEventListener('securitypolicyviolation', e => console.error('CSP: ' + e.violatedDirective + ' ' + e.blockedURI))"
        );
    }
}
