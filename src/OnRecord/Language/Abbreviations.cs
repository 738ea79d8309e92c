using System.Collections.Frozen;

namespace OnRecord.Language;

/// <summary>Short forms that keep their full stop, and words that tell whether a sentence begins. Lists of single words, written for this
/// project from general knowledge of English news style.</summary>
internal static class Abbreviations
{
    /// <summary>Always before a name or number: no sentence ends here.</summary>
    static readonly FrozenSet<string> Titles = Set(
        "mr mrs ms dr prof gen lt col maj capt cpl sgt pvt adm cmdr rev hon sen rep sens reps gov pres amb atty supt insp det msgr fr sr st mt ft"
            + " messrs mme mlle gens cols dist secy dir no nos vol pp fig figs sec art arts ch cf vs v al approx e.g i.e viz eg"
    );

    /// <summary>May end a sentence.</summary>
    static readonly FrozenSet<string> Others = Set(
        "inc corp co ltd llc plc bros jr esq etc dept est ave blvd rd hwy assn assoc univ inst natl intl govt mfg"
            + " jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun"
            + " ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo"
            + " a.m p.m ph.d m.d b.a m.a u.s u.k u.n e.u d.c l.a ph.d.s lb lbs oz sq cu yr yrs hr hrs min max avg ext tel dj"
    );

    /// <summary>Words that, with a capital, begin a sentence rather than go on with a name.</summary>
    static readonly FrozenSet<string> Starters = Set(
        "the a an he she it they we you i this that these those there here his her its their our my your in on at by for from with after before"
            + " since when while where as if although though because but and or so yet however meanwhile moreover then now what who why how"
            + " to under over during despite according both each every all some many most more no not one two three another other such also even"
            + " only still just about between among against until once"
    );

    /// <summary>Verbs that a quotation's speaker takes: the sentence goes on.</summary>
    static readonly FrozenSet<string> Saying = Set(
        "said says say asked asks told tells added adds replied replies wrote writes tweeted wondered shouted yelled cried exclaimed joked quipped"
            + " demanded inquired responded answered insisted declared warned"
    );

    /// <summary>Words that are short forms only before a digit.</summary>
    static readonly FrozenSet<string> BeforeDigit = Set("no nos vol pp fig figs sec art arts ch mon sat sun mar");

    /// <summary>Words as common as their short forms: they keep the full stop only with a capital.</summary>
    static readonly FrozenSet<string> Capitalised = Set(
        "gen rep reps sen sens rev hon fr sr st mt ft det dir co mar apr jun jul aug sep oct dec mon tue wed thu sat sun ala ark calif del fla ill ind"
            + " kan la mass mich miss mo mont neb nev ore pa tex va wash wis ga md min max ext art col maj dist gov pres ave est inst"
    );

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> TitleLookup = Titles.GetAlternateLookup<ReadOnlySpan<char>>();
    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OtherLookup = Others.GetAlternateLookup<ReadOnlySpan<char>>();
    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> StarterLookup = Starters.GetAlternateLookup<ReadOnlySpan<char>>();
    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SayingLookup = Saying.GetAlternateLookup<ReadOnlySpan<char>>();
    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> DigitLookup = BeforeDigit.GetAlternateLookup<
        ReadOnlySpan<char>
    >();
    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> CapitalLookup = Capitalised.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    /// <summary>Whether the word keeps a full stop that follows it.</summary>
    /// <param name="word">The word without the stop.</param>
    /// <param name="after">The first character that is not white space after the stop, or '\0' at the end.</param>
    internal static bool KeepsStop(ReadOnlySpan<char> word, char after)
    {
        if (word.Length == 1)
            return char.IsUpper(word[0]) && word[0] != 'I' || word[0] is 'c' or 'p' or 'v' && char.IsAsciiDigit(after);
        if (word.Length > 6)
            return false;
        if (word.Contains('.'))
            return true;
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        if (DigitLookup.Contains(lower))
            return char.IsAsciiDigit(after);
        return (TitleLookup.Contains(lower) || OtherLookup.Contains(lower)) && (char.IsUpper(word[0]) || !CapitalLookup.Contains(lower));
    }

    /// <summary>Whether no sentence ends after the short form (given with its stop).</summary>
    internal static bool IsTitle(ReadOnlySpan<char> word) => Contains(TitleLookup, word.TrimEnd('.'));

    /// <summary>Whether the capitalised word begins sentences.</summary>
    internal static bool IsStarter(ReadOnlySpan<char> word) => Contains(StarterLookup, word);

    /// <summary>Whether the word is a verb of saying.</summary>
    internal static bool IsSaying(ReadOnlySpan<char> word) => Contains(SayingLookup, word);

    static bool Contains(FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> set, ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > 12)
            return false;
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return set.Contains(lower);
    }

    static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
