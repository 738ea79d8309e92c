namespace OnRecord.Text;

/// <summary>What a reader hands to the coder: one article, its clean text and what is known of it. The text is never changed
/// afterwards; everything the coder finds points into it.</summary>
public sealed record Article
{
    /// <summary>The id the caller gives, or null: then the record's id is the SHA-256 of outlet, URL and text.</summary>
    public string? Id { get; init; }

    /// <summary>The text all offsets point into.</summary>
    public required string Text { get; init; }

    /// <summary>The headline, where it is known apart from the text.</summary>
    public string? Title { get; init; }

    /// <summary>Where it was published.</summary>
    public string? Url { get; init; }

    /// <summary>Names of the authors, as given.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>The outlet's name.</summary>
    public string? Outlet { get; init; }

    /// <summary>The outlet's internet domain.</summary>
    public string? OutletDomain { get; init; }

    /// <summary>Publication time as ISO 8601, a date ("2022-02-10") or a full time. Anything else counts as unknown.</summary>
    public string? Published { get; init; }

    /// <summary>Language as ISO 639-1, where the source states it.</summary>
    public string? Language { get; init; }

    /// <summary>Parts of the text that are no body, as far as the reader knows. <see cref="Layout"/> looks for more by their form, unless
    /// the list is empty: then all is body.</summary>
    public IReadOnlyList<NotBody>? NotBody { get; init; }

    /// <summary>Where the title stands in the text, if the reader knows. Null: <see cref="Layout"/> looks for it.</summary>
    public Span? Headline { get; init; }
}

/// <summary>A part of the text in which nothing is coded.</summary>
/// <param name="Span">UTF-16.</param>
/// <param name="Kind">Why.</param>
public readonly record struct NotBody(Span Span, NotBodyKind Kind);

/// <summary>Why a part of the text is not body.</summary>
public enum NotBodyKind
{
    /// <summary>Titles of other articles.</summary>
    RelatedLinks,

    /// <summary>Who wrote it, when it was posted, the agency's credit.</summary>
    Byline,

    /// <summary>The words under a picture.</summary>
    Caption,

    /// <summary>Invitations to share, follow, subscribe or discuss.</summary>
    Share,

    /// <summary>Section labels, advertisements and other furniture.</summary>
    Boilerplate,
}
