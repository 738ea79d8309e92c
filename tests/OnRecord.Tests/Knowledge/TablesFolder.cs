namespace OnRecord.Tests.Knowledge;

/// <summary>A folder of tables that goes away again.</summary>
internal sealed class TablesFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("onrecord-tables-").FullName;

    internal TablesFolder With(string table, params string[] rows)
    {
        File.WriteAllLines(System.IO.Path.Combine(Path, table + ".tsv"), rows);
        return this;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
