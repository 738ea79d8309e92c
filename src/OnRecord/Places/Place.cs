using OnRecord.Knowledge;
using OnRecord.Text;

namespace OnRecord.Places;

/// <summary>A mention of a place.</summary>
/// <param name="Span">UTF-16.</param>
/// <param name="First">First token.</param>
/// <param name="End">One past the last token.</param>
/// <param name="Name">Standard name.</param>
/// <param name="Country">ISO 3166 alpha-3, or null.</param>
/// <param name="Latitude">Degrees north, or null where unknown.</param>
/// <param name="Longitude">Degrees east, or null where unknown.</param>
/// <param name="GeoNamesId">Id in GeoNames, or null.</param>
/// <param name="Precision">country, region, city, sea, river or continent.</param>
/// <param name="Actor">Index of the actor that the same words name (Moscow the government), or -1.</param>
internal readonly record struct Place(
    Span Span,
    int First,
    int End,
    string Name,
    string? Country,
    double? Latitude,
    double? Longitude,
    int? GeoNamesId,
    string Precision,
    int Actor
)
{
    /// <summary>Other places of the name that are nearly as likely, the likeliest first.</summary>
    internal IReadOnlyList<PlaceEntry> Alternatives { get; init; } = [];
}
