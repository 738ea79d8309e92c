using System.Text;
using OnRecord.Text;

namespace OnRecord.Language;

/// <summary>A document that came as CoNLL-U: its tokens and sentences are given, and its lines are kept for the output.</summary>
/// <remarks>To parse it: <c>writer.Write(model.Read(document))</c>, see <see cref="Conllu.Parse"/>.</remarks>
internal sealed class ConlluDocument
{
    /// <summary>The words joined to a text, one sentence a line.</summary>
    internal required Article Article { get; init; }

    /// <summary>Paragraphs as <c># newpar</c> marks them; one for each sentence where nothing is marked.</summary>
    internal required Layout Layout { get; init; }

    /// <summary>Words with offsets only.</summary>
    internal required Token[] Tokens { get; init; }

    internal required Sentence[] Sentences { get; init; }

    /// <summary>For each sentence its lines as they stood; a line of a word is <see cref="Line.Token"/>.</summary>
    internal required Line[][] Lines { get; init; }

    /// <summary>Number of the first input line, for messages.</summary>
    internal int LineNumber { get; init; }

    /// <summary>A line of input.</summary>
    /// <param name="Text">The whole line.</param>
    /// <param name="Token">Index of the word, or -1 for a comment, a multiword token or an empty node.</param>
    internal readonly record struct Line(string Text, int Token);
}

/// <summary>CoNLL-U in and out: <c>onrecord parse</c>. DEPS, which OnRecord does not fill, is "_"; names stand in MISC as
/// <c>NER=B-PER</c>, <c>I-PER</c>, likewise ORG and LOC, chains in brackets with their number: <c>Coref=(1</c> where a mention begins,
/// <c>Coref=1)</c> where it ends.</summary>
internal static class Conllu
{
    /// <summary>Parses CoNLL-U whose tokens and sentences are given (columns ID and FORM; the others are not read) and writes it again with
    /// its comments, ids and multiword tokens. Each <c># newdoc</c> begins an article of its own.</summary>
    /// <exception cref="InvalidDataException">The input is no CoNLL-U; the message names the line.</exception>
    internal static void Parse(LanguageModel model, TextReader input, TextWriter output, ParserSetting setting)
    {
        foreach (var document in ConlluReader.Read(input))
            ConlluWriter.Write(output, document, model.Read(document, setting));
    }

    /// <summary>Tags and parses the given tokens.</summary>
    internal static Document Read(this LanguageModel model, ConlluDocument document, ParserSetting setting = ParserSetting.Accurate) =>
        model.Read(document.Article, document.Layout, document.Tokens, document.Sentences, setting);
}

