namespace OnRecord.Knowledge;

/// <summary>Tables of the built-in knowledge that users do not change.</summary>
internal static class EmbeddedTable
{
    /// <summary>The rows of <c>knowledge/{name}.tsv</c>, split at tabs. Rows may have fewer fields than the widest.</summary>
    /// <exception cref="InvalidOperationException">The assembly was built without the table.</exception>
    internal static IEnumerable<string[]> Rows(string name) => KnowledgeFile.Embedded.Table(name).Text();
}
