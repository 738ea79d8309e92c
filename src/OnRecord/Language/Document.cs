using OnRecord.Text;

namespace OnRecord.Language;

/// <summary>An article with its linguistic layers. Tokens, sentences and names point into the unchanged text; a finished document
/// is read-only by convention and may be shared between threads.</summary>
/// <remarks>Every sentence is a tree with one root. Trees are projective, so the words under a head are one run of tokens
/// (<see cref="Subtree"/>).</remarks>
public sealed class Document
{
    readonly int[] _firstChild;
    readonly int[] _nextSibling;
    readonly int[] _left;
    readonly int[] _right;
    Quotations? _quotations;

    /// <summary>Ties the layers together.</summary>
    /// <param name="article">The article the offsets point into.</param>
    /// <param name="layout">Its paragraphs, headline and what is not body.</param>
    /// <param name="tokens">All tokens in the order of the text, parsed.</param>
    /// <param name="sentences">All sentences in the order of the text, covering the tokens without gaps.</param>
    /// <param name="names">Names in the order of the text, not overlapping.</param>
    public Document(Article article, Layout layout, Token[] tokens, Sentence[] sentences, Name[] names)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        (Article, Layout, Tokens, Sentences, Names) = (article, layout, tokens, sentences, names);
        _firstChild = new int[tokens.Length];
        _nextSibling = new int[tokens.Length];
        _left = new int[tokens.Length];
        _right = new int[tokens.Length];
        Array.Fill(_firstChild, -1);
        Array.Fill(_nextSibling, -1);
        for (var i = tokens.Length - 1; i >= 0; i--)
        {
            (_left[i], _right[i]) = (i, i);
            if (tokens[i].Head is >= 0 and var head)
                (_nextSibling[i], _firstChild[head]) = (_firstChild[head], i);
        }
        // The edges of a subtree reach its head in at most as many rounds as the tree is deep; trees are shallow.
        foreach (var s in sentences)
            for (var changed = true; changed; )
            {
                changed = false;
                for (var i = s.First; i < s.End; i++)
                {
                    var head = tokens[i].Head;
                    if (head < 0)
                        continue;
                    if (_left[i] < _left[head])
                        (_left[head], changed) = (_left[i], true);
                    if (_right[i] > _right[head])
                        (_right[head], changed) = (_right[i], true);
                }
            }
    }

    /// <summary>The article.</summary>
    public Article Article { get; }

    /// <summary>The text all offsets point into.</summary>
    public string Text => Article.Text;

    /// <summary>Paragraphs, headline, what is not body.</summary>
    public Layout Layout { get; }

    /// <summary>All tokens. Parts of the text that are not body have none.</summary>
    public Token[] Tokens { get; }

    /// <summary>All sentences.</summary>
    public Sentence[] Sentences { get; }

    /// <summary>All names.</summary>
    public Name[] Names { get; }

    /// <summary>Mentions of one and the same, tied together; by the first mention. Empty where the document was made without
    /// <see cref="LanguageModel"/>.</summary>
    public Chain[] Chains { get; internal set; } = [];

    /// <summary>What stands in quotation marks.</summary>
    internal Quotations Quotations => _quotations ??= Quotations.Of(Text, Layout.Paragraphs);

    /// <summary>The dependents of a token from left to right, without allocation.</summary>
    public Children Children(int token) => new(_firstChild, _nextSibling, token);

    /// <summary>The token range, half-open, that the token and all under it cover.</summary>
    public (int First, int End) Subtree(int token) => (_left[token], _right[token] + 1);

    /// <summary>The first dependent with the relation, or -1.</summary>
    public int Child(int token, Deprel relation)
    {
        for (var c = _firstChild[token]; c >= 0; c = _nextSibling[c])
            if (Tokens[c].Deprel == relation)
                return c;
        return -1;
    }

    /// <summary>The first dependent with one of two relations, or -1.</summary>
    public int Child(int token, Deprel relation, Deprel other)
    {
        for (var c = _firstChild[token]; c >= 0; c = _nextSibling[c])
            if (Tokens[c].Deprel == relation || Tokens[c].Deprel == other)
                return c;
        return -1;
    }

    /// <summary>Whether <paramref name="token"/> is <paramref name="ancestor"/> or lies under it.</summary>
    public bool IsUnder(int token, int ancestor)
    {
        for (; token >= 0; token = Tokens[token].Head)
            if (token == ancestor)
                return true;
        return false;
    }

    /// <summary>The words of a token, as written.</summary>
    public ReadOnlySpan<char> Form(int token) => Text.AsSpan(Tokens[token].Start, Tokens[token].End - Tokens[token].Start);

    /// <summary>The text span of a half-open token range.</summary>
    public Span SpanOf(int first, int end) => new(Tokens[first].Start, Tokens[end - 1].End);

    /// <summary>The first token that ends after <paramref name="offset"/> (UTF-16), or the number of tokens.</summary>
    public int TokenAt(int offset)
    {
        int low = 0,
            high = Tokens.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Tokens[middle].End <= offset)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}

/// <summary>The dependents of a token; for <c>foreach</c>.</summary>
public ref struct Children
{
    readonly int[] _next;
    int _upcoming;

    internal Children(int[] first, int[] next, int token)
    {
        _next = next;
        _upcoming = first[token];
        Current = -1;
    }

    /// <summary>Index of the current dependent.</summary>
    public int Current { get; private set; }

    /// <summary>This.</summary>
    public readonly Children GetEnumerator() => this;

    /// <summary>Goes on to the next dependent.</summary>
    public bool MoveNext()
    {
        Current = _upcoming;
        if (_upcoming < 0)
            return false;
        _upcoming = _next[_upcoming];
        return true;
    }
}
