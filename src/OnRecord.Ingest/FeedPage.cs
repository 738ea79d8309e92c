using System.Globalization;
using System.Net;
using System.Text;
using System.Xml;
using OnRecord.Text;

namespace OnRecord.Ingest;

/// <summary>RSS 0.9x, 1.0 and 2.0, and Atom: an article an item. Read element by element, so that a wrong date or an unknown element in
/// one item costs nothing else. DTDs and external entities are never followed.</summary>
/// <remarks>System.ServiceModel.Syndication would do this with reflection, which a native binary can't carry, and gives up the whole
/// feed for one malformed date.</remarks>
internal static class FeedPage
{
    const string ContentModule = "http://purl.org/rss/1.0/modules/content/";
    const string DublinCore = "http://purl.org/dc/elements/1.1/";
    const string Atom = "http://www.w3.org/2005/Atom";

    internal static IEnumerable<Reading> Read(byte[] bytes, string name, ReaderOptions options)
    {
        var (feed, items, broken) = Items(bytes, options);
        for (var i = 0; i < items.Count; i++)
            yield return Compose(feed, items[i], name + "#" + (i + 1).ToString(CultureInfo.InvariantCulture), options);
        if (broken is not null)
            throw new RefusedException(broken, "check the feed with an XML validator, for example xmllint; the items before are done");
        if (items.Count == 0)
            throw new RefusedException("is a feed without items", "nothing was there to read");
    }

