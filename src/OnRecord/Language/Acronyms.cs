using OnRecord.Text;

namespace OnRecord.Language;

/// <summary>Finds names that the article shortens itself: "Nordic Fisheries Board (NFB)". The initials tell where the long name begins.</summary>
internal static class Acronyms
{
    const int Longest = 8;

    /// <summary>The long names and their short forms, where a name was found in either; the kind is that of the long name if it was found
    /// whole, else an organisation.</summary>
    internal static List<Name> Find(string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<Sentence> sentences, List<Name> names)
    {
        var found = new List<Name>();
        for (var i = 2; i + 2 < tokens.Length; i++)
        {
            if (text[tokens[i].Start] != '(' || text[tokens[i + 2].Start] != ')' || tokens[i].Sentence != tokens[i + 2].Sentence)
                continue;
            var sentence = sentences[tokens[i].Sentence];
            var acronym = tokens[i + 1].Span.Of(text);
            if (sentence.IsTitleCase || acronym.Length is < 3 or > Longest || acronym.ContainsAnyExceptInRange('A', 'Z'))
                continue;
            var first = Start(text, tokens, sentence.First, i, acronym);
            if (first < 0)
                continue;
            var kind = NameKind.None;
            foreach (var n in names)
                if (n.First < i + 2 && n.End > first && kind == NameKind.None)
                    kind = NameKind.Organisation;
            if (kind == NameKind.None)
                continue;
            foreach (var n in names)
                if (n.First == first && n.End == i && n.Kind == NameKind.Location)
                    kind = NameKind.Location;
            found.Add(new(first, i, kind));
            found.Add(new(i + 1, i + 2, kind));
        }
        return found;
    }

    /// <summary>The first of the words before <paramref name="end"/> whose initials are the acronym, small words aside; -1 if they are
    /// not.</summary>
    static int Start(string text, ReadOnlySpan<Token> tokens, int least, int end, ReadOnlySpan<char> acronym)
    {
        var left = acronym.Length;
        for (var i = end - 1; i >= least; i--)
        {
            var c = text[tokens[i].Start];
            if (c == acronym[left - 1])
            {
                if (--left == 0)
                    return i;
            }
            else if (c != '-' && !(tokens[i].Upos is Upos.Adp or Upos.Det or Upos.Cconj or Upos.Part && left < acronym.Length))
                return -1;
        }
        return -1;
    }
}