/// <summary>Reads tokens and sentences from CoNLL-U.</summary>
internal static class ConlluReader
{
    /// <summary>Reads documents one after the other.</summary>
    /// <exception cref="InvalidDataException">A line has no ten columns, or ids do not count up.</exception>
    internal static IEnumerable<ConlluDocument> Read(TextReader reader)
    {
        var builder = new Builder();
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.StartsWith("# newdoc", StringComparison.Ordinal) && builder.HasSentences)
            {
                yield return builder.Finish();
                builder = new();
            }
            builder.Add(line.TrimEnd('\r'), number);
        }
        builder.EndSentence();
        if (builder.HasSentences)
            yield return builder.Finish();
    }

    sealed class Builder
    {
        readonly StringBuilder _text = new();
        readonly List<Token> _tokens = [];
        readonly List<Sentence> _sentences = [];
        readonly List<Paragraph> _paragraphs = [];
        readonly List<ConlluDocument.Line[]> _lines = [];
        readonly List<ConlluDocument.Line> _current = [];
        int _first; // first token of the sentence
        int _start; // first character of the sentence
        int _words; // words of the sentence so far
        int _groupEnd;
        bool _groupSpace;
        bool _space; // a space belongs before the next word
        bool _hasParagraphs; // the document marks them
        bool _startsParagraph;

        internal bool HasSentences => _sentences.Count > 0;

        internal void Add(string line, int number)
        {
            if (line.Length == 0)
                EndSentence();
            else if (line[0] == '#')
            {
                if (line == "# newpar" || line.StartsWith("# newpar id", StringComparison.Ordinal))
                    _hasParagraphs = _startsParagraph = true;
                _current.Add(new(line, -1));
            }
            else
                Word(line, number);
        }

        void Word(string line, int number)
        {
            var c = line.Split('\t');
            if (c.Length != 10)
                throw new InvalidDataException($"line {number}: CoNLL-U has 10 columns with tabs between them, here are {c.Length}");
            var joined = c[9].Contains("SpaceAfter=No", StringComparison.Ordinal);
            var dash = c[0].IndexOf('-', StringComparison.Ordinal);
            if (c[0].Contains('.', StringComparison.Ordinal) || dash > 0)
            {
                if (dash > 0 && int.TryParse(c[0].AsSpan(dash + 1), System.Globalization.CultureInfo.InvariantCulture, out _groupEnd))
                    _groupSpace = !joined;
                _current.Add(new(line, -1));
                return;
            }
            if (!int.TryParse(c[0], System.Globalization.CultureInfo.InvariantCulture, out var id) || id != _words + 1)
                throw new InvalidDataException($"line {number}: expected the word with ID {_words + 1}, found '{c[0]}'");
            if (c[1].Length == 0)
                throw new InvalidDataException($"line {number}: FORM is empty");
            if (_words == 0)
            {
                if (_text.Length > 0)
                    _text.Append('\n');
                (_first, _start) = (_tokens.Count, _text.Length);
            }
            else if (_space)
                _text.Append(' ');
            _words++;
            _current.Add(new(line, _tokens.Count));
            var start = _text.Length;
            _text.Append(c[1]);
            _tokens.Add(new() { Start = start, End = _text.Length });
            _space = id > _groupEnd ? !joined : id == _groupEnd && _groupSpace;
        }

        internal void EndSentence()
        {
            if (_words > 0)
            {
                if (!_hasParagraphs || _startsParagraph || _paragraphs.Count == 0)
                    _paragraphs.Add(new(new(_start, _text.Length), _paragraphs.Count == 0 ? Zone.Lede : Zone.Body));
                else
                    _paragraphs[^1] = _paragraphs[^1] with { Span = new(_paragraphs[^1].Span.Start, _text.Length) };
                _startsParagraph = false;
                _sentences.Add(new(_first, _tokens.Count, _paragraphs.Count - 1, Zone.Body, false));
                _lines.Add([.. _current]);
                _current.Clear();
            }
            (_words, _groupEnd, _space) = (0, 0, false);
        }

        internal ConlluDocument Finish()
        {
            var text = _text.ToString();
            return new()
            {
                Article = new() { Text = text, NotBody = [] },
                Layout = Layout.OfParagraphs([.. _paragraphs]),
                Tokens = [.. _tokens],
                Sentences =
                [
                    .. _sentences.Select(s =>
                        s with
                        {
                            Zone = _paragraphs[s.Paragraph].Zone,
                            IsTitleCase = LanguageModel.IsTitleCase(text, new(_tokens[s.First].Start, _tokens[s.End - 1].End)),
                        }
                    ),
                ],
                Lines = [.. _lines],
            };
        }
    }
}

/// <summary>Writes documents as CoNLL-U.</summary>
internal static class ConlluWriter
{
    /// <summary>Writes a document read from plain text, with ids of its own. Clitics form multiword tokens with the word before them, as in
    /// EWT.</summary>
    internal static void Write(TextWriter writer, Document document)
    {
        var (names, chains) = (Names(document), Chains(document));
        writer.Write("# newdoc");
        if (document.Article.Id is { Length: > 0 } id)
            writer.Write(" id = " + OneLine(id));
        writer.Write('\n');
        var paragraph = -1;
        for (var s = 0; s < document.Sentences.Length; s++)
        {
            var sentence = document.Sentences[s];
            if (sentence.Paragraph != paragraph)
                writer.Write("# newpar\n");
            paragraph = sentence.Paragraph;
            writer.Write($"# sent_id = {s + 1}\n# text = {OneLine(document.SpanOf(sentence.First, sentence.End).Of(document.Text))}\n");
            for (var i = sentence.First; i < sentence.End; i++)
            {
                if (!IsClitic(document, sentence, i))
                {
                    var last = i;
                    while (IsClitic(document, sentence, last + 1))
                        last++;
                    if (last > i)
                        writer.Write(
                            $"{i - sentence.First + 1}-{last - sentence.First + 1}\t{document.SpanOf(i, last + 1).Of(document.Text)}\t_\t_\t_\t_\t_\t_\t_\t{(IsJoined(document, last) ? "SpaceAfter=No" : "_")}\n"
                        );
                }
                var inside = IsClitic(document, sentence, i) || IsClitic(document, sentence, i + 1);
                Word(writer, document, sentence, i, names[i], chains[i], !inside && IsJoined(document, i) ? ["SpaceAfter=No"] : []);
            }
            writer.Write('\n');
        }
    }

