using OnRecord.Language;

namespace OnRecord.Actors;

/// <summary>Small questions about words around a noun.</summary>
internal static class NounPhrase
{
    /// <summary>Whether the token stands before a noun that it modifies ("Russian" in "Russian troops"), possessives aside.</summary>
    internal static bool IsModifier(Document document, int token)
    {
        ref readonly var t = ref document.Tokens[token];
        return t.Head > token && t.Deprel is Deprel.Amod or Deprel.Compound or Deprel.NmodUnmarked or Deprel.NmodDesc;
    }

    /// <summary>Whether the next token is a noun or an adjective before one: a check that does not lean on the parse.</summary>
    internal static bool NounFollows(Document document, int token)
    {
        if (token >= document.Tokens.Length || document.Tokens[token].Sentence != document.Tokens[token - 1].Sentence)
            return false;
        ref readonly var t = ref document.Tokens[token];
        return t.Upos is Upos.Noun or Upos.Adj || (t.Upos == Upos.Propn && document.Tokens[token - 1].Upos == Upos.Adj);
    }

    internal static bool IsModifierWord(Document document, int token) => document.Tokens[token].Upos is Upos.Adj or Upos.Propn or Upos.Noun;

    /// <summary>Whether the token is the possessive mark.</summary>
    internal static bool IsPossessiveMark(Document document, int token) =>
        token >= 0 && token < document.Tokens.Length && document.Tokens[token].Lower is "'s" or "’s" or "'" or "’";

    /// <summary>The preposition of a nominal, as lower-case word, or null.</summary>
    internal static string? Preposition(Document document, int token)
    {
        foreach (var c in document.Children(token))
            if (document.Tokens[c].Deprel == Deprel.Case && c < token)
                return document.Tokens[c].Lower;
        return null;
    }
}

/// <summary>Nominals that say where.</summary>
internal static class Locative
{
    /// <summary>Whether the token is the noun of a phrase such as "in Russia", "across Africa". Coordinated nouns go with the first.</summary>
    internal static bool Is(Document document, int token)
    {
        for (var i = 0; i < 8 && document.Tokens[token].Deprel == Deprel.Conj && document.Tokens[token].Head >= 0; i++)
            token = document.Tokens[token].Head;
        if (document.Tokens[token].Deprel is not (Deprel.Obl or Deprel.Nmod or Deprel.Root or Deprel.Advmod or Deprel.OblUnmarked))
            return false;
        return IsPlain(NounPhrase.Preposition(document, token));
    }

    internal static bool IsPlain(string? preposition) =>
        preposition
            is "in"
                or "near"
                or "at"
                or "around"
                or "into"
                or "inside"
                or "across"
                or "throughout"
                or "outside"
                or "within"
                or "through"
                or "off"
                or "along"
                or "via"
                or "beyond";
}
