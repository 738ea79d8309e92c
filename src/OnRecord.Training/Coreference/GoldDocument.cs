using System.Globalization;
using OnRecord.Language;
using OnRecord.Training.Language;

namespace OnRecord.Training.Coreference;

/// <summary>A mention as GUM's annotators marked it.</summary>
/// <param name="First">First token.</param>
/// <param name="End">One past the last token.</param>
/// <param name="Head">The token whose head lies outside, in the annotators' tree.</param>
/// <param name="Chain">Number shared by the mentions of one chain.</param>
/// <param name="Type">GUM's kind of entity: person, place, organization ...</param>
/// <param name="IsNamed">The head is a proper noun.</param>
internal readonly record struct GoldMention(int First, int End, int Head, int Chain, string Type, bool IsNamed);

/// <summary>A document of GUM with the chains of its <c>Entity</c> annotation, the bracket notation of the CoNLL-2012 shared task.</summary>
internal sealed class GoldDocument
{
    readonly Dictionary<int, int> _byHead = [];

    GoldDocument(ConlluDocument source, string[][] rows, string id, string genre)
    {
        (Source, Id, Genre) = (source, id, genre);
        Heads = new int[rows.Length];
        foreach (var s in source.Sentences)
            for (var i = s.First; i < s.End; i++)
                Heads[i] = int.Parse(rows[i][6], CultureInfo.InvariantCulture) is > 0 and var h ? s.First + h - 1 : -1;
        Mentions = Read(rows);
        Pronouns = new int[rows.Length];
        for (var i = 0; i < rows.Length; i++)
            Pronouns[i] = rows[i][3] == "PRON" && Feature(rows[i][5], "PronType") == "Prs" ? Person(rows[i][5]) : 0;
        for (var m = 0; m < Mentions.Count; m++)
            if (!_byHead.TryGetValue(Mentions[m].Head, out var other) || Mentions[other].End - Mentions[other].First < Length(m))
                _byHead[Mentions[m].Head] = m; // the widest: what stands inside with the same head is an apposition's part
    }

    internal ConlluDocument Source { get; }
    internal string Id { get; }
    internal string Genre { get; }

    /// <summary>In the order in which they close.</summary>
    internal List<GoldMention> Mentions { get; }

    /// <summary>For each token the person of a personal pronoun (1 to 3), 0 for other words.</summary>
    internal int[] Pronouns { get; }

    int[] Heads { get; }

    int Length(int mention) => Mentions[mention].End - Mentions[mention].First;

    /// <summary>Reads the free genres of a part of GUM.</summary>
    internal static List<GoldDocument> Read(string data, string split)
    {
        var all = new List<GoldDocument>();
        using var reader = Corpora.Open(Path.Combine(data, "ud", $"en_gum-ud-{split}.conllu.gz"));
        foreach (var source in ConlluReader.Read(reader))
        {
            var rows = new string[source.Tokens.Length][];
            string id = "",
                genre = "";
            foreach (var line in source.Lines.SelectMany(s => s))
                if (line.Token >= 0)
                    rows[line.Token] = line.Text.Split('\t');
                else if (line.Text.StartsWith("# newdoc id = ", StringComparison.Ordinal))
                    id = line.Text[14..];
                else if (line.Text.StartsWith("# meta::genre = ", StringComparison.Ordinal))
                    genre = line.Text[16..].Trim();
            if (Corpora.IsFree(genre))
                all.Add(new(source, rows, id, genre));
        }
        return all;
    }

    List<GoldMention> Read(string[][] rows)
    {
        var found = new List<GoldMention>();
        var open = new List<(int First, int Chain, string Type)>();
        for (var i = 0; i < rows.Length; i++)
        {
            var entity = Feature(rows[i][9], "Entity").AsSpan();
            while (entity.Length > 0)
            {
                var opens = entity[0] == '(';
                var body = opens ? entity[1..] : entity;
                var end = body.IndexOfAny('(', ')');
                if (opens)
                {
                    var part = end < 0 ? body : body[..end];
                    var chain = int.Parse(part[..part.IndexOf('-')], CultureInfo.InvariantCulture);
                    var rest = part[(part.IndexOf('-') + 1)..];
                    open.Add((i, chain, rest[..rest.IndexOf('-')].ToString()));
                    if (end >= 0 && body[end] == ')')
                        Close(open.Count - 1, i + 1);
                }
                else
                {
                    var chain = int.Parse(body[..end], CultureInfo.InvariantCulture);
                    Close(open.FindLastIndex(o => o.Chain == chain), i + 1);
                }
                entity =
                    end < 0 ? []
                    : body[end] == ')' ? body[(end + 1)..]
                    : body[end..];
            }
        }
        return found;

        void Close(int index, int end)
        {
            var (first, chain, type) = open[index];
            open.RemoveAt(index);
            var head = first;
            while (head + 1 < end && Heads[head] >= first && Heads[head] < end)
                head++;
            found.Add(new(first, end, head, chain, type, rows[head][3] == "PROPN"));
        }
    }

    /// <summary>The chain that a run of tokens with the head belongs to, or -1: that of the narrowest mention that covers it, if it has the
    /// run's head or its own head lies in the run, else of the widest mention with the head.</summary>
    internal int ChainOf(int first, int end, int head)
    {
        var best = -1;
        for (var m = 0; m < Mentions.Count; m++)
            if (Mentions[m].First <= first && Mentions[m].End >= end && (best < 0 || Length(m) < Length(best)))
                best = m;
        if (best >= 0 && (Mentions[best].Head == head || Mentions[best].Head >= first && Mentions[best].Head < end))
            return Mentions[best].Chain;
        if (_byHead.TryGetValue(head, out var byHead))
            return Mentions[byHead].Chain;
        // "President Roe's": the annotators' head may be the title, and the possessive mark is theirs
        return best >= 0 && Mentions[best].End <= end + 1 && Length(best) <= end - first + 4 ? Mentions[best].Chain : -1;
    }

    /// <summary>The kind of entity that the annotators gave a head, or null.</summary>
    internal string? TypeOf(int head) => _byHead.TryGetValue(head, out var m) ? Mentions[m].Type : null;

    /// <summary>The mention that is exactly one token, or null.</summary>
    internal GoldMention? Single(int token)
    {
        foreach (var m in Mentions)
            if (m.First == token && m.End == token + 1)
                return m;
        return null;
    }

    static int Person(string features) => Feature(features, "Person") is [var p, ..] ? p - '0' : 0;

    static string Feature(string column, string name)
    {
        foreach (var part in column.Split('|'))
            if (part.StartsWith(name + "=", StringComparison.Ordinal))
                return part[(name.Length + 1)..];
        return "";
    }
}
