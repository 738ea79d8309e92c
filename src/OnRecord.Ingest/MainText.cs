using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using OnRecord.Text;

namespace OnRecord.Ingest;

/// <summary>The main text of a page: the block in which running text is densest, told by the paragraphs under it (after Kohlschütter et
/// al., WSDM 2010: words outside links are what tells text from furniture), then its paragraphs in order.</summary>
internal sealed partial class MainText
{
    /// <summary>A box with this share of the page's running text is not furniture, whatever it is called: site builders name whole pages
    /// "widget", "paywall" or "sidebar", and hide articles until a script has run.</summary>
    const double TooMuchForFurniture = 0.35;

    const int ShortestParagraph = 25; // characters; shorter ones say nothing about where the article is

    static readonly HashSet<string> Never = new(StringComparer.OrdinalIgnoreCase)
    {
        "script",
        "style",
        "noscript",
        "template",
        "nav",
        "aside",
        "footer",
        "button",
        "select",
        "textarea",
        "svg",
        "iframe",
        "object",
        "video",
        "audio",
        "canvas",
        "dialog",
        "head",
        "menu",
    };

    static readonly HashSet<string> BlockTags = new(StringComparer.OrdinalIgnoreCase)
    {
        "address",
        "article",
        "blockquote",
        "body",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
    };

    readonly Dictionary<IElement, double> _running = []; // running text in the element and all under it
    readonly double _allRunning;

    MainText(IElement root) => _allRunning = Run(root);

    /// <summary>The blocks of the page's article, in order.</summary>
    internal static List<Block> Of(IHtmlDocument page) => page.Body is { } body ? new MainText(body).Article(body) : [];

    /// <summary>The paragraphs under an element.</summary>
    internal static List<Block> Blocks(IElement root) => new MainText(root).Collect(root);

    double Run(IElement element)
    {
        if (Never.Contains(element.LocalName))
            return 0;
        var running = Weight(element);
        foreach (var child in element.Children)
            running += Run(child);
        return _running[element] = running;
    }

    List<Block> Article(IElement body)
    {
        var scores = new Dictionary<IElement, double>();
        Score(body, scores);
        var best = body;
        var most = 0.0;
        foreach (var (element, score) in scores) // in the order in which the walk met them, which breaks ties
            if (score > most)
                (best, most) = (element, score);
        return Collect(Widened(best));
    }

    List<Block> Collect(IElement root)
    {
        var blocks = new List<Block>();
        var text = new StringBuilder();
        Collect(root, null, text, blocks);
        Flush(text, root, null, blocks);
        return blocks;
    }

    /// <summary>Each paragraph counts for its parent, and half for the parent's parent: articles are often cut by advertisements into
    /// several boxes.</summary>
    void Score(IElement element, Dictionary<IElement, double> scores)
    {
        foreach (var child in element.Children)
        {
            if (IsFurniture(child))
                continue;
            if (Weight(child) is > 0 and var weight && child.ParentElement is { } parent)
            {
                scores[parent] = scores.GetValueOrDefault(parent) + weight;
                if (parent.ParentElement is { } above)
                    scores[above] = scores.GetValueOrDefault(above) + weight / 2;
            }
            Score(child, scores);
        }
    }

    /// <summary>Characters of running text that stand directly in the element, outside links.</summary>
    static double Weight(IElement element)
    {
        if (element.LocalName is "a" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "li" or "span" or "figcaption" or "label")
            return 0;
        int text = 0,
            linked = 0,
            commas = 0;
        Measure(element, false, ref text, ref linked, ref commas);
        return text - linked < ShortestParagraph || linked * 2 > text ? 0 : text - linked + 20 * commas;
    }

    /// <summary>Counts the text of an element and of the inline elements in it.</summary>
    static void Measure(INode node, bool inLink, ref int text, ref int linked, ref int commas)
    {
        foreach (var child in node.ChildNodes)
            if (child is IText t)
            {
                foreach (var c in t.Data)
                    if (c is ',' or '.')
                        commas++;
                var length = t.Data.AsSpan().Trim().Length;
                text += length;
                if (inLink)
                    linked += length;
            }
            else if (child is IElement e && !BlockTags.Contains(e.LocalName) && !Never.Contains(e.LocalName))
                Measure(e, inLink || e.LocalName == "a", ref text, ref linked, ref commas);
    }

    /// <summary>Goes up while the box above holds a good deal more running text in boxes that look like the way to the best one: the
    /// parts of one article have one structure, a comment or the next article another.</summary>
    IElement Widened(IElement best)
    {
        var way = best;
        for (var up = best.ParentElement; up is not null && up.LocalName is not ("html" or "body"); way = up, up = up.ParentElement)
            if (
                up.Children.Any(c =>
                    c != way && LooksLike(c, way) && !IsFurniture(c) && _running.GetValueOrDefault(c) > 0.08 * _running[best]
                )
            )
                best = up;
        return best;
    }

