using System.Text.Json.Serialization;

namespace OnRecord.Record;

/// <summary>The record of one article, schema onrecord/1.0: the contract between the coder and everything else. Offsets are code
/// points into <see cref="ArticlePart.Text"/>; a field that is not known is null and absent from the JSON.</summary>
public sealed record ArticleRecord
{
    /// <summary>The schema this version writes.</summary>
    public const string CurrentSchema = "onrecord/1.0";

    /// <summary>Schema and version; a reader of 1.x ignores fields it does not know.</summary>
    public string Schema { get; init; } = CurrentSchema;

    /// <summary>Given by the caller, else the SHA-256 of outlet, URL and text.</summary>
    public required string Id { get; init; }

    /// <summary>The article itself.</summary>
    public required ArticlePart Article { get; init; }

    /// <summary>What coded it.</summary>
    public required CoderPart Coder { get; init; }

    /// <summary>What was left out and why.</summary>
    public IReadOnlyList<NotCodedPart>? NotCoded { get; init; }

    /// <summary>Who speaks, acts or is acted on.</summary>
    public IReadOnlyList<ActorPart> Actors { get; init; } = [];

    /// <summary>Time expressions.</summary>
    public IReadOnlyList<TimePart> Times { get; init; } = [];

    /// <summary>Places.</summary>
    public IReadOnlyList<PlacePart> Places { get; init; } = [];

    /// <summary>Who said what.</summary>
    public IReadOnlyList<StatementPart> Statements { get; init; } = [];

    /// <summary>Who did what to whom.</summary>
    public IReadOnlyList<EventPart> Events { get; init; } = [];

    /// <summary>How it is worded.</summary>
    public IReadOnlyList<WordingPart> Wording { get; init; } = [];
}

/// <summary>The article's own data.</summary>
public sealed record ArticlePart
{
    /// <summary>Headline.</summary>
    public string? Title { get; init; }

    /// <summary>Address.</summary>
    public string? Url { get; init; }

    /// <summary>Authors as given.</summary>
    public IReadOnlyList<string>? Author { get; init; }

    /// <summary>ISO 639-1.</summary>
    public string? Language { get; init; }

    /// <summary>Who published it.</summary>
    public OutletPart? Outlet { get; init; }

    /// <summary>ISO 8601 date or time of publication.</summary>
    public string? Published { get; init; }

    /// <summary>Where and when it says that it was written.</summary>
    public DatelinePart? Dateline { get; init; }

    /// <summary>The text all offsets point into.</summary>
    public required string Text { get; init; }

    /// <summary>SHA-256 of the text in UTF-8, lower-case hex.</summary>
    public required string TextHash { get; init; }

    /// <summary>Place of the title in the text.</summary>
    public CodeSpan? Headline { get; init; }

    /// <summary>Parts in which nothing is coded.</summary>
    public IReadOnlyList<NotBodyPart>? NotBody { get; init; }
}

/// <summary>The outlet.</summary>
/// <param name="Name">As given.</param>
/// <param name="Domain">Internet domain.</param>
/// <param name="Country">ISO 3166 alpha-3 of its seat, where known.</param>
public sealed record OutletPart(string? Name, string? Domain = null, string? Country = null);

/// <summary>The words before an agency's story that say where and when it was written.</summary>
/// <param name="Place">Id of the place, where it is known.</param>
/// <param name="Time">Id of the time, where a day is named.</param>
public sealed record DatelinePart(string? Place, string? Time);

/// <summary>A part of the text that is not body.</summary>
/// <param name="Span">Where.</param>
/// <param name="Kind">related-links, byline, caption, share, boilerplate.</param>
public sealed record NotBodyPart(CodeSpan Span, string Kind);

/// <summary>What coded the article: the same coder over the same text gives the same bytes.</summary>
public sealed record CoderPart
{
    /// <summary>Version of OnRecord.</summary>
    public required string Version { get; init; }

    /// <summary>Options that change results.</summary>
    public required OptionsPart Options { get; init; }

    /// <summary>SHA-256 of each model by name.</summary>
    public required IReadOnlyDictionary<string, string> Models { get; init; }

    /// <summary>SHA-256 over the knowledge tables.</summary>
    public required string Knowledge { get; init; }

    /// <summary>The ontology.</summary>
    public string Codebook { get; init; } = "plover-2.0";
}

/// <summary>Options that change results.</summary>
/// <param name="Setting">fast or accurate.</param>
/// <param name="Statements">all or reported-speech.</param>
/// <param name="MostTokens">The budget of one article, where it is not the default: an archive codes what was left out again when it
/// grows.</param>
public sealed record OptionsPart(string Setting, string Statements, int? MostTokens = null);

