using System.Globalization;
using System.ServiceModel.Syndication;
using System.Xml;
using OnRecord.Text;

namespace OnRecord.Ingest;

/// <summary>RSS 2.0 and Atom: an article an item. External entities and DTDs are never followed.</summary>
internal static class FeedPage
{
    const string ContentModule = "http://purl.org/rss/1.0/modules/content/";
    const string DublinCore = "http://purl.org/dc/elements/1.1/";

    internal static IEnumerable<Reading> Read(byte[] bytes, string name, ReaderOptions options)
    {
        var feed = Load(bytes, options);
        var n = 0;
        foreach (var item in feed.Items)
        {
            n++;
            yield return Item(feed, item, name + "#" + n.ToString(CultureInfo.InvariantCulture), options);
        }
        if (n == 0)
            throw new RefusedException("is a feed without items", "nothing was there to read");
    }

    static SyndicationFeed Load(byte[] bytes, ReaderOptions options)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = options.MostFeedBytes,
            MaxCharactersFromEntities = 0,
            CheckCharacters = false, // a control character in one item is no reason to lose the others
        };
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes), settings);
            reader.MoveToContent();
            SyndicationFeedFormatter formatter = reader.LocalName switch
            {
                "rss" => new Rss20FeedFormatter(),
                "feed" => new Atom10FeedFormatter(),
                _ => throw new RefusedException("is RSS 1.0 (RDF)", "give the site's RSS 2.0 or Atom feed"),
            };
            // A date that can't be read counts as unknown instead of failing the feed.
            formatter.DateTimeParser = (XmlDateTimeData data, out DateTimeOffset time) =>
            {
                time = default;
                return IsoDate.Normalize(data.DateTimeString) is not { } iso
                    || DateTimeOffset.TryParse(iso, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
            };
            formatter.ReadFrom(reader);
            return formatter.Feed;
        }
        catch (XmlException e)
        {
            var reason = e.Message.Contains("DTD", StringComparison.Ordinal)
                ? "holds a DTD, which is not read"
                : "is no well-formed feed: " + e.Message;
            throw new RefusedException(reason, "check the feed with an XML validator, for example xmllint");
        }
    }

    static Reading Item(SyndicationFeed feed, SyndicationItem item, string place, ReaderOptions options)
    {
        var html = Extension(item, "encoded", ContentModule) ?? (item.Content as TextSyndicationContent)?.Text ?? item.Summary?.Text ?? "";
        if (html.Length > options.MostDocumentBytes)
            return Reading.Refuse(place, Input.TooLarge(options.MostDocumentBytes).Message, "raise the limit with --max-size (in MB)");
        var title = Plain(item.Title?.Text, options);
        var article = HtmlPage.ReadFragment(html, title, options);
        if (article.Text.Length == 0)
        {
            if (title is null)
                return Reading.Refuse(place, "the item has neither title nor text", "leave it out");
            article = new Article { Text = title, Title = title };
        }
        var link =
            item.Links.FirstOrDefault(l => l.RelationshipType is null or "alternate")?.GetAbsoluteUri()
            ?? item.Links.FirstOrDefault()?.GetAbsoluteUri();
        return new()
        {
            Place = place,
            Article = article with
            {
                Id = string.IsNullOrWhiteSpace(item.Id) ? link?.ToString() : item.Id.Trim(),
                Url = link?.ToString(),
                Outlet = Plain(feed.Title?.Text, options),
                OutletDomain = link?.Host,
                Published = Date(item),
                Language = feed.Language is { Length: >= 2 } language ? language[..2].ToLowerInvariant() : null,
                Authors =
                [
                    .. item
                        .Authors.Select(a => a.Name ?? a.Email)
                        .Append(Extension(item, "creator", DublinCore))
                        .OfType<string>()
                        .Where(a => a.Length > 0),
                ],
            },
        };
    }

    static string? Date(SyndicationItem item)
    {
        try
        {
            var time = item.PublishDate != default ? item.PublishDate : item.LastUpdatedTime;
            if (time != default)
                return time.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
        }
        catch (XmlException)
        {
            // The date is in no form of RFC 822 or 3339.
        }
        return IsoDate.Normalize(Extension(item, "date", DublinCore));
    }

    static string? Extension(SyndicationItem item, string name, string space)
    {
        foreach (var extension in item.ElementExtensions)
            if (extension.OuterName == name && extension.OuterNamespace == space)
            {
                using var reader = extension.GetReader();
                return reader.ReadElementContentAsString();
            }
        return null;
    }

    /// <summary>Titles may hold HTML.</summary>
    static string? Plain(string? text, ReaderOptions options)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (text.AsSpan().IndexOfAny('<', '&') < 0)
            return text.Trim();
        var plain = HtmlPage.ReadFragment(text, null, options).Text.ReplaceLineEndings(" ");
        return plain.Length > 0 ? plain : null;
    }
}