    static bool LooksLike(IElement one, IElement other) =>
        one.LocalName == other.LocalName && one.LocalName != "article" && one.ClassName == other.ClassName;

    void Collect(IElement element, NotBodyKind? kind, StringBuilder text, List<Block> blocks)
    {
        foreach (var node in element.ChildNodes)
        {
            if (node is IText t)
                text.Append(t.Data);
            else if (node is IElement child && !IsFurniture(child))
            {
                if (child.LocalName == "br")
                    text.Append(IsDoubleBreak(child) ? "\u2029" : " ");
                else if (!BlockTags.Contains(child.LocalName))
                    Collect(child, kind, text, blocks);
                else
                {
                    Flush(text, element, kind, blocks);
                    var inner = child.LocalName == "figcaption" ? NotBodyKind.Caption : kind;
                    if (!IsLinkList(child))
                    {
                        Collect(child, inner, text, blocks);
                        Flush(text, child, inner, blocks);
                    }
                }
            }
        }
    }

    /// <summary>Two line breaks in a row part paragraphs on pages that have no &lt;p&gt;.</summary>
    static bool IsDoubleBreak(IElement br)
    {
        var next = br.NextSibling;
        while (next is IText t && string.IsNullOrWhiteSpace(t.Data))
            next = next.NextSibling;
        return next is IElement { LocalName: "br" };
    }

    /// <summary>Ends a block: white space collapses to single spaces.</summary>
    static void Flush(StringBuilder raw, IElement element, NotBodyKind? kind, List<Block> blocks)
    {
        if (raw.Length == 0)
            return;
        foreach (var part in raw.ToString().Split('\u2029'))
        {
            var text = Spaces().Replace(part, " ").Trim();
            if (text.Length > 0)
                blocks.Add(new(text, element.LocalName is ['h', >= '1' and <= '6'], kind));
        }
        raw.Clear();
    }

    /// <summary>Nearly all of a short block is links: a list of other articles.</summary>
    static bool IsLinkList(IElement element)
    {
        if (element.LocalName is not ("ul" or "ol" or "li" or "p" or "div" or "section" or "table" or "td" or "h2" or "h3" or "h4" or "h5"))
            return false;
        int all = 0,
            linked = 0;
        Links(element, false, ref all, ref linked);
        return linked > 0 && all < 2000 && linked * 10 > all * 7;
    }

    static void Links(INode node, bool inLink, ref int all, ref int linked)
    {
        foreach (var child in node.ChildNodes)
            if (child is IText t)
            {
                var length = t.Data.AsSpan().Trim().Length;
                all += length;
                linked += inLink ? length : 0;
            }
            else if (child is IElement e && !Never.Contains(e.LocalName))
                Links(e, inLink || e.LocalName == "a", ref all, ref linked);
    }

    /// <summary>What is never article: by tag, by being hidden, by the name that its authors gave it.</summary>
    bool IsFurniture(IElement element)
    {
        if (Never.Contains(element.LocalName))
            return true;
        if (element.LocalName is "body" or "article" or "main" || _running.GetValueOrDefault(element) > _allRunning * TooMuchForFurniture)
            return false;
        if (element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true")
            return true;
        if (element.GetAttribute("style") is { } style && Hidden().IsMatch(style))
            return true;
        if (element.LocalName == "form")
            return true;
        if (element.GetAttribute("role") is "navigation" or "complementary" or "dialog" or "banner" or "contentinfo" or "search")
            return true;
        var names = element.ClassName + " " + element.Id;
        return names.Length > 1 && Furniture().IsMatch(names) && !Body().IsMatch(names);
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"display\s*:\s*none|visibility\s*:\s*hidden", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Hidden();

    [GeneratedRegex(
        @"(^|[\s_-])(comments?|disqus|related|recommend(ed|ations?)?|sidebar|social|share|sharing|shar(e|ing)[\w-]*|newsletter|promo\w*|adverts?|advertisement|advertising|ads?|sponsor(ed)?|cookies?|consent|gdpr|subscri(be|ption)|signup|footer|breadcrumbs?|byline|authors?|tags?|taglist|popular|trending|most-?read|caption|credit|copyright|paywall|nav(igation|bar)?|menu|toolbar|widget|outbrain|taboola|more-?(on|from|stories|news)|read-?(more|next|also)|see-?also|follow|print|popup|modal|skip|hidden|sr-only|visually-hidden|timestamp|dateline|meta(data)?|rating|poll|quiz|pagination|pager|player|gallery|slideshow)($|[\s_-])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Furniture();

    [GeneratedRegex(
        @"(article|story|entry|post|content|page|main)[_-]*(body|text|content|main|wrapper|container)|articlebody|(^|\s)(story|article|entry|post|content|main)($|\s)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Body();
}
