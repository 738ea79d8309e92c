using System.Collections.Frozen;
using System.Globalization;

namespace OnRecord.Server.Html;

/// <summary>The words that the pages use for what a record holds in codes. They say what a text puts, never what is so.</summary>
internal static class Words
{
    /// <summary>PLOVER types and modes: words first, the code stands beside them.</summary>
    static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["AGREE"] = "agrees or promises",
        ["CONSULT"] = "consults",
        ["SUPPORT"] = "supports",
        ["COOPERATE"] = "cooperates",
        ["AID"] = "gives aid",
        ["CONCEDE"] = "gives way",
        ["YIELD"] = "yields",
        ["RETREAT"] = "withdraws",
        ["REQUEST"] = "asks or demands",
        ["ACCUSE"] = "accuses",
        ["REJECT"] = "rejects",
        ["THREATEN"] = "threatens",
        ["PROTEST"] = "protests",
        ["SANCTION"] = "imposes sanctions",
        ["MOBILIZE"] = "mobilises",
        ["COERCE"] = "coerces",
        ["ASSAULT"] = "attacks",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    static readonly FrozenDictionary<string, string> Facts = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["happened"] = "put as happened",
        ["ongoing"] = "put as going on",
        ["planned"] = "put as planned",
        ["promised"] = "put as promised",
        ["threatened"] = "put as threatened",
        ["demanded"] = "put as demanded",
        ["conditional"] = "put under a condition",
        ["possible"] = "put as possible",
        ["denied"] = "put as denied",
        ["not-happened"] = "put as not happened",
        ["past-history"] = "told as history",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    static readonly FrozenDictionary<string, string> Stances = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["asserted"] = "asserts it",
        ["promised"] = "promises it",
        ["threatened"] = "threatens it",
        ["demanded"] = "demands it",
        ["expected"] = "expects it",
        ["conditional"] = "puts it under a condition",
        ["denied"] = "denies it",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    static readonly FrozenDictionary<string, string> Kinds = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["direct"] = "in quotation marks",
        ["mixed"] = "partly in quotation marks",
        ["indirect"] = "in the writer’s words",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    static readonly FrozenDictionary<string, string> Commitments = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["neutral"] = "neutral",
        ["distancing"] = "keeps its distance",
        ["factive"] = "takes it as given",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    static readonly FrozenDictionary<string, string> Sections = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["headline"] = "headline",
        ["lede"] = "first paragraph",
        ["body"] = "body",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    static readonly FrozenDictionary<string, string> Wordings = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["scare-quote"] = "set off by quotation marks",
        ["hedge"] = "hedge",
        ["evidential"] = "says how it is known",
        ["loaded-verb"] = "coloured verb of saying",
        ["intensifier"] = "intensifier",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    static readonly FrozenDictionary<string, string> Bases = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["stated"] = "stated with the act",
        ["tense"] = "from the tense",
        ["narrative"] = "carried on from the sentence before",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    internal static string Type(string code) => Of(Types, code);

    internal static string Factuality(string code) => Of(Facts, code);

    internal static string Stance(string code) => Of(Stances, code);

    internal static string Kind(string code) => Of(Kinds, code);

    internal static string Commitment(string code) => Of(Commitments, code);

    internal static string Section(string code) => Of(Sections, code);

    internal static string Wording(string code) => Of(Wordings, code);

    internal static string TimeBasis(string code) => Of(Bases, code);

    /// <summary>A code that a later record holds and this table does not is shown as it is.</summary>
    static string Of(FrozenDictionary<string, string> table, string code) => table.GetValueOrDefault(code, code);

    /// <summary>In quotation marks, unless it has its own.</summary>
    internal static string Quoted(string words)
    {
        words = words.Trim();
        return words.Length > 0 && words[0] is '"' or '“' or '‘' or '\'' or '`' ? words : $"“{words}”";
    }

    /// <summary>As a sentence: with a capital and a full stop.</summary>
    internal static string Sentence(string words) =>
        words.Length == 0 ? "" : char.ToUpperInvariant(words[0]) + words[1..] + (words[^1] is '.' or '?' or '!' or '…' ? "" : ".");

    /// <summary>"1 statement", "12,345 statements".</summary>
    internal static string Count(long number, string one, string many) => $"{Number(number)} {(number == 1 ? one : many)}";

    internal static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>"14 March 2024" of an ISO date or time; what is no date as it is.</summary>
    internal static string Day(string? iso)
    {
        if (iso is null)
            return "";
        return
            iso.Length >= 10
            && DateOnly.TryParseExact(iso.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)
            : iso;
    }

    /// <summary>"14 March 2024, 09:30 UTC".</summary>
    internal static string Moment(string? iso) =>
        DateTimeOffset.TryParse(iso, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.ToUniversalTime().ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture)
            : iso ?? "";
}
