using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace OnRecord.Language;

/// <summary>Bytes of a trained model, used where they lie: an embedded resource is part of the memory-mapped program, so nothing is
/// read or parsed at the start. All numbers are little-endian and may be unaligned.</summary>
internal sealed unsafe class ModelFile
{
    readonly byte* _start;
    readonly long _length;
    readonly byte[]? _pinned; // keeps bytes alive that do not come from the program itself
    long _position;

    ModelFile(byte* start, long length, byte[]? pinned = null)
    {
        _start = start;
        _length = length;
        _pinned = pinned;
    }

    /// <summary>Opens the embedded resource <c>models/NAME.bin</c>; null if the build has none.</summary>
    internal static ModelFile? Embedded(string name)
    {
        var stream = typeof(ModelFile).Assembly.GetManifestResourceStream($"models/{name}.bin");
        if (stream is null)
            return null;
        if (stream is UnmanagedMemoryStream mapped)
            return new(mapped.PositionPointer, mapped.Length);
        var copy = GC.AllocateUninitializedArray<byte>((int)stream.Length, pinned: true);
        stream.ReadExactly(copy);
        return Of(copy);
    }

    /// <summary>Uses the bytes of a model just trained. They must have been allocated pinned.</summary>
    internal static ModelFile Of(byte[] pinned) => new((byte*)Unsafe.AsPointer(ref pinned[0]), pinned.Length, pinned);

    /// <summary>Copies bytes where they can be used as a model.</summary>
    internal static ModelFile OfCopy(ReadOnlySpan<byte> bytes)
    {
        var copy = GC.AllocateUninitializedArray<byte>(bytes.Length, pinned: true);
        bytes.CopyTo(copy);
        return Of(copy);
    }

    /// <summary>Reads the four letters that say what follows.</summary>
    internal void Expect(string magic)
    {
        foreach (var c in magic)
            if (Byte() != c)
                throw new InvalidDataException($"This is no model part '{magic}'. Train the models again: they are of another version.");
    }

    internal byte Byte() => *Take(1);

    internal int Int32() => BinaryPrimitives.ReadInt32LittleEndian(new(Take(4), 4));

    /// <summary>A string with a one-byte length in UTF-8.</summary>
    internal string Text()
    {
        var n = Byte();
        return System.Text.Encoding.UTF8.GetString(Take(n), n);
    }

    /// <summary>Address of the next <paramref name="count"/> bytes, and goes past them.</summary>
    internal byte* Take(long count)
    {
        if (count < 0 || count > _length - _position)
            throw new InvalidDataException("A model ends too early. Train the models again.");
        var p = _start + _position;
        _position += count;
        return p;
    }
}