    /// <summary>Writes a document whose tokens came as CoNLL-U: comments, ids, multiword tokens and MISC are kept.</summary>
    internal static void Write(TextWriter writer, ConlluDocument source, Document document)
    {
        var (names, chains) = (Names(document), Chains(document));
        for (var s = 0; s < source.Lines.Length; s++)
        {
            foreach (var line in source.Lines[s])
            {
                if (line.Token < 0)
                {
                    writer.Write(line.Text);
                    writer.Write('\n');
                    continue;
                }
                var misc = line.Text.Split('\t')[9];
                var kept = misc == "_" ? [] : misc.Split('|').Where(m => !IsOwn(m));
                Word(writer, document, document.Sentences[s], line.Token, names[line.Token], chains[line.Token], kept);
            }
            writer.Write('\n');
        }
    }

    /// <summary>Whether an item of MISC is one that is written anew.</summary>
    static bool IsOwn(string item) =>
        item.StartsWith("NER=", StringComparison.Ordinal) || item.StartsWith("Coref=", StringComparison.Ordinal);

    static void Word(TextWriter writer, Document document, Sentence sentence, int i, string? name, string? chains, IEnumerable<string> misc)
    {
        ref readonly var t = ref document.Tokens[i];
        writer.Write(
            $"{i - sentence.First + 1}\t{document.Form(i)}\t{Lemma(document, sentence, i)}\t{t.Upos.Name()}\t{t.Xpos}\t{t.Feats}\t{(t.Head < 0 ? 0 : t.Head - sentence.First + 1)}\t{t.Deprel.Name()}\t_\t"
        );
        var all = chains is null ? misc : misc.Prepend("Coref=" + chains);
        all = name is null ? all : all.Prepend("NER=" + name);
        var text = string.Join('|', all);
        writer.Write(text.Length == 0 ? "_" : text);
        writer.Write('\n');
    }

    /// <summary>The treebanks write "I" and adjectives of nations with a capital; documents hold lower case.</summary>
    static string Lemma(Document document, Sentence sentence, int i)
    {
        ref readonly var t = ref document.Tokens[i];
        if (t.Lemma == "i" && t.Upos == Upos.Pron)
            return "I";
        var capital = t.Upos == Upos.Adj && i > sentence.First && !sentence.IsTitleCase && char.IsUpper(document.Text[t.Start]);
        return capital && t.Lemma.Length > 2 && char.IsLower(document.Text[t.Start + 1])
            ? char.ToUpperInvariant(t.Lemma[0]) + t.Lemma[1..]
            : t.Lemma;
    }

    static bool IsJoined(Document document, int i) =>
        i + 1 < document.Tokens.Length && document.Tokens[i + 1].Start == document.Tokens[i].End;

    static bool IsClitic(Document document, Sentence sentence, int i)
    {
        if (i <= sentence.First || i >= sentence.End || !IsJoined(document, i - 1))
            return false;
        ref readonly var t = ref document.Tokens[i];
        var before = document.Tokens[i - 1].Lower;
        return t.Lower switch
        {
            "n't"
            or "n\u2019t"
            or "'s"
            or "\u2019s"
            or "'m"
            or "\u2019m"
            or "'re"
            or "\u2019re"
            or "'ll"
            or "\u2019ll"
            or "'ve"
            or "\u2019ve"
            or "'d"
            or "\u2019d" => char.IsLetterOrDigit(before[^1]),
            "'" or "\u2019" => t.Xpos == "POS",
            "not" => before == "can",
            "na" or "ta" or "nt" => true,
            "me" => before is "gim" or "lem",
            _ => false,
        };
    }

    static string?[] Names(Document document)
    {
        var names = new string?[document.Tokens.Length];
        foreach (var n in document.Names)
            for (var i = n.First; i < n.End; i++)
                names[i] =
                    (i == n.First ? "B-" : "I-")
                    + n.Kind switch
                    {
                        NameKind.Person => "PER",
                        NameKind.Organisation => "ORG",
                        _ => "LOC",
                    };
        return names;
    }

    /// <summary>For each token the brackets of the mentions that begin and end at it, as in the CoNLL-2012 shared task.</summary>
    static string?[] Chains(Document document)
    {
        var brackets = new string?[document.Tokens.Length];
        var mentions = document.Chains.SelectMany((c, n) => c.Mentions.Select(m => (m.First, m.End, Chain: n + 1))).ToList();
        foreach (var m in mentions.OrderBy(m => m.First).ThenByDescending(m => m.End))
            brackets[m.First] += m.End == m.First + 1 ? $"({m.Chain})" : $"({m.Chain}";
        foreach (var m in mentions.Where(m => m.End > m.First + 1).OrderByDescending(m => m.First).ThenBy(m => m.End))
            brackets[m.End - 1] += $"{m.Chain})";
        return brackets;
    }

    static string OneLine(ReadOnlySpan<char> text)
    {
        var b = new StringBuilder(text.Length);
        foreach (var c in text)
            b.Append(char.IsWhiteSpace(c) || char.IsControl(c) ? ' ' : c);
        return b.ToString();
    }
}
