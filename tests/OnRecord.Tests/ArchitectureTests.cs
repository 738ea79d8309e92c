using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace OnRecord.Tests;

/// <summary>The tree is the flow: a project, and a folder of src/OnRecord, uses only what stands above it. Checked in the sources, so
/// that a failure names file and line.</summary>
public sealed partial class ArchitectureTests
{
    /// <summary>Folders of src/OnRecord in the order of the flow; its own files (Coder) come last.</summary>
    static readonly string[] Flow =
    [
        "Text",
        "Knowledge",
        "Language",
        "Actors",
        "Places",
        "Dates",
        "Statements",
        "Events",
        "Wording",
        "Record",
        "",
    ];

    /// <summary>Projects by their level; one may use those of lower levels.</summary>
    static readonly Dictionary<string, int> Projects = new(StringComparer.Ordinal)
    {
        ["OnRecord"] = 0,
        ["OnRecord.Ingest"] = 1,
        ["OnRecord.Archive"] = 2,
        ["OnRecord.Server"] = 3,
        ["OnRecord.Cli"] = 4,
        ["OnRecord.Training"] = 4,
    };

    static readonly string Root = FindRoot();
    static readonly string Library = Path.Combine(Root, "src", "OnRecord");

    [Fact]
    public void Folders_UseOnlyWhatStandsAboveThem()
    {
        var wrong = new List<string>();
        foreach (var (file, folder) in Sources())
        foreach (var (line, number) in Code(file))
        foreach (Match use in FolderUse().Matches(line))
            if (Level(use.Groups[1].Value) is var used && used > Level(folder))
                wrong.Add($"{Place(file, number)}: {folder} uses {use.Groups[1].Value}, which stands below it in the flow");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Folders_DoNotUseTheCoder()
    {
        var types = Sources()
            .Where(s => s.Folder.Length == 0)
            .SelectMany(s => Code(s.File))
            .SelectMany(c => TypeDeclaration().Matches(c.Line))
            .Select(m => m.Groups[1].Value)
            .ToHashSet(StringComparer.Ordinal);
        Assert.Contains("Coder", types);
        var wrong = new List<string>();
        foreach (var (file, folder) in Sources().Where(s => s.Folder.Length > 0))
        foreach (var (line, number) in Code(file))
        foreach (Match word in Word().Matches(line))
            if (types.Contains(word.Value))
                wrong.Add($"{Place(file, number)}: {folder} uses {word.Value}, which stands below it in the flow");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Files_DeclareTheNamespaceOfTheirFolder()
    {
        var wrong = Sources()
            .Where(s =>
                !Code(s.File).Any(c => c.Line.TrimEnd() == "namespace OnRecord" + (s.Folder.Length > 0 ? "." + s.Folder : "") + ";")
            )
            .Select(s => $"{Place(s.File, 1)}: the namespace is not that of the folder");
        Assert.Empty(wrong);
    }

    [Fact]
    public void Folders_AreThoseOfTheFlow() => Assert.All(Sources(), s => Assert.Contains(s.Folder, Flow));

    [Fact]
    public void Projects_ReferenceOnlyProjectsAboveThem()
    {
        var wrong = new List<string>();
        foreach (var path in Directory.GetFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories))
        {
            var project = Path.GetFileNameWithoutExtension(path);
            Assert.True(Projects.ContainsKey(project), $"{project} has no place in the flow: add it to {nameof(ArchitectureTests)}");
            foreach (var reference in XDocument.Load(path).Descendants("ProjectReference"))
            {
                var used = Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value);
                if (Projects[used] >= Projects[project])
                    wrong.Add($"{Path.GetRelativePath(Root, path)}: {project} references {used}, which stands below or beside it");
            }
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Library_HasNoThirdPartyDependency() =>
        Assert.Empty(XDocument.Load(Path.Combine(Library, "OnRecord.csproj")).Descendants("PackageReference"));

    static IEnumerable<(string File, string Folder)> Sources()
    {
        foreach (var file in Directory.GetFiles(Library, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var relative = Path.GetRelativePath(Library, file);
            if (relative.StartsWith("bin", StringComparison.Ordinal) || relative.StartsWith("obj", StringComparison.Ordinal))
                continue;
            var cut = relative.IndexOf(Path.DirectorySeparatorChar, StringComparison.Ordinal);
            yield return (file, cut < 0 ? "" : relative[..cut]);
        }
    }

    /// <summary>Lines without comments and strings, with their numbers.</summary>
    static IEnumerable<(string Line, int Number)> Code(string file)
    {
        var number = 0;
        foreach (var line in File.ReadLines(file))
            yield return (CommentOrString().Replace(line, ""), ++number);
    }

    static int Level(string folder) => Array.IndexOf(Flow, folder);

    static string Place(string file, int line) => Path.GetRelativePath(Root, file) + ":" + line.ToString(CultureInfo.InvariantCulture);

    static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "OnRecord.slnx")))
                return folder.FullName;
        throw new InvalidOperationException("OnRecord.slnx is not above " + AppContext.BaseDirectory);
    }

    [GeneratedRegex(@"\bOnRecord\.(Text|Knowledge|Language|Actors|Places|Dates|Statements|Events|Wording|Record)\b")]
    private static partial Regex FolderUse();

    [GeneratedRegex(@"\b(?:class|struct|enum|interface|record)\s+([A-Z]\w*)")]
    private static partial Regex TypeDeclaration();

    // a property that is named like a type is followed by its accessors or a value
    [GeneratedRegex(@"(?<![\w.])[A-Z]\w*\b(?!\s*[{=])")]
    private static partial Regex Word();

    [GeneratedRegex(@"""(?:[^""\\]|\\.)*""|//.*$")]
    private static partial Regex CommentOrString();
}