/// <summary>Something left out.</summary>
/// <param name="Span">Where; null for the whole article.</param>
/// <param name="Stage">Which stage left it out.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record NotCodedPart(CodeSpan? Span, string Stage, string Reason);

/// <summary>An actor.</summary>
public sealed record ActorPart
{
    /// <summary>"a1", in the order of first mention.</summary>
    public required string Id { get; init; }

    /// <summary>Fullest name.</summary>
    public required string Name { get; init; }

    /// <summary>person, organisation, country, bloc, group, unnamed.</summary>
    public required string Kind { get; init; }

    /// <summary>ISO 3166 alpha-3.</summary>
    public IReadOnlyList<string>? Country { get; init; }

    /// <summary>PLOVER sectors.</summary>
    public IReadOnlyList<string>? Sector { get; init; }

    /// <summary>Office.</summary>
    public RolePart? Role { get; init; }

    /// <summary>Ids of the blocs and bodies that the text or the tables put it in.</summary>
    public IReadOnlyList<string>? MemberOf { get; init; }

    /// <summary>Id of the knowledge row.</summary>
    public string? Kb { get; init; }

    /// <summary>Wikidata id, where there is no doubt.</summary>
    public string? Qid { get; init; }

    /// <summary>0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>Where it is mentioned.</summary>
    public required IReadOnlyList<MentionPart> Mentions { get; init; }
}

/// <summary>An office that a person holds.</summary>
/// <param name="Title">As the text or the knowledge base puts it.</param>
/// <param name="From">text or knowledge.</param>
/// <param name="ValidOn">The day for which knowledge was asked.</param>
/// <param name="Knowledge">Of a title in the text: confirms, where the tables have the person in that office on the day; contradicts, where they
/// have somebody else.</param>
public sealed record RolePart(string Title, string From, string? ValidOn = null, string? Knowledge = null);

/// <summary>A mention of an actor.</summary>
/// <param name="Span">Where.</param>
/// <param name="Text">The words there.</param>
/// <param name="Kind">name, nominal, pronoun.</param>
public sealed record MentionPart(CodeSpan Span, string Text, string Kind);

/// <summary>A time expression.</summary>
/// <param name="Id">"t1".</param>
/// <param name="Span">Where.</param>
/// <param name="Text">The words there.</param>
/// <param name="Type">DATE, TIME, DURATION, SET.</param>
/// <param name="Value">TIMEX3 value.</param>
/// <param name="Precision">day, month, ...</param>
public sealed record TimePart(string Id, CodeSpan Span, string Text, string Type, string? Value, string? Precision);

/// <summary>A place.</summary>
public sealed record PlacePart
{
    /// <summary>"p1".</summary>
    public required string Id { get; init; }

    /// <summary>Where in the text.</summary>
    public required CodeSpan Span { get; init; }

    /// <summary>The words there.</summary>
    public required string Text { get; init; }

    /// <summary>Standard name.</summary>
    public required string Name { get; init; }

    /// <summary>ISO 3166 alpha-3.</summary>
    public string? Country { get; init; }

    /// <summary>Degrees north.</summary>
    public double? Lat { get; init; }

    /// <summary>Degrees east.</summary>
    public double? Lon { get; init; }

    /// <summary>GeoNames id.</summary>
    [JsonPropertyName("geonameid")]
    public int? GeoNameId { get; init; }

    /// <summary>country, region, city, sea, river, continent, or unknown for a place that is in no table.</summary>
    public string? Precision { get; init; }

    /// <summary>Other places of the name that are nearly as likely, the likeliest first.</summary>
    public IReadOnlyList<OtherPlacePart>? Alternatives { get; init; }

    /// <summary>The actor that the same words name.</summary>
    public string? AsActor { get; init; }
}

/// <summary>A place that the words may name too.</summary>
/// <param name="Name">Standard name.</param>
/// <param name="Country">ISO 3166 alpha-3.</param>
/// <param name="Lat">Degrees north.</param>
/// <param name="Lon">Degrees east.</param>
/// <param name="GeoNameId">GeoNames id.</param>
public sealed record OtherPlacePart(
    string Name,
    string? Country,
    double? Lat,
    double? Lon,
    [property: JsonPropertyName("geonameid")] int? GeoNameId
);

/// <summary>Something described in the wording, never judged.</summary>
/// <param name="Kind">scare-quote, hedge, evidential, loaded-verb, intensifier.</param>
/// <param name="Span">Where.</param>
/// <param name="Text">The words there.</param>
/// <param name="By">outlet or the id of the statement whose words they are.</param>
/// <param name="Why">The row or rule that decided, with its offset.</param>
public sealed record WordingPart(string Kind, CodeSpan Span, string Text, string By, IReadOnlyList<string>? Why = null);
