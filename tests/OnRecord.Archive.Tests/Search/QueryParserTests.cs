using System.Diagnostics;
using CsCheck;
using OnRecord.Archive.Search;

namespace OnRecord.Archive.Tests.Search;

public class QueryParserTests
{
    /// <summary>Query, and what it is when it is written out.</summary>
    public static TheoryData<string, string> Trees =>
        new()
        {
            { "", "" },
            { " \t\r\n ", "" },
            { "raid", "raid" },
            { "raid depot", "raid AND depot" },
            { "raid AND depot", "raid AND depot" },
            { "raid OR depot", "raid OR depot" },
            { "a b OR c d", "(a AND b) OR (c AND d)" },
            { "a (b OR c) d", "a AND (b OR c) AND d" },
            { "a OR (b OR c)", "a OR b OR c" },
            { "a (b c)", "a AND b AND c" },
            { "((a))", "a" },
            { "NOT a", "NOT a" },
            { "-a", "NOT a" },
            { "NOT NOT a", "a" },
            { "--a", "a" },
            { "NOT a b", "NOT a AND b" },
            { "NOT (a OR b)", "NOT (a OR b)" },
            { "a -b", "a AND NOT b" },
            { "and or not", "and AND or AND not" },
            { "\"AND\"", "\"AND\"" },
            { "\"the depot is gone\"", "\"the depot is gone\"" },
            { "“the depot”", "\"the depot\"" },
            { "„the depot“", "\"the depot\"" },
            { "«the depot»", "\"the depot\"" },
            { "it's", "\"it s\"" },
            { "re-open", "\"re open\"" },
            { "10:30", "\"10 30\"" },
            { "https://example.org", "\"https example org\"" },
            { "speaker:smith", "speaker:smith" },
            { "SPEAKER:smith", "speaker:smith" },
            { "speaker:\"ben wallace\"", "speaker:\"ben wallace\"" },
            { "-speaker:smith", "NOT speaker:smith" },
            { "act:DENY", "act:deny" },
            { "type:threaten", "type:THREATEN" },
            { "factuality:not-happened", "factuality:not-happened" },
            { "asserted-by:outlet", "asserted-by:outlet" },
            { "act:(deny OR doubt)", "act:deny OR act:doubt" },
            { "act:(deny OR doubt) raid", "(act:deny OR act:doubt) AND raid" },
            { "to:(NOT RUS)", "NOT to:RUS" },
            { "since:2022 until:2022-02-10", "since:2022 AND until:2022-02-10" },
            { "does:RUS to:UKR", "does:RUS AND to:UKR" },
            { "speaker:OR", "speaker:OR" },
            { "raid\0depot", "raid AND depot" },
        };

    [Theory]
    [MemberData(nameof(Trees))]
    public void Query_IsRead(string text, string canonical)
    {
        var query = Query.Parse(text);
        Assert.Equal(canonical, query.Canonical);
        Assert.Equal(canonical, Query.Parse(canonical).Canonical);
        Assert.Equal(text, query.Text);
    }

    /// <summary>Query, the wrong part of it, a word of what is wrong, a word of the remedy.</summary>
    public static TheoryData<string, int, int, string, string> Errors =>
        new()
        {
            { "speker:smith", 0, 7, "no field", "speaker:" },
            { "a foo:x", 2, 4, "no field", "speaker:" },
            { "act:denny", 4, 5, "no value of act:", "deny" },
            { "type:xyzzy", 5, 5, "no value of type:", "AGREE" },
            { "since:yesterday", 6, 9, "no date", "2022-02-10" },
            { "since:2022-13", 6, 7, "no date", "2022-02" },
            { "until:2022-02-30", 6, 10, "no date", "2022" },
            { "speaker:", 0, 8, "no value", "without a space" },
            { "speaker: smith", 0, 8, "no value", "without a space" },
            { "speaker:\"\"", 8, 2, "no letter", "such as" },
            { "speaker:...", 8, 3, "no letter", "such as" },
            { "speaker:kb:usa", 8, 3, "quoted", "speaker:\"" },
            { "\"open", 0, 1, "not closed", "\"" },
            { "a (b", 2, 1, "not closed", ")" },
            { "(", 0, 1, "not closed", ")" },
            { "NOT (", 4, 1, "not closed", ")" },
            { "a) b", 1, 1, "not opened", "(" },
            { "()", 1, 1, "nothing in the brackets", "word" },
            { "a AND", 2, 3, "right", "both sides" },
            { "a OR", 2, 2, "right", "both sides" },
            { "OR a", 0, 2, "left", "both sides" },
            { "AND a", 0, 3, "left", "both sides" },
            { "a OR OR b", 2, 2, "right", "both sides" },
            { "(a OR) b", 3, 2, "right", "both sides" },
            { "NOT", 0, 3, "behind", "behind" },
            { "a NOT OR b", 2, 3, "behind", "behind" },
            { "(NOT)", 1, 3, "behind", "behind" },
            { "!!!", 0, 3, "no letter", "take it away" },
            { "a \"...\"", 2, 5, "no letter", "take it away" },
            { "act:(deny speaker:x)", 10, 8, "inside the brackets of act:", "close" },
            { "act:(deny", 4, 1, "not closed", ")" },
            { "act:()", 5, 1, "nothing in the brackets", "word" },
        };

