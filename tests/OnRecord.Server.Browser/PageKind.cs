namespace OnRecord.Server.Browser;

/// <summary>Every kind of page, each with content.</summary>
public static class PageKind
{
    /// <summary>Made by sending the form.</summary>
    internal const string Pasted = "pasted";

    internal static readonly Dictionary<string, string> Addresses = new(StringComparer.Ordinal)
    {
        ["home"] = "/",
        ["article"] = Site.Article(Site.LondonId),
        ["article, words"] = Site.Article(Site.LondonId) + "&span=600-640",
        ["article, two versions"] = Site.Article(Site.ChangedId),
        ["article, hostile"] = Site.Article(Site.HostileId),
        ["statements"] = "/search?q=russia&tab=statements",
        ["events"] = "/search?q=&tab=events",
        ["articles"] = "/search?q=&tab=articles",
        ["actors"] = "/search?q=&tab=actors",
        ["nothing found"] = "/search?q=xylophone&tab=statements",
        ["wrong query"] = "/search?q=speakr:holst&tab=statements",
        ["actor"] = "/actor?key=kb%3ARUS",
        ["paste"] = "/paste",
        [Pasted] = "/paste",
        ["runs"] = "/runs",
        ["run"] = "/runs/2",
        ["diff"] = "/diff?before=1&after=2",
        ["missing"] = "/nothing-here",
    };

    public static TheoryData<string> Names => [.. Addresses.Keys];
}
