using OnRecord.Knowledge;
using OnRecord.Language;

namespace OnRecord.Actors;

/// <summary>Turns names, agent nouns and pronouns into actors: first the names of the whole article, then nouns such as "the minister",
/// which may mean one of them, then pronouns.</summary>
internal static class ActorFinder
{
    internal static ActorLayer Find(Document document, KnowledgeBase knowledge) =>
        Find(document, knowledge, Terms.Find(document, knowledge));

    /// <summary>With the terms already looked up.</summary>
    internal static ActorLayer Find(Document document, KnowledgeBase knowledge, Terms terms)
    {
        var registry = new ActorRegistry(document, knowledge);
        var units = NameUnits.Find(document, terms, knowledge);
        new NameMentions(document, knowledge, terms, units, registry).Run();
        new NominalMentions(document, knowledge, terms, units, registry).Run();
        Politics.Mark(document, knowledge, terms, registry);
        new PronounMentions(document, registry).Run();
        registry.Mentions.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First) : b.End.CompareTo(a.End));
        return new(document, registry.Actors, registry.Mentions);
    }
}
