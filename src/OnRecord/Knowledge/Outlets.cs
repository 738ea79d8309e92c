namespace OnRecord.Knowledge;

/// <summary>Looks up news outlets.</summary>
internal static class Outlets
{
    /// <summary>ISO 3166 alpha-3 of the seat of an outlet known by its name, in any case; null when it is not in the table.</summary>
    internal static string? CountryOfOutlet(this KnowledgeBase knowledge, string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return null;
        foreach (var entity in knowledge.Entities)
            if (entity.Kind == EntityKind.Outlet && entity.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return entity.Countries is [var country, ..] && country.Length > 0 ? country : null;
        return null;
    }
}
