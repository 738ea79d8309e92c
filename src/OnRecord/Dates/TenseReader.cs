using OnRecord.Language;

namespace OnRecord.Dates;

/// <summary>The tense of the clause that a word stands in, from the tags of the verb above it and its auxiliaries.</summary>
internal static class TenseReader
{
    const int Climb = 12; // heads

    internal static Tense At(Document document, int token)
    {
        var tokens = document.Tokens;
        for (var (t, steps) = (tokens[token].Head, 0); t >= 0 && steps < Climb; t = tokens[t].Head, steps++)
            if (tokens[t].Upos is Upos.Verb or Upos.Aux || document.Child(t, Deprel.Cop) >= 0)
                if (Of(document, t, 0) is not Tense.Unknown and var tense)
                    return tense;
        return Nearest(document, token);
    }

    /// <summary>Whether nothing but the tense can be meant: the word hangs straight on a verb in the simple past or on one with "will", or there is
    /// no verb above it and the nearest was read.</summary>
    internal static bool IsPlain(Document document, int token)
    {
        var head = document.Tokens[token].Head;
        if (head < 0 || document.Tokens[head].Upos is not (Upos.Verb or Upos.Aux) && document.Tokens[head].Head < 0)
            return true;
        if (document.Tokens[head].Xpos == "VBD" || IsWill(document.Tokens[head].Lower))
            return true;
        foreach (var c in document.Children(head))
            if (document.Tokens[c].Deprel is Deprel.Aux or Deprel.AuxPass && IsWill(document.Tokens[c].Lower))
                return true;
        return false;
    }

    static bool IsWill(string word) => word is "will" or "shall" or "'ll" or "\u2019ll" or "wo";

    static Tense Of(Document document, int verb, int depth)
    {
        var tokens = document.Tokens;
        var tense = tokens[verb].Xpos switch
        {
            "VBD" => Tense.Past,
            "VBZ" or "VBP" => Tense.Present,
            "MD" => Tense.Future,
            _ => Tense.Unknown,
        };
        foreach (var c in document.Children(verb))
        {
            if (tokens[c].Deprel is Deprel.Aux or Deprel.AuxPass or Deprel.Cop)
                switch (tokens[c].Lower)
                {
                    case "will" or "'ll" or "’ll" or "shall" or "wo" or "may" or "might" or "can" or "could" or "should":
                        return Tense.Future;
                    case "would":
                        tense = tense == Tense.Unknown ? Tense.Future : tense;
                        break;
                    case "was" or "were" or "had" or "did" or "have" or "has" or "been" or "'ve" or "’ve":
                        tense = tense == Tense.Future ? tense : Tense.Past;
                        break;
                    case "is" or "are" or "am" or "'s" or "’s" or "'re" or "’re" when tense == Tense.Unknown:
                        tense = Tense.Present;
                        break;
                    default:
                        break;
                }
            else if (tokens[c] is { Deprel: Deprel.Mark, Lower: "to" } && tokens[verb].Xpos == "VB")
                return Infinitive(document, verb, depth);
        }
        return tense;
    }

    /// <summary>"expected to meet": to come; "went on to win": as the verb above has it.</summary>
    static Tense Infinitive(Document document, int verb, int depth)
    {
        var above = document.Tokens[verb].Head;
        if (above < 0 || depth > 3)
            return Tense.Future;
        return document.Tokens[above].Lemma
                is "expect"
                    or "plan"
                    or "schedule"
                    or "set"
                    or "due"
                    or "intend"
                    or "agree"
                    or "hope"
                    or "likely"
                    or "ready"
                    or "promise"
                    or "vow"
                    or "want"
                    or "go"
                    or "prepare"
                    or "threaten"
                    or "pledge"
                    or "aim"
                    or "plans"
                ? Tense.Future
            : document.Tokens[above].Upos is Upos.Verb or Upos.Aux ? Of(document, above, depth + 1)
            : Tense.Unknown;
    }

    /// <summary>Where the parse has no verb above: the nearest verb of the sentence, for headlines and fragments.</summary>
    static Tense Nearest(Document document, int token)
    {
        var sentence = document.Sentences[document.Tokens[token].Sentence];
        for (var d = 1; d <= 10; d++)
            foreach (var i in (ReadOnlySpan<int>)[token - d, token + d])
                if (i >= sentence.First && i < sentence.End)
                    switch (document.Tokens[i].Xpos)
                    {
                        case "VBD":
                            return Tense.Past;
                        case "MD" when document.Tokens[i].Lower is "will" or "shall" or "may":
                            return Tense.Future;
                        default:
                            break;
                    }
        return Tense.Unknown;
    }
}
