using OnRecord.Language;
using OnRecord.Text;

namespace OnRecord.Training.Language;

/// <summary>One sentence of a treebank.</summary>
internal sealed class TrainingSentence
{
    internal required string Document { get; init; }
    internal required string Id { get; init; }

    /// <summary>GUM's genre; empty elsewhere.</summary>
    internal string Genre { get; init; } = "";
    internal required string[] Forms { get; init; }
    internal required string[] Lemmas { get; init; }
    internal required Upos[] Upos { get; init; }
    internal required string[] Xpos { get; init; }

    /// <summary>Morphological features as CoNLL-U writes them.</summary>
    internal required string[] Feats { get; init; }

    /// <summary>Index of each word's head; the number of words for the root.</summary>
    internal required int[] Heads { get; init; }
    internal required Deprel[] Deprels { get; init; }
    internal required bool[] SpaceAfter { get; init; }

    /// <summary>First sentence of a paragraph.</summary>
    internal bool StartsParagraph { get; init; }

    /// <summary>Capitals mean nothing in it.</summary>
    internal bool IsTitleCase { get; init; }

    /// <summary>BIO tags of names, where known.</summary>
    internal string[]? Names { get; set; }

    /// <summary>Words as the models see them; filled by <see cref="Prepare"/>.</summary>
    internal WordFeatures[] Words { get; private set; } = [];

    /// <summary>Gold labels of the tagger; filled by <see cref="Prepare"/>.</summary>
    internal int[] Tags { get; private set; } = [];

    /// <summary>Tags as a tagger that has not seen the document gives them.</summary>
    internal int[] PredictedTags { get; set; } = [];

    /// <summary>The sentence as the parser sees it, with <see cref="PredictedTags"/>.</summary>
    internal ParserFeatures.Input ParserInput(Tagger.Role[] roles)
    {
        if (_passed.Length == 0)
        {
            _passed = new int[Length + 1];
            ParserFeatures.Input.CountPassed(PredictedTags, roles, _passed);
        }
        return new(Words, PredictedTags, _passed);
    }

    int[] _passed = [];

    /// <summary>The gold tree as a parser would give it.</summary>
    internal ParserState.Node[] GoldNodes() => [.. Heads.Select((h, i) => new ParserState.Node { Head = h, Label = (byte)Deprels[i] })];

    /// <summary>What tables of names say of each word; filled by <see cref="Hint"/>.</summary>
    internal byte[] Hints { get; private set; } = [];

    internal int Length => Forms.Length;

    /// <summary>Which of <paramref name="folds"/> parts the document belongs to.</summary>
    internal int Fold(int folds) => (int)(Fnv.Mix(Fnv.Hash32(Document)) % (uint)folds);

    /// <summary>The first character is a capital; false outside the sentence.</summary>
    internal bool IsCapital(int i) => (uint)i < (uint)Length && char.IsUpper(Forms[i][0]);

    internal bool BeginsName(int i) => Names![i][0] == 'B';

    /// <summary>The word is one of a name, and not its first.</summary>
    internal bool GoesOn(int i) => Names![i][0] == 'I';

    internal NameKind NameKindAt(int i) => NamesModel.Kind(NamesTrainer.Label(Names![i]));

    /// <summary>The end of the name that begins at a word; of a word without a name the next word.</summary>
    internal int NameEnd(int i)
    {
        var end = i + 1;
        while (BeginsName(i) && end < Length && GoesOn(end))
            end++;
        return end;
    }

    /// <summary>Makes words a name, or none, and takes the mark off what is left of a name that they cut.</summary>
    internal void SetName(int first, int end, NameKind kind)
    {
        for (var k = end; k < Length && GoesOn(k); k++)
            Names![k] = "O";
        for (var k = first; k < end; k++)
            Names![k] = kind == NameKind.None ? "O" : (k == first ? "B-" : "I-") + s_kinds[(int)kind];
    }

    static readonly string[] s_kinds = ["", "PER", "ORG", "LOC"];

    internal string Text()
    {
        var b = new System.Text.StringBuilder();
        for (var i = 0; i < Length; i++)
        {
            b.Append(Forms[i]);
            if (SpaceAfter[i] && i + 1 < Length)
                b.Append(' ');
        }
        return b.ToString();
    }

    internal void Prepare(Lexicon? lexicon, TagSet tags)
    {
        Words = [.. Forms.Select(f => WordFeatures.Of(f, IsTitleCase, lexicon))];
        Tags = [.. Enumerable.Range(0, Length).Select(i => tags.Index(Upos[i], Xpos[i]))];
    }

    internal void Hint(NameHints hints)
    {
        var tokens = new Token[Length];
        var at = 0;
        for (var i = 0; i < Length; i++)
        {
            tokens[i] = new() { Start = at, End = at + Forms[i].Length };
            at = tokens[i].End + (SpaceAfter[i] ? 1 : 0);
        }
        Hints = new byte[Length];
        hints.Fill(Text(), tokens, Hints);
    }

    /// <summary>The same analysis for other spellings.</summary>
    internal TrainingSentence With(string[] forms, int length, bool titleCase) =>
        new()
        {
            Document = Document,
            Id = Id,
            Genre = Genre,
            Forms = forms[..length],
            Lemmas = Lemmas[..length],
            Upos = Upos[..length],
            Xpos = Xpos[..length],
            Feats = Feats[..length],
            Heads = [.. Heads[..length].Select(h => h == Length ? length : h)],
            Deprels = Deprels[..length],
            SpaceAfter = SpaceAfter[..length],
            StartsParagraph = StartsParagraph,
            IsTitleCase = titleCase,
            Names = Names?[..length],
        };
}
