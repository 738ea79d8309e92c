using System.Security.Cryptography;
using OnRecord.Language;
using OnRecord.Record;

namespace OnRecord;

/// <summary>What a record says of the coder that made it: version, options, and the hash of every model and of the knowledge tables.
/// </summary>
internal static class CoderIdentity
{
    internal static string Version { get; } =
        typeof(CoderIdentity).Assembly.GetName().Version is { } v ? $"{v.Major}.{v.Minor}.{v.Build}" : "0.0.0";

    internal static CoderPart Of(CoderOptions options, string knowledge) =>
        new()
        {
            Version = Version,
            Options = new(
                options.Setting == ParserSetting.Fast ? "fast" : "accurate",
                options.Statements == StatementScope.All ? "all" : "reported-speech",
                options.MostTokens == CoderOptions.DefaultMostTokens ? null : options.MostTokens
            ),
            Models = Models.Value,
            Knowledge = knowledge,
        };

    // Hashing 20 MB takes tens of milliseconds: once a process.
    static readonly Lazy<SortedDictionary<string, string>> Models = new(() =>
    {
        var models = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in Names("models/"))
            models[name["models/".Length..].Replace(".bin", "", StringComparison.Ordinal)] = Convert.ToHexStringLower(
                SHA256.HashData(Open(name))
            );
        return models;
    });

    static IEnumerable<string> Names(string prefix) =>
        typeof(CoderIdentity)
            .Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    static Stream Open(string name) => typeof(CoderIdentity).Assembly.GetManifestResourceStream(name)!;
}
