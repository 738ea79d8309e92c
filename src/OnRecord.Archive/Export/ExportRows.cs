using OnRecord.Record;

namespace OnRecord.Archive.Export;

/// <summary>The rows that a found article gives to each table.</summary>
/// <remarks>A whole article gives all. Of one in which statements were found, the statements are these, and the events are those tied to
/// them: a view is held by such a statement, or the event is one. Of one in which events were found, the statements are those that hold
/// a view of them or are one. The views are always all the views of the events, so that the tables join without a gap.</remarks>
internal static class ExportRows
{
    internal static IEnumerable<ExportRow> Of(ExportTable table, ExportRow row, IReadOnlyList<string>? ids) =>
        table switch
        {
            ExportTable.Articles => [row],
            ExportTable.Statements => Statements(row, ids),
            ExportTable.Events => Events(row, ids),
            ExportTable.Views => Events(row, ids).SelectMany(Views),
            _ => throw new ArgumentOutOfRangeException(nameof(table)),
        };

    static IEnumerable<ExportRow> Statements(ExportRow row, IReadOnlyList<string>? ids)
    {
        var wanted = Wanted(ids);
        if (wanted is not null)
            foreach (var e in row.Record.Events.Where(e => wanted.Contains(e.Id)))
                wanted.UnionWith(Tied(e));
        foreach (var statement in row.Record.Statements)
            if (wanted?.Contains(statement.Id) != false)
            {
                row.Statement = statement;
                yield return row;
            }
    }

    static IEnumerable<ExportRow> Events(ExportRow row, IReadOnlyList<string>? ids)
    {
        foreach (var e in Events(row.Record, ids))
        {
            row.Event = e;
            yield return row;
        }
    }

    /// <summary>The events that a found article gives.</summary>
    internal static IEnumerable<EventPart> Events(ArticleRecord record, IReadOnlyList<string>? ids)
    {
        var wanted = Wanted(ids);
        return record.Events.Where(e => wanted is null || wanted.Contains(e.Id) || Tied(e).Any(wanted.Contains));
    }

    static IEnumerable<ExportRow> Views(ExportRow row)
    {
        foreach (var view in row.Event.Views)
        {
            row.Held = view;
            yield return row;
        }
    }

    /// <summary>The statements tied to an event.</summary>
    static IEnumerable<string> Tied(EventPart e)
    {
        foreach (var view in e.Views)
            yield return view.Holder;
        if (e.Statement is { } statement)
            yield return statement;
    }

    // ids of statements begin with s and those of events with e, so one set serves both
    static HashSet<string>? Wanted(IReadOnlyList<string>? ids) => ids is null ? null : new(ids, StringComparer.Ordinal);
}
