using System.Text;
using System.Text.Json.Nodes;
using OnRecord.Record;

namespace OnRecord.Archive;

/// <summary>What differs between two records of one article. Statements and events are matched by their keys, which stay the same over
/// runs; one whose span moved is lost and added.</summary>
internal static class RecordDiff
{
    /// <summary>Fields that are numbered anew in each record, or that tell of the coder's inside: no difference for a reader.</summary>
    static readonly HashSet<string> Passed = new(StringComparer.Ordinal) { "id", "key", "why", "confidence", "incident" };

    internal static IEnumerable<RecordChange> Of(ArticleRecord before, ArticleRecord after)
    {
        if (before.Article.TextHash != after.Article.TextHash)
        {
            yield return new(after.Id, "text-changed", "article", after.Article.TextHash, null, null, ["text"], after.Article.Title ?? "");
            yield break; // spans in two texts can't be compared
        }
        var (old, young) = (new Parts(before), new Parts(after));
        foreach (var change in Compare(after.Id, "statement", old.Statements, young.Statements))
            yield return change;
        foreach (var change in Compare(after.Id, "event", old.Events, young.Events))
            yield return change;
    }

    static IEnumerable<RecordChange> Compare(string article, string part, List<Part> before, List<Part> after)
    {
        var old = new Dictionary<string, Part>(StringComparer.Ordinal);
        foreach (var p in before)
            old.TryAdd(p.Key, p);
        var met = new HashSet<string>(StringComparer.Ordinal);
        foreach (var p in after)
        {
            if (!met.Add(p.Key))
                continue;
            if (!old.TryGetValue(p.Key, out var was))
                yield return new(article, "added", part, p.Key, null, p.Json.ToJsonString(), [], p.Text);
            else if (Differing(was.Json, p.Json) is { Count: > 0 } fields)
                yield return new(article, "changed", part, p.Key, was.Json.ToJsonString(), p.Json.ToJsonString(), fields, p.Text);
        }
        foreach (var p in before)
            if (met.Add(p.Key))
                yield return new(article, "lost", part, p.Key, p.Json.ToJsonString(), null, [], p.Text);
    }

    static List<string> Differing(JsonObject before, JsonObject after) =>
        [
            .. before
                .Select(f => f.Key)
                .Union(after.Select(f => f.Key), StringComparer.Ordinal)
                .Where(name => !Passed.Contains(name) && !JsonNode.DeepEquals(before[name], after[name])),
        ];

    /// <summary>One part, with actors, times, places and statements named by what they are instead of by their numbers.</summary>
    readonly record struct Part(string Key, JsonObject Json, string Text);

    sealed class Parts
    {
        readonly RecordView _view;

        internal Parts(ArticleRecord record)
        {
            _view = new(record);
            var json = JsonNode.Parse(RecordJson.Serialize(record))!.AsObject();
            var names = Names(record);
            Statements =
            [
                .. record
                    .Statements.Zip(json["statements"]!.AsArray())
                    .Select(p => new Part(p.First.Key, Named(p.Second!, names), _view.Cut(p.First.Content.Spans))),
            ];
            Events =
            [
                .. record
                    .Events.Zip(json["events"]!.AsArray())
                    .Select(p => new Part(p.First.Key, Named(p.Second!, names), _view.Cut(p.First.Anchor.Span))),
            ];
        }

        internal List<Part> Statements { get; }
        internal List<Part> Events { get; }

        static Dictionary<string, string> Names(ArticleRecord record)
        {
            var names = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var a in record.Actors)
                names[a.Id] = a.Name;
            foreach (var t in record.Times)
                names[t.Id] = t.Value ?? t.Text;
            foreach (var p in record.Places)
                names[p.Id] = p.Name;
            foreach (var s in record.Statements)
                names[s.Id] = "statement " + s.Key;
            return names;
        }

        static JsonObject Named(JsonNode node, Dictionary<string, string> names) => (JsonObject)Rename(node, names)!;

        static JsonNode? Rename(JsonNode? node, Dictionary<string, string> names) =>
            node switch
            {
                JsonObject o => new JsonObject(
                    o.Select(f => KeyValuePair.Create(f.Key, f.Key is "id" ? f.Value?.DeepClone() : Rename(f.Value, names)))
                ),
                JsonArray a => new JsonArray([.. a.Select(x => Rename(x, names))]),
                JsonValue v when v.TryGetValue<string>(out var text) && names.TryGetValue(text, out var name) => JsonValue.Create(name),
                _ => node?.DeepClone(),
            };
    }
}
