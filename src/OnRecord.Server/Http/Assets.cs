using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace OnRecord.Server.Http;

/// <summary>Scripts, styles and icon, out of the assembly. Their addresses hold a hash of what they hold, so a browser may keep them for
/// good.</summary>
internal static class Assets
{
    sealed record Asset(byte[] Bytes, string Type, string Hash);

    /// <summary>The only names that are served: no path of a request ever reaches a file system.</summary>
    static readonly (string Name, string Type)[] Names =
    [
        ("app.css", "text/css; charset=utf-8"),
        ("app.js", "text/javascript; charset=utf-8"),
        ("icon.svg", "image/svg+xml"),
    ];

    static readonly FrozenDictionary<string, Asset> All = Names.ToFrozenDictionary(
        n => n.Name,
        n => Load(n.Name, n.Type),
        StringComparer.Ordinal
    );

    /// <summary>The address of an asset as pages give it.</summary>
    internal static string Url(string name) => $"/assets/{name}?v={All[name].Hash}";

    static Asset Load(string name, string type)
    {
        using var stream =
            typeof(Assets).Assembly.GetManifestResourceStream("assets/" + name)
            ?? throw new InvalidOperationException($"{name} is not embedded; run eng/build-web.sh");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new(bytes, type, Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8)));
    }

    internal static async Task Serve(HttpContext context)
    {
        if (context.Request.RouteValues["name"] is not string name || !All.TryGetValue(name, out var asset))
            throw new ProblemException(404, "There is nothing at this address", "Begin at the first page.");
        var tag = new EntityTagHeaderValue($"\"{asset.Hash}\"");
        var headers = context.Response.GetTypedHeaders();
        headers.ETag = tag;
        context.Response.Headers.CacheControl =
            context.Request.Query["v"] == asset.Hash ? "public, max-age=31536000, immutable" : "no-cache";
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(tag, useStrongComparison: false)))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        context.Response.ContentType = asset.Type;
        context.Response.ContentLength = asset.Bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.Body.WriteAsync(asset.Bytes, context.RequestAborted);
    }
}
