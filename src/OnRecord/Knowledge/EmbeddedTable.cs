using System.Text;

namespace OnRecord.Knowledge;

/// <summary>A table of <c>knowledge/</c> as the assembly carries it: tab-separated UTF-8 lines; lines that begin with # and empty lines
/// are not rows.</summary>
internal static class EmbeddedTable
{
    /// <summary>The rows of <c>knowledge/{name}.tsv</c>, split at tabs. Rows may have fewer fields than the widest.</summary>
    /// <exception cref="InvalidOperationException">The assembly was built without the table.</exception>
    internal static IEnumerable<string[]> Rows(string name)
    {
        using var stream =
            typeof(EmbeddedTable).Assembly.GetManifestResourceStream($"knowledge/{name}.tsv")
            ?? throw new InvalidOperationException(
                $"The assembly holds no knowledge/{name}.tsv: rebuild it with the knowledge folder in place."
            );
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#')
                yield return line.Split('\t');
    }
}
