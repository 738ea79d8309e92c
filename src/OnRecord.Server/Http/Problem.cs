using OnRecord.Archive.Search;

namespace OnRecord.Server.Http;

/// <summary>What went wrong with a request, as RFC 9457 wants it told, with what to do about it.</summary>
/// <param name="Title">What is wrong.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Remedy">What to do about it.</param>
/// <param name="Start">First UTF-16 unit of the wrong part of a query.</param>
/// <param name="Length">How many.</param>
internal sealed record Problem(string Title, int Status, string Remedy, int? Start = null, int? Length = null)
{
    /// <summary>No page of documentation stands behind it.</summary>
    public string Type { get; } = "about:blank";
}

/// <summary>Ends a request with a <see cref="Http.Problem"/>.</summary>
internal sealed class ProblemException(Problem problem) : Exception(problem.Title)
{
    internal ProblemException(int status, string title, string remedy)
        : this(new Problem(title, status, remedy)) { }

    internal Problem Problem { get; } = problem;

    internal static ProblemException Of(QueryException e) => new(new Problem(e.Problem, 400, e.Remedy, e.Start, e.Length));
}
