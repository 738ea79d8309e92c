using OnRecord.Language;
using OnRecord.Text;

namespace OnRecord.Training.Statements;

/// <summary>The name that a source has of its own: the proper nouns that end its first part ("Mayor Ada Brook" of "Mayor Ada Brook of
/// Ohio"), or, where that ends in a common noun, those that begin a part behind a comma ("her spokeswoman, Ada Brook").</summary>
/// <param name="Words">The words of all names in the source.</param>
/// <param name="Last">The last word of the name.</param>
/// <param name="Place">That word in the text.</param>
internal sealed record GoldName(IReadOnlyList<string> Words, string Last, Span Place)
{
    internal static GoldName? Of(Document d, Span[] source)
    {
        var tokens = new List<int>();
        foreach (var s in source)
            for (var i = d.TokenAt(s.Start); i < d.Tokens.Length && d.Tokens[i].Start < s.End; i++)
                if (d.Tokens[i].Lower is not ("'s" or "’s" or "'" or "’" or "." or "\"" or "“" or "”" or ":"))
                    tokens.Add(i);
        var end = tokens.FindIndex(t => EndsPart(d, t));
        if (end < 0)
            end = tokens.Count;
        if (end > 0 && IsName(d, tokens[end - 1]))
            return Named(d, tokens, end - 1);
        for (var i = end; i < tokens.Count; i++)
            if (d.Tokens[tokens[i]].Lower is "," or "—" or "--" && i + 1 < tokens.Count && IsName(d, tokens[i + 1]))
            {
                var last = i + 1;
                while (last + 1 < tokens.Count && IsName(d, tokens[last + 1]))
                    last++;
                return Named(d, tokens, last);
            }
        return null;
    }

    static GoldName Named(Document d, List<int> tokens, int last)
    {
        var words = tokens.Where(t => IsName(d, t)).SelectMany(t => Split(d.Form(t).ToString())).ToList();
        return new(words, Split(d.Form(tokens[last]).ToString()).LastOrDefault() ?? "", d.SpanOf(tokens[last], tokens[last] + 1));
    }

    static bool IsName(Document d, int t) => d.Tokens[t].Upos == Upos.Propn && char.IsUpper(d.Text[d.Tokens[t].Start]);

    static bool EndsPart(Document d, int t) =>
        d.Tokens[t].Upos is Upos.Adp or Upos.Sconj or Upos.Cconj
        || d.Tokens[t].Lower is "," or "(" or "[" or "—" or "–" or "--" or "who" or "which" or "that";

    /// <summary>Runs of letters and digits.</summary>
    internal static string[] Split(string text) =>
        new string([.. text.Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
