using System.Globalization;
using System.Net;

namespace OnRecord.Server.Http;

/// <summary>This machine alone: which addresses the server may listen on, and under which names it may be called.</summary>
internal static class Loopback
{
    const string Remedy =
        "use http://127.0.0.1:8080, http://localhost:8080 or http://[::1]:8080; serving other machines comes with accounts, later";

    /// <summary>The addresses to listen on for a URL.</summary>
    /// <exception cref="ServerException">It is no loopback address.</exception>
    internal static (IReadOnlyList<IPAddress> Addresses, int Port) Of(string url)
    {
        if (
            !Uri.TryCreate(url, UriKind.Absolute, out var uri)
            || uri.AbsolutePath != "/"
            || uri.Query.Length > 0
            || uri.UserInfo.Length > 0
        )
            throw new ServerException($"“{url}” is not an address to listen on", Remedy);
        if (uri.Scheme != "http")
            throw new ServerException($"“{url}” is not http", Remedy);
        var port = uri.Port;
        if (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address))
            return IPAddress.IsLoopback(address) ? ([address], port) : throw Beyond(url);
        // both families, but one of them alone where the port is any free one: two would get two ports
        return uri.Host == "localhost"
            ? (port == 0 ? [IPAddress.Loopback] : [IPAddress.Loopback, IPAddress.IPv6Loopback], port)
            : throw Beyond(url);
    }

    static ServerException Beyond(string url) =>
        new($"“{url}” can be reached from other machines, and no password protects the archive yet", Remedy);

    /// <summary>Whether a Host header names this machine. A page of another site that has its name resolved to 127.0.0.1 sends its own name.
    /// </summary>
    internal static bool Names(HostString host)
    {
        if (!host.HasValue)
            return false;
        var name = host.Host;
        return name.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(name.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
    }

    /// <summary>An address and port as a browser writes them.</summary>
    internal static string Url(IPEndPoint end) =>
        end.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6
            ? $"http://[{end.Address}]:{end.Port.ToString(CultureInfo.InvariantCulture)}"
            : $"http://{end.Address}:{end.Port.ToString(CultureInfo.InvariantCulture)}";
}
