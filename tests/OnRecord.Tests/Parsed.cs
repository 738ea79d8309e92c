using OnRecord.Knowledge;
using OnRecord.Language;
using OnRecord.Text;

namespace OnRecord.Tests;

/// <summary>Documents written by hand, so that a stage is tested without the models of the stage before. A line is a sentence, a word is
/// <c>form/UPOS/XPOS/head/relation</c>, with <c>/PER</c>, <c>/ORG</c> or <c>/LOC</c> on each word of a name and <c>+PER</c> where a name
/// goes on; <c>~</c> before the form: no space before it. A form that differs from its lemma: <c>form=lemma</c>. An empty line starts a
/// paragraph; a line that starts with <c>#</c> is the headline.</summary>
static class Parsed
{
    static readonly Lazy<ChainFinder> Chains = new(() => ChainFinder.Load(KnowledgeBase.Load())!);

    internal static Document Read(string notation, string? published = null)
    {
        var text = new System.Text.StringBuilder();
        var tokens = new List<Token>();
        var sentences = new List<Sentence>();
        var names = new List<Name>();
        var paragraph = 0;
        var zone = Zone.Lede;
        foreach (var raw in notation.Split('\n'))
        {
            var line = raw.Trim();
            if (line.Length == 0)
            {
                if (sentences.Count > 0)
                {
                    paragraph++;
                    text.Append('\n');
                    zone = zone == Zone.Headline ? Zone.Lede : Zone.Body;
                }
                continue;
            }
            if (line[0] == '#')
                (line, zone) = (line[1..].Trim(), Zone.Headline);
            var first = tokens.Count;
            foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                tokens.Add(Word(word, first, sentences.Count, text, tokens.Count, names));
            sentences.Add(new(first, tokens.Count, paragraph, zone, false));
        }
        var article = new Article { Text = text.ToString(), Published = published };
        var document = new Document(article, Layout.Of(article), [.. tokens], [.. sentences], [.. names]);
        document.Chains = Chains.Value.Find(document);
        return document;
    }

    static Token Word(string word, int first, int sentence, System.Text.StringBuilder text, int index, List<Name> names)
    {
        var parts = word.Split('/').Select(p => p.Replace('⁄', '/')).ToArray(); // U+2044 stands for a slash in a form
        if (word.StartsWith('~'))
            parts[0] = parts[0][1..];
        else if (text.Length > 0 && text[^1] != '\n')
            text.Append(' ');
        var equals = parts[0].IndexOf('=', 1);
        var form = equals > 0 ? parts[0][..equals] : parts[0];
        var lemma = equals > 0 ? parts[0][(equals + 1)..] : form.ToLowerInvariant();
        if (parts.Length > 5)
        {
            var kind = parts[5].TrimStart('+') switch
            {
                "PER" => NameKind.Person,
                "ORG" => NameKind.Organisation,
                _ => NameKind.Location,
            };
            if (parts[5][0] == '+')
                names[^1] = names[^1] with { End = index + 1 };
            else
                names.Add(new(index, index + 1, kind));
        }
        var start = text.Length;
        text.Append(form);
        UniversalDependencies.TryUpos(parts[1], out var upos);
        var head = int.Parse(parts[3], System.Globalization.CultureInfo.InvariantCulture);
        return new()
        {
            Start = start,
            End = text.Length,
            Lower = form.ToLowerInvariant(),
            Lemma = lemma,
            Upos = upos,
            Xpos = parts[2],
            Head = head == 0 ? -1 : first + head - 1,
            Deprel = UniversalDependencies.ParseDeprel(parts[4]),
            Sentence = sentence,
        };
    }

    /// <summary>A sentence for stages that mostly read words: tags are given for verbs and names only, and the tree is flat under
    /// the first verb. A word may carry its tag: <c>met_VBD</c>.</summary>
    internal static Document Flat(string sentence, string? published = null)
    {
        var words = sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var root = Math.Max(0, Array.FindIndex(words, w => w.Contains('_')));
        var notation = words.Select(
            (w, i) =>
            {
                var tag =
                    w.Contains('_') ? w[(w.LastIndexOf('_') + 1)..]
                    : char.IsUpper(w.TrimStart('~')[0]) ? "NNP"
                    : "NN";
                var form = w.Contains('_') ? w[..w.LastIndexOf('_')] : w;
                var upos = tag switch
                {
                    "MD" => "AUX",
                    _ when tag[0] == 'V' => "VERB",
                    "RB" => "ADV",
                    "NNP" => "PROPN",
                    _ => char.IsDigit(form[0]) ? "NUM" : "NOUN",
                };
                return $"{form.Replace('/', '⁄')}/{upos}/{tag}/{(i == root ? 0 : root + 1)}/{(i == root ? "root" : tag == "MD" ? "aux" : "obl")}";
            }
        );
        return Read(string.Join(' ', notation), published);
    }
}
