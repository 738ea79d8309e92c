using OnRecord.Record;

namespace OnRecord.Archive;

/// <summary>The actors of a record under the keys that join them over articles.</summary>
/// <remarks>An entry of the knowledge base is joined by its id, all others by kind and full name. Persons known by one word, groups and
/// the unnamed are joined by what they are called, which says nothing of who they are: two articles' "Smith" may be two people. Of
/// groups and the unnamed only those that speak, act, or are spoken of or acted on are kept.</remarks>
internal sealed class ActorRows
{
    readonly Dictionary<string, ActorRow> _rows = new(StringComparer.Ordinal);
    readonly HashSet<string> _used = new(StringComparer.Ordinal);
    readonly List<ActorPart> _parts = [];

    internal ActorRows(ArticleRecord record)
    {
        foreach (var actor in record.Actors)
        {
            _parts.Add(actor);
            _rows[actor.Id] = new(
                actor.Id,
                KeyOf(actor),
                actor.Name,
                actor.Kind,
                string.Join(' ', actor.Country ?? []),
                string.Join(' ', actor.Sector ?? []),
                actor.Role?.Title,
                actor.Role?.From
            );
        }
    }

    /// <summary>Notes that these have a part in the record, and gives those that it holds.</summary>
    internal List<string> Use(IReadOnlyList<string>? ids)
    {
        var held = new List<string>(ids?.Count ?? 0);
        foreach (var id in ids ?? [])
        {
            if (!_rows.ContainsKey(id) || held.Contains(id, StringComparer.Ordinal))
                continue;
            held.Add(id);
            _used.Add(id);
        }
        return held;
    }

    /// <summary>The rows to keep, in the record's order.</summary>
    internal List<ActorRow> Kept() =>
        [.. _parts.Where(a => _used.Contains(a.Id) || a.Kind is not ("group" or "unnamed")).Select(a => _rows[a.Id])];

    /// <summary>The key of an actor in the archive: <c>kb:</c> and <c>name:</c> for one actor, <c>called:</c> for all that are called
    /// so.</summary>
    internal static string KeyOf(ActorPart actor)
    {
        if (actor.Kb is { Length: > 0 } kb)
            return "kb:" + kb;
        var oneWord = !actor.Name.Contains(' ', StringComparison.Ordinal);
        var joined = actor.Kind is "group" or "unnamed" || (actor.Kind == "person" && oneWord);
        return $"{(joined ? "called" : "name")}:{actor.Kind}:{actor.Name.ToLowerInvariant()}";
    }
}
