namespace OnRecord.Language;

/// <summary>Gathers names: what the tables know as one, the same words, a surname or given name for a full name, the initials of a body.
/// </summary>
/// <remarks>The first sieves of Lee et al., "Deterministic Coreference Resolution Based on Entity-Centric, Precision-Ranked Rules",
/// Computational Linguistics 39(4), 2013.</remarks>
internal sealed class NameSieve(Document document, List<NounMention> mentions, List<Referent> referents)
{
    /// <summary>Referents with one key that are looked at, latest first, so that very long documents stay linear.</summary>
    const int LookBack = 32;

    readonly Dictionary<string, List<int>> _byLast = new(StringComparer.Ordinal);
    readonly Dictionary<string, List<int>> _byFirst = new(StringComparer.Ordinal);
    readonly Dictionary<string, int> _byEntity = new(StringComparer.Ordinal);

    /// <summary>Gives every name a referent.</summary>
    internal void Run()
    {
        for (var i = 0; i < mentions.Count; i++)
        {
            if (mentions[i].Kind != MentionKind.Name)
                continue;
            var m = mentions[i];
            var (first, end) = Words(m);
            var r = Known(m, first, end);
            if (r < 0)
            {
                r = referents.Count;
                referents.Add(new());
            }
            m.Referent = r;
            mentions[i] = m;
            var referent = referents[r];
            referent.Human += m.Human;
            if (referent.FullName < 0 || Length(referent.FullName) < end - first)
                referent.FullName = i;
            if (referent.Gender == Gender.Unknown)
                referent.Gender = m.Gender;
            Add(_byLast, document.Tokens[end - 1].Lower, r);
            if (end - first > 1)
                Add(_byFirst, document.Tokens[first].Lower, r);
            if (end - first >= 3 && !IsPerson(m))
                Add(_byLast, Initials(first, end), r);
            if (m.Entity is not null)
                _byEntity.TryAdd(m.Entity, r);
        }
    }

    int Length(int mention) => Words(mentions[mention]) is var (first, end) ? end - first : 0;

    /// <summary>The words of the name without what follows a surname: "Jr.", "III", "'s".</summary>
    (int First, int End) Words(in NounMention m)
    {
        var end = m.End;
        while (
            end - m.First > 1
            && document.Tokens[end - 1].Lower is "jr" or "jr." or "sr" or "sr." or "ii" or "iii" or "'s" or "’s" or "," or "."
        )
            end--;
        return (m.First, end);
    }

    int Known(in NounMention m, int first, int end)
    {
        if (m.Entity is not null && _byEntity.TryGetValue(m.Entity, out var entity))
            return entity;
        var last = document.Tokens[end - 1].Lower;
        var byLast = _byLast.GetValueOrDefault(last);
        for (var i = (byLast?.Count ?? 0) - 1; i >= 0 && i >= byLast!.Count - LookBack; i--)
            if (IsSame(m, first, end, referents[byLast[i]]))
                return byLast[i];
        // "Kari" for "Kari Lund", where only one has the name
        return
            end - first == 1
            && IsPerson(m)
            && _byFirst.GetValueOrDefault(last) is [var only]
            && IsPerson(mentions[referents[only].FullName])
            && !Contradict(m.Gender, referents[only].Gender)
            ? only
            : -1;
    }

    /// <summary>Whether a name with the same last word as a referent's fullest name may be its name too.</summary>
    bool IsSame(in NounMention m, int first, int end, Referent referent)
    {
        var full = mentions[referent.FullName];
        var (fullFirst, fullEnd) = Words(full);
        var length = end - first;
        var fullLength = fullEnd - fullFirst;
        if (Contradict(m.Gender, referent.Gender))
            return false;
        if (length == fullLength && AreEqual(first, fullFirst, length))
            return true;
        if (document.Tokens[end - 1].Lower != document.Tokens[fullEnd - 1].Lower)
            return length == 1 && document.Form(first).IndexOfAnyInRange('a', 'z') < 0 && !IsPerson(full); // initials
        if (!IsPerson(m) || !IsPerson(full))
            return false;
        // a surname alone is the latest bearer; of two full names the given names must agree
        return length == 1 || fullLength == 1 || GivenAgree(first, fullFirst);
    }

    bool GivenAgree(int a, int b)
    {
        var (x, y) = (document.Tokens[a].Lower, document.Tokens[b].Lower);
        return x == y || x[0] == y[0] && (IsInitial(x) || IsInitial(y));
    }

    static bool IsInitial(string word) => word.Length == 1 || word.Length == 2 && word[1] == '.';

    static bool IsPerson(in NounMention m) => m.Human > 0;

    static bool Contradict(Gender a, Gender b) => a != b && a != Gender.Unknown && b != Gender.Unknown;

    bool AreEqual(int a, int b, int length)
    {
        for (var i = 0; i < length; i++)
            if (document.Tokens[a + i].Lower != document.Tokens[b + i].Lower)
                return false;
        return true;
    }

    /// <summary>The initials of the words that begin with a capital, in lower case as words are looked up.</summary>
    string Initials(int first, int end)
    {
        Span<char> letters = stackalloc char[8];
        var n = 0;
        for (var i = first; i < end && n < letters.Length; i++)
            if (char.IsUpper(document.Form(i)[0]))
                letters[n++] = char.ToLowerInvariant(document.Form(i)[0]);
        return letters[..n].ToString();
    }

    static void Add(Dictionary<string, List<int>> index, string key, int referent)
    {
        if (!index.TryGetValue(key, out var list))
            index[key] = list = [];
        if (list.Count > 0 && list[^1] == referent)
            return;
        list.Remove(referent); // the latest comes last
        list.Add(referent);
    }
}
