using System.Globalization;
using System.Text;
using System.Text.Json;
using OnRecord.Archive.Adding;
using OnRecord.Archive.Search;
using OnRecord.Archive.Sqlite;
using OnRecord.Ingest;
using OnRecord.Record;
using OnRecord.Text;

namespace OnRecord.Archive.Tests;

/// <summary>Articles made from word lists, one statement and one event each, and a coder that knows them: any number, the same for the
/// same number.</summary>
internal static class Invented
{
    static readonly string[] Speakers = ["Adela Brandt", "Tomas Rill", "Irene Kessler", "Marek Novak", "Oskar Quill"];
    static readonly string[] Countries = ["Norland", "Sudland", "Westmark"];
    static readonly string[] Things = ["harbour", "pipeline", "bridge", "depot", "dam"];
    static readonly string[] Outlets = ["The Harbour Post", "Northern Wire", "Evening Ledger"];
    static readonly string[] Acts = ["say", "deny", "warn", "claim"];
    static readonly string[] Types = ["ASSAULT", "THREATEN", "CONSULT"];
    static readonly string[] Sections = ["body", "lede", "headline"];

    /// <summary>The record of article <paramref name="i"/>, and the article.</summary>
    internal static Told Told(int i, string more = "")
    {
        var draw = new Random(i);
        string Of(string[] list) => list[draw.Next(list.Length)];
        var (speaker, thing, doer) = (Of(Speakers), Of(Things), Of(Countries));
        var done = Countries.First(c => c != doer);
        var words = $"the {thing} of {done} was safe on day {i}";
        var filler = string.Concat(Enumerable.Range(0, 30).Select(_ => " " + Convert.ToString(draw.Next(), 16)));
        return new Told($"inv-{i}", $"{speaker} said that {words}. {doer} shelled {done} near the {thing}.{filler}{more}")
            .By(Of(Outlets), draw.Next(5) == 0 ? null : $"202{draw.Next(5)}-0{1 + draw.Next(9)}-1{draw.Next(10)}", $"{thing} and {doer}")
            .Actor(speaker)
            .Actor(doer, "country", doer[..3].ToUpperInvariant(), doer[..3].ToUpperInvariant())
            .Actor(done, "country", done[..3].ToUpperInvariant(), done[..3].ToUpperInvariant())
            .Statement(speaker, "said", "that " + words, Of(Acts), Of(Sections), about: done)
            .Event(Of(Types), "shelled", doer, done);
    }

    /// <summary>A line of JSON that a reader makes the article of.</summary>
    internal static string Line(Told told)
    {
        var a = told.Article;
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("id", a.Id);
            json.WriteString("text", a.Text);
            json.WriteString("title", a.Title);
            json.WriteString("outlet", a.Outlet);
            if (a.Published is not null)
                json.WriteString("published", a.Published);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    internal static string Line(int i) => Line(Told(i));

    /// <summary>A file of articles.</summary>
    internal static string Write(string file, IEnumerable<int> numbers)
    {
        File.WriteAllLines(file, numbers.Select(Line));
        return file;
    }

    internal static int NumberOf(Article article) => int.Parse(article.Id.AsSpan(4), NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>A coder of invented articles, which first does <paramref name="before"/>.</summary>
    internal static Pipeline.Coding Coding(Action<Article>? before = null, CoderPart? identity = null)
    {
        var coder = identity ?? Tests.Told.Coder;
        return new(
            coder,
            article =>
            {
                before?.Invoke(article);
                var record = Told(NumberOf(article)).Record(coder);
                return record.Article.Text == article.Text ? record : Bare(article, coder);
            },
            (article, stage, reason) => Bare(article, coder) with { NotCoded = [new(null, stage, reason)] }
        );
    }

    static ArticleRecord Bare(Article article, CoderPart coder) =>
        new Told(article.Id!, article.Text).By(article.Outlet ?? "", article.Published, article.Title).Record(coder);

    /// <summary>Options that acknowledge into <paramref name="acknowledged"/>.</summary>
    internal static AddOptions Options(string file, List<Acknowledged>? acknowledged = null, int batch = 10, int threads = 1) =>
        new()
        {
            Inputs = [file],
            Batch = batch,
            Threads = threads,
            BatchTime = TimeSpan.FromMinutes(1),
            Clock = new Noon(),
            Acknowledge = items => acknowledged?.AddRange(items),
        };

    /// <summary>A clock that stands, so that archives can be compared.</summary>
    sealed class Noon : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2024, 3, 14, 12, 0, 0, TimeSpan.Zero);
    }

    /// <summary>An archive of the first articles, closed, all of it in its one file.</summary>
    internal static string Archive(string file, int articles)
    {
        using var archive = SqliteArchive.OpenOrCreate(file);
        Add(archive, Enumerable.Range(0, articles));
        return file;
    }

    internal static void Add(IArchive archive, IEnumerable<int> numbers)
    {
        using var run = archive.Begin(new(Tests.Told.Coder, ["invented"], new(2024, 3, 14, 12, 0, 0, TimeSpan.Zero)));
        foreach (var i in numbers)
            run.Keep(Told(i).Prepared());
        run.End(RunState.Done);
    }

    /// <summary>That the archive verifies and holds these articles to the byte.</summary>
    internal static void AssertHolds(IArchive archive, IEnumerable<string> ids)
    {
        Assert.Empty(archive.Verify());
        foreach (var id in ids)
            AssertIsTold(archive.Article(id)?.Record, id);
    }

    internal static void AssertIsTold(ArticleRecord? record, string id)
    {
        Assert.True(record is not null, $"{id} is lost");
        var told = Told(int.Parse(id.AsSpan(4), NumberStyles.None, CultureInfo.InvariantCulture)).Record();
        Assert.Equal(Encoding.UTF8.GetString(RecordJson.Serialize(told)), Encoding.UTF8.GetString(RecordJson.Serialize(record)));
    }

    /// <summary>All that searching can tell, in one text: equal texts are equal archives for a reader.</summary>
    internal static string Answers(IArchive archive)
    {
        var answers = new StringBuilder();
        foreach (var kind in Enum.GetValues<SearchKind>())
        foreach (var query in new[] { "", "harbour", "speaker:brandt", "act:deny", "does:NOR", "type:ASSAULT section:body", "outlet:wire" })
        {
            var page = archive.Search(new(kind, Query.Parse(query)) { Limit = SearchRequest.MostHits });
            answers.AppendLine(CultureInfo.InvariantCulture, $"{kind} {query}: {page.Total}");
            answers.AppendJoin(' ', page.Statements.Select(s => s.Article.Id + s.Id + s.Act + s.Content)).AppendLine();
            answers.AppendJoin(' ', page.Events.Select(e => e.Article.Id + e.Id + e.Type + e.Evidence)).AppendLine();
            answers.AppendJoin(' ', page.Articles.Select(a => a.Article.Id + a.Article.Title)).AppendLine();
            answers.AppendJoin(' ', page.Actors.Select(a => a.Actor.Key + a.Articles + "/" + a.Statements + "/" + a.Events)).AppendLine();
            foreach (var facet in page.Facets)
                answers.AppendJoin(' ', facet.Values.Select(v => v.Label + v.Count)).AppendLine();
        }
        return answers.ToString();
    }
}