    /// <summary>All items up to the end, or up to where the XML breaks off.</summary>
    static (Item Feed, List<Item> Items, string? Broken) Items(byte[] bytes, ReaderOptions options)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = options.MostFeedBytes,
            CheckCharacters = false, // a control character in one item is no reason to lose the others
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        var feed = new Item();
        var items = new List<Item>();
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes), settings);
            while (reader.Read())
                if (reader.NodeType == XmlNodeType.Element)
                {
                    if (reader.LocalName is "item" or "entry")
                        items.Add(ReadItem(reader));
                    else if (reader.LocalName is not ("rss" or "feed" or "RDF" or "channel"))
                        Element(reader, feed);
                }
            return (feed, items, null);
        }
        catch (XmlException e)
        {
            var dtd = e.Message.Contains("DTD", StringComparison.Ordinal);
            return (feed, items, dtd ? "holds a DTD, which is not read" : "is no well-formed feed: " + e.Message);
        }
    }

    static Item ReadItem(XmlReader reader)
    {
        var item = new Item();
        using var inner = reader.ReadSubtree();
        inner.Read(); // the item itself
        while (inner.Read())
            if (inner.NodeType == XmlNodeType.Element)
                Element(inner, item);
        return item;
    }

    /// <summary>Takes one child of an item or a channel; afterwards the reader stands on its end.</summary>
    static void Element(XmlReader reader, Item item)
    {
        var (name, space) = (reader.LocalName, reader.NamespaceURI);
        if (space == ContentModule && name == "encoded")
            item.Content = Inner(reader);
        else if (space == DublinCore && name == "creator")
            item.Authors.Add(Inner(reader));
        else if (space == DublinCore && name == "date")
            item.Published ??= Inner(reader);
        else if (space == Atom && name == "link")
            Link(reader, item);
        else if (space is not ("" or Atom or "http://purl.org/rss/1.0/"))
            Inner(reader); // another module's element, such as media:title
        else if (name == "title")
            item.Title ??= Typed(reader);
        else if (name == "link")
            item.Link ??= Inner(reader);
        else if (name is "guid" or "id")
            item.Id ??= Inner(reader);
        else if (name is "description" or "summary")
            item.Summary ??= Typed(reader);
        else if (name == "content")
            item.Content ??= Typed(reader);
        else if (name is "pubDate" or "published" or "issued")
            item.Published ??= Inner(reader);
        else if (name == "updated")
            item.Updated ??= Inner(reader);
        else if (name == "author")
            item.Authors.Add(Author(reader));
        else if (name == "language")
            item.Language ??= Inner(reader);
        else
            Inner(reader);
    }

    static void Link(XmlReader reader, Item item)
    {
        if (reader.GetAttribute("rel") is null or "alternate")
            item.Link ??= reader.GetAttribute("href");
        Inner(reader);
    }

    /// <summary>All character data under the element.</summary>
    static string Inner(XmlReader reader)
    {
        if (reader.IsEmptyElement)
            return "";
        var text = new StringBuilder();
        for (var depth = reader.Depth; reader.Read() && reader.Depth > depth; )
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
                text.Append(reader.Value);
        return text.ToString().Trim();
    }

    /// <summary>Atom says what a text is: plain, HTML or XHTML. RSS does not; there it is taken as HTML.</summary>
    static string Typed(XmlReader reader)
    {
        var type = reader.GetAttribute("type");
        if (type != "xhtml")
            return type == "text" || (type is null && reader.NamespaceURI == Atom) ? WebUtility.HtmlEncode(Inner(reader)) : Inner(reader);
        if (reader.IsEmptyElement)
            return "";
        using var inner = reader.ReadSubtree();
        inner.Read();
        return inner.ReadInnerXml();
    }

    /// <summary>Atom has the name as an element, RSS an address with the name in brackets.</summary>
    static string Author(XmlReader reader)
    {
        if (reader.IsEmptyElement)
            return "";
        string? name = null;
        var text = new StringBuilder();
        for (var depth = reader.Depth; reader.Read() && reader.Depth > depth; )
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "name")
                name = Inner(reader);
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                text.Append(reader.Value);
        var plain = text.ToString().Trim();
        var bracket = plain.IndexOf('(', StringComparison.Ordinal);
        return name ?? (bracket > 0 && plain.EndsWith(')') ? plain[(bracket + 1)..^1] : plain);
    }

    static Reading Compose(Item feed, Item item, string place, ReaderOptions options)
    {
        var html = Known(item.Content) ?? item.Summary ?? "";
        if (html.Length > options.MostDocumentBytes)
            return Reading.Refuse(place, Input.TooLarge(options.MostDocumentBytes).Message, "raise the limit with --max-size (in MB)");
        var title = Plain(item.Title, options);
        var article = HtmlPage.ReadFragment(html, title, options);
        if (article.Text.Length == 0)
        {
            if (title is null)
                return Reading.Refuse(place, "the item has neither title nor text", "leave it out");
            article = new Article { Text = title, Title = title };
        }
        var link = Uri.TryCreate(item.Link, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null;
        return new()
        {
            Place = place,
            Article = article with
            {
                Id = Known(item.Id) ?? Known(item.Link),
                Url = link is null ? null : item.Link,
                Outlet = Plain(feed.Title, options),
                OutletDomain = link?.Host is { } host ? (host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host) : null,
                Published = IsoDate.Normalize(item.Published) ?? IsoDate.Normalize(item.Updated),
                Language = feed.Language is { Length: >= 2 } language ? language[..2].ToLowerInvariant() : null,
                Authors = [.. item.Authors.Where(a => a.Length > 0).Distinct()],
            },
        };
    }

    static string? Known(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    /// <summary>Titles may hold HTML.</summary>
    static string? Plain(string? text, ReaderOptions options)
    {
        if (Known(text) is not { } known || known.AsSpan().IndexOfAny('<', '&') < 0)
            return Known(text);
        return Known(HtmlPage.ReadFragment(known, null, options).Text.ReplaceLineEndings(" "));
    }

    /// <summary>An item, or the feed itself, as written.</summary>
    sealed class Item
    {
        internal string? Id { get; set; }
        internal string? Title { get; set; }
        internal string? Link { get; set; }
        internal string? Summary { get; set; }
        internal string? Content { get; set; }
        internal string? Published { get; set; }
        internal string? Updated { get; set; }
        internal string? Language { get; set; }
        internal List<string> Authors { get; } = [];
    }
}
