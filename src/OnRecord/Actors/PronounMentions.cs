using OnRecord.Language;

namespace OnRecord.Actors;

/// <summary>Gives pronouns their actors: a personal pronoun is whom its chain mentions by a name or noun that is an actor, where the
/// pronoun agrees with the kind of actor; "who" is the noun that its clause modifies.</summary>
internal sealed class PronounMentions(Document document, ActorRegistry registry)
{
    readonly Dictionary<int, int> _byHead = [];

    internal void Run()
    {
        foreach (var m in registry.Mentions)
            _byHead[m.Head] = m.Actor;
        foreach (var chain in document.Chains)
            for (var i = 0; i < chain.Mentions.Length; i++)
                if (chain.Mentions[i] is { Kind: MentionKind.Pronoun, Head: var head } && !_byHead.ContainsKey(head))
                    Add(head, Actor(chain, i));
        for (var i = 0; i < document.Tokens.Length; i++)
            if (document.Tokens[i].Lower is "who" or "whose" or "which" or "that" && !_byHead.ContainsKey(i))
                Add(i, Antecedent(i));
    }

    void Add(int token, int actor)
    {
        if (actor < 0)
            return;
        _byHead[token] = actor;
        registry.Mention(token, token + 1, token, MentionKind.Pronoun, actor);
        if (registry.Actors[actor].Kind is ActorKind.Person or ActorKind.Unnamed)
            registry.Actors[actor].Gender ??= document.Tokens[token].Lower switch
            {
                "he" or "him" or "his" or "himself" => 'm',
                "she" or "her" or "hers" or "herself" => 'f',
                _ => null,
            };
    }

    /// <summary>The actor of the nearest other mention of the chain that agrees with the pronoun, one before it first; -1 where there is
    /// none.</summary>
    int Actor(Chain chain, int pronoun)
    {
        var token = chain.Mentions[pronoun].Head;
        for (var i = pronoun - 1; i >= 0; i--)
            if (_byHead.TryGetValue(chain.Mentions[i].Head, out var before) && Agrees(before, token))
                return before;
        for (var i = pronoun + 1; i < chain.Mentions.Length; i++)
            if (_byHead.TryGetValue(chain.Mentions[i].Head, out var behind) && Agrees(behind, token))
                return behind;
        return -1;
    }

    bool Agrees(int index, int token)
    {
        var actor = registry.Actors[index];
        var plural = registry.Notes[index].IsPlural;
        return document.Tokens[token].Lower switch
        {
            "it" or "its" or "itself" => !plural
                && actor.Kind is ActorKind.Country or ActorKind.Bloc or ActorKind.Organisation or ActorKind.Group,
            "they" or "them" or "their" or "theirs" or "themselves" => plural || actor.Kind is ActorKind.Group or ActorKind.Organisation,
            _ => !plural && actor.Kind is ActorKind.Person or ActorKind.Unnamed,
        };
    }

    int Antecedent(int token)
    {
        ref readonly var t = ref document.Tokens[token];
        if (t.Upos is not (Upos.Pron or Upos.Det))
            return -1;
        var verb = t.Head;
        for (var i = 0; i < 6 && verb >= 0; i++, verb = document.Tokens[verb].Head)
            if (document.Tokens[verb].Deprel == Deprel.AclRelcl)
            {
                var noun = document.Tokens[verb].Head;
                return noun >= 0 && noun < token ? _byHead.GetValueOrDefault(noun, -1) : -1;
            }
        return -1;
    }
}