    [Theory]
    [MemberData(nameof(Errors))]
    public void Error_PointsAtTheWord(string text, int start, int length, string problem, string remedy)
    {
        var error = Assert.Throws<QueryException>(() => Query.Parse(text));
        Assert.Equal((start, length), (error.Start, error.Length));
        Assert.Contains(problem, error.Problem, StringComparison.Ordinal);
        Assert.Contains(remedy, error.Remedy, StringComparison.Ordinal);
        Assert.Equal(text, error.Query);
    }

    public static TheoryData<string, string> Attacks =>
        new()
        {
            { "10 MB of one word", new string('a', 10_000_000) },
            { "10 MB of brackets", new string('(', 10_000_000) },
            { "10,000 OR terms", string.Join(" OR ", Enumerable.Repeat("a", 10_000)) },
            { "1,000 terms in few characters", string.Join(' ', Enumerable.Repeat("a", 1_000)) },
            { "10,000 brackets", new string('(', 10_000) + "a" + new string(')', 10_000) },
            { "1,900 brackets", new string('(', 1_900) + "a" + new string(')', 1_900) },
            { "1,900 NOTs of brackets", string.Concat(Enumerable.Repeat("-(", 1_900)) + "a" },
            { "1,000 NOTs", string.Concat(Enumerable.Repeat("NOT ", 990)) + "a" },
            { "open quotation marks", new string('"', 3_999) },
            { "a long field", new string('x', 3_900) + ":a" },
            { "a long value", "act:" + new string('x', 3_900) },
        };

    [Theory]
    [MemberData(nameof(Attacks))]
    public void Attack_IsRefusedFast(string what, string text)
    {
        var watch = Stopwatch.StartNew();
        var error = Assert.Throws<QueryException>(() => Query.Parse(text));
        Assert.True(watch.ElapsedMilliseconds < 200, $"{what}: {watch.ElapsedMilliseconds} ms");
        Assert.InRange(error.Start, 0, text.Length);
        Assert.True(error.Message.Length < 500, $"{what}: a message of {error.Message.Length} characters");
    }

    [Fact]
    public void BoundsThemselves_AreRead()
    {
        Assert.NotNull(Query.Parse(string.Join(" OR ", Enumerable.Repeat("a", Query.MostTerms))).Root);
        Assert.NotNull(Query.Parse(new string('(', Query.MostDepth) + "a" + new string(')', Query.MostDepth)).Root);
        Assert.NotNull(Query.Parse(new string('a', Query.MostCharacters)).Root);
    }

    static readonly string[] Pieces =
    [
        "a",
        "Bé",
        "AND",
        "OR",
        "NOT",
        "-",
        "(",
        ")",
        "\"",
        "“",
        "»",
        " ",
        " ",
        " ",
        "speaker:",
        "act:",
        "deny",
        "type:",
        "ASSAULT",
        "since:",
        "2022-02",
        "foo:",
        ":",
        "kb:",
        "...",
        "'",
        "\\",
        "*",
        "^",
        "\0",
        "\ud83d",
        "🥐",
        "10:30",
        "/",
        "_",
        "ſ",
        "İ",
    ];

    static readonly Gen<string> Piece = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]);

    static readonly Gen<string> Texts = Gen.OneOf(
        Gen.String,
        Piece.Array[0, 14].Select(p => string.Concat(p)),
        Piece.Array[0, 10].Select(p => string.Join(' ', p))
    );

    [Fact]
    public void AnyText_IsAQueryOrAnErrorInIt() =>
        Texts.Sample(
            text =>
            {
                try
                {
                    var query = Query.Parse(text);
                    Inside(query.Root, text);
                    Assert.Equal(query.Canonical, Query.Parse(query.Canonical).Canonical);
                }
                catch (QueryException e)
                {
                    Assert.Equal(text, e.Query);
                    Assert.True(
                        e.Start >= 0 && e.Length > 0 && e.Start + e.Length <= text.Length,
                        $"[{e.Start}, +{e.Length}] of {text.Length}"
                    );
                    Assert.NotEmpty(e.Remedy);
                }
            },
            iter: 50_000
        );

    /// <summary>Every node lies in the text, and its parts in it.</summary>
    static void Inside(QueryNode? node, string text)
    {
        if (node is null)
            return;
        Assert.True(node.Start >= 0 && node.Length > 0 && node.Start + node.Length <= text.Length, $"{node} of {text.Length}");
        var parts = node switch
        {
            AndNode all => all.Parts,
            OrNode any => any.Parts,
            NotNode not_ => [not_.Part],
            _ => [],
        };
        foreach (var part in parts)
        {
            Inside(part, text);
            Assert.True(part.Start >= node.Start && part.Start + part.Length <= node.Start + node.Length, $"{part} is not in {node}");
        }
    }
}
