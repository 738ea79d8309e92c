namespace OnRecord.Archive.Search;

/// <summary>What is searched for.</summary>
public enum SearchKind
{
    /// <summary>Who said what.</summary>
    Statements,

    /// <summary>Who did what to whom.</summary>
    Events,

    /// <summary>Articles.</summary>
    Articles,

    /// <summary>Who speaks, acts or is acted on.</summary>
    Actors,
}

/// <summary>A question to an archive.</summary>
/// <param name="Kind">What is searched for.</param>
/// <param name="Query">What must hold of it.</param>
public sealed record SearchRequest(SearchKind Kind, Query Query)
{
    /// <summary>The most hits a page may ask for.</summary>
    public const int MostHits = 200;

    /// <summary>Hits a page, 1 to <see cref="MostHits"/>; default 20.</summary>
    public int Limit { get; init; } = 20;

    /// <summary>Where the page before ended (<see cref="SearchPage.Next"/>); null for the first.</summary>
    public string? Cursor { get; init; }

    /// <summary>Whether to count by outlet, speaker, act and so on.</summary>
    public bool Facets { get; init; } = true;
}

/// <summary>One page of hits. Only the list of the kind that was asked for is filled.</summary>
public sealed record SearchPage
{
    /// <summary>Statements.</summary>
    public IReadOnlyList<StatementHit> Statements { get; init; } = [];

    /// <summary>Events.</summary>
    public IReadOnlyList<EventHit> Events { get; init; } = [];

    /// <summary>Articles.</summary>
    public IReadOnlyList<ArticleHit> Articles { get; init; } = [];

    /// <summary>Actors, those of most articles first.</summary>
    public IReadOnlyList<ActorHit> Actors { get; init; } = [];

    /// <summary>How many there are in all, up to the bound of counting.</summary>
    public required long Total { get; init; }

    /// <summary>Whether there are more than <see cref="Total"/>: then total and facets count only so many of the newest.</summary>
    public bool AtLeast { get; init; }

    /// <summary>Counts, each list with the most frequent first.</summary>
    public IReadOnlyList<Facet> Facets { get; init; } = [];

    /// <summary>Cursor of the next page; null on the last.</summary>
    public string? Next { get; init; }
}

/// <summary>How the hits divide by one field.</summary>
/// <param name="Field">A field of the query grammar ("speaker", "outlet"), or "year", for which the term is since: and until:.</param>
/// <param name="Values">Values with their counts.</param>
public sealed record Facet(string Field, IReadOnlyList<FacetValue> Values);

/// <summary>One value of a facet.</summary>
/// <param name="Label">For people.</param>
/// <param name="Term">What to add to the query to see only these: <c>speaker:"ben wallace"</c>.</param>
/// <param name="Count">How many.</param>
public sealed record FacetValue(string Label, string Term, long Count);

/// <summary>The article a hit stands in.</summary>
/// <param name="Id">Id.</param>
/// <param name="Title">Headline.</param>
/// <param name="Outlet">Outlet.</param>
/// <param name="Published">ISO 8601.</param>
/// <param name="Url">Address.</param>
public sealed record ArticleLine(string Id, string? Title, string? Outlet, string? Published, string? Url);

/// <summary>A found statement: enough to show, with where to see it in its text.</summary>
public sealed record StatementHit
{
    /// <summary>Where it stands.</summary>
    public required ArticleLine Article { get; init; }

    /// <summary>Id in the record: "s3".</summary>
    public required string Id { get; init; }

    /// <summary>Stable key.</summary>
    public required string Key { get; init; }

    /// <summary>direct, mixed, indirect.</summary>
    public required string Kind { get; init; }

    /// <summary>speech, belief, ...</summary>
    public required string Mode { get; init; }

    /// <summary>say, deny, ...; null without a cue.</summary>
    public string? Act { get; init; }

    /// <summary>headline, lede, body.</summary>
    public required string Section { get; init; }

    /// <summary>Whether the cue is negated: the source did not say it.</summary>
    public bool Negated { get; init; }

    /// <summary>Who, where settled.</summary>
    public IReadOnlyList<ActorLine> Speakers { get; init; } = [];

    /// <summary>Class of an unnamed source.</summary>
    public string? Unnamed { get; init; }

    /// <summary>The words that name the source; null where the text has none.</summary>
    public string? Source { get; init; }

    /// <summary>The words that attribute; null where there are none.</summary>
    public string? Cue { get; init; }

    /// <summary>What is attributed, gaps shown as " … ".</summary>
    public required string Content { get; init; }

    /// <summary>Code points of the whole statement in the text: first and one past the last.</summary>
    public required int Start { get; init; }

    /// <summary>One past the last code point.</summary>
    public required int End { get; init; }
}

/// <summary>A found event.</summary>
public sealed record EventHit
{
    /// <summary>Where it stands.</summary>
    public required ArticleLine Article { get; init; }

    /// <summary>Id in the record: "e3".</summary>
    public required string Id { get; init; }

    /// <summary>Stable key.</summary>
    public required string Key { get; init; }

    /// <summary>PLOVER type.</summary>
    public required string Type { get; init; }

    /// <summary>Its mode.</summary>
    public string? Mode { get; init; }

    /// <summary>The act itself.</summary>
    public required string Base { get; init; }

    /// <summary>happened, planned, ...</summary>
    public required string Factuality { get; init; }

    /// <summary>headline, lede, body.</summary>
    public required string Section { get; init; }

    /// <summary>Who acts.</summary>
    public IReadOnlyList<ActorLine> Actors { get; init; } = [];

    /// <summary>On whom.</summary>
    public IReadOnlyList<ActorLine> Recipients { get; init; } = [];

    /// <summary>Who holds it to be so, in words: "the outlet", "Ben Wallace".</summary>
    public IReadOnlyList<string> AssertedBy { get; init; } = [];

    /// <summary>Who denies it, in words.</summary>
    public IReadOnlyList<string> DeniedBy { get; init; } = [];

    /// <summary>Where, by its standard name.</summary>
    public string? Place { get; init; }

    /// <summary>When, a TIMEX3 value; never the publication date.</summary>
    public string? Date { get; init; }

    /// <summary>The words of the act.</summary>
    public required string Anchor { get; init; }

    /// <summary>The sentence it stands in, or as much of it as there is room for.</summary>
    public required string Evidence { get; init; }

    /// <summary>Code points of the evidence in the text.</summary>
    public required int Start { get; init; }

    /// <summary>One past the last code point.</summary>
    public required int End { get; init; }
}

/// <summary>A found article.</summary>
public sealed record ArticleHit
{
    /// <summary>The article.</summary>
    public required ArticleLine Article { get; init; }

    /// <summary>Statements in its record.</summary>
    public required int Statements { get; init; }

    /// <summary>Events in its record.</summary>
    public required int Events { get; init; }

    /// <summary>Words.</summary>
    public required int Words { get; init; }

    /// <summary>The first place the words of the query are found, with some text around; the beginning without any.</summary>
    public required string Excerpt { get; init; }

    /// <summary>Code points of the excerpt in the text.</summary>
    public required int Start { get; init; }

    /// <summary>One past the last code point.</summary>
    public required int End { get; init; }
}

/// <summary>A found actor.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Articles">In how many articles.</param>
/// <param name="Statements">How many statements are attributed to it.</param>
/// <param name="Events">In how many events it acts or is acted on.</param>
public sealed record ActorHit(ActorLine Actor, long Articles, long Statements, long Events);
