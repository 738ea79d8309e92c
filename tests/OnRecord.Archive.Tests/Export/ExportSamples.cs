using OnRecord.Archive.Export;
using OnRecord.Language;
using OnRecord.Record;
using OnRecord.Text;

namespace OnRecord.Archive.Tests.Export;

/// <summary>Found articles to export: the repository's samples as the coder codes them, and one made by hand with all that is awkward.
/// </summary>
internal static class ExportSamples
{
    /// <summary>The folder of the repository.</summary>
    internal static string Root { get; } = Above(AppContext.BaseDirectory);

    internal static IReadOnlyList<FoundArticle> Coded { get; } =
    [
        .. Directory
            .GetFiles(Path.Combine(Root, "samples"), "*.txt")
            .Order(StringComparer.Ordinal)
            .Select(file =>
                Found(
                    Coder.Code(
                        new Article
                        {
                            Id = Path.GetFileName(file),
                            Text = File.ReadAllText(file),
                            Outlet = "The London Courier",
                            Published = "2024-03-14",
                        }
                    )
                )
            ),
    ];

    static Coder Coder => field ??= Coder.Load(new() { Setting = ParserSetting.Fast });

    internal static FoundArticle Found(ArticleRecord record, params string[]? ids) =>
        new(
            new()
            {
                Record = record,
                Version = 2,
                Versions = 3,
                Run = 7,
                Runs = [5, 7],
                ActorKeys = record.Actors.ToDictionary(a => a.Id, a => $"name:{a.Kind}:{a.Name.ToLowerInvariant()}"),
            },
            ids is { Length: > 0 } ? ids : null
        );

    /// <summary>s1 says e1; the outlet asserts e1 and s2 denies it; s3 and e2 stand alone.</summary>
    internal static ArticleRecord Awkward { get; } = Made("=1+1 said \"no,\nnever\" and\0 \uD800 struck \U0001F600 the port");

    internal static ArticleRecord Made(string text) =>
        new()
        {
            Id = "awkward, \"1\"",
            Article = new()
            {
                Text = text,
                TextHash = "00ff",
                Title = "@risk",
                Outlet = new("The Harbour Post", "harbour.example", "GBR"),
                Published = "2024-02-29",
                Author = ["-Ann; Bo", "Cy"],
            },
            Coder = new()
            {
                Version = "9.9.9",
                Options = new("fast", "all"),
                Models = new Dictionary<string, string>(),
                Knowledge = "abc",
            },
            Actors =
            [
                new()
                {
                    Id = "a1",
                    Name = "=1+1",
                    Kind = "person",
                    Country = ["GBR"],
                    Mentions = [],
                },
                new()
                {
                    Id = "a2",
                    Name = "Norland",
                    Kind = "country",
                    Country = ["NOR"],
                    Mentions = [],
                },
            ],
            Times = [new("t1", new(0, 1), "=", "DATE", "2024-02-28", "day")],
            Places =
            [
                new()
                {
                    Id = "p1",
                    Span = new(0, 1),
                    Text = "x",
                    Name = "Port",
                    Country = "NOR",
                    Lat = -1.5,
                    Lon = 10,
                },
            ],
            Statements =
            [
                Said(
                    "s1",
                    new()
                    {
                        Spans = [new(0, 4)],
                        Actors = ["a1", "a2"],
                        Relation = "joint",
                    }
                ),
                Said("s2", null) with
                {
                    Answers = ["s1"],
                    Unnamed = new("officials", "FRA"),
                },
                Said("s3", null) with
                {
                    NestedIn = "s1",
                    Negated = true,
                },
            ],
            Events =
            [
                Done("e1", "s1") with
                {
                    Views = [View("outlet", "asserted", "+"), View("s2", "denied", "-")],
                    AssertedBy = ["outlet"],
                    DeniedBy = ["s2"],
                },
                Done("e2", null) with
                {
                    Views = [View("outlet", "asserted", "+")],
                    Place = "p1",
                    Time = new("t1", "stated"),
                },
            ],
        };

    static StatementPart Said(string id, SourcePart? source) =>
        new()
        {
            Id = id,
            Key = "k" + id,
            Kind = "direct",
            Mode = "speech",
            Source = source,
            Cue = new([new(5, 9)], "say", "deny", "neutral"),
            Content = new([new(10, 14), new(15, 21)]),
            About = ["a2"],
            Section = "lede",
            Confidence = new(0.9, 0.8, source is null ? null : 0.75),
            Why = ["cue:say"],
        };

    static EventPart Done(string id, string? statement) =>
        new()
        {
            Id = id,
            Key = "k" + id,
            Base = "ASSAULT",
            BaseMode = "aerial",
            Type = "ASSAULT",
            Mode = "aerial",
            Quad = 4,
            Intensity = -9.5,
            Anchor = new(new(30, 36)),
            Actor = ["a1"],
            Recipient = ["a2"],
            ActorSpans = [new(26, 27)],
            Size = new()
            {
                Value = 1000,
                Unit = "troops",
                Span = new(0, 4),
            },
            Views = [],
            When = "past",
            Factuality = "happened",
            Statement = statement,
            Section = "body",
            Confidence = new(1, 0.5, null, 0.25),
        };

    static ViewPart View(string holder, string stance, string polarity) =>
        new()
        {
            Holder = holder,
            Stance = stance,
            Polarity = polarity,
            Certainty = "certain",
            Condition = new(new(0, 4)),
        };

    internal static byte[] Written(ExportFormat format, ExportTable table, IEnumerable<FoundArticle> found)
    {
        using var output = new MemoryStream();
        ArchiveExport.Write(format, table, found, output, TestContext.Current.CancellationToken);
        return output.ToArray();
    }

    static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "OnRecord.slnx")) ? folder : Above(Path.GetDirectoryName(folder.TrimEnd('/', '\\'))!);
}
