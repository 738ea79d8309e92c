using OnRecord.Language;
using OnRecord.Text;

namespace OnRecord.Actors;

/// <summary>What an actor is.</summary>
public enum ActorKind : byte
{
    /// <summary>One named human being.</summary>
    Person,

    /// <summary>A ministry, party, company, agency, court.</summary>
    Organisation,

    /// <summary>A state, also as spoken of by its capital or seat of government.</summary>
    Country,

    /// <summary>An alliance or other group of states, also "the West".</summary>
    Bloc,

    /// <summary>People or units named by what they are: "Russian troops", "French farmers".</summary>
    Group,

    /// <summary>Sources that the text keeps nameless: "Western officials", "a former officer".</summary>
    Unnamed,
}

/// <summary>Whether the tables have the person in the office on the day.</summary>
internal enum OfficeCheck : byte
{
    /// <summary>They do not know.</summary>
    None,

    /// <summary>They have.</summary>
    Confirms,

    /// <summary>They have somebody else in it.</summary>
    Contradicts,
}

/// <summary>Someone or something that speaks or acts in the article, gathered over its mentions.</summary>
internal sealed class Actor
{
    /// <summary>Fullest name the text gives, or the standard name of a country or bloc.</summary>
    internal required string Name { get; set; }

    internal required ActorKind Kind { get; set; }

    /// <summary>ISO 3166 alpha-3 codes; KOS for Kosovo as PLOVER has it.</summary>
    internal List<string> Countries { get; } = [];

    /// <summary>PLOVER sectors ("GOV", "MIL") and classes of international actors ("IGO").</summary>
    internal List<string> Sectors { get; } = [];

    /// <summary>Indices of the actors (blocs, organisations) that the text or knowledge puts it in: "Western officials".</summary>
    internal List<int> MemberOf { get; } = [];

    /// <summary>The office as the text gives it ("Defence Secretary"), or as knowledge does.</summary>
    internal string? Title { get; set; }

    /// <summary>What the tables say of the office that the text gives, on the day of publication.</summary>
    internal OfficeCheck OfficeInTables { get; set; }

    /// <summary>Wikidata id, where the tables have it and leave no doubt who it is.</summary>
    internal string? WikidataId { get; set; }

    /// <summary>Whether <see cref="Title"/> stands in the text.</summary>
    internal bool TitleFromText { get; set; }

    /// <summary>Id of the row in knowledge that settled who it is.</summary>
    internal string? KnowledgeId { get; set; }

    /// <summary>Class of an unnamed source: officials, media, experts, public, anonymous; null for others.</summary>
    internal string? UnnamedClass { get; set; }

    /// <summary>Grammatical gender of a person where names or pronouns settle it: 'm', 'f' or null.</summary>
    internal char? Gender { get; set; }

    /// <summary>Whether it takes part in politics: states, organisations of states, office holders, armed and social groups. Events
    /// without such an actor are not coded.</summary>
    internal bool IsPolitical { get; set; }

    /// <summary>How sure the resolution is, 0-100.</summary>
    internal int Confidence { get; set; } = 90;
}

/// <summary>One mention of an actor.</summary>
/// <param name="First">First token.</param>
/// <param name="End">One past the last token.</param>
/// <param name="Head">The token that stands for the mention in the parse.</param>
/// <param name="Kind">Name, noun or pronoun.</param>
/// <param name="Actor">Index in <see cref="ActorLayer.Actors"/>.</param>
internal readonly record struct Mention(int First, int End, int Head, MentionKind Kind, int Actor)
{
    /// <summary>The words are used as a place ("in Russia", "from France"): somewhere, not someone.</summary>
    internal bool IsPlace { get; init; }
}

/// <summary>All actors of an article and where they are mentioned.</summary>
internal sealed class ActorLayer
{
    readonly int[] _mentionByHead;

    internal ActorLayer(Document document, IReadOnlyList<Actor> actors, IReadOnlyList<Mention> mentions)
    {
        (Document, Actors, Mentions) = (document, actors, mentions);
        _mentionByHead = new int[document.Tokens.Length];
        Array.Fill(_mentionByHead, -1);
        for (var i = 0; i < mentions.Count; i++)
            _mentionByHead[mentions[i].Head] = i;
    }

    internal Document Document { get; }
    internal IReadOnlyList<Actor> Actors { get; }

    /// <summary>In the order of the text. A mention inside another ("Russian" in "Russian troops") is kept too.</summary>
    internal IReadOnlyList<Mention> Mentions { get; }

    /// <summary>Index of the actor whose mention has this head token, or -1.</summary>
    internal int ActorAt(int token) => _mentionByHead[token] is >= 0 and var m ? Mentions[m].Actor : -1;

    /// <summary>Index of the mention with this head token, or -1.</summary>
    internal int MentionAt(int token) => _mentionByHead[token];
}
