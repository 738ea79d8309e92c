using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OnRecord.Record;

namespace OnRecord.Archive.Export;

/// <summary>Short names of coders as <c>onrecord runs</c> shows them: version and the start of a hash over models, knowledge and
/// options.</summary>
internal sealed class CoderNames
{
    // an archive has few coders, and records that are read from it each bring a copy of theirs
    readonly Dictionary<string, string> _byJson = new(StringComparer.Ordinal);

    internal string Of(CoderPart coder)
    {
        var json = JsonSerializer.Serialize(coder, SourceContext.Plain.CoderPart);
        if (!_byJson.TryGetValue(json, out var name))
            _byJson[json] = name =
                $"{coder.Version}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)).AsSpan(0, 4))}";
        return name;
    }
}
