namespace OnRecord.Training.Statements;

/// <summary>Tables of <c>tests/gold</c> that are part of this program, so that a test measures what the command measures.</summary>
internal static class GoldTable
{
    /// <summary>The rows, split at tabs; lines that begin with # and empty lines are not rows.</summary>
    internal static List<string[]> Rows(string name)
    {
        using var stream =
            typeof(GoldTable).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The program was built without tests/gold/{name}.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t'))];
    }
}
