using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace OnRecord.Knowledge;

/// <summary>All tables and their index of names compiled into one file, mapped and not copied.</summary>
/// <remarks>The bytes, little-endian: "ORKNOW01"; the number of sections as a 32-bit integer and four empty bytes; for each section 32 bytes, its
/// name in ASCII filled up with zeros (24), offset and length as 32-bit integers; the sections, each at a multiple of eight.</remarks>
internal sealed unsafe class KnowledgeFile
{
    internal const string Resource = "knowledge/knowledge.bin";
    const int NameLength = 24;
    const int EntryLength = 32;
    const int HeaderLength = 16;

    static ReadOnlySpan<byte> Magic => "ORKNOW01"u8;

    readonly byte* _bytes;
    readonly int _length;
    readonly GCHandle _pin; // of bytes that are not mapped
    readonly Dictionary<string, (int Offset, int Length)> _sections = new(StringComparer.Ordinal);
    readonly Lazy<string> _hash;

    KnowledgeFile(byte* bytes, int length, GCHandle pin)
    {
        _bytes = bytes;
        (_length, _pin) = (length, pin);
        var all = Bytes;
        if (length < HeaderLength || !all.StartsWith(Magic))
            throw new InvalidOperationException("The knowledge of this build is damaged: build it again.");
        var count = MemoryMarshal.Read<int>(all[8..]);
        for (var i = 0; i < count; i++)
        {
            var entry = all.Slice(HeaderLength + i * EntryLength, EntryLength);
            var name = Encoding.ASCII.GetString(entry[..NameLength].TrimEnd((byte)0));
            _sections[name] = (MemoryMarshal.Read<int>(entry[NameLength..]), MemoryMarshal.Read<int>(entry[(NameLength + 4)..]));
        }
        _hash = new(() => Convert.ToHexStringLower(SHA256.HashData(Bytes)));
    }

    /// <summary>The file that the assembly carries.</summary>
    internal static KnowledgeFile Embedded => Loaded.Value;

    static readonly Lazy<KnowledgeFile> Loaded = new(() =>
    {
        var stream =
            typeof(KnowledgeFile).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException(
                $"The assembly holds no {Resource}: run OnRecord.Training compile knowledge, and build it again."
            );
        if (stream is UnmanagedMemoryStream mapped)
            return new(mapped.PositionPointer, (int)mapped.Length, default);
        var copy = new byte[stream.Length];
        stream.ReadExactly(copy);
        return Of(copy);
    });

    /// <summary>A file in memory, as <see cref="Write"/> made it.</summary>
    internal static KnowledgeFile Of(byte[] bytes)
    {
        var pin = GCHandle.Alloc(bytes, GCHandleType.Pinned);
        return new((byte*)pin.AddrOfPinnedObject(), bytes.Length, pin);
    }

    /// <summary>SHA-256 of the whole, in hexadecimal.</summary>
    internal string Hash => _hash.Value;

    internal ReadOnlySpan<byte> Bytes => new(_bytes, _length);

    /// <summary>Where a section lies; it stays there as long as this object lives.</summary>
    internal (nint At, int Length) Section(string name) =>
        _sections.TryGetValue(name, out var s)
            ? ((nint)(_bytes + s.Offset), s.Length)
            : throw new InvalidOperationException($"The knowledge of this build lacks {name}: compile it again.");

    /// <summary>The rows of a table.</summary>
    internal Table Table(string name)
    {
        var (at, length) = Section("table " + name);
        return new(name, (byte*)at, length);
    }

    internal static byte[] Write(IReadOnlyList<(string Name, byte[] Bytes)> sections)
    {
        var offset = HeaderLength + sections.Count * EntryLength;
        var total = offset;
        foreach (var (_, bytes) in sections)
            total += (bytes.Length + 7) / 8 * 8;
        var file = new byte[total];
        Magic.CopyTo(file);
        MemoryMarshal.Write(file.AsSpan(8), sections.Count);
        for (var i = 0; i < sections.Count; i++)
        {
            var (name, bytes) = sections[i];
            var entry = file.AsSpan(HeaderLength + i * EntryLength, EntryLength);
            Encoding.ASCII.GetBytes(name, entry[..NameLength]);
            MemoryMarshal.Write(entry[NameLength..], offset);
            MemoryMarshal.Write(entry[(NameLength + 4)..], bytes.Length);
            bytes.CopyTo(file, offset);
            offset += (bytes.Length + 7) / 8 * 8;
        }
        return file;
    }
}
