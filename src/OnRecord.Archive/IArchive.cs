using OnRecord.Archive.Search;
using OnRecord.Record;

namespace OnRecord.Archive;

/// <summary>A kept set of articles with their records: what was added, by which coder, and all that can be asked of it. One store is
/// SQLite (<c>Sqlite/</c>); the contract tests say what every store must do. Reading is safe from many threads at once, and while
/// another process adds.</summary>
public interface IArchive : IDisposable
{
    /// <summary>What the archive holds, in numbers.</summary>
    ArchiveTotals Totals();

    /// <summary>Begins a run: everything that one <c>add</c> reads. One writer at a time; a second waits for its turn at each batch.</summary>
    /// <exception cref="ArchiveException">The archive can't be written.</exception>
    IArchiveRun Begin(RunStart start);

    /// <summary>One page of what a query finds, newest publication first, then the latest added.</summary>
    /// <exception cref="QueryException">The cursor is not one of this archive's.</exception>
    SearchPage Search(SearchRequest request, CancellationToken cancelled = default);

    /// <summary>All that a query finds, article by article in the order they were first added, for export: nothing is held in memory but
    /// one article. For <see cref="SearchKind.Actors"/> the articles that mention a found actor.</summary>
    IEnumerable<FoundArticle> Find(SearchKind kind, Query query, CancellationToken cancelled = default);

    /// <summary>An article by its id: the current version and record, or an older <paramref name="version"/> (1 is the first), or what
    /// <paramref name="run"/> coded. Null when there is none.</summary>
    KeptArticle? Article(string id, int? version = null, long? run = null);

    /// <summary>An actor of the archive by its key, with what it said and did; null when there is none. <paramref name="most"/> bounds
    /// each list.</summary>
    ActorProfile? Actor(string key, int most = 50);

    /// <summary>All runs, newest first.</summary>
    IReadOnlyList<RunSummary> Runs();

    /// <summary>What a run refused, in the order it was read.</summary>
    IReadOnlyList<RefusedInput> Refused(long run, int skip = 0, int most = 1000);

    /// <summary>What differs between the records that two runs made of the same articles: added, lost and changed statements and events.
    /// </summary>
    /// <exception cref="ArchiveException">There is no such run.</exception>
    IEnumerable<RecordChange> Diff(long before, long after, CancellationToken cancelled = default);

    /// <summary>Checks the store itself, every hash, and every span against its text; yields what is wrong, nothing when all is well.
    /// </summary>
    IEnumerable<Fault> Verify(IProgress<VerifyProgress>? progress = null, CancellationToken cancelled = default);

    /// <summary>Copies the archive as it stands at one moment into a new file, while others read and write.</summary>
    /// <exception cref="ArchiveException">The file exists or can't be written.</exception>
    void Backup(string file);
}

/// <summary>One <c>add</c>: articles go in, and an article whose <see cref="Keep"/> was followed by a returned <see cref="Commit"/> is on
/// disk. Not safe from several threads at once.</summary>
public interface IArchiveRun : IDisposable
{
    /// <summary>The run's number.</summary>
    long Id { get; }

    /// <summary>Whether this very article (id and content) is already kept with a record by the run's coder: then coding it again can
    /// change nothing. Safe from other threads than the one that keeps.</summary>
    bool Holds(string id, byte[] contentHash);

    /// <summary>Takes an article in; it is on disk after the next <see cref="Commit"/>.</summary>
    /// <exception cref="ArchiveException">The archive can't be written; what was committed before is safe.</exception>
    KeepOutcome Keep(PreparedArticle article);

    /// <summary>Notes an input that could not be read.</summary>
    void Refuse(RefusedInput refused);

    /// <summary>Notes that an article was met that the archive already holds.</summary>
    void Unchanged();

    /// <summary>Makes all since the last commit durable; when it returns, it is on disk.</summary>
    void Commit();

    /// <summary>Commits, and notes how the run ended.</summary>
    void End(RunState state);
}

/// <summary>What happened to an article that was given to be kept.</summary>
public enum KeepOutcome
{
    /// <summary>It was not in the archive.</summary>
    Added,

    /// <summary>It was there with another content: the older version is kept beside it.</summary>
    Changed,

    /// <summary>It was there with this content, coded by another coder: both records are kept.</summary>
    Recoded,

    /// <summary>It was there with this content and this coder's record: nothing changed.</summary>
    Unchanged,
}

/// <summary>The archive can't do what was asked of it; the message names the remedy.</summary>
public sealed class ArchiveException(string message, string remedy, Exception? inner = null) : Exception($"{message}; {remedy}", inner)
{
    /// <summary>What to do about it.</summary>
    public string Remedy { get; } = remedy;
}
