using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Json;
using OnRecord.Server.Api;
using OnRecord.Server.Http;
using OnRecord.Server.Pages;

namespace OnRecord.Server;

/// <summary>The pages and the API over an archive, for this machine alone.</summary>
/// <example>
/// <code>
/// await using var server = WebServer.Build(new() { Archive = archive, Coder = Coder.Load(), Urls = ["http://127.0.0.1:8080"] });
/// await server.StartAsync();
/// Console.WriteLine(server.Urls[0]);
/// await server.WaitAsync(cancelled); // or RunAsync for all three
/// </code>
/// </example>
/// <remarks>Nothing around it is read: no settings file, no environment variable, no folder. So nothing but <see cref="ServerOptions"/>
/// decides where it listens and what it serves.</remarks>
public sealed class WebServer : IAsyncDisposable
{
    readonly WebApplication _app;

    readonly Coding _coding;

    WebServer(WebApplication app, Coding coding) => (_app, _coding) = (app, coding);

    /// <summary>Makes a server; it does not listen yet.</summary>
    /// <exception cref="ServerException">An address is not one of this machine alone.</exception>
    public static WebServer Build(ServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Urls.Count == 0)
            throw new ServerException("no address to listen on", "give one, such as http://127.0.0.1:8080");
        var listen = options.Urls.Select(Loopback.Of).ToList();

        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Guards.MostBodyBytes;
            kestrel.Limits.MaxRequestLineSize = Guards.LongestRequestLine;
            kestrel.Limits.MaxRequestBufferSize = 4 * Guards.LongestRequestLine;
            kestrel.Limits.RequestHeadersTimeout = options.RequestTimeout;
            foreach (var (addresses, port) in listen)
            foreach (var address in addresses)
                if (address.Equals(IPAddress.IPv6Loopback) && addresses.Count > 1 && !System.Net.Sockets.Socket.OSSupportsIPv6)
                    continue; // "localhost" on a machine without IPv6
                else
                    kestrel.Listen(address, port);
        });
        builder.Services.Configure<JsonOptions>(json => ApiJson.Configure(json.SerializerOptions));
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
        ApiDescription.Add(builder.Services);

        var app = builder.Build();
        app.Use(next => context => new Guards(options).Guard(context, next));
        app.UseRouting();
        var coding = new Coding(options.Coder);
        new PageEndpoints(options, coding).Map(app);
        new ApiEndpoints(options, coding).Map(app);
        app.MapMethods("/assets/{name}", ["GET", "HEAD"], Assets.Serve);
        app.MapOpenApi();
        return new(app, coding);
    }

    /// <summary>Where it listens, once started: with the port it got where any free one was asked for.</summary>
    public IReadOnlyList<string> Urls =>
        [.. _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? []];

    /// <summary>Begins to listen.</summary>
    /// <exception cref="ServerException">An address is in use.</exception>
    public async Task StartAsync(CancellationToken cancelled = default)
    {
        try
        {
            await _app.StartAsync(cancelled);
        }
        catch (IOException e)
        {
            throw new ServerException(
                $"can't listen: {e.Message}",
                "end the program that uses the port, or choose another: --urls http://127.0.0.1:8081",
                e
            );
        }
    }

    /// <summary>Listens until cancelled or until the process is asked to end, then lets running requests end.</summary>
    /// <exception cref="ServerException">An address is in use.</exception>
    public async Task RunAsync(CancellationToken cancelled)
    {
        await StartAsync(cancelled);
        await WaitAsync(cancelled);
    }

    /// <summary>Waits until cancelled or until the process is asked to end (Ctrl-C, SIGTERM), then lets running requests end and stops
    /// listening.</summary>
    public Task WaitAsync(CancellationToken cancelled) => _app.WaitForShutdownAsync(cancelled);

    /// <summary>Stops listening.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _coding.Dispose();
    }
}
