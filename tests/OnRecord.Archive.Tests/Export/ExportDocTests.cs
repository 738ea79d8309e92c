using System.Globalization;
using System.Text;
using OnRecord.Archive.Export;

namespace OnRecord.Archive.Tests.Export;

/// <summary><c>docs/export.md</c> has the columns that the code writes, in their order.</summary>
public class ExportDocTests
{
    const string Accept = "ONRECORD_ACCEPT";

    static readonly string Page = Path.Combine(ExportSamples.Root, "docs", "export.md");

    static readonly int Common = ExportSchema.Columns(ExportTable.Articles).TakeWhile(c => c.Name != "versions").Count();

    public static TheoryData<string, int, int> Tables { get; } =
        new()
        {
            { "origin", 0, 0 },
            { "articles", (int)ExportTable.Articles, 1 },
            { "statements", (int)ExportTable.Statements, 1 },
            { "events", (int)ExportTable.Events, 1 },
            { "views", (int)ExportTable.Views, 1 },
        };

    [Theory]
    [MemberData(nameof(Tables))]
    public void Columns_AreThoseOfTheCode(string name, int table, int part)
    {
        var all = ExportSchema.Columns((ExportTable)table);
        var written = Written(part == 0 ? all.Take(Common) : all.Skip(Common));
        var page = File.ReadAllText(Page);
        var (begin, end) = ($"<!-- columns: {name} -->\n", "<!-- end -->");
        var from = page.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        Assert.True(from >= begin.Length, $"docs/export.md has no line {begin}");
        var to = page.IndexOf(end, from, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable(Accept) == "1")
            File.WriteAllText(Page, page[..from] + written + page[to..], new UTF8Encoding(false));
        else
            Assert.True(page[from..to] == written, $"The table {name} of docs/export.md is not the code's: {Accept}=1 writes it anew.");
    }

    [Fact]
    public void Tables_BeginAlike()
    {
        var first = ExportSchema.Columns(ExportTable.Articles).Take(Common).Select(c => (c.Name, c.Type, c.Meaning));
        foreach (var table in Enum.GetValues<ExportTable>())
            Assert.Equal(first, ExportSchema.Columns(table).Take(Common).Select(c => (c.Name, c.Type, c.Meaning)));
        Assert.Contains(ExportSchema.Version, File.ReadAllText(Page), StringComparison.Ordinal);
    }

    static string Written(IEnumerable<ExportColumn> columns)
    {
        var text = new StringBuilder("| column | type | meaning |\n|---|---|---|\n");
        foreach (var column in columns)
            text.Append(
                CultureInfo.InvariantCulture,
                $"| `{column.Name}` | {column.Type.ToString().ToLowerInvariant()} | {column.Meaning} |\n"
            );
        return text.ToString();
    }
}
