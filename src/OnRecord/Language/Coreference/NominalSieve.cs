namespace OnRecord.Language;

/// <summary>Ties nouns: an apposition to what it stands beside, "the minister" to the last one who was given that title. Every other noun
/// is a referent of its own, which pronouns may mean.</summary>
internal sealed class NominalSieve(Document document, List<NounMention> mentions, List<Referent> referents)
{
    readonly Dictionary<int, int> _byHead = [];

    /// <summary>Referents that have a title with the head noun, latest last.</summary>
    readonly Dictionary<string, List<int>> _byTitle = new(StringComparer.Ordinal);

    /// <summary>Gives every noun a referent.</summary>
    internal void Run()
    {
        for (var i = 0; i < mentions.Count; i++)
            if (mentions[i].Kind != MentionKind.Pronoun)
                _byHead[mentions[i].Head] = i;
        for (var i = 0; i < mentions.Count; i++)
        {
            if (mentions[i].Kind == MentionKind.Name && mentions[i].TitleFirst < mentions[i].First)
                Title(mentions[i].TitleFirst, mentions[i].First, mentions[i].Referent);
            if (mentions[i].Kind != MentionKind.Nominal)
                continue;
            var m = mentions[i];
            m.Referent = Beside(i) is >= 0 and var beside ? beside : Titled(m);
            if (m.Referent < 0)
            {
                m.Referent = referents.Count;
                referents.Add(new() { Gender = m.Gender });
            }
            mentions[i] = m;
            referents[m.Referent].Human += m.Human;
            if (referents[m.Referent].Gender == Gender.Unknown)
                referents[m.Referent].Gender = m.Gender;
        }
    }

    /// <summary>The referent of the name or noun that a noun is an apposition of, or that is one of it; -1 for none.</summary>
    int Beside(int mention)
    {
        var m = mentions[mention];
        if (m.IsPlural)
            return -1;
        if (document.Tokens[m.Head].Deprel == Deprel.Appos && Other(document.Tokens[m.Head].Head, m) is >= 0 and var over)
            return over;
        foreach (var c in document.Children(m.Head))
            if (c > m.Head && document.Tokens[c].Deprel == Deprel.Appos && Other(c, m) is >= 0 and var under)
                return under;
        return -1;
    }

    int Other(int head, in NounMention m)
    {
        if (!_byHead.TryGetValue(head, out var other) || mentions[other] is not { Referent: >= 0 } o)
            return -1;
        var r = referents[o.Referent];
        if (o.IsPlural || o.Kind == MentionKind.Name && IsSomebody(r.Human) != IsSomebody(m.Human))
            return -1;
        if (m.Gender != Gender.Unknown && r.Gender != Gender.Unknown && m.Gender != r.Gender)
            return -1;
        if (o.Kind == MentionKind.Name)
            Title(m.First, m.End, o.Referent);
        return o.Referent;
    }

    static bool IsSomebody(int human) => human > 0;

    /// <summary>Notes the words of a title under its last one.</summary>
    void Title(int first, int end, int referent)
    {
        var titles = referents[referent].Titles ??= [];
        for (var i = first; i < end; i++)
            if (!titles.Contains(document.Tokens[i].Lower))
                titles.Add(document.Tokens[i].Lower);
        var noun = document.Tokens[end - 1].Lower;
        if (!_byTitle.TryGetValue(noun, out var list))
            _byTitle[noun] = list = [];
        list.Remove(referent);
        list.Add(referent);
    }

    /// <summary>"The foreign minister": the last person whose title has all these words; -1 for none.</summary>
    int Titled(in NounMention m)
    {
        if (m.IsPlural || m.Determiner != Determiner.Definite || !_byTitle.TryGetValue(document.Tokens[m.Head].Lower, out var list))
            return -1;
        for (var i = list.Count - 1; i >= 0; i--)
            if (HasAll(referents[list[i]], m))
                return list[i];
        return -1;
    }

    bool HasAll(Referent r, in NounMention m)
    {
        if (m.Gender != Gender.Unknown && r.Gender != Gender.Unknown && m.Gender != r.Gender)
            return false;
        for (var i = m.First; i < m.End; i++)
            if (document.Tokens[i].Upos is not (Upos.Det or Upos.Punct or Upos.Part) && !r.Titles!.Contains(document.Tokens[i].Lower))
                return false;
        return true;
    }
}
