namespace OnRecord.Knowledge;

/// <summary>One table of <c>knowledge/</c>: what its columns are and how its rows are told apart.</summary>
/// <param name="Name">File name without <c>.tsv</c>.</param>
/// <param name="Key">Columns whose values together name what a row is about: a row of a user's file takes the place of those with the same.</param>
/// <param name="Least">Columns that a row must have.</param>
/// <param name="Columns">Names of the columns, for messages.</param>
/// <param name="IsOpen">Whether users may add rows and replace them.</param>
internal sealed record TableSchema(string Name, int[] Key, int Least, string Columns, bool IsOpen = true);

/// <summary>The tables in the order in which they are compiled and read: where one name has several meanings, the first table wins.
/// </summary>
internal static class KnowledgeTables
{
    const string EntityColumns = "id; kind; name; other names; adjectives; people; country; sectors; members; latitude; longitude; seat";
    const string PeopleColumns =
        "id; name; other names; country; organisation; role; title; sectors; from; until; gender; Wikidata id; source";
    const string PlaceColumns = "GeoNames id; name; other names; country; latitude; longitude; population; division";
    const string RegionColumns = "name; precision; country; latitude; longitude; other names; GeoNames id; population; division";

    internal static readonly TableSchema[] All =
    [
        new(
            "countries",
            [0],
            7,
            "alpha-3; alpha-2; name; other names; adjectives; people; capitals; unless; GeoNames id; latitude; longitude"
        ),
        new("dependencies", [0], 3, EntityColumns),
        new("blocs", [0], 3, EntityColumns),
        new("organisations", [0], 3, EntityColumns),
        new("groups", [0], 3, EntityColumns),
        new("parties", [0], 3, EntityColumns),
        new("outlets", [1], 2, "name; domain; country; other names"),
        new("people", [0], 6, PeopleColumns),
        new("heads", [0], 6, PeopleColumns),
        new("ministers", [0], 6, PeopleColumns),
        new("offices", [0], 2, "title; plural; sectors; role; flag"),
        new("agents", [0], 6, "noun; plural; sectors; kind; class of a source without a name; p, n or x"),
        new("given-names", [0], 1, "name; gender"),
        new("regions", [0, 2], 5, RegionColumns),
        new("places", [0], 6, PlaceColumns),
        new("towns", [0], 6, PlaceColumns),
        new("districts", [0, 2, 8], 5, RegionColumns),
        new("place-names", [0], 2, "GeoNames id; names"),
        new("words", [0], 2, "list; words"),
        new("metonymy", [0, 1], 3, "relation; government or place; lemmas"),
        new("cues", [0, 1], 5, "lemma; part of speech; act; mode; commitment"),
        new("wording", [0, 1], 2, "kind; words; ...", false),
        new("answers", [0], 2, "kind; lemmas", false),
        new("acts", [0, 1, 2], 4, "lemma; part of speech; pattern; type; mode; flags", false),
        new("objects", [0], 2, "class; lemmas", false),
        new("operators", [0, 1], 3, "lemma; part of speech; stance; polarity; certainty", false),
        new("verb-patterns", [0, 1, 2, 3, 4], 4, "verbs, set or pattern; block; type; words; words behind", false),
        new("plover", [0], 3, "type; quad; score; modes", false),
    ];

    /// <summary>Tables of entities with one set of columns.</summary>
    internal static readonly string[] Entities = ["dependencies", "blocs", "organisations", "groups", "parties"];

    /// <summary>Tables of people in office with one set of columns; a person may have rows in several.</summary>
    internal static readonly string[] People = ["people", "heads", "ministers"];

    internal static TableSchema? Find(string name) => Array.Find(All, t => t.Name == name);
}
