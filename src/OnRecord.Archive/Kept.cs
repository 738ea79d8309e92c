using OnRecord.Archive.Search;
using OnRecord.Record;

namespace OnRecord.Archive;

/// <summary>How many of each the archive holds; statements, events and actors of current records only.</summary>
public sealed record ArchiveTotals(long Articles, long Versions, long Statements, long Events, long Actors, long Runs, long Refused);

/// <summary>An article with its record as the archive holds it.</summary>
public sealed record KeptArticle
{
    /// <summary>The record.</summary>
    public required ArticleRecord Record { get; init; }

    /// <summary>Which version of the article this is, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>How many versions there are.</summary>
    public required int Versions { get; init; }

    /// <summary>The run that coded it.</summary>
    public required long Run { get; init; }

    /// <summary>All runs that coded this version, oldest first.</summary>
    public required IReadOnlyList<long> Runs { get; init; }

    /// <summary>Archive keys of the record's actors by the record's ids: "a1" to "name:person:ben wallace".</summary>
    public required IReadOnlyDictionary<string, string> ActorKeys { get; init; }
}

/// <summary>An article a query found something in.</summary>
/// <param name="Article">The article and its current record.</param>
/// <param name="Ids">Ids of the found statements or events in the record, in its order; null when whole articles were asked for.</param>
public sealed record FoundArticle(KeptArticle Article, IReadOnlyList<string>? Ids);

/// <summary>An actor as the archive joins it over articles: by its id in the knowledge base, else by kind and full name. Persons known by
/// one word, groups and the unnamed are joined by what they are called, which need not be one and the same.</summary>
/// <param name="Key">"kb:...", or "name:person:ben wallace", or "called:person:smith".</param>
/// <param name="Name">The name met first.</param>
/// <param name="Kind">person, organisation, country, bloc, group, unnamed.</param>
/// <param name="Country">ISO 3166 alpha-3, where known.</param>
/// <param name="Sector">PLOVER sectors.</param>
public sealed record ActorLine(
    string Key,
    string Name,
    string Kind,
    IReadOnlyList<string>? Country = null,
    IReadOnlyList<string>? Sector = null
);

/// <summary>What one actor said, what was said about it, what it did and what was done to it.</summary>
public sealed record ActorProfile
{
    /// <summary>Who.</summary>
    public required ActorLine Actor { get; init; }

    /// <summary>Offices with the first and last publication day on which a record gives them.</summary>
    public required IReadOnlyList<OfficeLine> Offices { get; init; }

    /// <summary>Statements attributed to it, newest first, and how many there are.</summary>
    public required Listed<StatementHit> Said { get; init; }

    /// <summary>Statements of others that name it.</summary>
    public required Listed<StatementHit> SaidAbout { get; init; }

    /// <summary>Events in which it acts.</summary>
    public required Listed<EventHit> Did { get; init; }

    /// <summary>Events in which it is acted on.</summary>
    public required Listed<EventHit> DoneTo { get; init; }

    /// <summary>Whom it answered, and who answered it.</summary>
    public required IReadOnlyList<AnswerLine> Answers { get; init; }

    /// <summary>How many articles mention it.</summary>
    public required long Articles { get; init; }
}

/// <summary>The first of many.</summary>
/// <param name="Items">The first.</param>
/// <param name="Total">How many there are.</param>
public sealed record Listed<T>(IReadOnlyList<T> Items, long Total);

/// <summary>An office as records give it.</summary>
/// <param name="Title">The office.</param>
/// <param name="From">text or knowledge.</param>
/// <param name="First">First publication day, ISO; null when no article with it is dated.</param>
/// <param name="Last">Last publication day.</param>
/// <param name="Articles">In how many articles.</param>
public sealed record OfficeLine(string Title, string From, string? First, string? Last, long Articles);

/// <summary>One statement answers another.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Answered">What it answers.</param>
public sealed record AnswerLine(StatementHit Answer, StatementHit Answered);

/// <summary>What is wrong in an archive.</summary>
/// <param name="Where">Article id, or a part of the store.</param>
/// <param name="What">What is wrong, in words.</param>
/// <param name="Remedy">What to do.</param>
public sealed record Fault(string Where, string What, string Remedy);

/// <summary>How far a check is.</summary>
/// <param name="Done">Records checked.</param>
/// <param name="Total">Of how many.</param>
public readonly record struct VerifyProgress(long Done, long Total);

/// <summary>A difference between two runs.</summary>
/// <param name="Article">Id of the article.</param>
/// <param name="Change">added, lost, changed; or text-changed for an article whose text differs between the runs.</param>
/// <param name="Part">statement, event or article.</param>
/// <param name="Key">The key that stays the same over runs.</param>
/// <param name="Before">The part in the earlier run, as JSON; null when added.</param>
/// <param name="After">The part in the later run, as JSON; null when lost.</param>
/// <param name="Fields">Names of the fields that differ, where it changed.</param>
/// <param name="Text">The words it stands on, for people.</param>
public sealed record RecordChange(
    string Article,
    string Change,
    string Part,
    string Key,
    string? Before,
    string? After,
    IReadOnlyList<string> Fields,
    string Text
);
